import type { InLanguages, Verification } from '@entente/lexicon'

/** Where a duty comes from, and how far it was read. */
export type RegimeSource = {
  readonly instrument: string
  readonly provision: string
  readonly verification: Verification
}

/** When a stage is due: data, never code. */
export type Deadline =
  /** So long after the operator became aware. */
  | { readonly from: 'awareness'; readonly within: string }
  /** So long after an earlier stage was submitted. */
  | { readonly from: 'stage'; readonly stage: string; readonly within: string }
  /** In the place of another stage, where the incident still runs then: due with it. */
  | { readonly from: 'instead-of'; readonly stage: string }
  /** When the authority asks. */
  | { readonly from: 'request' }

export type Field = {
  readonly id: string
  readonly label: InLanguages
  readonly required: 'always' | 'where-applicable' | 'where-available'
  readonly provision: string
}

export type Stage = {
  readonly id: string
  readonly label: InLanguages
  readonly deadline: Deadline
  /** After a stage that came instead of this one, it is due so long after the incident was handled. */
  readonly afterHandling?: { readonly instead: string; readonly within: string }
  /** For whom another time holds: shown, for the node cannot know whether it holds for this operator. */
  readonly exception?: InLanguages
  readonly source: RegimeSource
  readonly fields: readonly Field[]
}

/** One law's duty to report: its stages with their clocks and what they ask. */
export type Regime = {
  readonly id: string
  readonly title: InLanguages
  readonly trigger: InLanguages
  readonly addressee: InLanguages
  /** How days and months are counted, and how far that is the law's own. */
  readonly calendar: InLanguages
  readonly stages: readonly Stage[]
  /** What the law says of liability for having reported; absent where the notes have nothing. */
  readonly liability?: { readonly text: InLanguages; readonly source: RegimeSource }
  /** What the authority owes whoever reported. */
  readonly feedback?: {
    readonly stage: string
    readonly within: string
    readonly label: InLanguages
    readonly source: RegimeSource
  }
  /** Where the text was read, and to which day this is stated. */
  readonly seenAt: string
  readonly asOf: string
}
