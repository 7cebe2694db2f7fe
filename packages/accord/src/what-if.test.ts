import { describe, expect, it } from 'vitest'
import {
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  propose,
  withdraw,
  type Drafted,
} from '../test/case.ts'
import type { Act } from './act.ts'
import { canonical } from './canonical.ts'
import { evaluate } from './evaluate.ts'
import type { PartyId } from './id.ts'
import { supposedId, whatIf, type Supposed } from './what-if.ts'

const charter = charterOf()
const V = at('CO', 0)
const cut = cutOf(charter, { CO: [propose()], XA: [comply(V)], XB: [comply(V)] })

const suppose = (party: string, { act }: Drafted): Supposed => ({
  party: party as PartyId,
  act: { v: 1, charter: charter.id, party, claimedAt: '2026-11-24T14:05:00Z', ...act } as Act,
})
const gateIf = (...extra: Supposed[]) => whatIf(charter, cut, extra).steps[0]?.versions[0]?.gate

describe('what if', () => {
  it('nobody said anything more: the case is what it is', () => {
    expect(canonical(whatIf(charter, cut, []))).toBe(canonical(evaluate(charter, cut)))
  })
  it('Cedar complied: the gate would open', () => {
    expect(evaluate(charter, cut).steps[0]?.versions[0]?.gate.open).toBe(false)
    expect(gateIf(suppose('XC', comply(V)))).toEqual({ open: true, reasons: [] })
  })
  it('Cedar objected: the reason names the supposed act', () => {
    expect(gateIf(suppose('XC', comply(V, 'objects')))?.reasons).toMatchObject([
      { code: 'objects', member: 'XC', act: supposedId(0) },
    ])
  })
  it('Birch reserved after it complied: the later of its acts counts', () => {
    const state = whatIf(charter, cut, [suppose('XB', comply(V, 'complies-with-reservation'))])
    expect(state.steps[0]?.versions[0]?.voices).toMatchObject({
      XB: { effective: 'complies-with-reservation', excepts: ['1'], act: supposedId(0) },
    })
  })
  it('acts followed one after the other, of one member or of several', () => {
    const acts = [comply(V, 'objects'), comply(V)].map((act) => suppose('XC', act))
    expect(gateIf(...acts)?.open).toBe(true)
    expect(gateIf(...acts.toReversed())?.open).toBe(false)
    expect(gateIf(...acts, suppose('XA', withdraw(V)))?.reasons).toMatchObject([
      { code: 'withdrawn', member: 'XA', act: supposedId(2) },
    ])
  })
  it('a new version came and others spoke on it by the id that it was given', () => {
    const id = at('CO', 77)
    const all = ['XA', 'XB', 'XC'].map((party) => suppose(party, comply(id)))
    const proposed: Supposed = { ...suppose('CO', propose()), id }
    const versions = whatIf(charter, cut, [proposed, ...all]).steps[0]?.versions
    expect(versions).toMatchObject([
      { id: V, current: false, gate: { open: false } },
      { id, current: true, gate: { open: true } },
    ])
  })
  it('somebody declared: an unsigned certificate proves nothing', () => {
    const complied = suppose('XC', comply(V))
    const declared = suppose('CO', declare('adopted', V, { CO: 1, XA: 1, XB: 1, XC: 1 }))
    const state = whatIf(charter, cut, [complied, declared])
    expect(state.steps[0]?.versions[0]).toMatchObject({ standing: 'open', adopted: [] })
  })
  it('shows by an empty root which strands are supposed', () => {
    const state = whatIf(charter, cut, [suppose('XC', comply(V))])
    expect(state.cut).toMatchObject({ XC: { size: 1, root: '' }, XA: { size: 1, root: 'XA/1' } })
  })
  it('leaves the case as it was', () => {
    const before = canonical(cut)
    gateIf(suppose('XC', comply(V)))
    expect(canonical(cut)).toBe(before)
  })
})
