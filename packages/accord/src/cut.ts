import type { Act } from './act.ts'
import type { Disavowal } from './disavowal.ts'
import type { ActId, PartyId } from './id.ts'
import type { Earlier } from './kind.ts'
import type { MandateEnd } from './mandate.ts'
import type { Sizes, Unmandated } from './matter.ts'

/** When the trees a certificate carries were cosigned: [witness, seconds], verified, in any order. */
export type Attested = {
  readonly size: number
  readonly times: readonly (readonly [string, number])[]
}

/** The cosigned trees of one `declare`, after every note in it was verified against the strands. */
export type Trees = {
  readonly closings: Readonly<Record<PartyId, Attested>>
} & { readonly [E in Earlier]: Readonly<Record<PartyId, Attested>> }

/** One entry of a strand. `act` is absent where the payload could not be read as one. */
export type Logged = {
  readonly id: ActId
  readonly party: PartyId
  readonly index: number
  readonly act?: Act
  readonly keyids: readonly string[]
  /** The authority whose key signed; absent for key acts signed by the root. */
  readonly authority?: string
  /** Kept and shown, and counts for nothing: why. */
  readonly void?: { readonly code: string; readonly message: string }
  /** Present where the root keys of its party disown it, inside the strand that was read. */
  readonly disavowed?: Disavowal
  /** Present where certificates of the cut prove that whoever signed it had no mandate any more. */
  readonly unmandated?: Unmandated
  /** Present on a `declare` that proves the end of a mandate. */
  readonly ends?: MandateEnd
  /** Present on a `declare` whose trees all proved true. */
  readonly trees?: Trees
}

/** One party's acts up to the size that a cut gives it. */
export type Strand = {
  readonly party: PartyId
  /** base64 RFC 6962 root over all `acts.length` entries. */
  readonly root: string
  readonly acts: readonly Logged[]
}

/** What was known: one strand prefix for every party of the charter. `evaluate` reads nothing else. */
export type Cut = Readonly<Record<PartyId, Strand>>

/** How many acts of each strand a cut holds. */
export const sizesOf = (strands: readonly Strand[]): Sizes =>
  Object.fromEntries(strands.map(({ party, acts }) => [party, acts.length])) as Sizes
