import type { LeftOutCount, Widest } from '@entente/export'
import type { FieldFate } from '@entente/misp'
import type { Ceiling, Reason } from '@entente/release'
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

export type ReleaseFormat = 'stix' | 'misp' | 'csv' | 'suricata' | 'navigator' | 'list'

/**
 * The body of `POST /api/v1/releases/preview` and `POST /api/v1/releases`: which objects, for whom, and how they are
 * written. An audience is `own`, `public`, `case:{id}`, `case:{id}/{party}`, `community:{id}` or `community:{id}/{party}`.
 */
export type AskedRelease = {
  readonly ids: readonly string[]
  readonly audience: string
  /** A bundle of STIX, each object as it was received, unless another is asked for. */
  readonly format?: ReleaseFormat
  /** Nothing stricter than this label goes, whatever the audience may have. */
  readonly ceiling?: Ceiling
  /** Of a plain list: this kind of value alone. */
  readonly only?: string
  /** Of rules and lists: the fewest bits of a network in them; 8 and 12 unless told, and never fewer. */
  readonly widest?: Widest
  /** With values that stand on warning lists: else rules and lists leave them out, and say how many. */
  readonly knownGood?: boolean
  /** With everything that these refer to, and that refers to, as far as it is held; each goes by its own marking. */
  readonly whole?: boolean
}

export type ReleasePreview = {
  readonly audience: string
  readonly objects: readonly ReleaseLine[]
  /**
   * What `POST /api/v1/releases` answers if nothing changes in between; absent where nothing leaves. `entries`: the objects,
   * lines, rules, values or techniques in it.
   */
  readonly bundle?: {
    readonly sha256: string
    readonly bytes: number
    readonly objects: number
    readonly entries: number
  }
  /** Ids that the bundle's objects refer to and that are not in it. */
  readonly dangling: readonly string[]
  /** Where it is written in another format: what becomes of each property. */
  readonly fields?: readonly FieldFate[]
  /** What of the objects that leave the format cannot carry, by reason. */
  readonly leftOut?: readonly LeftOutCount[]
  /** Cells of a table that begin with an apostrophe, lest they be taken for formulas. */
  readonly guarded?: number
  /** Rules on URLs of https: they see something only where TLS is taken off. */
  readonly encrypted?: number
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
  /** What would keep it here besides; absent where nothing would. */
  readonly also?: readonly Reason[]
  /** With which fields: an object leaves whole or not at all, and these are what keeps it. */
  readonly fields: 'all' | readonly string[]
  /** Each party of the case or community by itself. */
  readonly to?: readonly {
    readonly party: string
    readonly leaves: boolean
    readonly because: string
    readonly also?: readonly Reason[]
  }[]
}

/**
 * `GET /api/v1/cases/{id}/recalls`: evidence that was taken back. `POST /api/v1/cases/{id}/recalls/{act}/removal` takes it away here; its
 * party says so by a `receipt` of the act.
 */
export type Recalls = { readonly recalls: readonly RecallView[] }
export type RecallView = {
  /** The `evidence-withdraw`, and the evidence that it takes back. */
  readonly act: ActId
  readonly of: ActId
  readonly custodian: PartyId
  readonly reason?: string
  /** `held`: these bytes are here, from whomever they came. */
  readonly objects: readonly {
    readonly id: string
    readonly sha256: string
    readonly held: boolean
  }[]
  /** Which parties said that they did as they were asked. Nobody can prove that nothing was kept. */
  readonly confirmed: readonly {
    readonly party: PartyId
    readonly act: ActId
    readonly at: string
    readonly remarks?: string
  }[]
  /** The others, but for the party that took it back. */
  readonly awaited: readonly PartyId[]
}
/** Ids of which something went, and of those that stay since others brought the same. */
export type Removal = { readonly removed: readonly string[]; readonly stays: readonly string[] }
