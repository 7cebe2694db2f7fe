import { describe, expect, it } from 'vitest'
import type { VersionState } from '../src/state.ts'
import {
  amend,
  at,
  charterOf,
  comply,
  cutOf,
  cutTo,
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

type Seen = { sizes: readonly [number, number]; versions: readonly VersionState[] }

/** What the cuts of one world contradict, each in a few words. */
function contradictions(grid: readonly Seen[]): string[] {
  const found: string[] = []
  for (const { versions } of grid)
    for (const { inForce, voices } of versions) {
      if (!inForce) continue
      const said = Object.values(voices).map(({ effective }) => effective)
      if (said.some((voice) => !['complies', 'abstains'].includes(voice)))
        found.push('in force though a member shuts')
      if (!said.includes('complies')) found.push('in force though nobody is for')
    }
  for (const lower of grid)
    for (const upper of grid) {
      if (lower.sizes.some((size, index) => size > upper.sizes[index]!)) continue
      for (const before of lower.versions) {
        const after = upper.versions.find(({ id }) => id === before.id)
        if (!after) found.push('a version disappeared')
        else if (before.adopted.length > after.adopted.length) found.push('adopted reverted')
        else if (before.ended.length > after.ended.length) found.push('ended reverted')
        else if (isFinal(before) && after.inForce) found.push('what was final is in force again')
      }
    }
  return found
}

const isFinal = ({ standing }: VersionState) => standing === 'ended' || standing === 'superseded'

describe.each([
  { name: 'one text', alphabet: ONE_TEXT, alder: 3, birch: 3, least: { adopted: 200, ended: 2 } },
  {
    name: 'two versions',
    alphabet: TWO_VERSIONS,
    alder: 4,
    birch: 2,
    least: { adopted: 100, ended: 0 },
  },
])('in every small world with $name', ({ alphabet, alder, birch, least }) => {
  it('nothing final reverts and nothing is in force against a member', () => {
    const seen = { worlds: 0, adopted: 0, ended: 0 }
    const short = strandsOf(alphabet.XB, birch)
    for (const a of strandsOf(alphabet.XA, alder))
      for (const b of short) {
        const cut = cutOf(charter, { XA: [propose(), ...a], XB: b })
        const grid: Seen[] = []
        for (let i = 1; i <= a.length + 1; i++)
          for (let j = 0; j <= b.length; j++)
            grid.push({
              sizes: [i, j],
              versions: versionsOf(charter, cutTo(cut, { XA: i, XB: j })),
            })
        expect(contradictions(grid)).toEqual([])
        seen.worlds++
        const whole = grid.at(-1)!.versions
        if (whole.some(({ adopted }) => adopted.length > 0)) seen.adopted++
        if (whole.some(({ ended }) => ended.length > 0)) seen.ended++
      }
    // Worlds in which nothing is ever adopted would contradict nothing.
    expect(seen.adopted).toBeGreaterThan(least.adopted)
    expect(seen.ended).toBeGreaterThanOrEqual(least.ended)
  }, 240_000)
})
