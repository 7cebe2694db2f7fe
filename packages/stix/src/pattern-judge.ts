import type { Comparison, Observation, Test } from './pattern.ts'

/** What can be said of one thing: it is so, it is not, or what is known of it does not tell. */
export type Verdict = 'yes' | 'no' | 'unknown'

/** A part of a pattern that could not be put to the test, and why. */
export type Untested = { readonly text: string; readonly because: string }

/**
 * Judges one thing by a pattern, where each comparison has three answers: a part that is not known
 * leaves the whole open unless the other parts decide it. The thing counts as one object, and what a
 * pattern asks about time, order or number is never known of it.
 */
export function judgePattern(
  observation: Observation,
  compare: (comparison: Comparison) => Verdict,
): Verdict {
  switch (observation.kind) {
    case 'observed':
      return judgeTest(observation.test, compare)
    case 'or':
      return anyOf(observation.of.map((one) => judgePattern(one, compare)))
    case 'and':
      return allOf(observation.of.map((one) => judgePattern(one, compare)))
    case 'followed-by':
      return atBest('unknown', allOf(observation.of.map((one) => judgePattern(one, compare))))
    case 'qualified':
      return atBest('unknown', judgePattern(observation.of, compare))
  }
}

const atBest = (best: Verdict, verdict: Verdict): Verdict => (verdict === 'yes' ? best : verdict)

function judgeTest(test: Test, compare: (comparison: Comparison) => Verdict): Verdict {
  switch (test.kind) {
    case 'comparison':
      return compare(test)
    case 'and':
      return allOf(test.of.map((one) => judgeTest(one, compare)))
    case 'or':
      return anyOf(test.of.map((one) => judgeTest(one, compare)))
  }
}

function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('no')) return 'no'
  return verdicts.includes('unknown') ? 'unknown' : 'yes'
}

function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('yes')) return 'yes'
  return verdicts.includes('unknown') ? 'unknown' : 'no'
}

/** Every comparison of a pattern, in order. */
export function comparisonsOf(observation: Observation): readonly Comparison[] {
  switch (observation.kind) {
    case 'observed':
      return inTest(observation.test)
    case 'or':
    case 'and':
    case 'followed-by':
      return observation.of.flatMap(comparisonsOf)
    case 'qualified':
      return comparisonsOf(observation.of)
  }
}

const inTest = (test: Test): readonly Comparison[] =>
  test.kind === 'comparison' ? [test] : test.of.flatMap(inTest)

/** What a pattern asks about time, order and number: nothing that a thing has tells of it. */
export function timingOf(observation: Observation): readonly Untested[] {
  const because = 'it asks when or how often something was seen'
  switch (observation.kind) {
    case 'observed':
      return []
    case 'or':
    case 'and':
      return observation.of.flatMap(timingOf)
    case 'followed-by':
      return [{ text: 'FOLLOWEDBY', because }, ...observation.of.flatMap(timingOf)]
    case 'qualified':
      return [
        ...observation.qualifiers.map(({ text }) => ({ text, because })),
        ...timingOf(observation.of),
      ]
  }
}
