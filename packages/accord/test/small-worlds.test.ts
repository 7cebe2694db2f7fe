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

/** A vote that is over at 15, in which one voice may run out and one may stop it. */
const MAJORITY: Alphabet = {
  XA: [
    comply(V),
    comply(V, 'abstains'),
    comply(V, 'objects'),
    comply(V, 'objects', 'objects', { vital: true }),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
    declare('adopted', V, { XA: 2, XB: 2 }, cosignedAt20),
    declare('ended', V, { XA: 3, XB: 2 }, cosignedAt20, { XB: [2, 17] }),
  ],
  XB: [
    comply(V),
    comply(V, 'complies', 'complies', { until: 18 }),
    comply(V, 'objects', 'objects', { vital: true }),
    withdraw(V),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
  ],
}

/** Whoever is named may take part, and one is enough. */
const PARTICIPANTS: Alphabet = {
  XA: [
    comply(V),
    comply(V, 'abstains'),
    comply(V, 'objects'),
    declare('adopted', V, { XA: 2, XB: 0 }, cosignedAt20),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
    declare('ended', V, { XA: 3, XB: 1 }, cosignedAt20, { XB: [1, 17] }),
    withdraw(V),
  ],
  XB: [
    comply(V),
    comply(V, 'complies-with-reservation'),
    comply(V, 'objects'),
    withdraw(V),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
  ],
}

const majority = charterOf({
  members: { XA: 70, XB: 30 },
  chair: 'XA',
  cure: 2,
  minimum: 1,
  blocking: 4,
  steps: { position: { rule: 'qualified-majority' } },
})
const participants = charterOf({
  members: { XA: 50, XB: 50 },
  chair: 'XA',
  cure: 2,
  steps: { position: { rule: 'participants-only' } },
})

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

/** Which voices a text in force may not have, by the rule, in a few words each. */
type Against = (said: readonly string[]) => readonly string[]

const FOR: ReadonlySet<string> = new Set(['complies', 'complies-with-reservation'])
const nobodyIsFor: Against = (said) =>
  said.some((voice) => FOR.has(voice)) ? [] : ['in force though nobody is for']
const byAll: Against = (said) => [
  ...(said.every((voice) => ['complies', 'abstains'].includes(voice))
    ? []
    : ['in force though a member shuts']),
  ...nobodyIsFor(said),
]
/** Of two members 55 in a hundred are both. */
const byMajority: Against = (said) =>
  said.every((voice) => FOR.has(voice)) ? [] : ['in force without 55 % of the members']

/** What the versions of one cut contradict by themselves. */
const contradictions = (versions: readonly VersionState[], against: Against): readonly string[] =>
  versions.flatMap(({ inForce, voices }) =>
    inForce ? against(Object.values(voices).map(({ effective }) => effective)) : [],
  )

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
    charter,
    put: propose(),
    against: byAll,
    alphabet: ONE_TEXT,
    most: [3, 2] as const,
    least: { adopted: 200, ended: 2 },
  },
  {
    name: 'two versions',
    charter,
    put: propose(),
    against: byAll,
    alphabet: TWO_VERSIONS,
    most: [4, 2] as const,
    least: { adopted: 100, ended: 0 },
  },
  {
    name: 'a vote',
    charter: majority,
    put: propose('position', 'position', { expiry: 15 }),
    against: byMajority,
    alphabet: MAJORITY,
    most: [3, 2] as const,
    least: { adopted: 10, ended: 0 },
  },
  {
    name: 'participants alone',
    charter: participants,
    put: propose('position', 'position', { names: ['XA', 'XB'], minimum: 1 }),
    against: nobodyIsFor,
    alphabet: PARTICIPANTS,
    most: [3, 2] as const,
    least: { adopted: 100, ended: 0 },
  },
])('in every small world with $name', ({ charter: under, put, against, alphabet, most, least }) => {
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
      const cut = cutOf(under, { XA: [put, ...world.XA], XB: world.XB })
      const versions = versionsOf(under, cut)
      known.set(nameOf(world), versions)
      found.push(...contradictions(versions, against))
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
