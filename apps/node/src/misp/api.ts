import type { ExchangeView } from '../intelligence/index.ts'

/** `GET /api/v1/misp/remotes`: every instance and feed of the setting, and how far each exchange with it is. */
export type MispRemotes = { readonly remotes: readonly MispRemoteView[] }
export type MispRemoteView = {
  readonly id: string
  readonly party: string
  readonly kind: 'instance' | 'feed'
  readonly url: string
  /** As one of whom its party gets the reports of this node. */
  readonly pushes?: string
  /** Started and begun anew as those with TAXII servers are, under `/api/v1/misp/remotes`. */
  readonly exchanges: readonly ExchangeView[]
}
