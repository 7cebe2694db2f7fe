import type { ActId, CharterId, PartyId } from '@entente/accord'

/** One key of one authority: from where to where it signs in this case. */
export type KeyRow = {
  readonly keyid: string
  /** base64 of the 32 bytes. */
  readonly pub: string
  readonly authority: { readonly id: string; readonly name: string }
  readonly custody: 'node-held' | 'browser-held' | 'token'
  readonly verbs: readonly string[]
  /** Seconds; shown, and enforced by no clock. */
  readonly until?: number
  /** The act that gave it, and its place in this strand; without one the charter hands it down. */
  readonly given: { readonly act: ActId; readonly index?: number }
  readonly revoked?: {
    readonly act: ActId
    readonly index?: number
    readonly cause: 'compromise' | 'lost' | 'replaced' | 'ended' | 'rotated'
  }
  /** Whether this node holds the private half. */
  readonly held: boolean
}

/** A key act of the case above that this strand does not have yet: it does not count here. */
export type MissingCopy = {
  readonly act: ActId
  readonly does: 'grants' | 'revokes' | 'rotates'
  readonly keyids: readonly string[]
}

export type PartyKeys = {
  readonly party: PartyId
  readonly name: string
  readonly threshold: number
  readonly root: readonly { readonly keyid: string; readonly pub: string }[]
  /** Hash of the next root keys, where the party committed to any. */
  readonly next?: string
  readonly keys: readonly KeyRow[]
  /** Absent where the case above is not held here, so that nobody can tell. */
  readonly missing?: readonly MissingCopy[]
  /** Its log is proved to have signed two histories from here on. */
  readonly forked?: { readonly size: number; readonly by: ActId }
}

/**
 * `GET /api/v1/cases/{id}/keys`. Key acts are signed apart from the node and handed in at
 * `POST /api/v1/cases/{id}/key-acts` with `{ entry, dry? }`.
 */
export type KeysView = { readonly case: CharterId; readonly parties: readonly PartyKeys[] }

/** `POST /api/v1/cases/{id}/accusations` with `{ of }`: the proof that this node has, as it could be signed now. */
export type AccusationDraft = { readonly payload: string }
