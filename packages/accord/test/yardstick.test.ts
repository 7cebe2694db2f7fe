import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Charter } from '../src/charter.ts'
import type { Cut } from '../src/cut.ts'
import type { VersionState } from '../src/state.ts'
import { versionsOf } from './case.ts'
import { charter as everyRule, nested as everyNested } from './rule-worlds.ts'
import { charter, nested } from './worlds.ts'
import { findYardstick, toPrototypeCharter, toPrototypeCut, type Judged } from './yardstick.ts'

const yardstick = await findYardstick()

const RUNS = Number(process.env['ENTENTE_WORLDS'] ?? 4_000)
/** Fewer would not reach every rule's rare ends. */
const EVERY_RULE_RUNS = Math.max(RUNS / 2, 2_000)

const ours = (version: VersionState): Judged => ({
  current: version.current,
  adopted: version.adopted.length > 0,
  ended: version.ended.length > 0,
  lapsed: (version.lapsed?.length ?? 0) > 0,
  expired: (version.broken?.length ?? 0) > 0,
  standing: version.standing,
  inForce: version.inForce,
  voices: Object.fromEntries(
    Object.entries(version.voices).map(([member, { effective }]) => [member, effective]),
  ),
  incomplete: version.incomplete,
})

const RAN_OUT = 'a voice that ran out was for until then'
const LATE_BREAK = 'a break after a closing that the extension did not move undoes nothing'
const DEEMED_LOST = 'a consent by silence is a consent that can be lost'
const LATE_CONSENT = 'a consent after the expiry expresses none before it'
/** spec/state.md: nothing that is certified changes a voice where nothing is decided by voices. */
const AS_SAID = 'where each says its own, voices are as last said'
const DEPARTURES = [RAN_OUT, LATE_BREAK, DEEMED_LOST, LATE_CONSENT, AS_SAID]

/** What a generator has to reach: it would agree with anything else. */
const EVERY_RULE = [
  'express-unanimity adopted',
  'silence adopted',
  'qualified-majority adopted',
  'participants-only adopted',
  'express-unanimity ended by certificate',
  'silence ended by certificate',
  'qualified-majority ended by certificate',
  'participants-only ended by certificate',
  'express-unanimity lapsed by certificate',
  'silence lapsed by certificate',
  'broken by certificate',
  'a voice ran out by certificate',
  'open',
  'broken',
  'stands',
  'stands-with-reservations',
  'weakened',
  'suspended',
  'lapsed',
]

/**
 * Where the text of the rules asks for another answer than the prototype gives; each is tested by an
 * oracle of its own. Everything else in the two answers has to be the same.
 */
function departure(
  version: VersionState,
  judged: Judged,
  { theirs, hasEnds }: { readonly theirs: Judged; readonly hasEnds: boolean },
): string | undefined {
  const isSameBut = (...fields: readonly (keyof Judged)[]) =>
    Object.entries(judged).every(
      ([field, value]) =>
        fields.includes(field as keyof Judged) ||
        JSON.stringify(value) === JSON.stringify(theirs[field as keyof Judged]),
    )
  if (isSameBut()) return undefined
  // The voice may have been given up for another since: what was lost when it ran out is still lost.
  if (judged.ended !== theirs.ended && hasEnds && isSameBut('ended', 'standing', 'inForce'))
    return RAN_OUT
  if (version.rule === 'each-its-own' && isSameBut('voices', 'incomplete')) return AS_SAID
  if (version.rule !== 'silence') return undefined
  if (theirs.expired && !judged.expired && isSameBut('expired', 'standing')) return LATE_BREAK
  if (judged.standing === 'weakened' && isSameBut('standing')) return DEEMED_LOST
  if (theirs.adopted && !judged.adopted && !theirs.expired) return LATE_CONSENT
  return undefined
}

/** Whether anybody gave a voice with an end. */
const endingOn = (cut: Cut, { id }: VersionState): boolean =>
  Object.values(cut).some(({ acts }) =>
    acts.some(({ act }) => act?.kind === 'comply' && act.on === id && act.until !== undefined),
  )

type Nested = typeof nested
type Seen = Map<string, number>

/** Holds every version of two cuts of each world against the prototype; says what was seen. */
function compare(rules: Charter, worlds: Nested, runs = RUNS): Seen {
  const theirRules = toPrototypeCharter(rules)
  const seen: Seen = new Map()
  const note = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
  const agree = (cut: Cut) => {
    const theirs = yardstick!(theirRules, toPrototypeCut(cut))
    const versions = versionsOf(rules, cut)
    expect(versions.map(({ id }) => id).toSorted()).toEqual(Object.keys(theirs).toSorted())
    for (const version of versions) {
      const judged = ours(version)
      const hasEnds = endingOn(cut, version)
      const meant = departure(version, judged, { theirs: theirs[version.id]!, hasEnds })
      if (meant) {
        note(meant)
        continue
      }
      expect(theirs[version.id], version.rule).toMatchObject(judged)
      note(judged.standing)
      if (version.adopted.length > 0) note(`${version.rule} adopted`)
      if (version.ended.length > 0) note(`${version.rule} ended by certificate`)
      if (version.lapsed) note(`${version.rule} lapsed by certificate`)
      if (version.broken) note('broken by certificate')
      if (version.ranOut) note('a voice ran out by certificate')
    }
  }
  fc.assert(
    fc.property(worlds, ({ lower, upper }) => {
      agree(lower)
      agree(upper)
    }),
    { numRuns: runs },
  )
  return seen
}

describe.skipIf(!yardstick)(
  yardstick
    ? 'the prototype, which was measured against every small world,'
    : 'left out: ../shared is not here; the prototype',
  () => {
    it(`judges each version of ${RUNS} near misses as we do`, () => {
      const seen = compare(charter, nested)
      // A generator that reaches nothing would agree with anything.
      for (const standing of [
        'open',
        'stands',
        'stands-with-reservations',
        'weakened',
        'suspended',
        'superseded',
        'ended',
      ])
        expect(seen.get(standing) ?? 0, standing).toBeGreaterThan(RUNS / 400)
    })

    it(`judges each version of ${EVERY_RULE_RUNS} near misses under every rule as we do`, () => {
      const seen = compare(everyRule, everyNested, EVERY_RULE_RUNS)
      for (const what of EVERY_RULE) expect(seen.get(what) ?? 0, what).toBeGreaterThan(0)
      const departures = DEPARTURES.reduce((sum, what) => sum + (seen.get(what) ?? 0), 0)
      expect(departures).toBeLessThan(RUNS / 40)
    }, 120_000)
  },
)
