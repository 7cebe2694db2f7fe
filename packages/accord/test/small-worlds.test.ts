import { describe, expect, it } from 'vitest'
import type { VersionState } from '../src/state.ts'
import { cutOf, versionsOf } from './case.ts'
import { FACTS, SETS, worldsOf, type Against, type Ends, type World } from './small-worlds.ts'

/** What must hold in every small world and from each of its cuts to every larger one. */

/** What the versions of one cut contradict by themselves. */
const contradictions = (versions: readonly VersionState[], against: Against): readonly string[] =>
  versions.flatMap((version) => [
    ...(version.inForce
      ? against(Object.values(version.voices).map(({ effective }) => effective))
      : []),
    ...(has(version, 'adopted') && has(version, 'broken') ? ['both adopted and broken'] : []),
    ...(isFinal(version) && version.inForce ? ['what is final is in force'] : []),
  ])

/** What came undone from one cut to another with one act more: what no such step undoes, no row of them does. */
function undone(lower: readonly VersionState[], upper: readonly VersionState[]): string[] {
  return lower.flatMap((before) => {
    const after = upper.find(({ id }) => id === before.id)
    if (!after) return ['a version disappeared']
    const reverted = FACTS.filter((fact) =>
      (before[fact] ?? []).some((id) => !(after[fact] ?? []).includes(id)),
    )
    return [
      ...reverted.map((fact) => `${fact} reverted`),
      ...(isFinal(before) && !isFinal(after) ? ['what was final is not'] : []),
    ]
  })
}

const has = (version: VersionState, fact: (typeof FACTS)[number]) =>
  (version[fact] ?? []).length > 0
const isFinal = ({ standing }: VersionState) =>
  standing === 'ended' || standing === 'lapsed' || standing === 'superseded'

describe.each(SETS)(
  'in every small world with $name',
  ({ charter, put, against, alphabet, most, least }) => {
    it('nothing final reverts and nothing is in force against a member', () => {
      const seen: Record<keyof Ends, number> = { adopted: 0, ended: 0, lapsed: 0, broken: 0 }
      const found: string[] = []
      const known = new Map<string, readonly VersionState[]>()
      const nameOf = ({ XA, XB }: World) =>
        [XA.map((act) => alphabet.XA.indexOf(act)), XB.map((act) => alphabet.XB.indexOf(act))].join(
          '/',
        )
      // Shorter ones come before longer ones, so that what is one act smaller is known.
      for (const world of worldsOf(alphabet, most)) {
        const cut = cutOf(charter, { XA: [put, ...world.XA], XB: world.XB })
        const versions = versionsOf(charter, cut)
        known.set(nameOf(world), versions)
        found.push(...contradictions(versions, against))
        for (const smaller of [
          ...(world.XA.length > 0 ? [{ ...world, XA: world.XA.slice(0, -1) }] : []),
          ...(world.XB.length > 0 ? [{ ...world, XB: world.XB.slice(0, -1) }] : []),
        ])
          found.push(...undone(known.get(nameOf(smaller))!, versions))
        for (const fact of FACTS) if (versions.some((one) => has(one, fact))) seen[fact]++
      }
      expect(found).toEqual([])
      // Worlds in which nothing comes of a text would contradict nothing.
      for (const fact of FACTS) expect(seen[fact], fact).toBeGreaterThanOrEqual(least[fact] ?? 0)
    }, 60_000)
  },
)
