import { z } from 'zod'
import type { Alg } from './alg.ts'
import type { Accusation } from './accusation.ts'
import type { Asserted } from './asserted.ts'
import type { AttachmentId, Attachments } from './attachment.ts'
import type { Custody, Head, StepKind } from './charter.ts'
import { ActId, CharterId, PartyId } from './id.ts'
import type { MeasureKind } from './document.ts'
import type { LedgerEntry } from './ledger.ts'
import type { Meant } from './meaning.ts'
import type { CaseStage } from './milestone-stages.ts'
import type { Publication } from './publication.ts'
import type { SealedPart } from './sealed-parts.ts'
import type { Said } from './voice.ts'

/** What every act says, whatever its kind. */
export const signedBase = {
  v: z.literal(1),
  charter: CharterId,
  party: PartyId,
  /** This party's latest act on the same subject: no replay, no reordering by a dishonest node. */
  prev: ActId.exactOptional(),
  /** The author's clock. Shown to people, never read by a decision. */
  claimedAt: z.iso.datetime({ offset: false }),
}

/** What a key act gives a party's authority: a key, and the verbs it may sign. */
export type Grant = {
  readonly authority: { readonly id: string; readonly name: string }
  readonly key: {
    readonly keyid: string
    readonly alg: Alg
    readonly pub: string
    readonly custody: Custody
  }
  readonly mandate: { readonly verbs: readonly string[]; readonly until?: number }
}

/** Why a key signs nothing more. */
export type Cause = 'compromise' | 'lost' | 'replaced' | 'ended'

/** Root keys and how many of them sign. */
export type RootSet = {
  readonly root: readonly {
    readonly keyid: string
    readonly alg: Alg
    readonly pub: string
  }[]
  readonly threshold: number
}

/** What a key act changes in the keys that speak for its party. */
export type KeyChange =
  | ({ readonly does: 'grants' } & Grant)
  | {
      readonly does: 'revokes'
      readonly key: { readonly keyid: string; readonly pub: string }
      readonly cause: Cause
    }
  | { readonly does: 'rotates'; readonly set: RootSet; readonly next: string }
/** What a certificate says of what it is about. */
export type Result = 'adopted' | 'ended' | 'lapsed' | 'expired'

/** Trees of strands that are smaller than those of the cut, by what they are to show. */
export type Earlier = 'early' | 'breaks' | 'since'
export const EARLIER = ['early', 'breaks', 'since'] as const satisfies readonly Earlier[]

/** The trees that a certificate cites and the signed notes that it carries about them. */
export type Citation = {
  readonly cut: Readonly<Record<string, { readonly size: number; readonly root: string }>>
  readonly closings: Readonly<Record<string, readonly string[]>>
  /** Notes over the whole cut: each is about every tree in it. */
  readonly together: readonly string[]
} & {
  readonly [E in Earlier]: Readonly<
    Record<string, { readonly size: number; readonly notes: readonly string[] }>
  >
}

/** What the document of a version says of how it is decided. */
export type Document = {
  readonly expiry?: number | undefined
  readonly names?: readonly PartyId[] | undefined
  readonly minimum?: number | undefined
  /** Steps of kind `charter`: the id of the charter that is put. */
  readonly successor?: string | undefined
  /** Steps of kind `measure`: what kind of measure it puts. */
  readonly measureKind?: MeasureKind | undefined
}

/** What an act changes in its case where it counts. The fold asks for this and never for the kind. */
export type Effect =
  /** It puts a version of a step before the members. */
  | {
      readonly does: 'files'
      readonly step: { readonly id: string; readonly kind: StepKind }
      readonly document: Document
    }
  /** It is a member's whole voice on a version, in the place of what that member said before. */
  | { readonly does: 'speaks'; readonly on: ActId; readonly said: Said }
  /** It certifies what is true of a version at a cut. */
  | {
      readonly does: 'certifies'
      readonly on: ActId
      readonly result: Result
      /** `expired`: the voice that ran out, where it is not the silence; the act that gave a mandate, where it is on that. */
      readonly of?: ActId | undefined
      /** `lapsed`: which reaffirmation is lacking. */
      readonly window?: number | undefined
      readonly cut: Readonly<Record<PartyId, Head>>
    }
  /** It moves the end of a text that the same party filed. */
  | { readonly does: 'extends'; readonly on: ActId; readonly until: number }
  /** It says that a consent holds beyond the window's due time. */
  | { readonly does: 'reaffirms'; readonly on: ActId; readonly window: number }
  /** It acknowledges an act of another party, and is on record as well. */
  | { readonly does: 'acknowledges'; readonly of: ActId; readonly under: Shelf }
  /** It moves a nation's part in a measure. */
  | ({ readonly does: 'measures' } & LedgerEntry)
  /** It disowns acts of its own party, each by its name. */
  | { readonly does: 'disavows'; readonly acts: readonly ActId[] }
  /** It proves that a log signed two histories, which may be one up to this size. */
  | { readonly does: 'accuses'; readonly of: PartyId; readonly size: number }
  /** Its party takes part no more: it has withdrawn from every text, whether or not it spoke on it. */
  | { readonly does: 'leaves' }
  /** It says under which charter the coalition goes on, where the version that puts it is adopted. */
  | { readonly does: 'amends'; readonly on: ActId; readonly to: CharterId }
  /** It takes back an earlier act of its own party that is on record. */
  | { readonly does: 'retracts'; readonly of: ActId; readonly from: Shelf }
  /** It is on record and decides nothing; without the act that it needs it says nothing either. */
  | { readonly does: 'records'; readonly under: Shelf; readonly needs?: Needed | undefined }

/** An act without which another says nothing, and whose it has to be. */
export type Needed = { readonly id: ActId; readonly owes: 'author' | 'other' }

/** Where acts lie that are on record and decide nothing. */
export type Shelf =
  | 'evidence'
  | 'attributions'
  | 'incidents'
  | 'receipts'
  | 'publications'
  | 'recalls'
  | 'soundings'
  | 'objectives'
  | 'notes'
  | 'releases'
  | 'sightings'
  | 'self-assessments'
  | 'comments'
  | 'joined'
  | 'left'

/** What a kind declares of itself, so that shared code never names one. */
export type ActKind<S extends z.ZodType> = {
  readonly kind: string
  readonly schema: S
  /** Who must have signed: the root keys up to the party's threshold, or one authority whose mandate has this verb. */
  readonly signedBy: 'root' | 'authority'
  /** Which of this party's acts follow one another by `prev`; undefined where each stands alone. */
  readonly subject: (act: z.infer<S>) => string | undefined
  /** Ids of acts that this act refers to. */
  readonly refersTo: (act: z.infer<S>) => readonly string[]
  /** Which of the acts that it refers to it rests on: it says so where one of them is taken back. */
  readonly restsOn?: (act: z.infer<S>) => readonly ActId[]
  /** How it changes the case; kinds without one change nothing that is decided. */
  readonly effect?: (act: z.infer<S>) => Effect | undefined
  /** Key acts: what the root keys give, take back or hand on. */
  readonly keys?: (act: z.infer<S>) => KeyChange
  /** Which acts of its own party it disowns. */
  readonly disavows?: (act: z.infer<S>) => readonly ActId[]
  /** What it brings to prove that a log signed two histories. */
  readonly accuses?: (act: z.infer<S>) => Accusation
  /** Certificates: which cosigned trees they rest on. */
  readonly cites?: (act: z.infer<S>, attachments: Attachments) => Citation
  /** The attachment that says what did not fit into the act. */
  readonly attaches?: (act: z.infer<S>) => AttachmentId | undefined
  /** What it says in words that the lexicon and the law give a meaning: asked before signing, never when judged. */
  readonly means?: (act: z.infer<S>) => Meant
  /** Facts that it asserts: for the version that it names, else for its own. */
  readonly asserts?: (act: z.infer<S>) => { readonly on?: ActId; readonly facts: Asserted }
  /** Voices: when its party expects the instructions that it waits for, in seconds. */
  readonly expects?: (act: z.infer<S>) => number | undefined
  /** The stage that a case has reached once it holds it. */
  readonly reaches?: (act: z.infer<S>) => CaseStage | undefined
  /** Publications: what the party stands behind, which others may stand behind as well. */
  readonly publishes?: (act: z.infer<S>) => Publication
  /** Recalls: which publication of its own the party takes back, and why. */
  readonly takesBack?: (act: z.infer<S>) => { readonly of: ActId; readonly reason: string }
  /** Which of its parts stay at home, by their digests. */
  readonly seals?: (act: z.infer<S>) => readonly SealedPart[]
  /** Disclosures of parts that its own party sealed, opened to all who read the case. */
  readonly opens?: (act: z.infer<S>) => readonly string[]
  /** A node signs it only where two of its persons saw it: who wrote it is not who signs, or another cleared it. */
  readonly twoPersons?: true
  /** Whether it may stand in a public case, where anyone reads it. */
  readonly isPublic?: true
}

export const actKind = <S extends z.ZodType, const K extends string>(
  declared: ActKind<S> & { readonly kind: K },
) => declared
