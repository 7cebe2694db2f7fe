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

/** An object that was called back, by whom and why; and who let it go again. */
export type CalledBack = {
  number: number
  id: string
  name: string | null
  at: string
  by_person: string
  because: string
  /** The SHA-256 of the version that says that it is revoked, where one was made. */
  tombstone: string | null
  lifted_at: string | null
  lifted_by: string | null
  lifted_because: string | null
}
export type Likeness = { recall: number; id: string; likeness: string }

/** Where an import of a person is: its bytes come, it waits to be looked at, or what became of it. */
type IntakeState = 'arriving' | 'pending' | 'committed' | 'undone' | 'discarded' | 'expired'
/** An import that a person of this node brings: what it is, and who did what with it when. */
export type Intake = {
  number: number
  name: string
  state: IntakeState
  brought_at: string
  brought_by: string | null
  /** When it was committed, discarded or expired. */
  ended_at: string | null
  ended_by: string | null
  undone_at: string | null
  undone_by: string | null
  /** Once it is committed: its import, and the places between which it added contents. */
  import: number | null
  first: number | null
  last: number | null
  /** Bytes that wait. */
  bytes: number
  objects: number
  /** JSON of how many objects came to what. */
  counts: string
  /** JSON of what reading it told, while it waits. */
  told: string | null
  /** JSON of the ids that it refers to and that are not held. */
  dangling: string | null
  /** What was previewed, as a hash, and for which state of the store that was. */
  preview: string | null
  as_of: string | null
  /** JSON of what its undoing took away and what stayed. */
  undoing: string | null
}
/** One object of an import that waits; `bytes` of one that is set aside are the JSON of its faults. */
export type IntakeObject = {
  intake: number
  n: number
  line: number
  fate: Fate | 'set-aside'
  id: string
  type: string
  name: string | null
  version: string
  modified: string | null
  sha256: string
  tlp: number
  /** 1 where it carries a marking that is no label of TLP. */
  other_marking: number
  /** The place of the held content that told its fate, or of one before it in the file. */
  beside: number | null
  beside_n: number | null
  /** 1 where it goes further than that: then two persons take it in. */
  loosens: number
  /** The recall that it comes after, where what it is was called back. */
  recalled: number | null
  bytes: Uint8Array
}
/** What became, or would become, of an object beside what is held. */
export type Fate = 'new' | 'changed' | 'older' | 'duplicate' | 'conflict'

/**
 * `stix_import`, `stix_version` and `stix_reference` are what came in; nothing in them is changed once it is there, but
 * that an import may be undone. `stix_object`, `stix_later`, `stix_cell` and `stix_words` follow from them and can be made
 * anew.
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
  stix_intake: Intake
  stix_intake_object: IntakeObject
  /** Objects that were called back, by whom and why; and who let them go again. */
  stix_recall: CalledBack
  /** By what each is known if it comes again: its id, and what each of its versions says. */
  stix_recalled: Likeness
  /** Which imports brought a content again that was held. */
  stix_again: { seq: number; import: number }
  /** What an undone import alone had brought. */
  stix_undone: { seq: number; id: string; version: string; sha256: string; import: number }
}
export type Db = Kysely<Tables>
