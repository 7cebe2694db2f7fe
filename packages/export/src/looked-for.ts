import { instantKey, networkOf, textOf } from '@entente/stix'
import { idOf, type LeftOut, type Thing } from './thing.ts'
import { valuesOf, type Value } from './values.ts'

/** What is told to whoever writes for sensors. */
export type LookOptions = {
  /** RFC 3339: what is no longer valid at this time is not looked for. */
  readonly now: string
  /** The names of the warning lists on which a value stands; none where it is not known to be good. */
  readonly listsOf?: (value: Value) => readonly string[]
}

/** One value that is looked for, and the indicator that says so. */
export type LookedFor = { readonly thing: Thing; readonly value: Value }

/** The values that indicators look for now; of everything else, why not. */
export function lookedFor(
  things: readonly Thing[],
  { now, listsOf }: LookOptions,
): { readonly found: readonly LookedFor[]; readonly left: readonly LeftOut[] } {
  const found: LookedFor[] = []
  const left: LeftOut[] = []
  for (const thing of things) {
    const id = idOf(thing)
    const because = reasonAgainst(thing, now)
    if (because) {
      left.push({ id, because })
      continue
    }
    const { values, left: unlisted } = valuesOf(textOf(thing.object['pattern']))
    left.push(...unlisted.map((one) => ({ id, ...one })))
    for (const value of values) {
      const lists = listsOf?.(value) ?? []
      if (isTooWide(value)) left.push({ id, because: 'too-wide', what: value.value })
      else if (lists.length === 0) found.push({ thing, value })
      else left.push({ id, because: 'known-good', what: `${value.value}: ${lists.join(', ')}` })
    }
  }
  const { kept, beyond } = withinReach(found)
  left.push(
    ...beyond.map(({ thing, value }) => ({
      id: idOf(thing),
      because: 'too-wide-together' as const,
      what: value.value,
    })),
  )
  return { found: kept, left }
}

/**
 * What IANA gives to one regional registry at a time: a /8 of IPv4 (its address space registry is kept by /8), a /12 of IPv6
 * (policy for allocation of IPv6 blocks to regional registries, 2006). A wider network is nobody's.
 */
const WIDEST = { 32: 8, 128: 12 } as const

const addressed = ({ kind, value }: Value) =>
  kind === 'ipv4-addr' || kind === 'ipv6-addr' ? networkOf(value) : undefined

function isTooWide(value: Value): boolean {
  const network = addressed(value)
  return network !== undefined && network.length < WIDEST[network.size]
}

/** A sixteenth of what is in use: of IPv4 all, of IPv6 2000::/3. As networks, a /4 and a /7. */
const TOGETHER = { 32: 4, 128: 7 } as const

/**
 * Networks of which each is narrow enough may be everything together, so that one file of theirs blocks all there is. The
 * narrowest are kept, as long as all of one length fit. One within another counts as well.
 */
function withinReach(found: readonly LookedFor[]) {
  const networks = found.map(({ value }) => addressed(value))
  const widest = { 32: widestOf(networks, 32), 128: widestOf(networks, 128) }
  const isKept = (_: LookedFor, at: number) => {
    const network = networks[at]
    return network === undefined || network.length >= widest[network.size]
  }
  return {
    kept: found.filter(isKept),
    beyond: found.filter((one, at) => !isKept(one, at)),
  }
}

/** The length of the widest networks that may be in the file, by how much they cover with all narrower ones. */
function widestOf(networks: readonly (Network | undefined)[], size: Network['size']): number {
  const lengths = new Map<number, Set<string>>()
  for (const network of networks) {
    if (network?.size !== size) continue
    const known = lengths.get(network.length) ?? new Set()
    lengths.set(network.length, known.add(network.words.join('.')))
  }
  let covered = 0
  for (const [length, all] of [...lengths].toSorted(([a], [b]) => b - a)) {
    covered += all.size * 2 ** -length
    if (covered > 2 ** -TOGETHER[size]) return length + 1
  }
  return 0
}

type Network = NonNullable<ReturnType<typeof networkOf>>

function reasonAgainst({ object }: Thing, now: string): LeftOut['because'] | undefined {
  if (object['type'] !== 'indicator') return 'no-indicator'
  if (object['revoked'] === true) return 'revoked'
  const until = instantKey(textOf(object['valid_until']))
  if (until !== undefined && until <= (instantKey(now) ?? '')) return 'expired'
  return textOf(object['pattern_type']) === 'stix' ? undefined : 'language'
}
