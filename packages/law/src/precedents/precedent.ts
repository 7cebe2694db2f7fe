import type { InLanguages } from '@entente/lexicon'
import type { FactId } from '../fact.ts'

/** A fact that was said in public, and which part of the record says it. */
export type PublicFact = {
  readonly id: FactId
  readonly value: string | boolean
  /** In our words: what in the record bears it out. */
  readonly from: string
}

/**
 * A past incident, told from public sources, beside the rules it bears on. It is data that no rule
 * reads. What public sources say of States is theirs; what is contested among them stands in `caveat`.
 */
export type Precedent = {
  readonly id: string
  /** Which entry of the notes it was converted from. */
  readonly entry: string
  readonly name: InLanguages
  /** A day, a month or a year, as far as it is known. */
  readonly from: string
  readonly to?: string
  readonly happened: InLanguages
  /** What States did in public; `none` is said in words. */
  readonly answered: InLanguages
  /** What it teaches on the rules, one sentence each. */
  readonly teaches: readonly InLanguages[]
  readonly rules: readonly string[]
  readonly facts: readonly PublicFact[]
  readonly sources: readonly string[]
  readonly caveat?: InLanguages
}

/** What a listing by the Council itself says, but for the effect: it was adopted, under the criteria of the regime. */
export const LISTED_BY_UNION: readonly PublicFact[] = [
  { id: 'listingUnder', value: 'union', from: 'Council Decision (CFSP) 2019/797' },
  { id: 'externalThreat', value: true, from: 'listed under that criterion' },
  { id: 'attackAction', value: true, from: 'listed under that criterion' },
  { id: 'attackUnauthorised', value: true, from: 'listed under that criterion' },
  { id: 'listingProposed', value: true, from: 'the Council lists upon a proposal' },
  { id: 'councilUnanimous', value: true, from: 'the listing was adopted' },
]

/** The same of an attack that was carried out. */
export const LISTED_FOR_EFFECT: readonly PublicFact[] = [
  ...LISTED_BY_UNION,
  { id: 'significantEffect', value: true, from: 'listed under that criterion' },
]
