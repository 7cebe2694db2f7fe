/** What is told of a coalition that is founded, of the one that stands, and of who works at a node. */
import type { ActId, RuleName, StepKind } from '@entente/accord'
import type { InLanguages } from '@entente/lexicon'
import type { PeerView } from '../api.ts'
import type { FoundingForms } from './founding-kept.ts'

export type PersonRole = 'drafter' | 'legal-adviser' | 'signatory' | 'deputy' | 'administrator'

/** An id for comparing out of band: its digits, and the 32 words that are read out. */
export type IdTold = { readonly id: string; readonly words: readonly string[] }

type ToldIn = {
  /** Its title, with whether it is an exercise; and whether it is a root case. */
  readonly title: string
  readonly place: string
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[]
}

/** A charter in plain words, as `entente charter show` tells it. */
export type CharterTold = { readonly exercise: boolean; readonly en: ToldIn; readonly es: ToldIn }

/**
 * `GET /api/v1/founding`, and what every step under it answers: how far whoever opened the set-up link
 * has come. Ids of what others sent are said only once they were compared.
 */
export type FoundingView = {
  readonly step: 'party' | 'charter' | 'join' | 'coalition'
  /** What was typed and not made yet. */
  readonly forms: FoundingForms
  readonly choices: {
    /** What an authority of a party of this role may sign unless it is said otherwise. */
    readonly verbs: Readonly<Record<string, readonly string[]>>
    /** Kinds of act that may need clearance. */
    readonly kinds: readonly string[]
    readonly steps: readonly StepKind[]
    /** How a step may be decided: what the rule means, and where it comes from. */
    readonly rules: readonly {
      readonly rule: RuleName
      readonly means: InLanguages
      readonly source: InLanguages
    }[]
  }
  readonly party?: PartyAtHome & {
    readonly card: IdTold & { readonly text: string }
    /** Where the root key lies on the node's machine. */
    readonly rootKey: string
  }
  readonly cards: readonly {
    readonly party: string
    readonly name: string
    readonly role: string
    readonly population?: number
    readonly compared?: IdTold
  }[]
  readonly charter?: {
    readonly told: CharterTold
    readonly drafted: boolean
    readonly compared?: IdTold
    readonly text?: string
  }
  /** Once joined. */
  readonly coalition?: CoalitionView
}

type PartyAtHome = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly population?: number
  readonly authorities: readonly {
    readonly id: string
    readonly name: string
    readonly verbs: readonly string[]
  }[]
  readonly people: readonly PersonAtHome[]
  readonly clearance: readonly string[]
}

/**
 * `GET /api/v1/coalition`; an administrator changes where a party answers with `PUT /api/v1/peers/{party}`
 * `{ url }` and `DELETE`, and says with `DELETE /api/v1/peers/{party}/move` that the party is not followed to where it said.
 */
export type CoalitionView = {
  /** Absent where this node takes part in none. */
  readonly charter?: IdTold & { readonly told: CharterTold }
  readonly parties: readonly {
    readonly id: string
    readonly name: string
    readonly role: string
    readonly us: boolean
    /** The last it said of its taking part, by its own clock; absent where it said nothing beyond its keys. */
    readonly said?: {
      readonly what: 'joined' | 'left'
      readonly act: ActId
      readonly claimedAt: string
    }
    /** Absent where the charter does not hold the whole card: of a party that witnesses nothing. */
    readonly card?: IdTold
    readonly address?: string
    /**
     * Its log signed that its node answers at `to`: it is asked there (`followed`), an administrator said no (`refused`), or
     * this node does not follow it there by itself (`held`). `from` is what this node's operator says.
     */
    readonly moved?: {
      readonly from: string
      readonly to: string
      /** RFC 3339, by this node's clock: when the note came. */
      readonly at: string
      readonly state: 'followed' | 'refused' | 'held'
    }
    /** The address was given when the node started, and wins over what is said here. */
    readonly fixed?: true
    readonly status: PeerView['status']
    readonly lastSeenAt?: string
    /** Its key act is in a tree that the quorum of witnesses cosigned, or the charter hands one down. */
    readonly joined: boolean
  }[]
  /** Every party has joined. */
  readonly stands: boolean
}

/**
 * `GET /api/v1/people`; an administrator lets people in with `POST` of one of them, shuts them out with
 * `DELETE /api/v1/people/{id}`, and has a one-time link made at `POST /api/v1/people/{id}/links`.
 */
export type People = {
  readonly people: readonly (PersonAtHome & {
    /** Kinds of act that its authority's mandate and its own role leave to it. */
    readonly verbs: readonly string[]
    /** Whether its role clears what others drafted. */
    readonly clears: boolean
  })[]
}

type PersonAtHome = {
  readonly id: string
  readonly name: string
  readonly authority: string
  readonly role: PersonRole
}
