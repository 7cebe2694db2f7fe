import type { CharterId } from '@entente/accord'

/** By which route whoever has it got it: a file that a person took, a case, a TAXII client’s read, a push by TAXII, a push to MISP. */
export type HolderRoute = 'file' | 'case' | 'taxii' | 'taxii-push' | 'misp'
export type HolderState = 'outstanding' | 'told' | 'confirmed' | 'cannot-be-told'

/** Whoever got it, and what is known of their being told. */
export type RecallHolder = {
  readonly number: number
  readonly route: HolderRoute
  /** A party, a client, a remote or a person of this node; absent where anybody could be. */
  readonly who?: string
  /** The audience of the file, the case, the collection or the event. */
  readonly place: string
  /** When they got it first, as far as that is on record. */
  readonly since?: string
  readonly state: HolderState
  /** How it is known: a machine answered, an act is on record, or a person of this node says so. */
  readonly by?: 'machine' | 'act' | 'person'
  readonly at?: string
  /** Where a person says so: who, and in which words. */
  readonly person?: string
  readonly words?: string
  /** The evidence by which it stands in the case, and the act that took it back, where one did. */
  readonly evidence?: {
    readonly case: CharterId
    readonly title?: string
    readonly act: string
    readonly withdrawn?: string
  }
}

/**
 * `POST /api/v1/objects/{id}/recalls` with `{ because, revoke? }` calls an object back; `GET /api/v1/recalls` lists, newest first;
 * `POST /api/v1/recalls/{number}/holders/{place}` with `{ state, words }` says who was told; `POST /api/v1/recalls/{number}/release`
 * with `{ because }` asks to let it go again, and by another person lets it; `DELETE` of the same drops what was asked.
 */
export type ObjectRecalls = { readonly recalls: readonly ObjectRecall[] }
export type ObjectRecall = {
  readonly number: number
  readonly id: string
  readonly name?: string
  readonly at: string
  readonly by: string
  readonly because: string
  /** A version that says that it is revoked stands where it stood. */
  readonly revoked: boolean
  /** Who asks to let it go again: another person lets it. */
  readonly asked?: { readonly at: string; readonly by: string; readonly because: string }
  readonly lifted?: { readonly at: string; readonly by: string; readonly because: string }
  readonly holders: readonly RecallHolder[]
  readonly counts: Readonly<Record<HolderState, number>>
}
