import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { getNorm, normFor } from '../src/countermeasure.ts'
import { type Facts, isFactId } from '../src/fact.ts'
import type { Value } from '../src/finding.ts'
import { recordedFor, valuesOf } from '../src/measure.ts'
import { flat, isAsked, type Traced, traceOf } from '../src/trace.ts'
import type { View } from '../src/view.ts'
import { VIEWS } from '../src/views/views.ts'
import { alder, everythingMet } from './example.ts'
import { MADE_FROM } from './made-from.ts'
import { researchedRules } from './research.ts'

const FAVOURABLE: Facts = valuesOf(recordedFor(everythingMet, 'XA'))
const COUNTERMEASURE = normFor({ kind: 'countermeasure' })!

type Stop = {
  readonly norm: string
  readonly facts: Facts
  /** What the norm itself comes to; not met unless said. */
  readonly comesTo?: Value
  /** Views under which it is no gate, and why. */
  readonly except?: { readonly is: (view: View) => boolean; readonly why: string }
}

const NOT_INJURED: Facts = { injury: 'none', obligation: 'bilateral', form: 'independent' }
const excused = (excuse: Facts['excuse']): Facts => ({
  ...(excuse === undefined ? {} : { excuse }),
  excuseHolds: true,
  obligation: 'bilateral',
})

/** By hand: every gate that the rules base calls hard, by its entry there, each stopped. */
const STOPS: Readonly<Record<string, Stop>> = {
  'E-01': { norm: 'arsiwa-2', facts: { obligationInForce: false, fromTerritory: false } },
  'A-12': { norm: 'bosnia-209', facts: { confidence: 'unlikely' } },
  'A-14': {
    norm: 'arsiwa-49-1-mistake',
    facts: { otherHypotheses: 'not-tested' },
    comesTo: 'unknown',
  },
  'B-01': { norm: 'arsiwa-12-13', facts: { obligationInForce: false } },
  'P-01': { norm: 'arsiwa-20-excuse', facts: excused('consent') },
  'P-02': { norm: 'arsiwa-21-excuse', facts: excused('self-defence') },
  'P-03': { norm: 'arsiwa-22-excuse', facts: excused('countermeasure') },
  'P-04': { norm: 'arsiwa-23-excuse', facts: excused('force-majeure') },
  'P-05': { norm: 'arsiwa-24-excuse', facts: excused('distress') },
  'P-06': { norm: 'arsiwa-25-excuse', facts: excused('necessity') },
  'I-01': { norm: 'arsiwa-42', facts: NOT_INJURED },
  'I-02': { norm: 'arsiwa-48', facts: NOT_INJURED },
  // A claim is made or not on record: that it was not made is never known.
  'I-03': { norm: 'arsiwa-43', facts: { calledOn: undefined }, comesTo: 'unknown' },
  'C-01': { norm: 'arsiwa-49-1-prior', facts: { actOn: '2030-01-01', startsOn: '2026-12-15' } },
  'C-02': { norm: 'arsiwa-49-1-target', facts: { thirdStates: 'rights-broken' } },
  'C-03': { norm: 'tallinn-24', facts: { executor: 'private-operator' } },
  'L-01': { norm: 'arsiwa-49-1-object', facts: { object: 'punish' } },
  'L-02': { norm: 'arsiwa-49-2', facts: { reviewOn: '2026-12-01', startsOn: '2026-12-15' } },
  'L-03': { norm: 'arsiwa-49-3', facts: { reversible: 'no' } },
  'L-04': { norm: 'arsiwa-51', facts: { injuryWeight: 'low', measuresWeight: 'very-high' } },
  'L-05': { norm: 'arsiwa-50-1-a', facts: { measureEffect: 'injury-or-death' } },
  'L-06': { norm: 'arsiwa-50-1-b', facts: { rightsAffected: 'life' } },
  'L-07': { norm: 'arsiwa-50-1-c', facts: { protectedObject: 'medical' } },
  'L-08': { norm: 'arsiwa-50-1-d', facts: { peremptoryAffected: true } },
  'L-09': { norm: 'arsiwa-50-2-a', facts: { settlement: 'broken' } },
  'L-10': { norm: 'arsiwa-55', facts: { specialRegime: 'excludes' } },
  'L-11': { norm: 'arsiwa-50-2-b', facts: { missionAffected: true } },
  'PR-01': { norm: 'arsiwa-52-1-a', facts: { answer: 'pending' } },
  'PR-02': {
    norm: 'arsiwa-52-1-b',
    facts: { negotiationOffered: false, urgency: 'none' },
    except: {
      is: (view) => view.readings['prior-notification'].value === 'not-required',
      why: 'a view that requires no notice waives it, and that alone',
    },
  },
  'CC-01': { norm: 'arsiwa-54-own-right', facts: NOT_INJURED },
  'CC-02': { norm: 'arsiwa-46', facts: { form: 'independent', directedBy: 'another' } },
  'CC-03': { norm: 'arsiwa-16', facts: { form: 'assistance', request: 'none' } },
  'CC-04': { norm: 'arsiwa-54-on-behalf', facts: { form: 'on-behalf', request: 'none' } },
  'CC-05': { norm: 'arsiwa-51-54', facts: { measuresCounted: 'own-only' } },
  'X-01': { norm: 'own-view', facts: { ownReading: 'rejects' } },
  'X-03': { norm: 'own-authority', facts: { authority: 'none' } },
  'X-05': { norm: 'arsiwa-6-47', facts: { secondment: 'unwritten' } },
}

/** By hand: every gate that the rules base calls soft, raised, and answered in writing (decision 87). */
const SOFT: Readonly<Record<string, Stop & { readonly answered: Facts }>> = {
  'I-04': {
    norm: 'arsiwa-44-45',
    facts: { waiver: 'delay', localRemedies: 'not-applicable' },
    comesTo: 'unknown',
    answered: { waiver: 'delay-answered' },
  },
  'PS-01': {
    norm: 'charter-33',
    facts: { settlementSteps: 'none' },
    comesTo: 'disputed',
    answered: { settlementSteps: 'documented' },
  },
  'X-02': {
    norm: 'arsiwa-22-prior',
    facts: { ownPriorBreach: 'found' },
    comesTo: 'unknown',
    answered: { ownPriorBreach: 'found-answered' },
  },
  'X-04': {
    norm: 'own-evidence',
    facts: { custody: 'gaps' },
    comesTo: 'unknown',
    answered: { custody: 'gaps-answered' },
  },
}

function found(facts: Facts, under: View): Traced {
  const trace = traceOf(COUNTERMEASURE, facts, under)
  if (!isAsked(trace)) throw new TypeError('expected a countermeasure to be asked')
  return trace
}

/** The favourable facts with some of them gone, which makes nothing better, and the stop. */
const someFacts = fc
  .subarray(
    Object.keys(FAVOURABLE).filter((id) => isFactId(id) && id !== 'kind'),
    { minLength: 20 },
  )
  .map((kept): Facts =>
    Object.fromEntries(
      Object.entries(FAVOURABLE).filter(
        ([id]) => id === 'kind' || kept.some((each) => each === id),
      ),
    ),
  )

const research = sharedPath('law/responsibility-rules.yaml')

describe('the gates that the rules base calls hard', () => {
  it.skipIf(research === undefined)('are stopped here, every one of them and no other', () => {
    const hard = [...researchedRules(readFileSync(research!, 'utf8'))].flatMap(([id, { gate }]) =>
      gate.startsWith('hard') ? [id] : [],
    )
    expect(hard).toHaveLength(37)
    expect(Object.keys(STOPS).toSorted()).toEqual(hard.toSorted())
  })
  it.skipIf(research === undefined)('and those that it calls soft, every one and no other', () => {
    const soft = [...researchedRules(readFileSync(research!, 'utf8'))].flatMap(([id, { gate }]) =>
      gate === 'soft' ? [id] : [],
    )
    expect(Object.keys(SOFT)).toEqual(soft)
  })
  it.each(Object.entries(SOFT))(
    '%s, which is soft: no fact of it alone is a no, and a written answer opens it',
    (_entry, { norm, facts, answered }) => {
      const wanted = (given: Facts) => found({ ...FAVOURABLE, ...given }, alder).finding.value
      expect(wanted(facts)).not.toBe('not-satisfied')
      expect(wanted({ ...facts, ...answered })).toBe('satisfied')
      const [of] = flat(found({ ...FAVOURABLE, ...facts }, alder)).filter(
        (each) => each.norm === norm,
      )
      const { because, remedy, disputes = [] } = of && isAsked(of) ? of.finding : {}
      // A warning, and what would answer it.
      expect(because?.es).toBeTruthy()
      expect(remedy !== undefined || disputes.length > 0).toBe(true)
    },
  )
  it('are those of the rules that were made from them', () => {
    for (const [entry, { norm }] of Object.entries({ ...STOPS, ...SOFT }))
      if (entry !== 'E-01') expect([norm, MADE_FROM[norm]]).toEqual([norm, entry])
  })
  it.each(Object.entries({ ...STOPS, ...SOFT }))(
    '%s stopped: nothing is green under any view',
    (_entry, { norm, facts: stop, comesTo = 'not-satisfied', except }) => {
      expect(found(FAVOURABLE, alder).finding.value).toBe('satisfied')
      const gated = [alder, ...VIEWS].filter((view) => !except?.is(view))
      expect(gated.length).toBeGreaterThan(30)
      for (const view of gated)
        expect(found({ ...FAVOURABLE, ...stop }, view).finding.value).not.toBe('satisfied')
      fc.assert(
        fc.property(someFacts, fc.constantFrom(...gated), (facts, view) => {
          return found({ ...facts, ...stop }, view).finding.value !== 'satisfied'
        }),
        { numRuns: 40 },
      )
      expect(getNorm(norm).id).toBe(norm)
      const stopped = flat(found({ ...FAVOURABLE, ...stop }, alder)).find(
        (each) => each.norm === norm,
      )
      expect(stopped && isAsked(stopped) ? stopped.finding.value : 'not-asked').toBe(comesTo)
    },
  )
})
