import type { ExchangeView } from '../intelligence/index.ts'

/** `GET /api/v1/taxii/remotes`: every remote of the setting, and how far each exchange with it is. */
export type Remotes = { readonly remotes: readonly RemoteView[] }
export type RemoteView = {
  readonly id: string
  readonly party: string
  readonly root: string
  readonly collection: string
  /** The collection here whose content is pushed there. */
  readonly pushes?: string
  /**
   * `POST /api/v1/taxii/remotes/{id}/{direction}` starts a run, `PUT …/{direction}/cursor` with `{ after? }` begins
   * anew, from that date where it is given.
   */
  readonly exchanges: readonly ExchangeView[]
}

/** `GET /api/v1/taxii/collections`: what this node serves to programs, and to whose. */
export type Serving = {
  readonly title?: string
  readonly collections: readonly {
    readonly id: string
    readonly alias?: string
    readonly title: string
    /** `own`, `public`, `case:ID` or `community:ID`. */
    readonly audience: string
    readonly takes: 'everything' | 'posted'
    /** Versions that are in it, for whichever of its readers. */
    readonly entries: number
    /** When something was added last. */
    readonly addedAt?: string
    /** When somebody without credentials read something new last. */
    readonly anyoneReadAt?: string
    readonly clients: readonly {
      readonly id: string
      readonly name: string
      readonly party: string
      readonly reads: boolean
      readonly writes: boolean
      readonly until?: string
      readonly readAt?: string
    }[]
  }[]
}
