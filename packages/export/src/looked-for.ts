import { instantKey, networkOf, textOf } from '@entente/stix'
import { idOf, type LeftOut, type Thing } from './thing.ts'
import { valuesOf, type Value } from './values.ts'
import { nameOf, widestOf, withinReach, type Widest } from './within-reach.ts'

/** What is told to whoever writes for sensors. */
export type LookOptions = {
  /** RFC 3339: what is no longer valid at this time, or not yet, is not looked for. */
  readonly now: string
  /** The names of the warning lists on which a value stands; none where it is not known to be good. */
  readonly listsOf?: (value: Value) => readonly string[]
  /** The widest networks that are looked for, where that is narrower than what always holds. */
  readonly widest?: Widest
}

/** One value that is looked for, and the indicator that says so. */
export type LookedFor = { readonly thing: Thing; readonly value: Value }

/** The values that indicators look for now; of everything else, why not. */
export function lookedFor(
  things: readonly Thing[],
  { now, listsOf, widest = {} }: LookOptions,
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
      const network = networkIn(value)
      if (network && network.length < widestOf(network.size, widest))
        left.push({ id, because: 'too-wide', what: value.value })
      else if (lists.length === 0) found.push({ thing, value })
      else left.push({ id, because: 'known-good', what: `${value.value}: ${lists.join(', ')}` })
    }
  }
  const networks = found.map(({ value }) => networkIn(value))
  const kept = withinReach(
    found.flatMap(({ thing }, at) => {
      const network = networks[at]
      return network ? [{ network, from: thing.from ?? '' }] : []
    }),
  )
  const isKept = (_: LookedFor, at: number) => !networks[at] || kept.has(nameOf(networks[at]))
  left.push(
    ...found.flatMap(({ thing, value }, at) =>
      isKept(found[at]!, at)
        ? []
        : [{ id: idOf(thing), because: 'too-wide-together' as const, what: value.value }],
    ),
  )
  return { found: found.filter(isKept), left }
}

const networkIn = ({ kind, value }: Value) =>
  kind === 'ipv4-addr' || kind === 'ipv6-addr' ? networkOf(value) : undefined

function reasonAgainst({ object }: Thing, now: string): LeftOut['because'] | undefined {
  if (object['type'] !== 'indicator') return 'no-indicator'
  if (object['revoked'] === true) return 'revoked'
  const until = instantKey(textOf(object['valid_until']))
  if (until !== undefined && until <= (instantKey(now) ?? '')) return 'expired'
  const from = instantKey(textOf(object['valid_from']))
  if (from !== undefined && from > (instantKey(now) ?? '')) return 'not-yet'
  return textOf(object['pattern_type']) === 'stix' ? undefined : 'language'
}
