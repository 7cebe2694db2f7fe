import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import { NORMS } from '../src/countermeasure.ts'
import { type FactId, FACTS, type Facts, isFactId } from '../src/fact.ts'
import type { MeasureFacts, RecordedFacts } from '../src/measure.ts'
import { factsRead } from '../src/rule.ts'
import { VIEWS } from '../src/views/views.ts'
import { samples } from './every-answer.ts'
import { alder, everythingMet, quietModem, three } from './example.ts'

const IDS = Object.keys(FACTS).filter((id): id is FactId => isFactId(id))
const someViews = [
  alder,
  ...VIEWS.filter(({ holder }) => ['GB', 'FR', 'EE', 'CA'].includes(holder.code)),
]

/** A few facts answered otherwise, or taken back: of all, or of one nation. */
const change = fc.record({
  nation: fc.option(fc.constantFrom('XA', 'XB'), { nil: undefined }),
  facts: fc
    .uniqueArray(fc.constantFrom(...IDS), { minLength: 1, maxLength: 3 })
    .chain((ids) =>
      fc.record(Object.fromEntries(ids.map((id) => [id, fc.constantFrom(...samples(id))]))),
    ),
})
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never

function changed(measure: MeasureFacts, { nation, facts }: Change): MeasureFacts {
  const put = (recorded: RecordedFacts): RecordedFacts =>
    Object.fromEntries(
      Object.entries({
        ...recorded,
        ...Object.fromEntries(
          Object.entries(facts).map(([id, value]) => [
            id,
            { value, assertedBy: 'XA', evidence: [] },
          ]),
        ),
      }).filter(([, { value }]) => value !== undefined),
    )
  if (nation === undefined) return { ...measure, facts: put(measure.facts) }
  return {
    ...measure,
    nations: measure.nations.map((each) =>
      each.code === nation ? { ...each, facts: put(each.facts) } : each,
    ),
  }
}

describe('a measure assessed again after some facts changed', () => {
  it.each([
    ['with the exercise’s nations', quietModem, three],
    ['under published views', everythingMet, someViews],
  ] as const)('comes to what it comes to when it is assessed anew, %s', (_name, measure, views) => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let now: MeasureFacts = measure
        let kept = assess(now, views, VIEWS)
        for (const each of changes) {
          now = changed(now, each)
          kept = assess(now, views, VIEWS, kept)
        }
        expect(kept).toEqual(assess(now, views, VIEWS))
      }),
      { numRuns: 40 },
    )
  })
  it('takes what reads none of them from before, the very same trace', () => {
    const before = assess(everythingMet, [alder])
    const again = assess(
      changed(everythingMet, { nation: undefined, facts: { capacity: 'no' } }),
      [alder],
      [],
      before,
    )
    const moved = again.rows.filter((row, at) => row !== before.rows[at]).map(({ norm }) => norm)
    expect(moved.toSorted()).toEqual(['arsiwa-2', 'arsiwa-22', 'corfu-channel-22'])
  })
  it('is assessed anew under other views', () => {
    const before = assess(everythingMet, [alder])
    expect(assess(everythingMet, three, [], before)).toEqual(assess(everythingMet, three))
  })
})

describe('the facts that a norm reads', () => {
  it('are all known, whatever the facts are when its question arises', () => {
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(IDS.map((id) => [id, fc.constantFrom(...samples(id))]))),
        (facts) => {
          for (const norm of NORMS) {
            const read: string[] = []
            norm.arises?.(
              new Proxy(facts as Facts, {
                get: (known, id) => {
                  read.push(String(id))
                  return known[id as FactId]
                },
              }),
            )
            for (const id of read) expect(factsRead(norm)).toContain(id)
          }
        },
      ),
      { numRuns: 30 },
    )
  })
})
