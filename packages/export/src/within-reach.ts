import type { networkOf } from '@entente/stix'

type Network = NonNullable<ReturnType<typeof networkOf>>

/** Of how many bits a network is at least. */
export type Widest = { readonly ipv4?: number; readonly ipv6?: number }

/**
 * What IANA gives to one regional registry at a time: a /8 of IPv4 (its address space registry is kept by /8), a /12 of IPv6
 * (policy for allocation of IPv6 blocks to regional registries, 2006). A wider network is nobody's.
 */
export const WIDEST = { ipv4: 8, ipv6: 12 } as const satisfies Widest

export const widestOf = (size: Network['size'], { ipv4 = 0, ipv6 = 0 }: Widest): number =>
  size === 32 ? Math.max(WIDEST.ipv4, ipv4) : Math.max(WIDEST.ipv6, ipv6)

/** A sixteenth of what is in use: of IPv4 all, of IPv6 2000::/3. As networks, a /4 and a /7. */
const TOGETHER = { 32: 4, 128: 7 } as const

export const nameOf = ({ words, length }: Network): string => `${words.join('.')}/${length}`

/** A network, and whose word it is that it is looked for. */
type Asked = { readonly network: Network; readonly from: string }

/**
 * Networks of which each is narrow enough may be everything together, so that one file of theirs blocks all there is. Answers
 * by name which are kept. What may be covered is shared among those who ask: whoever asks for least goes first, and for no more
 * than an equal part of what is left, so that many networks of one push nobody else's out. Of each the narrowest are kept, as
 * long as all of one length fit. One within another counts as well.
 */
export function withinReach(asked: readonly Asked[]): ReadonlySet<string> {
  const kept = new Set<string>()
  for (const size of [32, 128] as const) {
    const some = asked.filter(({ network }) => network.size === size)
    const each = [...Map.groupBy(some, ({ from }) => from)]
      .map(([from, all]) => ({ from, lengths: byLength(all) }))
      .map((one) => ({ ...one, covers: one.lengths.reduce((sum, all) => sum + partOf(all), 0) }))
      .toSorted((a, b) => a.covers - b.covers || (a.from < b.from ? -1 : 1))
    let left = 2 ** -TOGETHER[size]
    for (const [at, { lengths }] of each.entries())
      left -= keep(lengths, kept, left / (each.length - at))
  }
  return kept
}

/** Networks by their names, those of one length together, the narrowest first. */
type Same = { readonly length: number; readonly names: ReadonlySet<string> }

const byLength = (all: readonly Asked[]): readonly Same[] =>
  [...Map.groupBy(all, ({ network }) => network.length)]
    .map(([length, same]) => ({
      length,
      names: new Set(same.map(({ network }) => nameOf(network))),
    }))
    .toSorted((a, b) => b.length - a.length)

const partOf = ({ length, names }: Same): number => names.size * 2 ** -length

/**
 * Keeps what fits into a part of all addresses; answers how much of that is used: all of it where something does not fit, so that
 * two who ask alike get alike. What another asked for costs nothing.
 */
function keep(lengths: readonly Same[], kept: Set<string>, part: number): number {
  let used = 0
  for (const { length, names } of lengths) {
    const added = [...names].filter((name) => !kept.has(name))
    const more = added.length * 2 ** -length
    if (used + more > part) return part
    used += more
    for (const name of added) kept.add(name)
  }
  return used
}
