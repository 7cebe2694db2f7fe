import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normFor, RULES } from '../src/countermeasure.ts'
import { type FactId, type Facts, getFact, isFactId } from '../src/fact.ts'
import { VALUES, type Value } from '../src/finding.ts'
import { recordedFor, valuesOf } from '../src/measure.ts'
import { factsRead, normsOf, raisedBy } from '../src/rule.ts'
import { flat, isAsked, type Traced, traceOf } from '../src/trace.ts'
import type { View } from '../src/view.ts'
import { VIEWS } from '../src/views/views.ts'
import { everyCase, findingOf, readingsOf, samples } from './every-answer.ts'
import { alder, everythingMet } from './example.ts'

// The properties that the notes ask for in README, section 8, test 3: one test each, on facts and views made up at random.
const FAVOURABLE: Facts = valuesOf(recordedFor(everythingMet, 'XA'))
const IDS = Object.keys(FAVOURABLE).filter((id): id is FactId => isFactId(id) && id !== 'kind')
const COUNTERMEASURE = normFor({ kind: 'countermeasure' })!

// A day is favourable only beside the other days: it is known as there, or not known.
const otherAnswers = (id: FactId): readonly unknown[] =>
  getFact(id).type === 'day' ? [undefined] : samples(id)

// Days, and that the wrong has ceased, favour nobody by themselves: it depends on the other facts.
const FAVOUR = IDS.filter((id) => getFact(id).type !== 'day' && id !== 'ceased')

const view: fc.Arbitrary<View> = fc.constantFrom(alder, ...VIEWS)

/** Facts of a measure in which everything is met, each as there or, once in so many times, answered in any other way. */
const factsOf = (ids: readonly FactId[], asThere: number): fc.Arbitrary<Facts> =>
  fc
    .record(
      Object.fromEntries(
        ids.map((id) => [
          id,
          fc.oneof(
            { weight: asThere, arbitrary: fc.constant(FAVOURABLE[id]) },
            { weight: 1, arbitrary: fc.constantFrom(...otherAnswers(id)) },
          ),
        ]),
      ),
    )
    .map((facts) => ({ ...facts, kind: 'countermeasure' }) as Facts)

const someFacts = factsOf(IDS, 20)

const EVERY = [...factsRead(COUNTERMEASURE)].filter(
  (id): id is FactId => isFactId(id) && id !== 'kind',
)
// What raises a question is assumed again once it is gone (decision 37).
const RAISING = new Set(normsOf(COUNTERMEASURE).flatMap((norm) => [...raisedBy(norm)]))
const HELD_TO = EVERY.filter((id) => !RAISING.has(id))

function found(facts: Facts, under: View): Traced {
  const trace = traceOf(COUNTERMEASURE, facts, under)
  if (!isAsked(trace)) throw new TypeError('expected a countermeasure to be asked')
  return trace
}
const rank = (value: Value): number => VALUES.indexOf(value)
const without = (facts: Facts, ...ids: readonly FactId[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([id]) => !ids.some((each) => each === id)))

describe('properties of the law', () => {
  it('a favourable fact that is added never makes the answer worse', () => {
    fc.assert(
      fc.property(someFacts, view, fc.constantFrom(...FAVOUR), (facts, under, id) => {
        const before = found(without(facts, id), under).finding.value
        const after = found({ ...facts, [id]: FAVOURABLE[id] }, under).finding.value
        return rank(after) <= rank(before)
      }),
      { numRuns: 600 },
    )
  })
  it('what a rule has answered it asks nothing more for', () => {
    for (const rule of RULES)
      for (const facts of everyCase(rule)) {
        const { value, asks = [] } = rule.test(facts)
        if (value === 'unknown') continue
        expect(asks, rule.id).toEqual([])
      }
  })
  it('where Article 53 is fulfilled, the gate closes under every view', () => {
    fc.assert(
      fc.property(someFacts, view, (facts, under) => {
        const ended = found({ ...facts, ceased: true, reparation: 'full' }, under)
        return ended.finding.value === 'not-satisfied'
      }),
      { numRuns: 300 },
    )
  })
  it('evidence taken away leaves “cannot say”, and never conditions that are met', () => {
    const evidence: readonly FactId[] = ['confidence', 'independentSources', 'otherHypotheses']
    fc.assert(
      fc.property(fc.subarray([...evidence], { minLength: 1 }), view, (gone, under) => {
        const { value } = found(without(FAVOURABLE, ...gone), under).finding
        return value === 'unknown' || value === 'not-satisfied'
      }),
    )
    for (const gone of evidence)
      expect(found(without(FAVOURABLE, gone), alder).finding.value, gone).toBe('unknown')
  })
  it('a fact taken away, whatever it said, never turns what is not met into what is met', () => {
    const stays = (facts: Facts, under: View, gone: FactId): boolean =>
      found(facts, under).finding.value === 'satisfied' ||
      found(without(facts, gone), under).finding.value !== 'satisfied'
    for (const id of HELD_TO)
      for (const value of samples(id))
        expect(stays({ ...FAVOURABLE, [id]: value }, alder, id), `${id} ${String(value)}`).toBe(
          true,
        )
    fc.assert(fc.property(factsOf(EVERY, 30), view, fc.constantFrom(...HELD_TO), stays), {
      numRuns: 600,
    })
  })
  it('what is disputed never disappears through what is needed together', () => {
    fc.assert(
      fc.property(someFacts, view, (facts, under) => {
        for (const each of flat(found(facts, under))) {
          if (!isAsked(each) || each.kind !== 'all') continue
          const parts = each.parts.filter(isAsked)
          const kept = new Set(each.finding.disputes.map(({ id }) => id))
          for (const part of parts)
            for (const { id } of part.finding.disputes) expect(kept).toContain(id)
          if (parts.some(({ finding }) => finding.value === 'disputed'))
            expect(each.finding.value).not.toBe('satisfied')
        }
      }),
      { numRuns: 300 },
    )
  })
  it('a reading may settle a dispute of a rule, and names it all the same', () => {
    for (const rule of RULES)
      for (const facts of everyCase(rule)) {
        const { value, disputes } = rule.test(facts)
        if (value !== 'disputed') continue
        for (const reading of readingsOf(rule)) {
          const after = findingOf(rule, facts, reading)
          for (const { id } of disputes)
            expect(
              after.disputes.map((each) => each.id),
              rule.id,
            ).toContain(id)
        }
      }
  })
})
