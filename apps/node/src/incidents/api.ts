/** What `/api/v1/incidents` says: to persons of an operator's node, and of its authority's. */
import type { ActId, CharterId, PartyId } from '@entente/accord'
import type { Clock } from './clock.ts'
import type { Regime } from './regime.ts'
import type { ReportDraft } from './store.ts'

/** What a person has put down so far; everything may still be missing. */
export type ReportSaid = {
  /** When the operator became aware: the anchor of the clocks. RFC 3339 in UTC, to the second. */
  readonly awareAt?: string
  readonly title?: string
  readonly account?: string
  readonly suspectedMalicious?: boolean
  readonly crossBorder?: boolean
  /** How many things of its own are touched. Never which. */
  readonly touched?: number
  /** STIX ids of the indicators that the operator names. */
  readonly indicators?: readonly string[]
  /** By the ids of the stage's fields. */
  readonly answers?: Readonly<Record<string, string>>
  readonly handledAt?: string
  readonly lateBecause?: string
}

/** A reporting line that this node takes part in. */
export type LineView = {
  readonly id: CharterId
  readonly title: string
  readonly exercise: boolean
  readonly side: 'operator' | 'authority'
  readonly operator: { readonly id: PartyId; readonly name: string }
  readonly authority: { readonly id: PartyId; readonly name: string }
  /** Whether the other end answers; a report is kept and sent when it does. */
  readonly answers: boolean
}

/** A stage that was signed and filed. */
export type FiledReport = {
  readonly act: ActId
  readonly stage: string
  readonly title: string
  readonly account: string
  readonly suspectedMalicious: boolean
  readonly crossBorder: boolean
  readonly touched?: number
  readonly indicators: readonly string[]
  readonly answers: Readonly<Record<string, string>>
  readonly lateBecause?: string
  readonly handledAt?: string
  /** By the operator's own clock. */
  readonly claimedAt: string
  /** When the authority's node cosigned it, by that node's clock; absent while it has not. */
  readonly receivedAt?: string
  readonly receipt?: { readonly act: ActId; readonly claimedAt: string; readonly remarks?: string }
}

export type ClockView = Clock & {
  /** How much of the time is used, from 0 to 1, by this node's clock. */
  readonly used?: number
  readonly secondsLeft?: number
  /** The submission is counted by the operator's own clock: the authority has not cosigned it yet. */
  readonly isUnproved?: true
}

export type IncidentView = {
  readonly line: CharterId
  /** The operator's own name for it. */
  readonly incident: string
  readonly regime: string
  readonly side: 'operator' | 'authority'
  readonly operator: { readonly id: PartyId; readonly name: string }
  readonly title: string
  readonly awareAt: string
  /** A later report says another moment: both are shown. */
  readonly awareAtBefore?: string
  readonly clocks: readonly ClockView[]
  /** What the authority owes the operator: first feedback. */
  readonly feedback?: Clock
  readonly reports: readonly FiledReport[]
  /** The operator's own drafts of further stages. */
  readonly drafts: readonly ReportDraft[]
  /** At the authority: the case that it opened from it. */
  readonly opened?: CharterId
}

/** `GET /api/v1/incidents`. */
export type IncidentsView = {
  readonly lines: readonly LineView[]
  /** The most urgent clock first. */
  readonly incidents: readonly IncidentView[]
  /** Drafts of incidents of which nothing was filed yet. */
  readonly drafts: readonly DraftView[]
  readonly regimes: readonly Regime[]
}

/**
 * `POST /api/v1/incidents/drafts` with `{ line?, incident?, regime, stage, said }`, and under
 * `/api/v1/incidents/drafts/{id}`: `said` `{ said }`, `preview`, `file` `{ payload, names? }`, `drop`.
 */
export type DraftView = ReportDraft & {
  /** The clocks as they would run; none before a moment of awareness is put down. */
  readonly clocks: readonly ClockView[]
  /** What is still missing before it can be filed, by the names of the fields. */
  readonly missing: readonly string[]
}

/** `POST …/drafts/{id}/preview`: exactly what would be signed, and what of the inventory it names. */
export type ReportPreview = {
  /** Canonical JSON text. */
  readonly payload: string
  readonly act: ActId
  /** Values of the inventory that stand in the text; filing it takes each of them in `names`. */
  readonly fromInventory: readonly {
    readonly column: string
    readonly value: string
    readonly field: string
  }[]
  /** Who gets it: the other end of the line and nobody else. */
  readonly to: { readonly id: PartyId; readonly name: string }
}

/** `POST /api/v1/incidents/cases` with `{ line, incident, title, grade, … }`. */
export type OpenedFromReport = {
  readonly case: CharterId
  readonly title: string
  readonly parties: readonly PartyId[]
  /** The evidence act; absent where the report names no indicator that is held here. */
  readonly evidence?: ActId
  /** Indicators that the report names and that are not held here. */
  readonly notHeld: readonly string[]
}

/** What awaits a person of this node in its incidents, most urgent first; part of `GET /api/v1/desk`. */
export type IncidentItem =
  | {
      /** What an operator told, and this authority has not acknowledged. */
      readonly does: 'look-at-told'
      readonly what: 'sighting' | 'self-assessment'
      readonly line: CharterId
      readonly operator: string
      readonly count: number
    }
  | {
      readonly does: 'look-at-matches'
      /** How many assets are touched and in no report yet. */
      readonly assets: number
    }
  | {
      readonly does: 'file-report' | 'send-report'
      readonly line: CharterId
      readonly incident: string
      readonly title: string
      readonly regime: string
      readonly stage: string
      readonly dueAt?: string
      readonly isOver: boolean
    }
  | {
      readonly does: 'acknowledge'
      readonly line: CharterId
      readonly incident: string
      readonly title: string
      readonly regime: string
      readonly stage: string
      readonly operator: string
      readonly act: ActId
      readonly dueAt?: string
      readonly isOver: boolean
    }
