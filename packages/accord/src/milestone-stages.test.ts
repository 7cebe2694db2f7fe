import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  propose,
  record,
  type Strands,
} from '../test/case.ts'
import { assessedBy, called, putMeasure } from '../test/measure.ts'
import { evaluate } from './evaluate.ts'
import type { ActId } from './id.ts'
import { middle } from './middle.ts'
import { fewCases, STAGE_WORDS } from './milestone-stage-words.ts'
import { CASE_STAGES, stageActs, stageTimes } from './milestone-stages.ts'

const charter = charterOf()
const judged = (strands: Strands, id = charter.id) => {
  const own = { ...charter, id }
  const cut = cutOf(own, strands)
  return { charter: own, cut, state: evaluate(own, cut) }
}
const other = charter.id.replaceAll('c', 'd') as typeof charter.id
const [S, P] = [at('CO', 0), at('CO', 1)]

const position: Strands = {
  CO: [
    propose('situation', 'situation'),
    propose(),
    declare(
      'adopted',
      P,
      { CO: 2, XA: 1, XB: 1, XC: 1 },
      { CO: [5, 9], XA: [5, 9], XB: [5, 9], XC: [5, 9] },
    ),
  ],
  XA: [comply(P), record('attribute'), record('attribute')],
  XB: [comply(P), record('attribute')],
  XC: [comply(P)],
}
/** Seconds by which witnesses had seen each act of `position`. */
const seen: Readonly<Record<string, number>> = {
  [S]: 1_000,
  [P]: 1_500,
  [at('CO', 2)]: 9_000,
  [at('XA', 0)]: 2_000,
  [at('XA', 1)]: 8_000,
  [at('XA', 2)]: 8_001,
  [at('XB', 0)]: 2_000,
  [at('XB', 1)]: 7_000,
  [at('XC', 0)]: 2_000,
}
const timesOf = (...cases: readonly ReturnType<typeof judged>[]) =>
  stageTimes(cases, stageActs(cases), (id) => seen[id])

describe('how long a case took', () => {
  it('is told from stage to stage, by the first act that witnesses saw of each', () => {
    expect(timesOf(judged(position)).cases).toMatchObject([
      {
        stages: [
          { stage: 'opened', at: 1_000, after: 0, spent: 0 },
          { stage: 'described', at: 1_000, after: 0, spent: 500 },
          { stage: 'proposed', at: 1_500, after: 500, spent: 5_500 },
          { stage: 'attributed', at: 7_000, after: 6_000, spent: 2_000 },
          { stage: 'adopted', at: 9_000, after: 8_000 },
        ],
      },
    ])
  })
  it('leaves out what no witness has seen, and never asks what its author claims', () => {
    const cases = [judged(position)]
    const without = stageTimes(cases, stageActs(cases), (id) =>
      id === at('XB', 1) ? undefined : seen[id],
    )
    expect(without.cases[0]!.stages).toContainEqual({
      stage: 'attributed',
      at: 8_000,
      after: 7_000,
      spent: 1_000,
    })
    expect(stageTimes(cases, stageActs(cases), () => undefined)).toEqual({ cases: [], medians: [] })
  })
  it('counts no adoption whose certificate proves nothing', () => {
    const early: Strands = { ...position, XC: [] }
    const stages = timesOf(judged(early)).cases[0]!.stages.map(({ stage }) => stage)
    expect(stages).not.toContain('adopted')
  })
  it('has a measure’s assessment and the call before it', () => {
    const cases = [judged({ CO: [putMeasure], XA: [called, assessedBy('XA', 'alder')] })]
    expect(stageActs(cases).map(({ stage, id }) => [stage, id])).toEqual([
      ['opened', at('XA', 0)],
      ['opened', at('CO', 0)],
      ['called', at('XA', 0)],
      ['assessed', at('XA', 1)],
    ])
  })
  it('ends, for anyone to read, with what another case publishes of it', () => {
    const of = { case: charter.id, version: P, certificate: at('CO', 2) }
    const text = { lang: 'en', title: 'Position', clauses: [{ id: '1', text: 'So.' }] }
    const act = { kind: 'publish', what: 'position', audience: 'everybody', text, of }
    const open = judged({ XC: [{ act }] }, other)
    expect(
      stageActs([judged(position), open]).filter(({ stage }) => stage === 'published'),
    ).toEqual([
      {
        stage: 'published',
        case: charter.id,
        within: other,
        party: 'XC',
        index: 0,
        id: at('XC', 0),
      },
    ])
  })
  it('is nothing where nothing was put and nobody named', () => {
    expect(stageActs([judged({ XA: [record('evidence')] })])).toEqual([])
  })
})

describe('over cases', () => {
  it('the median is of the cases that reached a stage, and how many they are is told', () => {
    const open = judged({ CO: position['CO']!.slice(0, 2), XA: [record('attribute')] }, other)
    const { medians } = timesOf(judged(position), open)
    // 6,000 s in the one; in the other Alder’s first act was seen at 2,000, a thousand after the opening.
    expect(medians).toContainEqual({
      stage: 'attributed',
      median: 3_500,
      of: 2,
      spent: { median: 2_000, of: 1 },
    })
    expect(medians.find(({ stage }) => stage === 'adopted')).toEqual({
      stage: 'adopted',
      median: 8_000,
      of: 1,
    })
  })
  it('of few cases is said to be of few', () => {
    expect(fewCases(1)!.en).toContain('one case')
    expect(fewCases(4)!.es).toContain('4 casos')
    expect(fewCases(5)).toBeUndefined()
  })
  it('the middle has as many at or below it as at or above it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 1 }), (numbers) => {
        const is = middle(numbers)
        const below = numbers.filter((one) => one <= is).length
        const above = numbers.filter((one) => one >= is).length
        expect(Math.min(below, above) * 2).toBeGreaterThanOrEqual(numbers.length)
      }),
    )
  })
  it('does not depend on the order in which cases or acts are given', () => {
    const cases = [judged(position), judged({ CO: position['CO']! }, other)]
    const acts = stageActs(cases)
    const seenBy = (id: ActId) => seen[id]
    const { medians } = stageTimes(cases, acts, seenBy)
    expect(stageTimes(cases.toReversed(), acts.toReversed(), seenBy).medians).toEqual(medians)
  })
})

it('every stage has its words in both languages', () => {
  for (const stage of CASE_STAGES) {
    const { label, how } = STAGE_WORDS[stage]
    for (const words of [label, how]) {
      expect(words.en).not.toBe('')
      expect(words.es).not.toBe(words.en)
    }
  }
})
