import type { InLanguages } from '@entente/lexicon'
import type { Source } from '../source.ts'

/** From the Decision and the Regulation to the day to which the framework of both was last prolonged, on 12 May 2025. */
export const FRAMEWORK = { since: '2019-05-17', until: '2028-05-18' } as const

/** One provision of the Regulation on cyber-attacks; the Decision (CFSP) 2019/797 says the same. */
export const regulation = (provision: {
  readonly id: string
  readonly article: string
  /** The same pin-cite, as Spanish acts write it. */
  readonly articulo: string
  readonly restatement: InLanguages
  readonly seenAt?: string
  /** Only where not even a summary was seen. */
  readonly verification?: 'general-knowledge'
}): Source => {
  const { id, article, articulo, restatement, seenAt, verification } = provision
  return {
    id,
    instrument: 'Council Regulation 2019/796 on cyber-attacks',
    provision: `Article ${article}`,
    citation: {
      en: `Council Regulation 2019/796, Article ${article}`,
      es: `Reglamento 2019/796 del Consejo, artículo ${articulo}`,
    },
    restatement,
    url: 'https://eur-lex.europa.eu/eli/reg/2019/796/oj',
    seenAt: seenAt ?? 'consolidated text of 2024-09-13, in part (sdu.nl)',
    verification: verification ?? 'summary-seen',
    ...FRAMEWORK,
    asOf: '2026-11-27',
  }
}
