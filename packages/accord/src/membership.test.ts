import { describe, expect, it } from 'vitest'
import {
  at,
  charterOf,
  comply,
  cutOf,
  cutTo,
  sizesOf,
  declare,
  propose,
  type Drafted,
} from '../test/case.ts'
import { createEvaluator, evaluate } from './evaluate.ts'
import type { PartyId } from './id.ts'

const charter = charterOf({ steps: { charter: { rule: 'express-unanimity' } } })
const V = at('CO', 0)
const NEXT = `sha256:${'7'.repeat(64)}`
const leave: Drafted = { act: { kind: 'leave' } }
const join: Drafted = { act: { kind: 'join' } }
const puts = (successor?: string): Drafted => ({
  act: { ...propose('charter', 'charter').act, ...(successor && { successor }) },
})
const amends = (to = NEXT, on = V): Drafted => ({ act: { kind: 'charter-amend', on, to } })
const stateOf = (strands: Readonly<Record<string, readonly Drafted[]>>) =>
  evaluate(charter, cutOf(charter, strands))
/** All trees of the cut were current at one instant. */
const CURRENT = { CO: [10, 20], XA: [10, 20], XB: [10, 20], XC: [10, 20] }
const agreed = (text: Drafted, ...more: readonly Drafted[]) => ({
  CO: [text, declare('adopted', V, { CO: 1, XA: 1, XB: 1, XC: 1 }, CURRENT), ...more],
  XA: [comply(V)],
  XB: [comply(V)],
  XC: [comply(V)],
})

describe('a party that leaves', () => {
  it('has withdrawn from what it agreed to, from there on', () => {
    const before = agreed(propose())
    expect(stateOf(before).steps[0]?.versions[0]).toMatchObject({ standing: 'stands' })
    const { steps, left } = stateOf({ ...before, XC: [...before.XC, leave] })
    expect(left).toEqual([at('XC', 1)])
    expect(steps[0]?.versions[0]).toMatchObject({
      standing: 'suspended',
      adopted: [at('CO', 1)],
      voices: { XC: { effective: 'withdrawn', act: at('XC', 1) } },
      reasons: [{ code: 'withdrawn', member: 'XC', act: at('XC', 1) }],
    })
  })
  it('is noticed where the case was known before, in every step', () => {
    const before = agreed(propose())
    const after = { ...before, CO: [...before.CO, propose('other')], XC: [...before.XC, leave] }
    const cut = cutOf(charter, after)
    const growing = createEvaluator(charter)
    growing(cutTo(cut, { ...sizesOf(cut), XC: 1 }))
    expect(growing(cut)).toEqual(stateOf(after))
  })
  it('has withdrawn from what it never spoke on, also where that is filed later', () => {
    const { steps } = stateOf({
      CO: [propose(), propose('other')],
      XA: [comply(V)],
      XB: [comply(V)],
      XC: [leave],
    })
    for (const { versions } of steps)
      expect(versions[0]?.voices['XC' as PartyId]).toMatchObject({
        effective: 'withdrawn',
        act: at('XC', 0),
      })
    expect(steps[0]?.versions[0]?.gate).toMatchObject({
      open: false,
      reasons: [{ code: 'withdrawn', member: 'XC' }],
    })
  })
  it('has left for good: to disown later what it had said before does not undo that', () => {
    const disowns: Drafted = {
      act: { kind: 'disavow', acts: [at('XC', 0)], reason: 'The key was stolen.' },
    }
    const { steps } = stateOf({
      ...agreed(propose()),
      CO: [propose(), declare('adopted', V, { CO: 1, XA: 1, XB: 1, XC: 2 }, CURRENT)],
      XC: [comply(V), leave, disowns],
    })
    expect(steps[0]?.versions[0]).toMatchObject({
      adopted: [],
      voices: { XC: { effective: 'withdrawn', act: at('XC', 1) } },
    })
  })
  it('keeps its own withdrawal where it had made one', () => {
    const { steps } = stateOf({
      CO: [propose()],
      XC: [comply(V), { act: { kind: 'withdraw', on: V } }, leave],
    })
    expect(steps[0]?.versions[0]?.voices['XC' as PartyId]?.act).toBe(at('XC', 1))
  })
  it('changes nothing at cuts that do not hold it', () => {
    const whole = agreed(propose())
    const cut = cutOf(charter, { ...whole, XC: [...whole.XC, leave] })
    const earlier = {
      ...cut,
      XC: { ...cut['XC' as PartyId]!, acts: cut['XC' as PartyId]!.acts.slice(0, 1) },
    }
    expect(evaluate(charter, earlier).steps).toEqual(stateOf(whole).steps)
  })
})

describe('a charter', () => {
  it('is amended where the version that puts the new one is adopted', () => {
    expect(stateOf(agreed(puts(NEXT), amends())).amended).toEqual([
      { by: at('CO', 2), on: V, to: NEXT },
    ])
    expect(stateOf(agreed(puts(NEXT), amends())).steps[0]?.versions[0]).toMatchObject({
      successor: NEXT,
    })
  })
  it.each<readonly [string, Readonly<Record<string, readonly Drafted[]>>]>([
    ['that is not adopted', { CO: [puts(NEXT), amends()], XA: [comply(V)] }],
    ['that puts another', agreed(puts(`sha256:${'8'.repeat(64)}`), amends())],
    ['that puts none', agreed(puts(), amends())],
    ['of another kind of step', agreed({ act: { ...propose().act, successor: NEXT } }, amends())],
    ['that is not there', agreed(puts(NEXT), amends(NEXT, at('CO', 9)))],
  ])('is not amended by a version %s', (_, strands) => {
    expect(stateOf(strands).amended).toBeUndefined()
  })
  it('stays amended, and what was adopted stays adopted, whoever leaves', () => {
    const strands = agreed(puts(NEXT), amends())
    const { amended, steps } = stateOf({ ...strands, XC: [...strands.XC, leave] })
    expect(amended).toHaveLength(1)
    expect(steps[0]?.versions[0]?.adopted).toEqual([at('CO', 1)])
  })
  it('is joined on record, and no voice waits for that', () => {
    const { joined, steps } = stateOf({ ...agreed(propose()), XA: [comply(V), join] })
    expect(joined).toEqual([at('XA', 1)])
    expect(steps[0]?.versions[0]?.standing).toBe('stands')
  })
})
