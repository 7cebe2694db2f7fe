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
 * Every story of one member under silence, and of two that act at different times, with and without an
 * extension, and every certificate that honest witnesses allow on it: each tree is attested exactly while
 * it was current.
 */

const V = at('XA', 0)
const FOREVER = 500
const EXPIRY = 100
const silence = { chair: 'XA', steps: { term: { rule: 'silence' } } } as const
const charter = charterOf({ members: { XA: 50, XB: 50 }, ...silence })
/** One of the two others may stand aside alone; both are a third of the members and of the people. */
const ofThree = charterOf({ members: { XA: 40, XB: 30, XC: 30 }, ...silence })

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

/** What members other than the filer do, each in its own time. */
type Others = Readonly<Record<string, readonly Timed[]>>
type Tree = ReturnType<typeof treesOf>[number]
/** A tree that is cited, and an earlier one of the same strand. */
type Pair = { readonly cited: Tree; readonly earlier: Tree }

const pairsOf = (trees: readonly Tree[]): readonly Pair[] =>
  trees.flatMap((cited) =>
    trees.filter(({ size }) => size <= cited.size).map((earlier) => ({ cited, earlier })),
  )
/** The text is there, and its filer has spoken. */
const filedBy = (alder: readonly Timed[]) => treesOf(alder).filter(({ size }) => size >= 2)

/** Every way to take one of each. */
const product = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  lists.reduce<readonly (readonly T[])[]>(
    (made, list) => made.flatMap((one) => list.map((next) => [...one, next])),
    [[]],
  )

/** Every certificate of a result that cites trees as they were. */
function certificates(alder: readonly Timed[], others: Others): Drafted[] {
  const names = ['XA', ...Object.keys(others)]
  const each = <T>(chosen: readonly Pair[], what: (pair: Pair) => T) =>
    Object.fromEntries(names.map((id, at) => [id, what(chosen[at]!)]))
  const all = [filedBy(alder), ...Object.values(others).map(treesOf)].map(pairsOf)
  return product(all).flatMap((chosen) => {
    const sizes = each(chosen, ({ cited }) => cited.size)
    const closings = each(chosen, ({ cited }) => [cited.from, cited.to])
    const early = each(chosen, ({ earlier }) => [earlier.size, earlier.from] as const)
    const { XA: _, ...breaks } = early
    return [
      declare('adopted', V, sizes, closings, {}, { early }),
      declare('expired', V, sizes, closings, {}, { early, breaks }),
    ]
  })
}

const EXTENDED: readonly (readonly Timed[])[] = [
  [],
  ...[60, 98, 100, 103, 105, 130].map((time): readonly Timed[] => [[extend(V, 160), time]]),
]

/** Not moved, moved in time, and moved by what some closing can lack. */
const MOVED = [0, 2, 4].map((at) => EXTENDED[at]!)

/** A member's own acts, as plainly as they can be read. */
function reading(story: readonly Timed[]) {
  const words = (size: number) =>
    story
      .slice(0, size)
      .filter(([{ act }]) => act['kind'] === 'comply' || act['kind'] === 'withdraw')
  const last = (size: number) => {
    const left = words(size).find(([{ act }]) => act['kind'] === 'withdraw')
    return left ?? words(size).at(-1)
  }
  return {
    last,
    voice: (size: number) => {
      const act = last(size)?.[0].act
      return act?.['kind'] === 'withdraw'
        ? 'withdrawn'
        : ((act?.['national'] as string) ?? 'silent')
    },
    objected: (size: number) => words(size).some(([{ act }]) => act['national'] === 'objects'),
    had: (size: number) => story.slice(0, size).some(([{ act }]) => act['kind'] === 'receipt'),
  }
}

/**
 * What can be certified of a story, as plainly as `spec/decision.md` says it: every pair of closings and every earlier
 * tree is tried, over the times at which acts were done. Nothing of the decision is asked.
 */
function certifiable(alder: readonly Timed[], others: Others) {
  const { grace, notice } = charter
  const moved = (size: number) =>
    Math.max(EXPIRY, ...alder.slice(0, size).flatMap(([{ act }]) => (act['until'] as number) ?? []))
  const members = Object.values(others).map((story) => ({
    ...reading(story),
    pairs: pairsOf(treesOf(story)),
  }))
  type Member = (typeof members)[number]
  const isShut = ({ voice, objected, had }: Member, { cited, earlier }: Pair, due: number) => {
    const isDeemed = earlier.from < due - notice && had(earlier.size)
    const held = Array.from({ length: cited.size - earlier.size + 1 }, (_, at) =>
      voice(earlier.size + at),
    )
    const carries = (one: string) =>
      one === 'complies' || one === 'abstains-constructively' || (one === 'silent' && isDeemed)
    if (earlier.from >= due || objected(cited.size) || !held.every(carries)) return 'shut'
    return held.includes('abstains-constructively') ? 'aside' : 'open'
  }
  const isBreak = (
    { voice, objected, had, last }: Member,
    { cited, earlier }: Pair,
    due: number,
  ) => {
    if (voice(cited.size) === 'silent') return !had(cited.size)
    const then = voice(earlier.size)
    const isHeld = then === 'awaits-instructions' && last(earlier.size) === last(cited.size)
    const isBroken = objected(earlier.size) || then === 'withdrawn' || isHeld
    return earlier.from < due + grace && isBroken
  }
  const filed = pairsOf(filedBy(alder)).flatMap(({ cited, earlier }) => {
    const closing = moved(cited.size) + grace
    const isClosed = (one: Pair) => one.cited.to >= closing
    const closed = members.map(({ pairs }) => pairs.filter(isClosed))
    if (cited.to < closing || closed.some((pairs) => pairs.length === 0)) return []
    const dueBy = (limit: number) => (earlier.from < limit ? moved(earlier.size) : EXPIRY)
    return [{ closed, due: dueBy(EXPIRY), breakable: dueBy(EXPIRY + grace) }]
  })
  return {
    adopted: filed.some(({ closed, due }) => {
      const ways = members.map(
        (member, at) => new Set(closed[at]!.map((pair) => isShut(member, pair, due))),
      )
      if (ways.some((way) => !way.has('open') && !way.has('aside'))) return false
      // As many as have to stand aside: alone among three it stops nothing.
      return ways.filter((way) => !way.has('open')).length < 1 + Number(members.length > 1)
    }),
    broken: filed.some(({ closed, breakable }) =>
      members.some((member, at) => closed[at]!.some((pair) => isBreak(member, pair, breakable))),
    ),
  }
}

const proposed: readonly Timed[] = [
  [propose('s', 'term', { expiry: EXPIRY }), 0],
  [comply(V), 0],
]

/** What the product makes of all certificates on a story. */
function judged(of: typeof charter, alder: readonly Timed[], others: Others) {
  const acts = (story: readonly Timed[]) => story.map(([act]) => act)
  const strands = Object.fromEntries(Object.entries(others).map(([id, one]) => [id, acts(one)]))
  const version = judge(of, { XA: acts(alder), ...strands, CO: certificates(alder, others) }, V)
  return { adopted: version.adopted.length > 0, broken: version.broken !== undefined }
}

/** Compares every world with the plain rules, and counts what becomes of them. */
function compare(of: typeof charter, worlds: Iterable<readonly [readonly Timed[], Others]>) {
  const seen = { worlds: 0, adopted: 0, broken: 0, neither: 0 }
  for (const [extended, others] of worlds) {
    const alder = [...proposed, ...extended]
    const got = judged(of, alder, others)
    const told = Object.entries({ XA: extended, ...others })
      .map(([id, story]) =>
        [
          id,
          ...story.map(([{ act }, at]) => `${String(act['national'] ?? act['kind'])}@${at}`),
        ].join(' '),
      )
      .join(', ')
    expect(got.adopted && got.broken, told).toBe(false)
    expect(got, told).toEqual(certifiable(alder, others))
    seen.worlds++
    if (got.adopted) seen.adopted++
    else if (got.broken) seen.broken++
    else seen.neither++
  }
  return seen
}

describe('over every certificate that honest witnesses allow', () => {
  it('a silence is adopted, or broken for good, exactly where the plain rules say so, and never both', () => {
    const seen = compare(
      charter,
      EXTENDED.flatMap((extended) =>
        stories(extended.length === 0 ? 3 : 2).map((XB) => [extended, { XB }] as const),
      ),
    )
    // Worlds in which nothing is decided would contradict nothing.
    expect(seen.adopted).toBeGreaterThan(200)
    expect(seen.broken).toBeGreaterThan(400)
    // As many as there are: none is left out.
    const upToTwo = 1 + 5 * 6 + 10 * 36
    expect(seen.worlds).toBe(EXTENDED.length * upToTwo + 10 * 216)
  }, 120_000)

  it('so it is where two members act, each in its own time', () => {
    const seen = compare(
      ofThree,
      MOVED.flatMap((extended) =>
        stories(1).flatMap((XB) => stories(1).map((XC) => [extended, { XB, XC }] as const)),
      ),
    )
    expect(seen.adopted).toBeGreaterThan(150)
    expect(seen.broken).toBeGreaterThan(2000)
    expect(seen.neither).toBeGreaterThan(300)
    expect(seen.worlds).toBe(MOVED.length * (1 + 5 * 6) ** 2)
  }, 120_000)

  it('who had the text in time and said nothing consented, and who broke it stopped it', () => {
    const told = (XB: readonly Timed[]) => {
      const { adopted, broken } = judged(charter, proposed, { XB })
      return adopted ? 'adopted' : broken ? 'broken' : 'neither'
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
