import type { ActId, CharterId } from '@entente/accord'
import type { ReportSaid } from './api.ts'

/** A report on its way: kept at the operator's node until the line takes it. */
export type ReportDraft = {
  readonly id: string
  readonly line: CharterId
  readonly incident: string
  readonly regime: string
  readonly stage: string
  readonly said: ReportSaid
  readonly author: string
  readonly updatedAt: string
  /** `waiting`: a person ordered exactly these bytes to be filed, and the line did not take them yet. */
  readonly state: 'drafted' | 'waiting' | 'filed' | 'dropped'
  /** What was ordered to be signed, canonical JSON text, and by whom. */
  readonly ordered?: {
    readonly payload: string
    readonly act: ActId
    readonly by: string
    readonly at: string
  }
  /** Why it went back from `waiting` to `drafted`. */
  readonly refused?: { readonly code: string; readonly message: string }
}

/** Which case an authority opened from which incident. */
export type OpenedCase = {
  readonly line: CharterId
  readonly incident: string
  readonly opened: CharterId
}

/** Where a node keeps drafts of reports, and what was made of reports. Durable when a promise resolves. */
export type ReportStore = {
  /** Those neither filed nor dropped, the oldest first. */
  readonly drafts: () => Promise<readonly ReportDraft[]>
  readonly find: (id: string) => Promise<ReportDraft | undefined>
  readonly put: (draft: ReportDraft) => Promise<void>
  readonly openedCases: () => Promise<readonly OpenedCase[]>
  readonly addOpened: (opened: OpenedCase) => Promise<void>
}
