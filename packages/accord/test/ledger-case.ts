import { expect } from 'vitest'
import { evaluate } from '../src/evaluate.ts'
import type { ActId } from '../src/id.ts'
import type { MeasureState } from '../src/ledger.ts'
import {
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  party,
  propose,
  type Drafted,
  type Strands,
} from './case.ts'

/** One measure as acts, for the tests of its ledger. */

export const charter = charterOf({
  steps: { measure: { rule: 'express-unanimity' }, attribution: { rule: 'each-its-own' } },
})
export const V = at('CO', 0)
const ADOPTED = at('CO', 1)
const ALL = { CO: [5, 10], XA: [5, 10], XB: [5, 10], XC: [5, 10] }
const yes = comply(V)

const against = { code: 'XH', name: 'Hawthorn' }
export const act = (kind: string, fields: Record<string, unknown>): Drafted => ({
  act: { kind, ...fields },
})
export const call = act('call', {
  for: 'measure-1',
  to: 'Hawthorn',
  demands: 'cease, and replace the terminals',
  transmittedOn: '2026-11-02',
  channel: 'note verbale',
})
export const notice = act('notice', {
  for: 'measure-1',
  to: 'Hawthorn',
  says: 'Alder will suspend its part of the arrangement.',
  notifiedOn: '2026-11-20',
  offersNegotiation: true,
})
export const assess = act('assess', {
  on: V,
  asOf: '2026-11-24',
  lawBase: 'entente-law-1',
  facts: {},
  outcome: 'disputed',
  word: 'Open to those who are injured.',
})
export const start = (on: ActId = V, certificate: ActId = ADOPTED) =>
  act('start', { on, certificate, startedOn: '2026-12-15' })
export const review = (found: Record<string, unknown>) =>
  act('review', {
    on: V,
    reviewedOn: '2027-01-15',
    ceased: false,
    repaired: false,
    proportionate: 'yes',
    reversible: 'yes',
    tribunal: false,
    remarks: 'Reviewed.',
    ...found,
  })
export const suspend = act('suspend', {
  on: V,
  suspendedOn: '2027-01-02',
  reason: 'Talks have begun.',
})
export const terminate = act('terminate', {
  on: V,
  terminatedOn: '2027-02-01',
  reason: 'It has ceased.',
})

/** The version of a measure of this kind. */
function put(kind: string): Drafted {
  const drafted = propose('measure-1', 'measure')
  return { act: { ...drafted.act, measure: { kind, against, asOf: '2026-11-24', facts: {} } } }
}

type Put = { readonly chair?: readonly Drafted[]; readonly kind?: string }

/** Every nation's consent lies at index 0 of its strand; then it goes on. The chair gave notice, unless its acts are given. */
export function ledger(
  more: Strands = {},
  { chair = [notice], kind = 'countermeasure' }: Put = {},
): MeasureState {
  const strands: Strands = {
    CO: [put(kind), declare('adopted', V, { CO: 1, XA: 1, XB: 1, XC: 1 }, ALL), ...chair],
    XA: [yes, ...(more['XA'] ?? [])],
    XB: [yes, ...(more['XB'] ?? [])],
    XC: [yes, ...(more['XC'] ?? [])],
  }
  const { measures = [] } = evaluate(charter, cutOf(charter, strands))
  expect(measures).toHaveLength(1)
  return measures[0]!
}

export const alder = (...acts: readonly Drafted[]) => ledger({ XA: acts }).nations[party('XA')]
