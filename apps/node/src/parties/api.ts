import type { ActId, CharterId } from '@entente/accord'
import type { CharterTold, IdTold } from '../api.ts'

/** What one charter says otherwise than another, part by part: what it said, what it says, or only one of them. */
export type CharterChanges = Readonly<
  Record<
    'en' | 'es',
    readonly {
      readonly title: string
      readonly lines: readonly { readonly was?: string; readonly now?: string }[]
    }[]
  >
>

/** A charter that is to take the place of the one above it here, with what becomes of each party. */
export type SuccessorTold = IdTold & {
  readonly told: CharterTold
  readonly changes: CharterChanges
  readonly parties: readonly {
    readonly id: string
    readonly name: string
    readonly becomes: 'goes-on' | 'new' | 'named-anew' | 'out'
    readonly us: boolean
  }[]
  /** Why it is no successor of that charter; absent where it is one. */
  readonly refused?: { readonly code: string; readonly message: string }
}

/**
 * `GET /api/v1/coalition/successors`: charters that versions in the root cases held here put, the latest case last. One is
 * drafted with `POST …/successors/draft` and what changes, its bytes are handed in with `POST …/successors` `{ charter }`
 * (base64), read with `GET …/successors/{hex}`, and taken up with `POST /api/v1/coalition/take-up` `{ id }`, as it was
 * compared.
 */
export type SuccessorsView = {
  readonly successors: readonly {
    /** The root case whose charter it amends. */
    readonly case: CharterId
    readonly version: ActId
    readonly id: string
    /** Absent where its bytes are no charter. */
    readonly successor?: SuccessorTold
    readonly adopted: boolean
    /** A `charter-amend` says that the coalition goes on under it. */
    readonly amended: boolean
    /** This node has taken it up. */
    readonly held: boolean
  }[]
}

/** The case under a charter that was taken up. */
export type TakenUp = { readonly case: CharterId; readonly title: string }

/** A charter that was drafted or handed in: its canonical bytes in base64, and what it says. */
export type SuccessorDrafted = { readonly charter: string; readonly successor: SuccessorTold }
