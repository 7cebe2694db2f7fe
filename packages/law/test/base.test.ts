import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { LAW_BASE } from '../src/base.ts'
import { NORMS } from '../src/countermeasure.ts'
import { FACTS } from '../src/fact.ts'
import { VIEWS } from '../src/views/views.ts'
import { everyCase, findingOf, readingsOf } from './every-answer.ts'

/** All that the rules and views say, and what each rule answers to every combination of facts. */
function digestOfBase(): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([FACTS, VIEWS]))
  for (const norm of NORMS) {
    hash.update(
      JSON.stringify({ ...norm, parts: 'parts' in norm ? norm.parts.map(({ id }) => id) : [] }),
    )
    if (norm.kind !== 'rule') continue
    for (const reading of readingsOf(norm))
      for (const facts of everyCase(norm)) {
        const arises = norm.arises?.(facts) !== false
        const { value, because, asks, disputes } = findingOf(norm, facts, reading)
        hash.update(JSON.stringify([arises, value, because, asks, disputes.map(({ id }) => id)]))
      }
  }
  return hash.digest('hex').slice(0, 16)
}

it('goes by one name: whoever changes a rule or a view gives the base another', () => {
  expect(`${LAW_BASE} ${digestOfBase()}`).toBe('entente-law-2026-11-27.3 7d9b5a560b854ae7')
})
