import type { Assessment } from '../assess.ts'
import { NORMS } from '../countermeasure.ts'
import type { Norm } from '../rule.ts'

/** The norms of the traces, and those that are assumed under a whole that nobody raised: an answer rests on both. */
export function normsTold({ rows, columns }: Assessment): readonly Norm[] {
  const told = new Set([
    ...rows.map(({ norm }) => norm),
    ...columns.flatMap(({ conclusion }) => conclusion.assumes.map(({ norm }) => norm)),
  ])
  return NORMS.filter(({ id }) => told.has(id))
}
