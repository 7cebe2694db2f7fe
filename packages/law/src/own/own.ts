import type { InLanguages } from '@entente/lexicon'
import type { Source } from '../source.ts'

/** A rule of this law base, on one’s own consistency: no instrument lays it down as it stands here. */
export const own = (made: {
  readonly id: string
  readonly entry: string
  readonly restatement: InLanguages
}): Source => ({
  id: made.id,
  instrument: 'Rules of this law base',
  provision: made.entry,
  citation: {
    en: `Rule of this law base, ${made.entry}`,
    es: `Regla de esta base jurídica, ${made.entry}`,
  },
  restatement: made.restatement,
  seenAt: 'none: a rule of this product',
  verification: 'engine-rule',
  since: 'none',
  asOf: '2026-11-23',
})
