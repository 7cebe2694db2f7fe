import type { InLanguages, Verification } from '@entente/lexicon'
import type { Source } from '../source.ts'

/** A rule, several or a part of the Tallinn Manual 2.0: what experts restate, not an instrument that binds. */
export const tallinn = (restated: {
  readonly id: string
  readonly provision: string
  readonly citation: InLanguages
  readonly restatement: InLanguages
  readonly verification: Verification
  readonly url?: string
  readonly seenAt?: string
}): Source => ({
  instrument: 'Tallinn Manual 2.0 on the International Law Applicable to Cyber Operations (2017)',
  since: '2017-02',
  asOf: '2026-11-23',
  ...restated,
})
