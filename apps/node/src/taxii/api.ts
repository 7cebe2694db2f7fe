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
