import type { Kysely } from 'kysely'
import type { SearchTable } from './search.ts'

/** One content of an object, with the bytes it came in. */
export type Version = {
  seq: number
  id: string
  type: string
  name: string | null
  modified: string | null
  version: string
  sha256: string
  import: number
  bytes: Uint8Array
}
/** Everything here but `stix_words` is what came in; nothing is changed once it is there. */
export type Tables = {
  stix_import: {
    seq: number
    name: string
    added_at: string
    /** The case, and the party whose node sent it; neither where a person of this node imported it. */
    charter: string | null
    custodian: string | null
  }
  stix_version: Version
  stix_reference: { target: string; source: number }
  stix_words: SearchTable
}
export type Db = Kysely<Tables>
