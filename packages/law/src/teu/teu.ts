import type { InLanguages, Verification } from '@entente/lexicon'
import type { Source } from '../source.ts'

/** One provision of the Treaty on European Union. */
export const teu = (provision: {
  readonly id: string
  readonly provision: string
  readonly citation: InLanguages
  readonly restatement: InLanguages
  readonly verification: Verification
  readonly seenAt?: string
}): Source => ({
  instrument: 'Treaty on European Union',
  url: 'https://eur-lex.europa.eu/eli/treaty/teu_2016/oj',
  since: '2009-12-01',
  asOf: '2026-11-23',
  ...provision,
})
