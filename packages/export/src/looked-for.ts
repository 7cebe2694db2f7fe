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
  return { found, left }
}

/**
 * What IANA gives to one regional registry at a time: a /8 of IPv4 (its address space registry is kept by /8), a /12 of IPv6
 * (policy for allocation of IPv6 blocks to regional registries, 2006). A wider network is nobody's.
 */
const WIDEST = { 32: 8, 128: 12 } as const

function isTooWide({ kind, value }: Value): boolean {
  const network = kind === 'ipv4-addr' || kind === 'ipv6-addr' ? networkOf(value) : undefined
  return network !== undefined && network.length < WIDEST[network.size]
}

function reasonAgainst({ object }: Thing, now: string): LeftOut['because'] | undefined {
  if (object['type'] !== 'indicator') return 'no-indicator'
  if (object['revoked'] === true) return 'revoked'
  const until = instantKey(textOf(object['valid_until']))
  if (until !== undefined && until <= (instantKey(now) ?? '')) return 'expired'
  return textOf(object['pattern_type']) === 'stix' ? undefined : 'language'
}
