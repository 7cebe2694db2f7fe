import type { MiddlewareHandler } from 'hono'
import { createRemotes, type RequestsSetting } from './remote.ts'
import { Refusal } from './problem.ts'

/** Counts of who asks, at most so many. */
const MOST = 4_096
/** All that come while there is no room share one count. */
const OTHERS = 'others'

/** How long somebody has to wait until the next request is answered, in seconds; undefined where it is answered now. */
type Spend = (who: string) => { readonly wait: number; readonly isFirst: boolean } | undefined

/**
 * A minute's worth of requests for each, refilled evenly. Whoever used up theirs is refused, and only they. A count
 * is dropped for another's sake only once it is full again, so that nobody gains by asking from many addresses.
 */
export function createRate({
  perMinute,
  elapsed,
  most = MOST,
}: {
  readonly perMinute: number
  /** Milliseconds since some beginning, never back. */
  readonly elapsed: () => number
  readonly most?: number
}): { readonly spend: Spend; readonly size: () => number } {
  type Count = { left: number; at: number; isTold: boolean }
  const counts = new Map<string, Count>()
  const perMs = perMinute / 60_000
  const leftIn = ({ left, at }: Count, now: number) =>
    Math.min(perMinute, left + (now - at) * perMs)
  /** The one that was asked longest ago stands first. */
  const roomFor = (who: string, now: number): string => {
    if (counts.has(who) || counts.size < most) return who
    for (const [first, count] of counts) {
      if (leftIn(count, now) < perMinute) return OTHERS
      counts.delete(first)
      return who
    }
    return OTHERS
  }
  return {
    size: () => counts.size,
    spend: (asking) => {
      const now = elapsed()
      const who = roomFor(asking, now)
      const known = counts.get(who) ?? { left: perMinute, at: now, isTold: false }
      const left = leftIn(known, now)
      counts.delete(who)
      if (left >= 1) {
        // It is told of again only once it has been well for a while.
        const isTold = known.isTold && left < perMinute / 2
        counts.set(who, { left: left - 1, at: now, isTold })
        return undefined
      }
      counts.set(who, { left, at: now, isTold: true })
      return { wait: Math.ceil((1 - left) / perMs / 1_000), isFirst: !known.isTold }
    },
  }
}

const FORWARDING = ['x-forwarded-for', 'forwarded'] as const
const UNNAMED =
  'requests come through a proxy on an address that is not counted: name it under requests.proxies in node.json, or nobody who asks through it is held to a share'

/** What is told of whoever asks too much, once. */
type TellTooMany = (told: {
  readonly message: string
  readonly from: string
  readonly party?: string
}) => void

/** Charges a request to the party whose node signed it; throws where that party asked too much. Once per request. */
export type ChargeParty = (party: string) => void

/**
 * Refuses with 429, and `Retry-After` in seconds, whoever asks more than its share: an address, and a party by its
 * node's signature, from wherever it asks. The setting is read anew when it changes.
 */
export function limitRate({
  setting,
  elapsed,
  tell,
  warn,
}: {
  readonly setting: () => RequestsSetting
  readonly elapsed: () => number
  readonly tell: TellTooMany
  /** Told once where somebody asks through a proxy that the setting does not name. */
  readonly warn: (line: string) => void
}): MiddlewareHandler {
  let isWarned = false
  let known:
    | { read: RequestsSetting; readonly said: string; readonly using: ReturnType<typeof using> }
    | undefined
  const using = (requests: RequestsSetting) => ({
    remoteOf: createRemotes(requests),
    rate: createRate({ perMinute: requests.perMinute, elapsed }),
    perMinute: requests.perMinute,
  })
  const now = () => {
    const read = setting()
    if (known?.read === read) return known.using
    // Something else in the file changed: what was counted stays counted.
    const said = JSON.stringify(read)
    known = known?.said === said ? { ...known, read } : { read, said, using: using(read) }
    return known.using
  }
  return async (c, next) => {
    const { remoteOf, rate, perMinute } = now()
    const env = c.env as { readonly remote?: string } | undefined
    const { counted, isExempt } = remoteOf(env?.remote, c.req.raw.headers)
    const charge = (who: string, about: { readonly from: string; readonly party?: string }) => {
      const refused = rate.spend(who)
      if (!refused) return
      const message = `expected at most ${perMinute} requests a minute from ${about.party ?? about.from}, got more`
      if (refused.isFirst) tell({ message, ...about })
      throw new Refusal(429, 'request.too-many', message, refused.wait)
    }
    if (isExempt) {
      if (!isWarned && FORWARDING.some((name) => c.req.header(name) !== undefined)) {
        isWarned = true
        warn(UNNAMED)
      }
      return next()
    }
    charge(counted, { from: counted })
    let isCharged = false
    c.set('charge', ((party) => {
      if (isCharged) return
      isCharged = true
      charge(`party ${party}`, { from: counted, party })
    }) satisfies ChargeParty)
    return next()
  }
}
