import { predicateOf, valuesAt, type Dictionary, type Lookup } from './pattern-compare.ts'
import type { Observed } from './pattern-observed.ts'
import { bindingsOf, type Bound } from './pattern-bind.ts'
import { parsePattern, type Comparison, type Observation, type Test } from './pattern.ts'

/** A pattern ready to be put to what was observed. */
export type CompiledPattern = {
  readonly bound: Bound
  /** Whether one observation meets a pair of brackets: in order, as the pattern has them. */
  readonly brackets: readonly ((observed: Observed) => boolean)[]
}

/**
 * Makes a pattern ready. Throws `StixError`: `pattern.malformed` and `pattern.too-large` as `parsePattern`
 * does, and `pattern.unsupported` for a regular expression that needs more than linear time.
 */
export function compilePattern(pattern: string): CompiledPattern {
  const brackets: ((observed: Observed) => boolean)[] = []
  const bound = boundOf(parsePattern(pattern), (test) => {
    const meets = meetsTest(test)
    brackets.push(({ objects, lookup }) => objects.some((object) => meets(object, lookup)))
    return brackets.length - 1
  })
  return { bound, brackets }
}

function boundOf(observation: Observation, number: (test: Test) => number): Bound {
  switch (observation.kind) {
    case 'observed':
      return { kind: 'observed', bracket: number(observation.test) }
    case 'qualified':
      return { ...observation, of: boundOf(observation.of, number) }
    case 'and':
    case 'or':
    case 'followed-by':
      return { kind: observation.kind, of: observation.of.map((one) => boundOf(one, number)) }
  }
}

type Meets = (object: Dictionary, lookup: Lookup) => boolean

/** All of one pair of brackets is asked of one and the same object. */
function meetsTest(test: Test): Meets {
  if (test.kind === 'comparison') return meetsComparison(test)
  const all = test.of.map(meetsTest)
  return test.kind === 'and'
    ? (object, lookup) => all.every((one) => one(object, lookup))
    : (object, lookup) => all.some((one) => one(object, lookup))
}

function meetsComparison(comparison: Comparison): Meets {
  const { type, path } = comparison
  const predicate = predicateOf(comparison)
  return (object, lookup) =>
    object['type'] === type && valuesAt(object, path, lookup).some(predicate)
}

/**
 * Puts a pattern to what was observed: the observations of the first way in which it is met, in the order
 * of the pattern, or undefined. Different parts joined by `AND` or `FOLLOWEDBY` are different
 * observations; one observed `times` times counts as so many. Throws `StixError` as `compilePattern`
 * does, and `pattern.too-large` where the ways to combine observations are too many.
 */
export function matchPattern(
  pattern: string | CompiledPattern,
  observed: readonly Observed[],
): readonly Observed[] | undefined {
  const { bound, brackets } = typeof pattern === 'string' ? compilePattern(pattern) : pattern
  const hits = brackets.map((meets) => observed.flatMap((one, at) => (meets(one) ? [at] : [])))
  return firstBinding(bound, hits, observed)
}

/** As `matchPattern`, where it is known which observations meet which brackets. */
export function firstBinding(
  bound: Bound,
  hits: readonly (readonly number[])[],
  observed: readonly Observed[],
): readonly Observed[] | undefined {
  for (const { places } of bindingsOf(bound, hits, observed))
    return places.map((at) => observed[at]!)
  return undefined
}
