import type { TiedObject } from '../intelligence/api.ts'

/** Other objects that have something in common with one, the first of them, and how many there are. */
type Sharing = {
  readonly objects: readonly TiedObject[]
  readonly count: number
  /** There are more to look at than were: the number is the least. */
  readonly capped?: true
}

/**
 * `GET /api/v1/objects/{id}/hints`: what is held that has something in common with an object. Each is a hint with its number: none says
 * that two things are one, or who did anything.
 */
export type Hints = {
  /** The same value, in an observable or a pattern: `kind` as `ipv4-addr`, `sha256`. */
  readonly values: readonly (Sharing & { readonly kind: string; readonly value: string })[]
  /** The same entry of the same outside source, as a CVE. */
  readonly references: readonly (Sharing & { readonly source: string; readonly id: string })[]
  /** The same name or alias, in whatever letters; both stay, nothing is merged. */
  readonly aliases: readonly (Sharing & { readonly name: string })[]
  /** How many techniques this object uses, and which others use the most of the same. */
  readonly techniques: {
    readonly count: number
    readonly nearest: readonly NearestByTechnique[]
    /** There were more uses of these techniques than were looked at. */
    readonly capped?: true
  }
}

export type NearestByTechnique = {
  readonly object: TiedObject
  /** Techniques that both use, that the other uses, and that either uses. */
  readonly shared: number
  readonly uses: number
  readonly either: number
  /** `shared / either`, from 0 to 1 (P. Jaccard, 1912). */
  readonly overlap: number
}

/** `GET /api/v1/objects/{id}/neighbourhood?depth=`: what an object is tied to, and that to what, up to `depth` (1 to 3) steps away. */
export type Neighbourhood = {
  readonly nodes: readonly (TiedObject & { readonly steps: number })[]
  /** `kind` as the relationship says, or the property that refers. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly kind: string }[]
  /** There is more than the 500 that are shown. */
  readonly capped?: true
}

/** `GET /api/v1/objects/{id}/timeline`: dates that an object and what is tied to it give, earliest first. */
export type Timeline = {
  readonly events: readonly TimelineEvent[]
  /** More is tied to it than is looked at. */
  readonly capped?: true
}
export type TimelineEvent = {
  /** As written, RFC 3339. */
  readonly at: string
  /** The property that gives it: `first_seen`, `valid_from`, `created`. */
  readonly what: string
  readonly object: TiedObject
}

/**
 * `GET /api/v1/techniques?q=` or `?of={id}`: the matrix of the ATT&CK that is held: tactics in its own order, each with its techniques,
 * and how many of the objects found use each; of one object, 1 where it uses it.
 */
export type TechniqueMatrix = {
  readonly objects: number
  /** More was found, or is tied to what was, than is counted. */
  readonly capped?: true
  readonly tactics: readonly {
    readonly id: string
    /** As kill chain phases name it: `initial-access`. */
    readonly phase: string
    readonly name: string
    readonly techniques: readonly {
      readonly ref: string
      /** `T1566.001`. */
      readonly id: string
      readonly name: string
      readonly used: number
    }[]
  }[]
  /** Used, and in no tactic that is held. */
  readonly elsewhere: readonly {
    readonly ref: string
    readonly name: string
    readonly used: number
  }[]
}
