import { expect, it } from 'vitest'
import {
  amend,
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  party,
  propose,
  withdraw,
  type Drafted,
  type Strands,
} from '../test/case.ts'
import { evaluate } from './evaluate.ts'
import { reservationsOf } from './reservations.ts'

const charter = charterOf()
const V = at('CO', 0)
const reserve = comply(V, 'complies-with-reservation', 'complies')
const of = (strands: Strands, who = 'XC') => {
  const cut = cutOf(charter, strands)
  return reservationsOf([{ charter, cut, state: evaluate(charter, cut) }], party(who))
}
const cedar = (...acts: Drafted[]) => of({ CO: [propose()], XC: acts })

it('tells clause, axis, words, case and version of a reservation that holds', () => {
  expect(cedar(reserve)).toEqual([
    {
      case: charter.id,
      step: 'position',
      version: V,
      number: 1,
      isCurrent: true,
      standing: 'open',
      act: at('XC', 0),
      axis: 'union',
      clause: '1',
      text: 'Not this.',
      state: 'holds',
      effect: 'excepts',
    },
  ])
})
it('tells one on each axis, and nobody else’s', () => {
  expect(cedar(comply(V, 'complies-with-reservation')).map(({ axis }) => axis)).toEqual([
    'union',
    'national',
  ])
  expect(of({ CO: [propose()], XC: [reserve] }, 'XA')).toEqual([])
})
it('without a clause is a statement, and beside a weaker voice stays on record', () => {
  const statement = comply(V, 'complies-with-reservation', 'complies', { clause: null })
  expect(cedar(statement)).toMatchObject([{ effect: 'statement', state: 'holds' }])
  expect(cedar(statement)[0]).not.toHaveProperty('clause')
  const beside = comply(V, 'complies-with-reservation', 'objects')
  expect(cedar(beside)).toMatchObject([{ effect: 'on-record', state: 'holds' }])
})
it('is replaced by a later voice, by one that repeats it as well, which is another', () => {
  expect(cedar(reserve, comply(V))).toMatchObject([{ state: 'replaced' }])
  expect(cedar(reserve, reserve).map(({ state }) => state)).toEqual(['replaced', 'holds'])
})
it('falls with the voice that is withdrawn', () => {
  expect(cedar(reserve, withdraw(V))).toMatchObject([{ state: 'withdrawn' }])
  expect(cedar(reserve, withdraw(V), comply(V))).toMatchObject([{ state: 'withdrawn' }])
  expect(cedar(reserve, comply(V), withdraw(V))).toMatchObject([{ state: 'replaced' }])
})
it('falls with the voice that is certified to have run out', () => {
  const ends = comply(V, 'complies-with-reservation', 'complies', { until: 3 })
  const sizes = { CO: 1, XA: 0, XB: 0, XC: 1 }
  const times = { CO: [5, 10], XA: [5, 10], XB: [5, 10], XC: [5, 10] }
  const over = declare('expired', V, sizes, times, {}, { of: at('XC', 0) })
  expect(of({ CO: [propose(), over], XC: [ends] })).toMatchObject([{ state: 'ran-out' }])
})
it('stays with the version that it was made on', () => {
  expect(of({ CO: [propose(), amend(V)], XC: [reserve] })).toMatchObject([
    { version: V, number: 1, isCurrent: false, state: 'holds' },
  ])
})
