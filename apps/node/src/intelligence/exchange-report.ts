import { joinReports, type FieldFate } from '@entente/stix'
import type { Direction } from '../platform/exchange-runs.ts'
import type { Outcome, Taken } from './store.ts'

/** What was wrong with one thing: an object of STIX, or an event of MISP. */
export type ExchangeFailure = {
  readonly id: string
  readonly version?: string
  readonly message?: string
}

/** What became of one run of an exchange with another server. `failures` are the first of them. */
export type ExchangeReport = {
  readonly direction: Direction
  readonly at: string
  readonly pages: number
  readonly objects: number
  readonly new: number
  readonly versions: number
  readonly held: number
  readonly conflicts: number
  /** How many came that were called back here: they are held, and leave to nobody. */
  readonly recalled?: number
  /** Of what was sent before and may not be there any more: how much was deleted there. */
  readonly removed?: number
  readonly failed: number
  readonly failures: readonly ExchangeFailure[]
  /** What became of each field of what was converted on its way, where anything was. */
  readonly fields?: readonly FieldFate[]
  /** Why it ended before its end. */
  readonly refusal?: { readonly code: string; readonly message: string }
}

const MOST_FAILURES = 1_000

export const nothing = (direction: Direction, at: string): ExchangeReport => ({
  direction,
  at,
  pages: 0,
  objects: 0,
  new: 0,
  versions: 0,
  held: 0,
  conflicts: 0,
  failed: 0,
  failures: [],
})

const KEYS: Readonly<Record<Outcome, 'new' | 'versions' | 'held' | 'conflicts'>> = {
  new: 'new',
  version: 'versions',
  held: 'held',
  conflict: 'conflicts',
}

/** The report with what became of objects that came in. */
export function withTaken(report: ExchangeReport, taken: readonly Taken[]): ExchangeReport {
  const counts = { new: 0, versions: 0, held: 0, conflicts: 0 }
  // What programs bring waits for nobody.
  for (const { outcome } of taken) if (outcome !== 'second') counts[KEYS[outcome]] += 1
  const recalled = taken.filter((one) => one.recalled).length + (report.recalled ?? 0)
  return {
    ...report,
    ...(recalled > 0 ? { recalled } : {}),
    objects: report.objects + taken.length,
    new: report.new + counts.new,
    versions: report.versions + counts.versions,
    held: report.held + counts.held,
    conflicts: report.conflicts + counts.conflicts,
  }
}

/** The report with what failed. */
export const withFailures = (
  report: ExchangeReport,
  failures: readonly ExchangeFailure[],
): ExchangeReport => ({
  ...report,
  failed: report.failed + failures.length,
  failures: [...report.failures, ...failures].slice(0, MOST_FAILURES),
})

/** The report with what became of the fields of one thing more. */
export const withFields = (
  report: ExchangeReport,
  fields: readonly FieldFate[],
): ExchangeReport => ({ ...report, fields: joinReports([report.fields ?? [], fields]) })
