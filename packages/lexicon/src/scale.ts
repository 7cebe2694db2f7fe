import { admiralty } from './scale/admiralty.ts'
import { icd203Confidence, phiaConfidence } from './scale/confidence.ts'
import { icd203, phia } from './scale/likelihood.ts'
import { nis2Ladder } from './scale/severity.ts'
import { tlp1, tlp2 } from './scale/tlp.ts'
import type { InLanguages, TermSource } from './term.ts'

/** What is said on a scale: never a word alone, always with the scale and its version. */
export type ScaleValue = {
  readonly scale: string
  readonly version: string
  readonly value: string
}

/** Between which percentages a word of likelihood lies, as its source gives it. */
export type Range = {
  readonly from: number
  readonly to: number
  /** The end itself is outside, where the source says so. */
  readonly open?: 'from' | 'to'
}

export type Degree = {
  readonly value: string
  readonly label: InLanguages
  /** Other words of the source for the same degree. */
  readonly also?: readonly string[]
  readonly percent?: Range
  /** What a later version of the scale calls it. */
  readonly becomes?: ScaleValue
}

/**
 * A named and versioned set of values. A version never changes: a new one is a new entry, so that
 * old acts go on meaning what they meant.
 */
export type Scale = {
  readonly id: string
  readonly version: string
  readonly title: InLanguages
  readonly measures: 'likelihood' | 'confidence' | 'grade' | 'audience' | 'severity'
  readonly source: TermSource
  /** From least to most, where the scale has an order. */
  readonly ordered: boolean
  readonly degrees: readonly Degree[]
}

export const SCALES: readonly Scale[] = [
  icd203,
  phia,
  icd203Confidence,
  phiaConfidence,
  admiralty,
  tlp2,
  tlp1,
  nis2Ladder,
]

/** The scale of this id and version; undefined where the lexicon has none. */
export const findScale = (id: string, version: string): Scale | undefined =>
  SCALES.find((scale) => scale.id === id && scale.version === version)

/** The degree that a value names; undefined where scale, version or value is not known. */
const findDegree = ({ scale, version, value }: ScaleValue): Degree | undefined =>
  findScale(scale, version)?.degrees.find((degree) => degree.value === value)

/** What a value says in plain words; undefined where scale, version or value is not known. */
export const scaleWords = (value: ScaleValue): InLanguages | undefined => findDegree(value)?.label

/** Whether a value stands on a scale that the lexicon knows, in exactly that version. */
export const isOnScale = (value: ScaleValue): boolean => findDegree(value) !== undefined

/** How the first value lies to the second. */
export type Comparison =
  | 'equal'
  | 'below'
  | 'above'
  | 'inside'
  | 'around'
  | 'overlaps'
  | 'incomparable'

/**
 * Two values of one version are compared by its order. Values of two scales are compared by their
 * ranges and never by word: `likely` of one scale need not be `likely` of another.
 */
export function compare(one: ScaleValue, other: ScaleValue): Comparison {
  const sameScale = one.scale === other.scale
  if (sameScale && one.version !== other.version) {
    const [now, then] = [lift(one), lift(other)]
    return now.version === then.version ? compare(now, then) : 'incomparable'
  }
  const [a, b] = [findDegree(one), findDegree(other)]
  if (!a || !b) return 'incomparable'
  if (sameScale) {
    const { degrees, ordered } = findScale(one.scale, one.version)!
    if (a === b) return 'equal'
    if (!ordered) return 'incomparable'
    return degrees.indexOf(a) < degrees.indexOf(b) ? 'below' : 'above'
  }
  return a.percent && b.percent ? compareRanges(a.percent, b.percent) : 'incomparable'
}

/** The value in the later version of its scale, where that version says what becomes of it. */
const lift = (value: ScaleValue): ScaleValue => findDegree(value)?.becomes ?? value

/** Ranges that share no more than an end do not overlap. An end left out counts like one taken in. */
export function compareRanges(a: Range, b: Range): Comparison {
  if (a.to <= b.from) return 'below'
  if (a.from >= b.to) return 'above'
  const [startsIn, endsIn] = [a.from >= b.from, a.to <= b.to]
  const [startsWith, endsWith] = [a.from === b.from, a.to === b.to]
  if (startsWith && endsWith) return 'equal'
  if (startsIn && endsIn) return 'inside'
  if ((startsWith || !startsIn) && (endsWith || !endsIn)) return 'around'
  return 'overlaps'
}
