import type { Forms, InLanguages, TermSource } from '../term.ts'

export type Severity = 'error' | 'warning' | 'note'

/** What a finding is about, and how much it weighs. A code never changes its meaning. */
export const FINDING_CODES = [
  'term.used',
  'term.deprecated',
  'term.read-otherwise',
  'word.undefined',
  'word.avoid',
  'weight.unsupported',
  'attribution.certain',
  'attribution.vague',
  'likelihood.unscaled',
  'likelihood.mixed',
  'countermeasure.object',
] as const

export type FindingCode = (typeof FINDING_CODES)[number]

/** Words of legal weight; each is supported by the provisions that give it its meaning. */
export type Weight =
  | 'use-of-force'
  | 'armed-attack'
  | 'self-defence'
  | 'aggression'
  | 'war'
  | 'war-crime'
  | 'intervention'
  | 'sovereignty'
  | 'wrongful-act'

/** What a word tells about the sentence it stands in. */
export type Cue =
  | `supports:${Weight}`
  | 'denies'
  | 'attributes'
  | 'likelihood'
  | 'names-scale'
  | 'countermeasure'

/** A word that lets other words of its sentence be judged. */
export type CueWords = { readonly cue: Cue; readonly forms: Forms }

/**
 * One rule of the linter, as data. Where `when` is absent the word is reported wherever it stands;
 * else only in a sentence that has every cue of `has` and none of `lacks`.
 */
export type Rule = {
  readonly code: FindingCode
  readonly severity: Severity
  readonly forms: Forms
  readonly message: InLanguages
  readonly say?: InLanguages
  readonly source: TermSource
  readonly when?: { readonly has?: readonly Cue[]; readonly lacks?: readonly Cue[] }
}
