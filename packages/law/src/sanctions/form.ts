import type { InLanguages } from '@entente/lexicon'
import type { Assessment } from '../assess.ts'
import { listing } from '../cfsp/decision-2019-797.ts'
import type { FactId } from '../fact.ts'
import type { Value } from '../finding.ts'
import { lawDay, type Recorded, valuesOf } from '../measure.ts'
import { normOn } from '../norm-on.ts'
import type { Norm } from '../rule.ts'
import type { Source } from '../source.ts'
import { findTraced, isAsked, type Trace, traceOf } from '../trace.ts'
import { holderName } from '../view.ts'

/** What is known of a criterion: never that somebody may be listed. */
export type Criterion = {
  readonly norm: string
  readonly kind: Norm['kind']
  readonly depth: number
  readonly question: InLanguages
  readonly source: Source
  readonly authorities: readonly string[]
  /** The questions that a person answers for it; what is put together from criteria asks none. */
  readonly asks: readonly FactId[]
  readonly cells: readonly CriterionCell[]
  /** What all nations together come to: where one says met and another not met, it is disputed. */
  readonly result: Value
}

type CriterionCell = {
  readonly nation: string
  readonly value: Value
  readonly because?: InLanguages
  readonly answers: readonly Answer[]
}

/** One answer and what it rests on; without a value nobody has answered. */
type Answer = { readonly fact: FactId } & Partial<Recorded>

export type SanctionsTest = {
  readonly measure: string
  readonly title: string
  readonly exercise: boolean
  /** The day to which the facts are stated. */
  readonly asOf: string
  /** The day of the law. */
  readonly lawOn: string
  readonly nations: readonly { readonly code: string; readonly name: InLanguages }[]
  readonly criteria: readonly Criterion[]
  /** Criteria that no other is made of, counted by what they come to. */
  readonly counts: Readonly<Record<Value, number>>
}

/** The rules of a listing, asked of the facts of each nation, whether or not a listing is chosen. */
export function sanctionsTest({ measure, columns }: Assessment): SanctionsTest {
  const traced = columns.map(({ holder, view, facts, day }) => ({
    nation: holder.code,
    facts,
    trace: traceOf(normOn(listing, day), { ...valuesOf(facts), listingUnder: 'union' }, view),
  }))
  const criteria = placed(listing).map(({ norm, depth }): Criterion => {
    const asks = norm.kind === 'rule' ? norm.facts : []
    const cells = traced.map(({ nation, facts, trace }): CriterionCell => ({
      nation,
      ...foundIn(trace, norm),
      answers: asks.map((fact) => ({ fact, ...facts[fact] })),
    }))
    return {
      norm: norm.id,
      kind: norm.kind,
      depth,
      question: norm.question,
      source: norm.source,
      authorities: norm.kind === 'rule' ? norm.authorities : [],
      asks,
      cells,
      result: together(cells.map(({ value }) => value)),
    }
  })
  return {
    measure: measure.id,
    title: measure.title,
    exercise: measure.exercise,
    asOf: measure.asOf,
    lawOn: lawDay(measure),
    nations: columns.map(({ holder }) => ({
      code: holder.code,
      name: { en: holderName(holder, 'en'), es: holderName(holder, 'es') },
    })),
    criteria,
    counts: countsOf(criteria),
  }
}

/** What nobody has raised is not known: a form does not leave its questions out. */
function foundIn(trace: Trace, norm: Norm): Pick<CriterionCell, 'value' | 'because'> {
  const found = findTraced(trace, norm.id)
  if (!found || !isAsked(found)) return { value: 'unknown' }
  const { value, because } = found.finding
  return { value, ...(because ? { because } : {}) }
}

/** Nothing is averaged: an open answer stays open, and two that contradict each other are disputed. */
function together(values: readonly Value[]): Value {
  const said = new Set(values)
  if (said.has('disputed') || (said.has('satisfied') && said.has('not-satisfied')))
    return 'disputed'
  // Whoever has not said could still say otherwise.
  if (said.has('unknown') || said.size === 0) return 'unknown'
  return said.has('satisfied') ? 'satisfied' : 'not-satisfied'
}

type Placed = { readonly norm: Norm; readonly depth: number }

const placed = (norm: Norm, depth = 0): readonly Placed[] => [
  { norm, depth },
  ...(norm.kind === 'rule' ? [] : norm.parts.flatMap((part) => placed(part, depth + 1))),
]

function countsOf(criteria: readonly Criterion[]): SanctionsTest['counts'] {
  const counts = { satisfied: 0, disputed: 0, unknown: 0, 'not-satisfied': 0 }
  for (const { kind, result } of criteria) if (kind === 'rule') counts[result] += 1
  return counts
}
