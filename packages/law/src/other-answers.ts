import type { Column } from './assess.ts'
import { normFor } from './countermeasure.ts'
import { type FactId, type Facts, getFact } from './fact.ts'
import type { Value } from './finding.ts'
import { valuesOf } from './measure.ts'
import { factsRead, type Norm } from './rule.ts'
import { isAsked, openQuestions, type Traced, traceOf, used } from './trace.ts'

/** One fact said otherwise than it is on record. */
type Said = { readonly id: FactId; readonly value: string | number | boolean }

/** Facts that, said so together, would change the answer; none of them would without the others. */
export type Change = { readonly facts: readonly Said[]; readonly to: Value }

/** How many pairs are tried at most. */
const MOST_PAIRS = 20_000

/**
 * The smallest sets of facts that would change the answer for one nation: each single fact that does,
 * and where none does, each pair among those on which the answer rests. Days and texts are not tried,
 * as their answers are no list; `whole: false` where pairs were too many to try them all.
 */
export function whatWouldChange(column: Column): {
  readonly changes: readonly Change[]
  readonly whole: boolean
} {
  const asked = askedOf(column)
  if (!asked) return { changes: [], whole: true }
  const { norm, facts, trace } = asked
  const single = [...factsRead(norm)].flatMap((id) => othersOf(id as FactId, facts))
  const changes = single.flatMap((said) => changeBy(asked, [said]))
  if (changes.length > 0) return { changes, whole: true }
  const ids = new Set(
    used(trace)
      .filter(({ finding }) => finding.value === trace.finding.value)
      .flatMap(({ norm: rule, finding }) => [...readBy(norm, rule), ...(finding.asks ?? [])]),
  )
  const some = single.filter(({ id }) => ids.has(id))
  const pairs = some.flatMap((one, at) =>
    some.slice(at + 1).flatMap((two) => (one.id === two.id ? [] : [[one, two]])),
  )
  return {
    changes: pairs.slice(0, MOST_PAIRS).flatMap((pair) => changeBy(asked, pair)),
    whole: pairs.length <= MOST_PAIRS,
  }
}

/**
 * The facts that are missing and can still change the answer, first the one that on the average of its
 * answers leaves the fewest others to ask; of equals, the first in the order of the rules.
 */
export function nextQuestions(column: Column): readonly FactId[] {
  const asked = askedOf(column)
  if (!asked) return []
  return openQuestions(asked.trace)
    .map((id) => ({ id, left: leftAfter(asked, id) }))
    .toSorted((a, b) => a.left - b.left)
    .map(({ id }) => id)
}

type Asked = Pick<Column, 'view'> & {
  readonly norm: Norm
  readonly facts: Facts
  readonly trace: Traced
}

function askedOf({ facts, view, trace }: Column): Asked | undefined {
  const values = valuesOf(facts)
  const norm = normFor(values)
  return norm && isAsked(trace) ? { norm, facts: values, view, trace } : undefined
}

function traceAfter({ norm, facts, view, trace }: Asked, said: readonly Said[]): Traced {
  const values = Object.fromEntries(said.map(({ id, value }) => [id, value]))
  const before = { trace, changed: said.map(({ id }) => id) }
  const after = traceOf(norm, { ...facts, ...values }, view, before)
  return isAsked(after) ? after : trace
}

function changeBy(asked: Asked, facts: readonly Said[]): readonly Change[] {
  const to = traceAfter(asked, facts).finding.value
  return to === asked.trace.finding.value ? [] : [{ facts, to }]
}

function leftAfter(asked: Asked, id: FactId): number {
  const answers = othersOf(id, asked.facts)
  if (answers.length === 0) return openQuestions(asked.trace).length - 1
  const left = answers.map((said) => openQuestions(traceAfter(asked, [said])).length)
  return left.reduce((sum, each) => sum + each, 0) / left.length
}

const readBy = (norm: Norm, rule: string): readonly FactId[] =>
  norm.kind === 'rule'
    ? norm.id === rule
      ? norm.facts
      : []
    : norm.parts.flatMap((part) => readBy(part, rule))

/** The answers to a question that are a list, without the one on record. The kind of a measure is no fact to change. */
function othersOf(id: FactId, facts: Facts): readonly Said[] {
  if (id === 'kind') return []
  return answersTo(id)
    .filter((value) => value !== facts[id])
    .map((value) => ({ id, value }))
}

function answersTo(id: FactId): readonly Said['value'][] {
  const fact = getFact(id)
  switch (fact.type) {
    case 'choice':
      return Object.keys(fact.options)
    case 'yes-no':
      return [true, false]
    case 'count':
      return [0, 1, 2, 3]
    case 'day':
    case 'words':
      return []
  }
}
