import type { Column } from './assess.ts'
import { normFor } from './countermeasure.ts'
import { type FactId, FACTS, type Facts, getFact, isFactId } from './fact.ts'
import type { Value } from './finding.ts'
import { valuesOf } from './measure.ts'
import { normOn } from './norm-on.ts'
import { factsRead, type Norm, raisedBy } from './rule.ts'
import { isAsked, openQuestions, type Trace, type Traced, traceOf } from './trace.ts'

/** One fact said otherwise than it is on record. */
type Said = { readonly id: FactId; readonly value: string | number | boolean }

/** Facts that, said so together, would change the answer; no part of them would by itself. */
export type Change = { readonly facts: readonly Said[]; readonly to: Value }

/** What was found; `whole: false` where the work was cut before every set of so many facts was tried. */
export type Changes = {
  readonly changes: readonly Change[]
  readonly whole: boolean
  /** Sets of more facts than this are not looked for. */
  readonly upTo: number
}

/** How many facts a set has at most, and how many sets are tried at most. */
const MOST_FACTS = 3
const MOST_TRIED = 4000

/** What the measure would come to if these were said. */
type Supposed = { readonly said: readonly Said[]; readonly facts: Facts; readonly trace: Traced }

const FOUND = new WeakMap<Column, Changes>()

/**
 * Every smallest set of facts that would change the answer for one nation, of up to three facts: first
 * each single one, then pairs and threes of which no part is enough. A set is put together from facts
 * on which the answer hangs as it then stands, as another fact cannot change it. Days and texts are
 * not tried, as their answers are no list.
 */
export function whatWouldChange(column: Column): Changes {
  const found = FOUND.get(column) ?? searched(column)
  FOUND.set(column, found)
  return found
}

function searched(column: Column): Changes {
  const asked = askedOf(column)
  if (!asked) return { changes: [], whole: true, upTo: MOST_FACTS }
  const changing = new Map<string, Change>()
  const tried = new Set<string>()
  const answer = asked.trace.finding.value
  let open: readonly Supposed[] = [{ said: [], facts: asked.facts, trace: asked.trace }]
  for (let size = 1; size <= MOST_FACTS; size += 1) {
    const next: Supposed[] = []
    for (const from of open)
      for (const one of furtherSaid(asked, from)) {
        const said = inOrder([...from.said, one])
        const key = keyOf(said)
        if (tried.has(key) || hasPartIn(said, changing)) continue
        if (tried.size >= MOST_TRIED)
          return { changes: [...changing.values()], whole: false, upTo: MOST_FACTS }
        tried.add(key)
        const then = supposing(asked, from, one)
        const to = then.trace.finding.value
        if (to === answer) next.push({ ...then, said })
        else changing.set(key, { facts: said, to })
      }
    open = next
  }
  return { changes: [...changing.values()], whole: true, upTo: MOST_FACTS }
}

/** What could be said otherwise next: facts on which the answer now hangs, and not one that was said. */
const furtherSaid = ({ norm, facts }: Asked, { said, ...now }: Supposed): readonly Said[] =>
  [...hangsOn(norm, now.trace, now.facts)]
    .filter((id) => !said.some((one) => one.id === id))
    .flatMap((id) => (isFactId(id) ? othersOf(id, facts) : []))

function supposing({ norm, view }: Asked, from: Supposed, { id, value }: Said): Supposed {
  const facts = { ...from.facts, [id]: value }
  const trace = traceOf(norm, facts, view, { trace: from.trace, changed: [id] })
  return { ...from, facts, trace: isAsked(trace) ? trace : from.trace }
}

const ORDER: ReadonlyMap<string, number> = new Map(Object.keys(FACTS).map((id, at) => [id, at]))

const inOrder = (said: readonly Said[]): readonly Said[] =>
  said.toSorted((a, b) => ORDER.get(a.id)! - ORDER.get(b.id)!)

const keyOf = (said: readonly Said[]): string =>
  said.map(({ id, value }) => `${id}=${value}`).join(' ')

/** Whether a smaller set of these would change the answer already. */
const hasPartIn = (said: readonly Said[], changing: ReadonlyMap<string, Change>): boolean =>
  said.length > 1 &&
  said.some((_one, at) => {
    const part = said.toSpliced(at, 1)
    return changing.has(keyOf(part)) || hasPartIn(part, changing)
  })

/**
 * The facts of which one at least has to be other than it is before the answer can be another: those of
 * the parts that decide, or of all of them where each could, and those that would raise what is not asked.
 */
function hangsOn(norm: Norm, trace: Trace, facts: Facts): ReadonlySet<string> {
  if (norm.kind === 'rule') return factsRead(norm)
  const raised = raisedBy(norm)
  if (!isAsked(trace)) return norm.arises?.(facts) === false ? raised : factsRead(norm)
  const settled = trace.finding.value === (trace.kind === 'all' ? 'not-satisfied' : 'satisfied')
  const parts = norm.parts.flatMap((part, at) => {
    const found = trace.parts[at]
    if (!found || (settled && !trace.route.includes(part.id))) return []
    return [hangsOn(part, found, facts)]
  })
  return union([raised, ...parts])
}

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]))

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

function askedOf({ facts, view, day, trace }: Column): Asked | undefined {
  const values = valuesOf(facts)
  const norm = normFor(values)
  return norm && isAsked(trace)
    ? { norm: normOn(norm, day), facts: values, view, trace }
    : undefined
}

function traceAfter({ norm, facts, view, trace }: Asked, said: readonly Said[]): Traced {
  const values = Object.fromEntries(said.map(({ id, value }) => [id, value]))
  const before = { trace, changed: said.map(({ id }) => id) }
  const after = traceOf(norm, { ...facts, ...values }, view, before)
  return isAsked(after) ? after : trace
}

function leftAfter(asked: Asked, id: FactId): number {
  const answers = othersOf(id, asked.facts)
  if (answers.length === 0) return openQuestions(asked.trace).length - 1
  const left = answers.map((said) => openQuestions(traceAfter(asked, [said])).length)
  return left.reduce((sum, each) => sum + each, 0) / left.length
}

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
