import type { Finding } from '@entente/lexicon'

/**
 * `POST /api/v1/lint` with `{ text, language }`, `en` or `es`: what the text says in agreed terms, and
 * what it should say otherwise, in the order of the text.
 */
export type LintView = {
  /** The first thousand. */
  readonly findings: readonly Finding[]
  readonly count: number
}
