import { expect, test } from 'vitest'
import { evaluate, whatIf, type Act, type Supposed } from '@entente/accord'
import {
  at,
  charterOf,
  comply,
  cutOf,
  propose,
  receipt,
} from '../../../../packages/accord/test/case.ts'
import type { CaseView } from '../api.ts'
import { withoutClauses } from './what-if.ts'

test('under silence the text without a clause has the receipts that the text has', () => {
  const charter = charterOf({ steps: { position: { rule: 'silence' } } })
  const V = at('CO', 0)
  const cut = cutOf(charter, {
    CO: [propose('position', 'position', { expiry: 100 })],
    XA: [comply(V)],
    XB: [receipt(V)],
    XC: [receipt(V), comply(V, 'abstains')],
  })
  const acts = Object.values(cut).flatMap((strand) => strand.acts) as unknown as CaseView['acts']
  const supposed = withoutClauses({ acts, state: evaluate(charter, cut) }, V, ['2'])
  const whole = supposed.map(
    ({ party, act, ...id }) =>
      ({ party, act: { ...act, party } as unknown as Act, ...id }) as Supposed,
  )
  const [before, after] = whatIf(charter, cut, whole).steps[0]!.versions
  expect(before!.gate).toMatchObject({ open: true })
  expect(after).toMatchObject({ number: 2, gate: { open: true }, acknowledged: ['XB', 'XC'] })
})
