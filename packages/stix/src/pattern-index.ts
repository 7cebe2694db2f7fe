import { StixError } from './error.ts'
import type { Bound } from './pattern-bind.ts'
import { readerOf, valuesAt } from './pattern-compare.ts'
import { compilePattern, firstBinding, type CompiledPattern } from './pattern-match.ts'
import type { Dictionary } from './pattern-compare.ts'
import type { Observed } from './pattern-observed.ts'
import { isDecidedByTerms, LOOSENESS, TermIndex, termsOf, type Term } from './pattern-term.ts'
import { parsePattern, type Comparison, type Observation, type Test } from './pattern.ts'

export type PatternMatch = {
  /** Of the indicator. */
  readonly id: string
  /** The observations that meet its pattern together, the one just seen among them. */
  readonly observed: readonly Observed[]
}

export type PatternIndex = {
  /** How many indicators are looked for. */
  readonly size: number
  /**
   * Indicators that are not looked for, with the reason: an invalid pattern matches nothing. One whose observations can be
   * combined in more ways than are tried comes to stand here, and keeps no other from being found.
   */
  readonly refused: readonly { readonly id: string; readonly error: StixError }[]
  /**
   * Takes the next observation of a stream and gives every indicator whose pattern it completes. What a
   * pattern of several observations has seen of them is kept until it matches: then those are used up,
   * and the next match is made of others.
   */
  readonly see: (observed: Observed) => readonly PatternMatch[]
}

type Rule = {
  readonly id: string
  readonly pattern: string
  /** Whether one pair of brackets met is the whole met. */
  readonly isAlone: boolean
  compiled?: CompiledPattern
  kept?: Kept[]
  isRefused?: true
}
/** One pair of brackets of a rule; `isDecided` where a term found is the brackets met. */
type Slot = { readonly rule: Rule; readonly bracket: number; readonly isDecided: boolean }
type Refused = PatternIndex['refused'][number]
type Kept = { readonly observed: Observed; readonly brackets: readonly number[] }
type Property = {
  readonly path: readonly string[]
  readonly terms: TermIndex<Slot>
  /** Of a property of the object itself. */
  readonly read: ((object: Dictionary) => unknown) | undefined
}
type Part = {
  readonly slot: Slot
  readonly test: Test
  readonly asked: readonly { readonly comparison: Comparison; readonly term: Term }[]
}
type Placed = { readonly property: Property; readonly term: Term }

/** Observations kept for one pattern of several; the oldest go first. */
const MOST_KEPT = 1_000

/**
 * Makes an index of indicators: values that must be equal by hash, networks by prefix tree, parts of
 * texts by automaton, and what is joined by `AND` by its rarest part, so that of a million indicators
 * only those are looked at that have something in common with what was observed. What has no such part
 * (only `!=`, `<`, `NOT`, `EXISTS`, or a regular expression without a fixed text) is looked at whenever
 * its property is there. What came later goes into an index beside it.
 */
export function indexPatterns(
  indicators: Iterable<{ readonly id: string; readonly pattern: string }>,
): PatternIndex {
  const properties = new Map<string, Map<string, Property>>()
  const refused: Refused[] = []
  const waiting: Pick<Part, 'slot' | 'test'>[] = []
  const waitingTerms = new Map<string, number>()
  const place = ({ slot, test, asked }: Part) => {
    const isJoined = hasAnd(test)
    if (isJoined) waiting.push({ slot, test })
    for (const { comparison, term } of asked)
      if (isJoined) count(waitingTerms, keyOf(comparison, term))
      else propertyOf(properties, comparison).terms.add(term, slot)
  }
  let size = 0
  for (const { id, pattern } of indicators) {
    try {
      // Everything is read before anything is put in.
      for (const part of partsOf({ id, pattern })) place(part)
      size += 1
    } catch (error) {
      if (!(error instanceof StixError)) throw error
      refused.push({ id, error })
    }
  }
  for (const { slot, test } of waiting)
    for (const { property, term } of rarest(test, properties, waitingTerms).placed)
      property.terms.add(term, slot)
  // Of what is joined most parts are looked for nowhere.
  const asked = (all: Map<string, Property>) =>
    [...all.values()].filter(({ terms }) => terms.size > 0)
  const byType = new Map([...properties].map(([type, all]) => [type, asked(all)] as const))
  return { size, refused, see: (observed) => see(byType, observed, refused) }
}

/** Each pair of brackets with what its values must have. */
function partsOf({
  id,
  pattern,
}: {
  readonly id: string
  readonly pattern: string
}): readonly Part[] {
  const { tests, isAlone } = bracketsOf(parsePattern(pattern))
  const rule: Rule = { id, pattern, isAlone }
  return tests.map((test, bracket) => ({
    slot: { rule, bracket, isDecided: isDecided(test) },
    test,
    asked: comparisonsIn(test).flatMap((comparison) =>
      termsOf(comparison).map((term) => ({ comparison, term })),
    ),
  }))
}

/** The pairs of brackets in order, and whether they are joined by nothing but `OR`. */
function bracketsOf(observation: Observation): {
  readonly tests: readonly Test[]
  readonly isAlone: boolean
} {
  switch (observation.kind) {
    case 'observed':
      return { tests: [observation.test], isAlone: true }
    case 'qualified':
      return { tests: bracketsOf(observation.of).tests, isAlone: false }
    case 'and':
    case 'or':
    case 'followed-by': {
      const all = observation.of.map(bracketsOf)
      return {
        tests: all.flatMap(({ tests }) => tests),
        isAlone: observation.kind === 'or' && all.every(({ isAlone }) => isAlone),
      }
    }
  }
}

const comparisonsIn = (test: Test): readonly Comparison[] =>
  test.kind === 'comparison' ? [test] : test.of.flatMap(comparisonsIn)

const hasAnd = (test: Test): boolean =>
  test.kind === 'and' || (test.kind === 'or' && test.of.some(hasAnd))

const isDecided = (test: Test): boolean =>
  test.kind === 'comparison'
    ? isDecidedByTerms(test)
    : test.kind === 'or' && test.of.every(isDecided)

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const pathKey = ({ path }: Comparison) => path.join('\0')

function keyOf(comparison: Comparison, term: Term): string {
  const value =
    'network' in term
      ? `${term.network.words.join('.')}/${term.network.length}`
      : 'value' in term
        ? `${typeof term.value} ${term.value}`
        : ''
  return [comparison.type, pathKey(comparison), term.kind, value].join('\0')
}

function propertyOf(
  properties: Map<string, Map<string, Property>>,
  comparison: Comparison,
): Property {
  const { type, path } = comparison
  const ofType = properties.get(type) ?? new Map<string, Property>()
  properties.set(type, ofType)
  const key = pathKey(comparison)
  const read = path.length === 1 ? readerOf(path[0]!) : undefined
  const property = ofType.get(key) ?? { path, terms: new TermIndex<Slot>(), read }
  ofType.set(key, property)
  return property
}

/** Terms one of which is found wherever the test is met: of parts joined by AND those that let least through. */
function rarest(
  test: Test,
  properties: Map<string, Map<string, Property>>,
  waitingTerms: ReadonlyMap<string, number>,
): { readonly placed: readonly Placed[]; readonly cost: number } {
  if (test.kind === 'comparison') {
    const property = propertyOf(properties, test)
    const placed = termsOf(test).map((term) => ({ property, term }))
    const costs = placed.map(({ term }) => {
      const others = property.terms.countOf(term) + (waitingTerms.get(keyOf(test, term)) ?? 0)
      return LOOSENESS[term.kind] * (1 + others)
    })
    return { placed, cost: costs.reduce((sum, cost) => sum + cost, 0) }
  }
  const parts = test.of.map((one) => rarest(one, properties, waitingTerms))
  if (test.kind === 'and') return parts.reduce((best, one) => (one.cost < best.cost ? one : best))
  return {
    placed: parts.flatMap(({ placed }) => placed),
    cost: parts.reduce((sum, { cost }) => sum + cost, 0),
  }
}

function see(
  byType: ReadonlyMap<unknown, readonly Property[]>,
  observed: Observed,
  refused: Refused[],
): readonly PatternMatch[] {
  let sight: Sight | undefined
  const look = (slot: Slot) => lookAt(slot, (sight ??= newSight()), observed)
  for (const object of observed.objects) {
    const properties = byType.get(object['type'])
    if (properties === undefined) continue
    for (const { path, terms, read } of properties) {
      if (read) {
        const value = read(object)
        if (value !== undefined && value !== null) terms.find(value, look)
      } else for (const value of valuesAt(object, path, observed.lookup)) terms.find(value, look)
    }
  }
  if (!sight) return []
  for (const [rule, brackets] of sight.parts) {
    try {
      const together = join(rule, { observed, brackets })
      if (together) sight.matches.push({ id: rule.id, observed: together })
    } catch (error) {
      if (!(error instanceof StixError)) throw error
      rule.isRefused = true
      delete rule.kept
      refused.push({ id: rule.id, error })
    }
  }
  return sight.matches
}

/** What of the patterns one observation meets; most observations meet none. */
type Sight = {
  readonly matches: PatternMatch[]
  readonly seen: Set<Slot>
  readonly met: Set<Rule>
  readonly parts: Map<Rule, number[]>
}
const newSight = (): Sight => ({
  matches: [],
  seen: new Set(),
  met: new Set(),
  parts: new Map(),
})

function lookAt(slot: Slot, { matches, seen, met, parts }: Sight, observed: Observed): void {
  const { rule, bracket, isDecided: isMet } = slot
  if (seen.has(slot) || met.has(rule) || rule.isRefused) return
  seen.add(slot)
  if (!isMet && !(rule.compiled ??= compilePattern(rule.pattern)).brackets[bracket]!(observed))
    return
  if (rule.isAlone) {
    met.add(rule)
    matches.push({ id: rule.id, observed: [observed] })
  } else {
    const brackets = parts.get(rule)
    if (brackets) brackets.push(bracket)
    else parts.set(rule, [bracket])
  }
}

/** A pattern of several observations, one of which was just seen. */
function join(rule: Rule, latest: Kept): readonly Observed[] | undefined {
  const { bound, brackets } = (rule.compiled ??= compilePattern(rule.pattern))
  const window = windowOf(bound)
  const kept = [...(rule.kept ?? []).slice(1 - MOST_KEPT), latest]
  // Streams are not in order of time: what is too far from this one may be near to a later one.
  const near = kept.filter(
    ({ observed: { first, last } }) =>
      last + window > latest.observed.first && latest.observed.last + window > first,
  )
  const hits = brackets.map((_, bracket) =>
    near.flatMap((one, at) => (one.brackets.includes(bracket) ? [at] : [])),
  )
  const found = firstBinding(
    bound,
    hits,
    near.map(({ observed }) => observed),
  )
  rule.kept = found ? kept.filter(({ observed }) => !found.includes(observed)) : kept
  return found
}

/** Within how many microseconds all of a pattern's observations must be: repetitions are apart as far as they like. */
function windowOf(bound: Bound): number {
  if (bound.kind !== 'qualified') return Infinity
  const repeated = bound.qualifiers.findLastIndex(({ kind }) => kind === 'repeats')
  const seconds = bound.qualifiers
    .slice(repeated + 1)
    .flatMap((one) => (one.kind === 'within' ? [one.seconds] : []))
  return Math.min(Infinity, ...seconds) * 1_000_000
}
