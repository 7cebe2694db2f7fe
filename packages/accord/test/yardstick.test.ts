import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cut } from '../src/cut.ts'
import type { VersionState } from '../src/state.ts'
import { versionsOf } from './case.ts'
import { charter, nested } from './worlds.ts'
import { findYardstick, toPrototypeCharter, toPrototypeCut, type Judged } from './yardstick.ts'

const yardstick = await findYardstick()

const RUNS = Number(process.env['ENTENTE_WORLDS'] ?? 4_000)

const ours = (version: VersionState): Judged => ({
  current: version.current,
  adopted: version.adopted.length > 0,
  ended: version.ended.length > 0,
  standing: version.standing,
  inForce: version.inForce,
  voices: Object.fromEntries(
    Object.entries(version.voices).map(([member, { effective }]) => [member, effective]),
  ),
  incomplete: version.incomplete,
})

describe.skipIf(!yardstick)(
  yardstick
    ? 'the prototype, which was measured against every small world,'
    : 'left out: ../shared is not here; the prototype',
  () => {
    it(`judges each version of ${RUNS} near misses as we do`, () => {
      const rules = toPrototypeCharter(charter)
      const seen = new Map<string, number>()
      const agree = (cut: Cut) => {
        const theirs = yardstick!(rules, toPrototypeCut(cut))
        const versions = versionsOf(charter, cut)
        expect(versions.map(({ id }) => id).toSorted()).toEqual(Object.keys(theirs).toSorted())
        for (const version of versions) {
          const judged = ours(version)
          expect(theirs[version.id]).toMatchObject(judged)
          for (const what of [
            judged.standing,
            judged.adopted ? 'adopted' : '',
            version.ended.length > 0 ? 'ended by certificate' : '',
          ])
            seen.set(what, (seen.get(what) ?? 0) + 1)
        }
      }
      fc.assert(
        fc.property(nested, ({ lower, upper }) => {
          agree(lower)
          agree(upper)
        }),
        { numRuns: RUNS },
      )
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
  },
)
