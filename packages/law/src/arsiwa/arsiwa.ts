import type { InLanguages, Verification } from '@entente/lexicon'
import type { Source } from '../source.ts'

/** An article, or several at once, of the Articles on Responsibility of States for Internationally Wrongful Acts. */
export const arsiwa = (
  article: string,
  restatement: InLanguages,
  verification: Verification,
  seenAt?: string,
): Source => ({
  id: `arsiwa-${article.replaceAll(/[(), ]+/g, '-').replace(/-$/, '')}`,
  instrument: 'Articles on Responsibility of States for Internationally Wrongful Acts (2001)',
  provision: /\d[-,]/.test(article) ? `Articles ${article}` : `Article ${article}`,
  citation: /\d[-,]/.test(article)
    ? { en: `ARSIWA, Articles ${article}`, es: `ARSIWA, artículos ${article}` }
    : { en: `ARSIWA, Article ${article}`, es: `ARSIWA, artículo ${article}` },
  restatement,
  url: 'https://legal.un.org/ilc/texts/instruments/english/draft_articles/9_6_2001.pdf',
  ...(seenAt === undefined ? {} : { seenAt }),
  verification,
  since: '2001-12-12',
  asOf: '2026-11-23',
})

/** Where the wording of the articles on countermeasures was read. */
export const COMMENTARY = 'ILC commentary, pp. 129-130 and 136 (fayllar.org); Spacil, ICLR 2023'
