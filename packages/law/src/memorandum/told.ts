import type { Assessment, Column } from '../assess.ts'
import { NORMS } from '../countermeasure.ts'
import type { Norm } from '../rule.ts'
import type { CaseNotes } from './case-notes.ts'

/** The norms of the traces, and those that are assumed under a whole that nobody raised: an answer rests on both. */
export function normsTold({ rows, columns }: Assessment): readonly Norm[] {
  const told = new Set([
    ...rows.map(({ norm }) => norm),
    ...columns.flatMap(({ conclusion }) => conclusion.assumes.map(({ norm }) => norm)),
  ])
  return NORMS.filter(({ id }) => told.has(id))
}

/**
 * The nations that are asked whether they take the measure: the parties of the case, else those that the file names. A
 * published view that is only laid beside theirs is of nobody who is asked.
 */
export function addressees(
  { measure, columns }: Assessment,
  notes: CaseNotes | undefined,
): readonly Column[] {
  const codes = new Set(measure.nations.map(({ code }) => code))
  return notes || codes.size === 0
    ? columns
    : columns.filter(({ holder }) => codes.has(holder.code))
}
