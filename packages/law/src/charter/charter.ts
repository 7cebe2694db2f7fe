import type { InLanguages, Verification } from '@entente/lexicon'
import type { Source } from '../source.ts'

/** One article, or several, of the Charter of the United Nations. */
export const charter = (article: {
  readonly id: string
  readonly provision: string
  readonly citation: InLanguages
  readonly restatement: InLanguages
  readonly verification: Verification
  readonly seenAt: string
}): Source => ({
  instrument: 'Charter of the United Nations',
  url: 'https://www.un.org/en/about-us/un-charter/full-text',
  since: '1945-06-26',
  asOf: '2026-11-23',
  ...article,
})
