import type { FactId } from '../fact.ts'
import type { Value } from '../finding.ts'

/**
 * What the acts of a case say beside the assessment, named as a reader knows it: the words of advisers and parts 7 to 9
 * of a memorandum are written from this and the recorded facts alone. `act` is the id of the act.
 */
export type CaseNotes = {
  /** Which version of the measure's text was spoken on. */
  readonly version: number
  readonly marking: string
  /** The parties that read the case. */
  readonly readers: readonly { readonly code: string; readonly name: string }[]
  /** One per nation of the assessment, in its order; without an act it has not spoken. */
  readonly voices: readonly SaidVoices[]
  readonly evidence: readonly PutEvidence[]
  /** What was said of a fact before it was said otherwise. */
  readonly before?: readonly FactBefore[]
  readonly calls: readonly SaidCall[]
  readonly notices: readonly SaidNotice[]
  /** What each nation signed of it, in the order of the assessment; who has not assessed is not there. */
  readonly assessments: readonly SignedAssessment[]
  /** Where a nation's assessment says otherwise than its own call or notice. */
  readonly conflicts: readonly SaidTwice[]
  /** Views that nations signed after the day as of which it is assessed: none of them is used. */
  readonly laterViews?: readonly {
    readonly nation: string
    readonly on: string
    readonly act: string
  }[]
  /** The day on which it is looked at again, and the act that set it; absent where none is set. */
  readonly review?: { readonly on: string; readonly act: string }
  /** What parties of the case published of it, for anyone to read. */
  readonly published: readonly {
    readonly by: string
    readonly title: string
    readonly lang: string
    readonly act: string
  }[]
}

/** One nation's assessment as it signed it, beside what the rules answer now. */
export type SignedAssessment = {
  readonly nation: string
  readonly act: string
  readonly asOf: string
  readonly lawBase: string
  readonly outcome: Value | 'not-assessed'
  readonly word: string
  /** The adviser holds against the rules that the conditions are met. */
  readonly differs: boolean
  /** Facts stay at its home. */
  readonly isAsserted: boolean
  readonly now?: Value | 'not-assessed'
}

type SaidTwice = {
  readonly nation: string
  readonly fact: FactId
  readonly recorded: { readonly value: unknown; readonly act: string }
  readonly asserted: { readonly value: unknown; readonly act: string }
}

export type SaidVoices = {
  readonly nation: string
  readonly act?: string
  /** Ids of the voices in the lexicon. */
  readonly union?: string
  readonly national?: string
  readonly statement?: string
  readonly reservations: readonly {
    readonly axis: 'union' | 'national'
    readonly clause?: string
    readonly text: string
  }[]
  readonly vital?: true
  readonly wouldTake?: string
  /** The day on which these voices end. */
  readonly until?: string
}

export type FactBefore = {
  /** Name of the nation. */
  readonly by: string
  readonly fact: string
  readonly value: unknown
  readonly evidence: readonly string[]
  readonly grade?: string
  readonly act: string
}

type PutEvidence = {
  readonly by: string
  readonly title: string
  readonly objects: readonly { readonly id: string; readonly sha256: string }[]
  /** The value with its scale, as `B2 (admiralty 1)`. */
  readonly grade: string
  readonly custodian: string
  readonly act: string
}

export type SaidCall = {
  /** Code of the nation. */
  readonly nation: string
  readonly to: string
  readonly demands: string
  readonly on: string
  readonly channel: string
  /** As the fact `answer` has it. */
  readonly answer?: string
  readonly act: string
}

export type SaidNotice = {
  readonly nation: string
  readonly to: string
  readonly says: string
  readonly on?: string
  readonly offersNegotiation: boolean
  readonly urgency?: string
  readonly act: string
}
