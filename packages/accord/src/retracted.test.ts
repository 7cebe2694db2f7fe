import { describe, expect, it } from 'vitest'
import {
  at,
  charterOf,
  comply,
  cutOf,
  propose,
  record,
  type Drafted,
  type Strands,
} from '../test/case.ts'
import { createEvaluator, evaluate } from './evaluate.ts'

const takeBack = (of: string): Drafted => ({
  act: { kind: 'evidence-withdraw', of, reason: 'Mislabelled.' },
})
const attributing = (...evidence: string[]): Drafted => ({
  act: { ...record('attribute').act, evidence },
})
const resting = (...evidence: string[]): Drafted => ({ act: { ...propose().act, evidence } })
const stateOf = (strands: Strands) => evaluate(charterOf(), cutOf(charterOf(), strands))
const put = at('XA', 0)

describe('evidence that its party takes back', () => {
  it('stays on record, with all that rests on it: attributions, texts, assessments', () => {
    const {
      retracted,
      evidence,
      void: nothing,
    } = stateOf({
      XA: [record('evidence'), takeBack(put)],
      XB: [attributing(put), attributing()],
      XC: [
        {
          act: {
            kind: 'assess',
            on: at('CO', 0),
            facts: { 'act.date': { value: 'x', evidence: [put, 'a paper'] } },
          },
        },
      ],
      CO: [resting(put)],
    })
    expect(evidence).toContain(put)
    expect(retracted).toEqual([
      { of: put, by: at('XA', 1), resting: [at('CO', 0), at('XB', 0), at('XC', 0)] },
    ])
    expect(nothing).toEqual([])
  })
  it('is taken back by nobody else, not before it is put, and nothing else can be taken back so', () => {
    for (const strands of [
      { XA: [record('evidence')], XB: [takeBack(put)] },
      { XA: [takeBack(at('XA', 1)), record('evidence')] },
      { XA: [record('attribute'), takeBack(put)] },
      { XA: [takeBack(at('XZ', 9))] },
    ]) {
      const state = stateOf(strands)
      expect(state.retracted).toBeUndefined()
      expect(state.void).toMatchObject([{ code: 'act.not-on-record' }])
    }
  })
  it('changes no gate and no voice', () => {
    const voices = { XA: [record('evidence'), comply(at('CO', 0))], XB: [comply(at('CO', 0))] }
    const before = stateOf({ CO: [resting(put)], ...voices })
    const after = stateOf({ CO: [resting(put)], ...voices, XA: [...voices.XA, takeBack(put)] })
    expect(after.steps).toEqual(before.steps)
    expect(after.retracted).toHaveLength(1)
  })
  it('is so in a cut that grew as in one that is read whole', () => {
    const strands = { XA: [record('evidence'), takeBack(put)], XB: [attributing(put)] }
    const grown = createEvaluator(charterOf())
    for (const XA of [strands.XA.slice(0, 1), strands.XA])
      for (const XB of [[], strands.XB]) {
        const cut = cutOf(charterOf(), { XA, XB })
        expect(grown(cut)).toEqual(evaluate(charterOf(), cut))
      }
  })
})
