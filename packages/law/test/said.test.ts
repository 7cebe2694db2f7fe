import { describe, expect, it } from 'vitest'
import { memorandum } from '../src/memorandum.ts'
import { assess } from '../src/assess.ts'
import { parseView } from '../src/parse-view.ts'
import { inMarks, saidAs, wordsOf } from '../src/said.ts'
import type { Reading } from '../src/view.ts'
import { VIEWS } from '../src/views/views.ts'
import { everythingMet } from './example.ts'

const read: Exclude<Reading, { readonly value: 'unknown' }> = {
  value: 'rule',
  says: 'It takes sovereignty for a rule.',
  source: 'a paper',
  basis: 'sourced',
  reliability: 'quoted-primary-text',
}
const MARKS = /^[“«"]|[”»"]$/

describe('the words of a reading', () => {
  it('stand in quotation marks where the text is quoted and its words are here, and nowhere else', () => {
    const quoted = wordsOf({ ...read, quote: 'Sovereignty is a rule.' })!
    expect(inMarks(quoted, 'en')).toBe('“Sovereignty is a rule.”')
    expect(inMarks(quoted, 'es')).toBe('«Sovereignty is a rule.»')
    expect(inMarks(wordsOf(read)!, 'en')).toBe(read.says)
    const summary = wordsOf({ ...read, quote: 'Sovereignty.', reliability: 'scholarly-summary' })!
    expect(summary).toEqual({ by: 'ours', text: read.says })
    expect(wordsOf({ value: 'unknown', source: 'none' })).toBeUndefined()
  })
  it('are ours in every published view that has no quotation, and say so', () => {
    let counted = 0
    for (const { readings } of VIEWS)
      for (const reading of Object.values(readings)) {
        const words = wordsOf(reading)
        if (!words) continue
        counted += 1
        const isQuote =
          'quote' in reading &&
          reading.quote !== undefined &&
          reading.reliability === 'quoted-primary-text'
        expect(words.by).toBe(isQuote ? 'quoted' : 'ours')
        if (isQuote) continue
        expect(inMarks(words, 'en')).not.toMatch(MARKS)
        expect(saidAs(words, 'es')).toMatch(/^En palabras nuestras: /)
      }
    expect(counted).toBeGreaterThan(300)
  })
  it('are those of the holder where it entered them', () => {
    const { readings } = parseView({
      holder: { code: 'XA', name: 'Alder' },
      asOf: '2026-11-20',
      readings: { sovereignty: { value: 'rule', says: 'Alder says so.', source: 'none' } },
    })
    expect(wordsOf(readings.sovereignty)).toEqual({ by: 'entered', text: 'Alder says so.' })
  })
  it('are named as ours in the memorandum', () => {
    const estonia = VIEWS.filter(({ holder }) => holder.code === 'EE')
    const text = JSON.stringify(memorandum(assess(everythingMet, estonia), { lang: 'en' }))
    expect(text).toContain('In our words: Breach of sovereignty can be a wrongful act')
  })
})
