import type { FieldFate } from '@entente/misp'
import type { ActId, PartyId } from '@entente/accord'

/**
 * `GET /api/v1/cases/{id}/evidence`: every object that an evidence act of the case names, and whether
 * it is here. `refusal` is what its custodian answered, or what is wrong with what it sent.
 */
export type CaseEvidence = {
  readonly objects: readonly {
    readonly act: ActId
    readonly id: string
    readonly modified?: string
    readonly sha256: string
    readonly custodian: PartyId
    readonly held: boolean
    readonly refusal?: { readonly code: string; readonly detail: string; readonly at: string }
  }[]
}

/** `GET /api/v1/audiences`: before whom something could be put from here, as releases name them. */
export type Audiences = {
  readonly audiences: readonly {
    readonly audience: string
    /** Of the case or the community; the public has none. */
    readonly name?: string
  }[]
}

/**
 * `POST /api/v1/releases/preview` and `POST /api/v1/releases` with `{ ids, audience }`; an audience is
 * `own`, `public`, `case:{id}`, `case:{id}/{party}`, `community:{id}` or `community:{id}/{party}`.
 */
export type ReleasePreview = {
  readonly audience: string
  readonly objects: readonly ReleaseLine[]
  /** The bundle that `POST /api/v1/releases` answers if nothing changes in between; absent where nothing leaves. */
  readonly bundle?: { readonly sha256: string; readonly bytes: number; readonly objects: number }
  /** Ids that the bundle's objects refer to and that are not in it. */
  readonly dangling: readonly string[]
  /** Where it is written in another format: what becomes of each property. */
  readonly fields?: readonly FieldFate[]
}
export type ReleaseLine = {
  readonly id: string
  /** Absent where the object is not held, or held with several contents of one date. */
  readonly sha256?: string
  readonly leaves: boolean
  /** Why it leaves, or why not, in a sentence. */
  readonly because: string
  /** Absent where it leaves. */
  readonly code?: string
  /** With which fields: an object leaves whole or not at all, and these are what keeps it. */
  readonly fields: 'all' | readonly string[]
  /** Each party of the case or community by itself. */
  readonly to?: readonly {
    readonly party: string
    readonly leaves: boolean
    readonly because: string
  }[]
}
