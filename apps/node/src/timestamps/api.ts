import type { PartyId } from '@entente/accord'

/** A token that this node holds over a cut of the case, and what it proves here. */
export type TimestampView = {
  /** The authority's name in this node's configuration. */
  readonly authority: string
  /** How many acts of each strand it is over. */
  readonly sizes: Readonly<Record<PartyId, number>>
} & (
  | {
      /** RFC 3339 in UTC. */
      readonly at: string
      /** Seconds by which `at` may be off, where the authority says so. */
      readonly accuracy?: number
      /** Subject of the certificate that signed. */
      readonly signedBy: string
    }
  /** Why it proves nothing now: a code of `spec/errors.md`, and a sentence. */
  | { readonly code: string; readonly message: string }
)

/** An authority that gave no token when it was asked last: why, and when that was. */
export type TimestampFailure = {
  readonly authority: string
  /** A code of `spec/errors.md`, and a sentence. */
  readonly code: string
  readonly message: string
  /** RFC 3339 in UTC. */
  readonly at: string
}

/** `GET /api/v1/cases/{id}/timestamps`. */
export type TimestampsView = {
  /** Names of the authorities that this node asks. */
  readonly authorities: readonly string[]
  /** Those among them that gave none of this case when they were asked last; they are asked again. */
  readonly failures: readonly TimestampFailure[]
  /** Earliest first. */
  readonly timestamps: readonly TimestampView[]
}

/** `POST /api/v1/cases/{id}/timestamps`: what each authority answered now. */
export type TimestampsTaken = { readonly taken: readonly TimestampView[] }
