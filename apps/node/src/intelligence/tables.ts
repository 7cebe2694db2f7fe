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
/** One object, by the newest of what is held of it: what lists sort and filter by. */
export type Listed = {
  /** The place of the first of its versions: it never changes. */
  number: number
  /** Of its newest version. */
  seq: number
  id: string
  type: string
  label: string
  version: string
  tlp: number
  creator: string
  import: number
  flags: number
}
/** How many objects have all of this in common. */
export type Cell = Pick<Listed, 'type' | 'tlp' | 'creator' | 'import' | 'flags'> & { count: number }

/**
 * `stix_import`, `stix_version` and `stix_reference` are what came in; nothing in them is changed once it is there. The
 * others follow from them and can be made anew.
 */
export type Tables = {
  stix_import: {
    seq: number
    name: string
    added_at: string
    /** The case, and the party whose node sent it; neither where a person of this node imported it. */
    charter: string | null
    custodian: string | null
    /** 1 where a program brought it from outside. */
    outside: number | null
  }
  stix_version: Version
  stix_reference: { target: string; source: number }
  stix_words: SearchTable
  stix_object: Listed
  /** Of which object a version is that came after its first. */
  stix_later: { seq: number; number: number }
  stix_cell: Cell
}
export type Db = Kysely<Tables>
