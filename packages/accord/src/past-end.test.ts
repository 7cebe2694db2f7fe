import { expect, it } from 'vitest'
import { at, charterOf, comply, cutOf, declare, propose, type Strands } from '../test/case.ts'
import { evaluate } from './evaluate.ts'
import { pastEnd } from './past-end.ts'

const V = at('CO', 0)
const SIZES = { CO: 1, XA: 1, XB: 1, XC: 1 }
const charter = charterOf()
const ends = comply(V, 'complies', 'complies', { until: 10 })
const all: Strands = { CO: [propose()], XA: [comply(V)], XB: [comply(V)], XC: [ends] }
const seen = (strands: Strands, now: number) => {
  const cut = cutOf(charter, strands)
  return pastEnd(charter, cut, evaluate(charter, cut), now)[V]
}
const closedAt = (second: number) => {
  const trees = [second, second] as const
  return { CO: trees, XA: trees, XB: trees, XC: trees }
}
const adopted = { ...all, CO: [propose(), declare('adopted', V, SIZES, closedAt(5))] }

it('is nothing of a version all of whose voices still hold', () => {
  expect(seen(all, 9)).toBeUndefined()
  expect(seen({ ...all, XC: [comply(V)] }, 1000)).toBeUndefined()
})

it('is the version with that voice as silence, once its end has come', () => {
  expect(seen(all, 10)).toMatchObject({
    gate: { open: false, reasons: [{ code: 'ran-out', member: 'XC' }] },
    voices: { XC: { effective: 'silent', ranOut: true }, XA: { effective: 'complies' } },
  })
  // The state itself has no clock.
  expect(evaluate(charter, cutOf(charter, all)).steps[0]!.versions[0]!.gate.open).toBe(true)
})

it('is the version as the certificate of it makes it', () => {
  const sizes = { ...SIZES, CO: 2 }
  const certified = cutOf(charter, {
    ...adopted,
    CO: [...adopted.CO, declare('expired', V, sizes, closedAt(10), {}, { of: at('XC', 0) })],
  })
  const { ranOut, ...by } = evaluate(charter, certified).steps[0]!.versions[0]!
  expect(ranOut).toEqual([at('CO', 2)])
  expect(by.standing).toBe('suspended')
  const { ranOut: supposed, ...then } = seen(adopted, 10)!
  expect(supposed).toHaveLength(1)
  expect(then).toEqual(by)
})

it('is nothing more of a voice that is certified to have run out', () => {
  const sizes = { ...SIZES, CO: 2 }
  const gone = declare('expired', V, sizes, closedAt(10), {}, { of: at('XC', 0) })
  expect(seen({ ...adopted, CO: [...adopted.CO, gone] }, 1000)).toBeUndefined()
})
