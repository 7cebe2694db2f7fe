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

/** What was found; `whole: false` where the work was cut before every set of `upTo` facts was tried: of fewer, each was. */
export type Changes = {
  readonly changes: readonly Change[]
  readonly whole: boolean
  /** Of how many facts a set has at most that was looked for. */
  readonly upTo: number
}

/** How many facts a set has at most, and how many sets are tried at most. */
const MOST_FACTS = 6
const MOST_TRIED = 4000

/** What the measure would come to if these were said. */
type Supposed = { readonly said: readonly Said[]; readonly facts: Facts; readonly trace: Traced }

const FOUND = new WeakMap<Column, Changes>()

/**
 * Every smallest set of facts that would change the answer for one nation, of up to six facts: first each
 * single one, then sets of which no part is enough. Days and texts are not tried, as their answers are no list.
 *
 * Two things keep the search small, and lose no set. What is needed together gets worse by one of its parts,
 * and so a smallest set that makes it worse lies within that part; what is enough alone gets better likewise.
 * And what is needed together gets better only if every part gets better that is as bad as the whole, so that
 * a set has to touch the first of them; what is enough alone gets worse likewise.
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
  const answer = asked.trace.finding.value
  const start: Supposed = { said: [], facts: asked.facts, trace: asked.trace }
  const ways = [
    ...(answer === 'not-satisfied' ? [] : waysTo('worse', asked.norm)),
    ...(answer === 'satisfied' ? [] : waysTo('better', asked.norm)),
  ]
  const searches = ways.map((way): Search => ({ way, tried: new Set(), open: [start] }))
  let tries = 0
  for (let size = 1; size <= MOST_FACTS; size += 1)
    for (const search of searches) {
      const next: Supposed[] = []
      for (const { from, one, said } of furtherFrom(asked, search)) {
        const key = keyOf(said)
        if (search.tried.has(key) || hasPartIn(said, changing)) continue
        if (tries >= MOST_TRIED) return { changes: smallest(changing), whole: false, upTo: size }
        tries += 1
        search.tried.add(key)
        const then = supposing(asked, from, one)
        const to = then.trace.finding.value
        if (to === answer) next.push({ ...then, said })
        else changing.set(key, { facts: said, to })
      }
      search.open = next
    }
  return { changes: smallest(changing), whole: true, upTo: MOST_FACTS }
}

/** Each set of one fact more than those that are open. */
function* furtherFrom(asked: Asked, { way, open }: Pick<Search, 'way' | 'open'>) {
  for (const from of open)
    for (const one of furtherSaid(asked, way, from))
      yield { from, one, said: inOrder([...from.said, one]) }
}

/** In the order of their size, and of the facts in them. */
const smallest = (changing: ReadonlyMap<string, Change>): readonly Change[] =>
  [...changing.values()].toSorted((a, b) => a.facts.length - b.facts.length)

/** What was tried one way, and the sets that left the answer as it is. */
type Search = { readonly way: Way; readonly tried: Set<string>; open: readonly Supposed[] }

type Direction = 'worse' | 'better'

/** A norm that gets worse or better, and what has to be asked for it to be asked. */
type Way = {
  readonly to: Direction
  readonly norm: Norm
  readonly under: readonly Norm[]
}

/** Whether one part is enough to turn a norm that way. */
const isByOne = (norm: Norm, to: Direction): boolean =>
  norm.kind === (to === 'worse' ? 'all' : 'any')

/** The norms of which one at least turns that way where the whole does. */
const waysTo = (to: Direction, norm: Norm, under: readonly Norm[] = []): readonly Way[] =>
  norm.kind !== 'rule' && isByOne(norm, to)
    ? norm.parts.flatMap((part) => waysTo(to, part, [...under, norm]))
    : [{ to, norm, under }]

/** What could be said otherwise next: facts of which a set that goes this way has to say one, and not one that was said. */
const furtherSaid = ({ facts }: Asked, way: Way, { said, ...now }: Supposed): readonly Said[] =>
  [...touchedBy(way, now)]
    .filter((id) => !said.some((one) => one.id === id))
    .flatMap((id) => (isFactId(id) ? othersOf(id, facts) : []))

function touchedBy({ to, norm, under }: Way, { facts, trace }: Omit<Supposed, 'said'>) {
  const raising = under.map(raisedBy)
  let at: Trace = trace
  for (const whole of [...under, norm].slice(1)) {
    if (!isAsked(at)) return union([...raising, factsRead(norm)])
    at = at.parts.find((part) => part.norm === whole.id)!
  }
  return union([...raising, turning(to, norm, { facts, trace: at })])
}

/** The facts of which one at least has to be other than it is before a norm can turn that way. */
function turning(
  to: Direction,
  norm: Norm,
  { facts, trace }: { readonly facts: Facts; readonly trace: Trace },
): ReadonlySet<string> {
  if (norm.kind === 'rule') return factsRead(norm)
  const raised = raisedBy(norm)
  if (!isAsked(trace)) return norm.arises?.(facts) === false ? raised : factsRead(norm)
  const parts = norm.parts.flatMap((part) => {
    const found = trace.parts.find((each) => each.norm === part.id)
    return found ? [{ part, trace: found }] : []
  })
  const decides = parts.find(({ part }) => trace.route.includes(part.id))
  const open = isByOne(norm, to) || !decides ? parts : [decides]
  return union([
    raised,
    ...open.map((each) => turning(to, each.part, { facts, trace: each.trace })),
  ])
}

const ORDER: ReadonlyMap<string, number> = new Map(Object.keys(FACTS).map((id, at) => [id, at]))

const inOrder = (said: readonly Said[]): readonly Said[] =>
  said.toSorted((a, b) => ORDER.get(a.id)! - ORDER.get(b.id)!)

const keyOf = (said: readonly Said[]): string =>
  said.map(({ id, value }) => `${id}=${value}`).join(' ')

/** Whether some of these, or all, would change the answer already. */
function hasPartIn(said: readonly Said[], changing: ReadonlyMap<string, Change>): boolean {
  const values = new Map(said.map(({ id, value }) => [id, value]))
  for (const { facts } of changing.values())
    if (facts.every(({ id, value }) => values.get(id) === value)) return true
  return false
}

function supposing({ norm, view }: Asked, from: Supposed, { id, value }: Said): Supposed {
  const facts = { ...from.facts, [id]: value }
  const trace = traceOf(norm, facts, view, { trace: from.trace, changed: [id] })
  return { ...from, facts, trace: isAsked(trace) ? trace : from.trace }
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
