import type { ActId, CharterId, Custody, PartyId } from '@entente/accord'

/** One key of one authority: from where to where it signs in this case. */
export type KeyRow = {
  readonly keyid: string
  /** base64 of the 32 bytes. */
  readonly pub: string
  readonly authority: { readonly id: string; readonly name: string }
  readonly custody: Custody
  readonly verbs: readonly string[]
  /** Seconds: its end. This node signs nothing after it; what others signed falls once it is certified. */
  readonly until?: number
  /** The act that gave it, and its place in this strand; without one the charter hands it down. */
  readonly given: { readonly act: ActId; readonly index?: number }
  /** The certificate that the mandate ended, and from which place of this strand on it did. */
  readonly ended?: { readonly act: ActId; readonly index: number }
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

/** A key that a person enrolled at its node, and how far it is: asked for of the root keys, in force, or revoked. */
export type OwnKey = Pick<KeyRow, 'keyid' | 'pub' | 'custody'> & {
  /** base64 of the request: what the root keys' holders are handed, byte for byte. */
  readonly request: string
  readonly enrolledAt: string
  readonly state: 'asked-for' | 'in-force' | 'revoked'
  readonly verbs?: readonly string[]
  readonly cause?: NonNullable<KeyRow['revoked']>['cause']
}

/** `GET /api/v1/me/keys`; `POST` there with `{ request }` enrols a key. */
export type OwnKeysView = { readonly keys: readonly OwnKey[] }

/** A signature that was made where the key is: `sig` is base64 of 64 bytes, over the DSSE encoding of the payload. */
export type GivenSignature = { readonly keyid: string; readonly sig: string }

/** `POST /api/v1/cases/{id}/accusations` with `{ of }`: the proof that this node has, as it could be signed now. */
export type AccusationDraft = { readonly payload: string }
