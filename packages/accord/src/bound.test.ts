import { expect, it } from 'vitest'
import { at, charterOf, comply, judge, propose, receipt, type Drafted } from '../test/case.ts'
import { boundBy } from './bound.ts'

// Expected values: the decision table of the design (2-domain.md, section Steps).

const V = at('CO', 0)
const yes = comply(V)
const bound = (
  rule: 'express-unanimity' | 'silence' | 'participants-only',
  XC: readonly Drafted[],
) => {
  const kind = rule === 'silence' ? 'term' : rule === 'participants-only' ? 'measure' : 'position'
  const put = propose('s', kind, {
    expiry: 100,
    ...(rule === 'participants-only' && { names: ['XA', 'XB', 'XC'], minimum: 2 }),
  })
  const charter = charterOf({ steps: { [kind]: { rule } } })
  const version = judge(charter, { CO: [put], XA: [yes], XB: [yes], XC }, V)
  return boundBy(version)!
    .map(({ how }) => how)
    .join(' ')
}
const reserves = comply(V, 'complies', 'complies-with-reservation', { clause: '2' })

it.each([
  ['express-unanimity', [yes], 'bound bound bound'],
  ['express-unanimity', [reserves], 'bound bound except'],
  ['express-unanimity', [comply(V, 'abstains')], 'bound bound bound'],
  ['express-unanimity', [comply(V, 'abstains-constructively')], 'bound bound not-bound'],
  ['express-unanimity', [comply(V, 'objects')], 'not-bound not-bound not-bound'],
  ['express-unanimity', [], 'not-bound not-bound not-bound'],
  ['silence', [receipt(V)], 'bound bound bound'],
  ['silence', [], 'not-bound not-bound not-bound'],
  ['silence', [comply(V, 'abstains-constructively')], 'bound bound not-bound'],
  ['participants-only', [comply(V, 'abstains')], 'bound bound not-bound'],
  ['participants-only', [], 'bound bound not-bound'],
] as const)('under %s, after what Cedar did: %#', (rule, XC, expected) => {
  expect(bound(rule, XC)).toBe(expected)
})
