import { describe, expect, it } from 'vitest'
import type { VersionState } from '../src/state.ts'
import {
  amend,
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  propose,
  versionsOf,
  withdraw,
  type Drafted,
} from './case.ts'

/** Every world of two members with these acts, and every cut of each: nothing is left to chance. */

const charter = charterOf({ members: { XA: 50, XB: 50 }, chair: 'XA', cure: 2 })
const V = at('XA', 0)
const V2 = at('XA', 2)
const cosignedAt20 = { XA: 20, XB: 20 }

type Alphabet = { readonly XA: readonly Drafted[]; readonly XB: readonly Drafted[] }

const ONE_TEXT: Alphabet = {
  XA: [
    comply(V),
    comply(V, 'abstains'),
    comply(V, 'complies', 'objects'),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
    declare('adopted', V, { XA: 2, XB: 2 }, cosignedAt20),
    declare('ended', V, { XA: 3, XB: 2 }, cosignedAt20, { XB: [2, 17] }),
    declare('ended', V, { XA: 3, XB: 2 }, cosignedAt20, { XB: [1, 17] }),
  ],
  XB: [
    comply(V),
    comply(V, 'awaits-instructions', 'complies'),
    withdraw(V),
    declare('ended', V, { XA: 3, XB: 1 }, cosignedAt20, { XB: [1, 17] }),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
  ],
}

const TWO_VERSIONS: Alphabet = {
  XA: [
    comply(V),
    amend(V),
    comply(V2),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
    declare('adopted', V2, { XA: 4, XB: 2 }, cosignedAt20),
  ],
  XB: [comply(V), comply(V2), comply(V, 'objects'), withdraw(V2)],
}

/** All strands of at most this length. */
const strandsOf = (alphabet: readonly Drafted[], most: number): readonly (readonly Drafted[])[] =>
  most === 0
    ? [[]]
    : strandsOf(alphabet, most - 1).flatMap((shorter) =>
        shorter.length < most - 1
          ? [shorter]
          : [shorter, ...alphabet.map((act) => [...shorter, act])],
      )

type World = { readonly XA: readonly Drafted[]; readonly XB: readonly Drafted[] }

/** Every world with these acts: what one is at a smaller cut is the world of those first acts, which is one of them too. */
function* worldsOf({ XA, XB }: Alphabet, most: readonly [number, number]): Generator<World> {
  const short = strandsOf(XB, most[1])
  for (const a of strandsOf(XA, most[0])) for (const b of short) yield { XA: a, XB: b }
}

/** What the versions of one cut contradict by themselves, each in a few words. */
function contradictions(versions: readonly VersionState[]): string[] {
  return versions.flatMap(({ inForce, voices }) => {
    if (!inForce) return []
    const said = Object.values(voices).map(({ effective }) => effective)
    return [
      ...(said.every((voice) => ['complies', 'abstains'].includes(voice))
        ? []
        : ['in force though a member shuts']),
      ...(said.includes('complies') ? [] : ['in force though nobody is for']),
    ]
  })
}

/** What came undone from one cut to another with one act more: what no such step undoes, no row of them does. */
function undone(lower: readonly VersionState[], upper: readonly VersionState[]): string[] {
  return lower.flatMap((before) => {
    const after = upper.find(({ id }) => id === before.id)
    if (!after) return ['a version disappeared']
    return [
      ...(before.adopted.every((id) => after.adopted.includes(id)) ? [] : ['adopted reverted']),
      ...(before.ended.every((id) => after.ended.includes(id)) ? [] : ['ended reverted']),
      ...(isFinal(before) && !isFinal(after) ? ['what was final is not'] : []),
      ...(isFinal(after) && after.inForce ? ['what is final is in force'] : []),
    ]
  })
}

const isFinal = ({ standing }: VersionState) => standing === 'ended' || standing === 'superseded'

describe.each([
  {
    name: 'one text',
    alphabet: ONE_TEXT,
    most: [3, 2] as const,
    least: { adopted: 200, ended: 2 },
  },
  {
    name: 'two versions',
    alphabet: TWO_VERSIONS,
    most: [4, 2] as const,
    least: { adopted: 100, ended: 0 },
  },
])('in every small world with $name', ({ alphabet, most, least }) => {
  it('nothing final reverts and nothing is in force against a member', () => {
    const seen = { adopted: 0, ended: 0 }
    const found: string[] = []
    const known = new Map<string, readonly VersionState[]>()
    const nameOf = ({ XA, XB }: World) =>
      [XA.map((act) => alphabet.XA.indexOf(act)), XB.map((act) => alphabet.XB.indexOf(act))].join(
        '/',
      )
    // Shorter ones come before longer ones, so that what is one act smaller is known.
    for (const world of worldsOf(alphabet, most)) {
      const cut = cutOf(charter, { XA: [propose(), ...world.XA], XB: world.XB })
      const versions = versionsOf(charter, cut)
      known.set(nameOf(world), versions)
      found.push(...contradictions(versions))
      for (const smaller of [
        ...(world.XA.length > 0 ? [{ ...world, XA: world.XA.slice(0, -1) }] : []),
        ...(world.XB.length > 0 ? [{ ...world, XB: world.XB.slice(0, -1) }] : []),
      ])
        found.push(...undone(known.get(nameOf(smaller))!, versions))
      if (versions.some(({ adopted }) => adopted.length > 0)) seen.adopted++
      if (versions.some(({ ended }) => ended.length > 0)) seen.ended++
    }
    expect(found).toEqual([])
    // Worlds in which nothing is ever adopted would contradict nothing.
    expect(seen.adopted).toBeGreaterThan(least.adopted)
    expect(seen.ended).toBeGreaterThanOrEqual(least.ended)
  }, 60_000)
})
