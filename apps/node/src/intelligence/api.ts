import type { CharterId, PartyId } from '@entente/accord'
import type { Tlp } from '@entente/release'
import type { Pap } from '@entente/stix'
import type { Recall } from './recalled.ts'

export type { ShortReport as ImportReport } from './import-bundle.ts'

/** What an object says in one line: how its text begins, or the objects that it ties together and by what. */
export type ObjectLine = {
  readonly text?: string
  /** Of a relationship, as it says: `uses`. */
  readonly kind?: string
  /** The first that it is about; of a relationship its source, then its target. */
  readonly objects?: readonly TiedObject[]
}

/**
 * `GET /api/v1/objects?q=` with `sort` (`seen`, `modified`, `label`, `type`, `tlp`, each also behind a
 * hyphen), `limit`, `after` or `offset`; `GET /api/v1/objects/facets?q=`; `GET /api/v1/objects/{id}`.
 */
export type ObjectSummary = {
  readonly id: string
  readonly type: string
  readonly name?: string
  /** Where it has no name. */
  readonly says?: ObjectLine
  readonly modified?: string
  /** The label that it carries; absent where it carries none. */
  readonly tlp?: Tlp
  /** What may be done with it, by the Permissible Actions Protocol; absent where it says nothing. */
  readonly pap?: Pap
  /** The identity that made it, as it says. */
  readonly by?: string
  /** When its newest version came in here, and in which file or from which party’s node. */
  readonly addedAt: string
  readonly source: string
  readonly from?: PartyId
  readonly revoked?: true
  readonly deprecated?: true
  readonly versions: number
  readonly conflicts: number
}

/** How many objects have one value of a facet; the value as a query writes it behind the facet’s name. */
export type FacetCount = {
  readonly value: string
  readonly count: number
  /** What an identity is called, where it is held. */
  readonly name?: string
  /** The value is a party, not a file. */
  readonly party?: boolean
}
export type Facet = {
  readonly values: readonly FacetCount[]
  /** What is not listed: how many values, and how many objects have them. */
  readonly rest?: { readonly values: number; readonly count: number }
}
/** How many a query finds, counted over what this person may see; `capped`: over the first 10,000. */
export type Facets = {
  readonly total: number
  readonly capped?: boolean
  /** What is held besides that this person may not see, whatever is asked. */
  readonly withheld: number
  /** Evidence that cases name and its custodians keep, by the code of what they answered, whatever is asked. */
  readonly kept: readonly { readonly code: string; readonly count: number }[]
  readonly facets: Readonly<Record<'type' | 'tlp' | 'pap' | 'by' | 'from' | 'seen' | 'is', Facet>>
}
export type ObjectVersion = {
  readonly modified?: string
  readonly sha256: string
  readonly addedAt: string
  readonly source: string
  /** Where another party's node sent it: with which case, and in whose custody it was. */
  readonly from?: { readonly case: CharterId; readonly custodian: PartyId }
  /** The bytes as received, as text. */
  readonly text: string
  /** Same id and modified, other content: both are kept. */
  readonly conflictsWith: readonly string[]
}
/**
 * `POST /api/v1/hunts` with `{ pattern }`: a pattern put to everything held, a line of JSON each as it goes on. `looked` of
 * `of` objects so far; `withheld` for this person's role; `unread` where an observation has no time. Of what is found the
 * first thousand are told. Whoever closes the connection ends it.
 */
export type HuntEvent =
  | {
      readonly kind: 'found'
      readonly id: string
      readonly type: string
      readonly name?: string
      /** The observations that meet the pattern together, this one among them. */
      readonly observed: readonly string[]
    }
  | (HuntCounts & { readonly kind: 'progress' | 'done' })
type HuntCounts = {
  readonly of: number
  readonly looked: number
  readonly found: number
  readonly withheld: number
  readonly unread: number
}

/** An object at the other end of a tie. */
export type TiedObject = {
  readonly id: string
  readonly type: string
  readonly name?: string
  readonly held: boolean
}
/** The same with what it says in one line, where it has no name. */
type ToldObject = TiedObject & { readonly says?: ObjectLine }
/** Relationships and sightings that name an object, the first hundred of them, read. */
export type ObjectTies = {
  readonly relations: readonly {
    readonly id: string
    /** As the relationship says: `indicates`. */
    readonly kind: string
    /** `to`: it is the source, and the other the target. */
    readonly way: 'to' | 'from'
    readonly other: TiedObject
  }[]
  readonly sightings: readonly {
    readonly id: string
    readonly count?: number
    readonly firstSeen?: string
    readonly lastSeen?: string
    readonly by: readonly TiedObject[]
  }[]
}
export type ObjectView = ObjectTies & {
  /** It was called back, and does not leave. */
  readonly recalled?: Recall
  readonly id: string
  readonly type: string
  /** As in a list; also where it has a name. */
  readonly says?: ObjectLine
  readonly versions: readonly ObjectVersion[]
  /** Language contents that say it in a language, of each the last that came, by its newest version: somebody's translations of it. */
  readonly translations?: readonly { readonly id: string; readonly text: string }[]
  /** Values of its newest version, or of its pattern, that stand on warning lists: a hint. */
  readonly knownGood?: readonly { readonly value: string; readonly lists: readonly string[] }[]
  /** What this object refers to, and in which property of its newest version. */
  readonly refersTo: readonly (ToldObject & { readonly as?: string })[]
  readonly referredBy: readonly Omit<ToldObject, 'held'>[]
  /** How many objects refer to it in all, where `referredBy` names only the first of them. */
  readonly referredByCount?: number
}

/** What became, or would become, of an object of a file beside what is held. */
export type ImportFate = 'new' | 'changed' | 'older' | 'duplicate' | 'conflict' | 'set-aside'
/** When, and by which person of the node; without one it was done at the machine, or by time. */
type Done = { readonly at: string; readonly by?: string }
/**
 * `GET /api/v1/imports`, newest first, with `limit` and `before` (a number); what persons of this node brought, and what
 * waits. `POST /api/v1/imports?name=&preview=true` with a file brings one into quarantine, `&by` a person.
 */
export type ImportSummary = {
  readonly number: number
  readonly name: string
  readonly state: 'arriving' | 'pending' | 'committed' | 'undone' | 'discarded' | 'expired'
  readonly brought: Done
  /** Committed, discarded or expired. */
  readonly ended?: Done
  readonly undone?: Done
  readonly objects: number
  readonly bytes: number
  /** Absent where nobody counted. */
  readonly counts: Readonly<Partial<Record<ImportFate, number>>>
}
export type ImportList = { readonly imports: readonly ImportSummary[]; readonly next?: number }
/** What becomes of a field that another format has: read by all, carried for the way back, or lost. */
type ImportField = { readonly field: string; readonly fate: string; readonly count: number }
/** `GET /api/v1/imports/{number}`; `POST …/commit` `{ preview }`, `POST …/discard`. */
export type ImportView = ImportSummary & {
  /** While it waits: the hash of what is previewed, which a commit names. */
  readonly preview?: string
  readonly bundle?: string
  readonly lifted?: number
  readonly notKept?: readonly string[]
  readonly converted?: { readonly format: string; readonly fields: readonly ImportField[] }
  /** How many objects carry which label; `none` is not clear, and `other` is for people to read. */
  readonly markings?: readonly { readonly label: Tlp | 'none' | 'other'; readonly count: number }[]
  /** How many were called back before, while it waits: they come in, and do not leave. */
  readonly recalled?: number
  /** How many go further than what is held, while it waits: another person than who brought it takes it in. */
  readonly loosens?: number
  readonly dangling?: { readonly count: number; readonly ids: readonly string[] }
  readonly undoing?: UndoReport
}
/** `GET /api/v1/imports/{number}/objects?fate=&after=&limit=`: rows of one that waits, in the order of the file. */
export type ImportObject = {
  readonly n: number
  readonly line: number
  readonly fate: ImportFate
  readonly id?: string
  readonly type?: string
  readonly name?: string
  readonly modified?: string
  readonly tlp?: Tlp
  /** It goes further than what is held of it. */
  readonly loosens?: boolean
  /** It was called back before, whoever brings it now. */
  readonly recalled?: Recall
  /** Of one that is set aside: what was expected where. */
  readonly faults?: readonly {
    readonly line: number
    readonly path: string
    readonly reason: string
  }[]
}
export type ImportObjects = { readonly objects: readonly ImportObject[]; readonly next?: number }
/** `GET /api/v1/imports/{number}/objects/{n}`: one of them, and how it differs from what told its fate. */
export type ImportObjectView = ImportObject & {
  readonly text?: string
  readonly beside?: {
    /** Absent where it stands before it in the same file. */
    readonly source?: string
    readonly modified?: string
    readonly text: string
  }
  /** Properties that differ, each as JSON; absent on a side that has none. */
  readonly differs: readonly {
    readonly property: string
    readonly before?: string
    readonly after?: string
  }[]
}
/** Why an object stays although its import is undone. */
export type Stay =
  | {
      readonly why: 'evidence'
      readonly case: CharterId
      readonly title: string
      /** Who named it, when, and the parties that may ask for it since. */
      readonly by: PartyId
      readonly at: string
      readonly to: readonly PartyId[]
    }
  | {
      readonly why: 'collection'
      readonly collection: string
      readonly audience: string
      readonly at: string
    }
/** `GET /api/v1/imports/{number}/undo` says what undoing would do, `POST` does it and says what it did. */
export type UndoReport = {
  /** Contents that it alone brought: they go. */
  readonly removed: number
  /** Contents that another import brought as well: they stay, and are that one’s. */
  readonly passedOn: number
  /** Ids of which an older version is the newest again. */
  readonly current: { readonly count: number; readonly ids: readonly string[] }
  /** Ids that other objects refer to and that are not held any more. */
  readonly dangling: number
  readonly stays: {
    readonly count: number
    readonly first: readonly { readonly id: string; readonly because: readonly Stay[] }[]
  }
}
