import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { EDITIONS, editionNamed, LAW_BASE, LAW_EDITION } from '../src/base.ts'
import { NORMS } from '../src/countermeasure.ts'
import { FACTS, isFactId } from '../src/fact.ts'
import { raisedBy } from '../src/rule.ts'
import { VIEWS } from '../src/views/views.ts'
import { casesOf, everyCase, findingOf, readingsOf } from './every-answer.ts'

/** All that the rules and views say, and what each rule answers, and would have mended, to every combination of facts. */
function digestOfBase(): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([FACTS, VIEWS]))
  for (const norm of NORMS) {
    hash.update(
      JSON.stringify({ ...norm, parts: 'parts' in norm ? norm.parts.map(({ id }) => id) : [] }),
    )
    for (const facts of casesOf([...raisedBy(norm)].filter(isFactId)))
      hash.update(String(norm.arises?.(facts)))
    if (norm.kind !== 'rule') continue
    for (const reading of readingsOf(norm))
      for (const facts of everyCase(norm)) {
        const { value, because, remedy, asks, disputes } = findingOf(norm, facts, reading)
        hash.update(JSON.stringify([value, because, remedy, asks, disputes.map(({ id }) => id)]))
      }
  }
  return hash.digest('hex').slice(0, 16)
}

it('goes by one name: whoever changes a rule or a view gives the base another edition', () => {
  expect(digestOfBase()).toBe(LAW_EDITION.digest)
  expect(LAW_BASE).toBe(
    `entente-law-${LAW_EDITION.version}-${LAW_EDITION.on}-${LAW_EDITION.digest}`,
  )
})

it('has editions in their order, no two of one name, version or content', () => {
  for (const field of ['name', 'version', 'digest'] as const)
    expect(new Set(EDITIONS.map((each) => each[field])).size).toBe(EDITIONS.length)
  const inOrder = EDITIONS.toSorted((a, b) => a.version - b.version)
  expect(inOrder).toEqual(EDITIONS)
  expect(EDITIONS.map(({ on }) => on).toSorted()).toEqual(EDITIONS.map(({ on }) => on))
})

it('knows its earlier editions by name, and no other', () => {
  expect(editionNamed('entente-law-2026-11-27.3')?.version).toBe(4)
  expect(editionNamed(LAW_BASE)).toBe(LAW_EDITION)
  expect(editionNamed('entente-law-99-2027-01-01-0123456789abcdef')).toBeUndefined()
})
