import { conclude, NOT_ASSESSED, type Conclusion } from './conclude.ts'
import { normFor, referral } from './countermeasure.ts'
import type { FactId, Facts } from './fact.ts'
import { type Dispute, unite } from './finding.ts'
import { type HeldSide, heldSides } from './held.ts'
import { lawDay, type MeasureFacts, type RecordedFacts, recordedFor, valuesOf } from './measure.ts'
import { normOn } from './norm-on.ts'
import { type Row, rowsAfter, rowsOf, type Traces } from './rows.ts'
import { disputesIn, isAsked, type Trace, traceOf } from './trace.ts'
import type { Holder, View } from './view.ts'
import { viewOn } from './view-on.ts'

/** A dispute that could decide for some nation, with who holds what. */
type HeldDispute = Omit<Dispute, 'sides'> & {
  readonly sides: readonly HeldSide[]
  /** Codes of the nations for which it is on a route that was used or could still change the result. */
  readonly decisiveFor: readonly string[]
}

/** One measure under one nation's view. */
export type Column = {
  readonly holder: Holder
  /** As it was known on the day. */
  readonly view: View
  /** The day as of which it is assessed. */
  readonly day: string
  readonly facts: RecordedFacts
  readonly trace: Trace
  readonly conclusion: Conclusion
}

export type Assessment = {
  readonly measure: MeasureFacts
  readonly disputes: readonly HeldDispute[]
  readonly rows: readonly Row[]
  readonly columns: readonly Column[]
  /** The views among which holders were looked for: the columns' own and the published ones. */
  readonly known: readonly View[]
}

/**
 * The same measure once per nation, never averaged: same facts and views, same answer. It is assessed as of
 * the day of the measure (`lawDay`): of views and sources that came later nothing is used. `published`
 * are views that count among the holders of a dispute without a column of their own. What does not
 * read what changed since `previous` is taken from there; the answer is the same without it.
 */
export function assess(
  measure: MeasureFacts,
  given: readonly View[],
  published: readonly View[] = [],
  previous?: Assessment,
): Assessment {
  const day = lawDay(measure)
  const views = given.map((view) => viewOn(view, day))
  const codes = new Set(views.map(({ holder }) => holder.code))
  const all = [
    ...views,
    ...publishedOn(published, day).filter(({ holder }) => !codes.has(holder.code)),
  ]
  const isBefore = previous && lawDay(previous.measure) === day && areSame(all, previous.known)
  const before = isBefore ? previous : undefined
  const known = before?.known ?? all
  const columns = views.map((view, at) => {
    const column = before?.columns[at]
    return columnOf(measure, view, known, column && isSame(column.view, view) ? column : undefined)
  })
  const [traces, earlier] = [tracesOf(columns), before && tracesOf(before.columns)]
  const rows = before && earlier ? rowsAfter(before.rows, earlier, traces) : rowsOf(traces)
  return { measure, disputes: heldDisputes(columns, known), rows, columns, known }
}

const publishedOn = (views: readonly View[], day: string): readonly View[] =>
  views.map((view) => viewOn(view, day))

const tracesOf = (columns: readonly Column[]): Traces =>
  columns.map(({ holder, trace }) => ({ code: holder.code, trace }))

/** Whoever holds them by the same name, with the same readings. */
const isSame = (a: View, b: View): boolean =>
  a === b ||
  (a.readings === b.readings &&
    a.holder.code === b.holder.code &&
    a.holder.name === b.holder.name &&
    a.holder.names === b.holder.names)

const areSame = (a: readonly View[], b: readonly View[]): boolean =>
  a.length === b.length && a.every((view, at) => isSame(view, b[at]!))

function columnOf(
  measure: MeasureFacts,
  view: View,
  known: readonly View[],
  before?: Column,
): Column {
  const { holder } = view
  const facts = recordedFor(measure, holder.code)
  const values = valuesOf(facts)
  const day = lawDay(measure)
  const asked = normFor(values)
  const norm = normOn(asked ?? referral, day)
  const changed = before && changedIn(valuesOf(before.facts), values)
  const isOther = changed?.includes('kind')
  const earlier = before && changed && !isOther ? { trace: before.trace, changed } : undefined
  const trace = traceOf(norm, values, view, earlier)
  if (before && earlier && trace === before.trace && !changed?.includes('object'))
    return { ...before, view, day, facts }
  const conclusion =
    asked && isAsked(trace) ? conclude(trace, values, { asked, view, day }, known) : NOT_ASSESSED
  return { holder, view, day, facts, trace, conclusion }
}

/** The ids of the facts of which one says other than the other. */
const changedIn = (a: Facts, b: Facts): readonly string[] =>
  a === b ? [] : Object.keys({ ...a, ...b }).filter((id) => a[id as FactId] !== b[id as FactId])

function heldDisputes(columns: readonly Column[], known: readonly View[]): HeldDispute[] {
  const perColumn = columns.map(({ holder, trace }) => ({
    code: holder.code,
    disputes: isAsked(trace) ? disputesIn(trace) : [],
  }))
  return unite(perColumn.map(({ disputes }) => disputes)).map((dispute) => ({
    ...dispute,
    sides: heldSides(dispute, known),
    decisiveFor: perColumn
      .filter(({ disputes }) => disputes.some(({ id }) => id === dispute.id))
      .map(({ code }) => code),
  }))
}
