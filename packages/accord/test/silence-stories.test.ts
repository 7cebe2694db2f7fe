import { describe, expect, it } from 'vitest'
import {
  at,
  charterOf,
  comply,
  declare,
  extend,
  judge,
  propose,
  receipt,
  withdraw,
  type Drafted,
} from './case.ts'

/**
 * Every story of one member under silence, with and without an extension, and every certificate that
 * honest witnesses allow on it: each tree is attested exactly while it was current.
 */

const V = at('XA', 0)
const FOREVER = 500
const EXPIRY = 100
const charter = charterOf({
  members: { XA: 50, XB: 50 },
  chair: 'XA',
  steps: { term: { rule: 'silence' } },
})

type Timed = readonly [act: Drafted, at: number]

const ACTS: readonly Drafted[] = [
  receipt(V),
  comply(V),
  comply(V, 'awaits-instructions'),
  comply(V, 'complies', 'objects'),
  comply(V, 'abstains-constructively'),
  withdraw(V),
]
const TIMES = [50, 95, 103, 120, 162] as const

/** All that a member may do in at most so many acts, each later than the one before. */
function stories(most: number, from = 0): readonly (readonly Timed[])[] {
  if (most === 0) return [[]]
  return [
    [],
    ...TIMES.filter((time) => time > from).flatMap((time) =>
      ACTS.flatMap((act) =>
        stories(most - 1, time).map((rest): readonly Timed[] => [[act, time], ...rest]),
      ),
    ),
  ]
}

/** The trees of a strand: how many acts, and from when to when each was current. */
const treesOf = (strand: readonly Timed[]) =>
  [...strand.keys(), strand.length].map((size) => ({
    size,
    from: size === 0 ? 0 : strand[size - 1]![1],
    to: (strand[size]?.[1] ?? FOREVER + 1) - 1,
  }))

/** Every certificate of a result that cites trees as they were. */
function certificates(alder: readonly Timed[], birch: readonly Timed[]): Drafted[] {
  const [filed, said] = [treesOf(alder).filter(({ size }) => size >= 2), treesOf(birch)]
  return filed.flatMap((a) =>
    said.flatMap((b) =>
      filed
        .filter(({ size }) => size <= a.size)
        .flatMap((earlyA) =>
          said
            .filter(({ size }) => size <= b.size)
            .flatMap((smaller) => {
              const sizes = { XA: a.size, XB: b.size }
              const closings = { XA: [a.from, a.to], XB: [b.from, b.to] }
              const tree = [smaller.size, smaller.from] as const
              const early = { XA: [earlyA.size, earlyA.from] as const, XB: tree }
              return [
                declare('adopted', V, sizes, closings, {}, { early }),
                declare('expired', V, sizes, closings, {}, { early, breaks: { XB: tree } }),
              ]
            }),
        ),
    ),
  )
}

const EXTENDED: readonly (readonly Timed[])[] = [
  [],
  ...[60, 98, 100, 103, 105, 130].map((time): readonly Timed[] => [[extend(V, 160), time]]),
]

/**
 * What can be certified of a story, as plainly as `spec/decision.md` says it: every pair of closings and every earlier
 * tree is tried, over the times at which acts were done. Nothing of the decision is asked.
 */
function certifiable(alder: readonly Timed[], birch: readonly Timed[]) {
  const [filed, said] = [treesOf(alder).filter(({ size }) => size >= 2), treesOf(birch)]
  const moved = (size: number) =>
    Math.max(EXPIRY, ...alder.slice(0, size).flatMap(([{ act }]) => (act['until'] as number) ?? []))
  const words = (size: number) =>
    birch
      .slice(0, size)
      .filter(([{ act }]) => act['kind'] === 'comply' || act['kind'] === 'withdraw')
  const last = (size: number) => {
    const left = words(size).find(([{ act }]) => act['kind'] === 'withdraw')
    return left ?? words(size).at(-1)
  }
  const voice = (size: number) => {
    const act = last(size)?.[0].act
    return act?.['kind'] === 'withdraw' ? 'withdrawn' : ((act?.['national'] as string) ?? 'silent')
  }
  const objected = (size: number) => words(size).some(([{ act }]) => act['national'] === 'objects')
  const had = (size: number) => birch.slice(0, size).some(([{ act }]) => act['kind'] === 'receipt')
  const closed = filed.flatMap((a) =>
    said.flatMap((b) => {
      const closing = moved(a.size) + charter.grace
      return a.to >= closing && b.to >= closing ? [{ a, b }] : []
    }),
  )
  const shown = closed.flatMap(({ a, b }) =>
    filed
      .filter(({ size }) => size <= a.size)
      .flatMap((before) =>
        said.filter(({ size }) => size <= b.size).map((tree) => ({ b, before, tree })),
      ),
  )
  const adopts = ({ b, before, tree }: (typeof shown)[number]) => {
    const due = before.from < EXPIRY ? moved(before.size) : EXPIRY
    const isDeemed = tree.from < due - charter.notice && had(tree.size)
    const held = Array.from({ length: b.size - tree.size + 1 }, (_, at) => voice(tree.size + at))
    const carries = (one: string) => one === 'complies' || (one === 'silent' && isDeemed)
    return tree.from < due && !objected(b.size) && held.every(carries)
  }
  const breaks = ({ b, before, tree }: (typeof shown)[number]) => {
    if (voice(b.size) === 'silent') return !had(b.size)
    const { grace } = charter
    const limit = before.from < EXPIRY + grace ? moved(before.size) : EXPIRY
    const then = voice(tree.size)
    const isHeld = then === 'awaits-instructions' && last(tree.size) === last(b.size)
    return tree.from < limit + grace && (objected(tree.size) || then === 'withdrawn' || isHeld)
  }
  return { adopted: shown.some(adopts), broken: shown.some(breaks) }
}

describe('over every certificate that honest witnesses allow', () => {
  it('a silence is adopted, or broken for good, exactly where the plain rules say so, and never both', () => {
    const seen = { worlds: 0, adopted: 0, broken: 0, neither: 0 }
    for (const extended of EXTENDED)
      for (const birch of stories(extended.length === 0 ? 3 : 2)) {
        const alder: readonly Timed[] = [
          [propose('s', 'term', { expiry: EXPIRY }), 0],
          [comply(V), 0],
          ...extended,
        ]
        const version = judge(
          charter,
          {
            XA: alder.map(([act]) => act),
            XB: birch.map(([act]) => act),
            CO: certificates(alder, birch),
          },
          V,
        )
        const isAdopted = version.adopted.length > 0
        const isBroken = version.broken !== undefined
        const told = [...extended, ...birch].map(
          ([{ act }, time]) => `${String(act['kind'])}@${time}`,
        )
        expect(isAdopted && isBroken, told.join(' ')).toBe(false)
        expect({ adopted: isAdopted, broken: isBroken }, told.join(' ')).toEqual(
          certifiable(alder, birch),
        )
        seen.worlds++
        if (isAdopted) seen.adopted++
        if (isBroken) seen.broken++
        if (!isAdopted && !isBroken) seen.neither++
      }
    // Worlds in which nothing is decided would contradict nothing.
    expect(seen.adopted).toBeGreaterThan(200)
    expect(seen.broken).toBeGreaterThan(400)
    expect(seen.worlds).toBe(seen.adopted + seen.broken + seen.neither)
    // As many as there are: none is left out.
    const upToTwo = 1 + 5 * 6 + 10 * 36
    expect(seen.worlds).toBe(EXTENDED.length * upToTwo + 10 * 216)
  }, 120_000)

  it('who had the text in time and said nothing consented, and who broke it stopped it', () => {
    const told = (birch: readonly Timed[]) => {
      const alder: readonly Timed[] = [
        [propose('s', 'term', { expiry: EXPIRY }), 0],
        [comply(V), 0],
      ]
      const strands = {
        XA: alder.map(([act]) => act),
        XB: birch.map(([act]) => act),
        CO: certificates(alder, birch),
      }
      const { adopted, broken } = judge(charter, strands, V)
      return adopted.length > 0 ? 'adopted' : broken ? 'broken' : 'neither'
    }
    const no = comply(V, 'complies', 'objects')
    expect(told([[receipt(V), 50]])).toBe('adopted')
    expect(told([[receipt(V), 95]])).toBe('neither')
    expect(told([])).toBe('broken')
    expect(told([[comply(V), 95]])).toBe('adopted')
    expect(told([[comply(V), 103]])).toBe('neither')
    expect(
      told([
        [receipt(V), 50],
        [no, 95],
      ]),
    ).toBe('broken')
    expect(
      told([
        [receipt(V), 50],
        [no, 103],
      ]),
    ).toBe('broken')
    // Closed and clean from 105 to 119.
    expect(
      told([
        [receipt(V), 50],
        [no, 120],
      ]),
    ).toBe('adopted')
  })
})
