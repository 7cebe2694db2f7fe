import type { CharterId, PartyId } from '@entente/accord'

/** How many acts of a strand the quorum had cosigned here before a pouch was opened, and after. */
export type PouchStrand = {
  readonly party: PartyId
  readonly before: number
  readonly after: number
}

/** `POST /api/v1/pouches/open`: what became of a pouch. */
export type PouchReport = {
  readonly from: PartyId
  readonly cases: readonly {
    readonly case: CharterId
    readonly title: string
    /** Trees that this node cosigned because the pouch asked for it. */
    readonly cosigned: number
    readonly strands: readonly PouchStrand[]
  }[]
  /** Cases in it that are not held here. */
  readonly unknown: number
  /** What was refused, each with its evidence among the alarms. */
  readonly faults: readonly {
    readonly case: CharterId
    readonly strand: PartyId
    readonly code: string
    readonly message: string
  }[]
}
