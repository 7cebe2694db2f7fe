import type { CharterId, PartyId } from '@entente/accord'
import type { Tlp } from '@entente/release'

export type { ShortReport as ImportReport } from './import-bundle.ts'

/**
 * `GET /api/v1/objects?q=` with `sort` (`seen`, `modified`, `label`, `type`, `tlp`, each also behind a
 * hyphen), `limit`, `after` or `offset`; `GET /api/v1/objects/facets?q=`; `GET /api/v1/objects/{id}`.
 */
export type ObjectSummary = {
  readonly id: string
  readonly type: string
  readonly name?: string
  readonly modified?: string
  /** The label that it carries; absent where it carries none. */
  readonly tlp?: Tlp
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
  /** What the query finds besides, and this person may not see. */
  readonly withheld: number
  readonly facets: Readonly<Record<'type' | 'tlp' | 'by' | 'from' | 'seen' | 'is', Facet>>
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
  readonly id: string
  readonly type: string
  readonly versions: readonly ObjectVersion[]
  /** Values of its newest version, or of its pattern, that stand on warning lists: a hint. */
  readonly knownGood?: readonly { readonly value: string; readonly lists: readonly string[] }[]
  /** What this object refers to, and in which property of its newest version. */
  readonly refersTo: readonly (TiedObject & { readonly as?: string })[]
  readonly referredBy: readonly {
    readonly id: string
    readonly type: string
    readonly name?: string
  }[]
  /** How many objects refer to it in all, where `referredBy` names only the first of them. */
  readonly referredByCount?: number
}
