import type { InLanguages, Verification } from '@entente/lexicon'
import type { Source } from '../source.ts'

/** One holding of the International Court of Justice. */
export const icj = (holding: {
  readonly id: string
  readonly provision: string
  readonly citation: InLanguages
  readonly restatement: InLanguages
  readonly url: string
  readonly seenAt: string
  readonly verification: Verification
  /** The day of the judgment. */
  readonly since: string
}): Source => ({ instrument: 'International Court of Justice', asOf: '2026-11-23', ...holding })
