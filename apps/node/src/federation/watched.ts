import type { CharterId, PartyId } from '@entente/accord'
import { inTurn } from '../platform/turn.ts'

/** What is known of a peer in one case. */
export type Dealing = {
  isRefused: boolean
  sameState: boolean | undefined
  auditedAt: number | undefined
  /** The entry with which the next audit begins. */
  auditedTo: number
  /** The run of the peer's node that was audited. */
  startedAt: string | undefined
  /** When it was last asked for its checkpoint although it said that nothing was new. */
  askedAt: number | undefined
  /** When it was last asked which cases were opened. */
  offeredAt: number | undefined
  /** Another peer holds that much more of its strand; whether its own node was asked since. */
  told: { readonly size: number; readonly isAsked: boolean } | undefined
  /** A peer that was refused is not asked again before. */
  retryAt: number
  /** Rounds since something was new; each doubles the pause to the next, while its feed is heard. */
  quiet: number
  due: number
}

/** What is known of a peer. */
export type Watched = {
  readonly party: PartyId
  readonly turn: ReturnType<typeof inTurn>
  readonly dealings: Map<CharterId, Dealing>
  isReachable: boolean
  lastSeen: number | undefined
  failures: number
  /** When it first gave no answer of those in a row, and whether people were told; milliseconds that only grow. */
  silent: { readonly since: number; isTold: boolean } | undefined
  due: number
  isBusy: boolean
  /** Its feed is open: it tells when there is something to pull. */
  isHeard: boolean
  listenAt: number
}

/** A peer with whom nothing was dealt yet. */
export const unseen = (party: PartyId): Watched => ({
  party,
  turn: inTurn(),
  dealings: new Map(),
  isReachable: false,
  lastSeen: undefined,
  failures: 0,
  silent: undefined,
  due: 0,
  isBusy: false,
  isHeard: false,
  listenAt: 0,
})

/** When the first of its cases is due for a round. */
export const firstDue = ({ dealings }: Watched) =>
  Math.min(...[...dealings.values()].map(({ due }) => due))

export function dealingIn({ dealings }: Watched, id: CharterId): Dealing {
  const known = dealings.get(id) ?? {
    isRefused: false,
    sameState: undefined,
    auditedAt: undefined,
    auditedTo: 0,
    startedAt: undefined,
    askedAt: undefined,
    offeredAt: undefined,
    told: undefined,
    retryAt: 0,
    quiet: 0,
    due: 0,
  }
  dealings.set(id, known)
  return known
}
