import { describe, expect, it } from 'vitest'
import { memorandum } from '../src/memorandum.ts'
import { assess } from '../src/assess.ts'
import { parseView } from '../src/parse-view.ts'
import { inMarks, saidAs, wordsOf } from '../src/said.ts'
import type { Reading } from '../src/view.ts'
import { VIEWS } from '../src/views/views.ts'
import { everythingMet } from './example.ts'

const read = {
  value: 'rule',
  says: {
    en: 'It takes sovereignty for a rule.',
    es: 'Considera que la soberanía es una regla.',
  },
  source: 'a paper',
  basis: 'sourced',
  reliability: 'quoted-primary-text',
} as const satisfies Reading
const quote = { text: 'La souveraineté est une règle.', lang: 'fr' }
const MARKS = /^[“«"]|[”»"]$/

describe('the words of a reading', () => {
  it('stand in quotation marks where the text is quoted and its words are here, and nowhere else', () => {
    const quoted = wordsOf({ ...read, quote })!
    expect(quoted).toEqual({ by: 'quoted', ...quote })
    expect(inMarks(quoted, 'en')).toBe('“La souveraineté est une règle.”')
    expect(inMarks(quoted, 'es')).toBe('«La souveraineté est une règle.»')
    const summary = wordsOf({ ...read, quote, reliability: 'scholarly-summary' })!
    expect(summary).toEqual({ by: 'ours', text: read.says })
    for (const lang of ['en', 'es'] as const)
      expect(inMarks(wordsOf(read)!, lang)).toBe(read.says[lang])
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
        const [en, es] = [inMarks(words, 'en'), inMarks(words, 'es')]
        expect(en).not.toMatch(MARKS)
        expect(es).not.toMatch(MARKS)
        expect(saidAs(words, 'es')).toBe(`En palabras nuestras: ${es}`)
        // Nothing is forgotten, and no number is lost on the way: years, articles and questions stay the same.
        expect(es).toMatch(/^\p{Lu}.*\.$/u)
        expect(es).not.toBe(en)
        expect(es.match(/\d+/g)?.toSorted()).toEqual(en.match(/\d+/g)?.toSorted())
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
  it('are named as ours in the memorandum, in its language and no other', () => {
    const estonia = VIEWS.filter(({ holder }) => holder.code === 'EE')
    const en = 'In our words: Breach of sovereignty can be a wrongful act'
    const es = 'En palabras nuestras: La violación de la soberanía puede ser un hecho ilícito'
    const assessment = assess(everythingMet, estonia)
    const [english, spanish] = (['en', 'es'] as const).map((lang) =>
      JSON.stringify(memorandum(assessment, { lang })),
    )
    expect(english).toContain(en)
    expect(english).not.toContain(es)
    expect(spanish).toContain(es)
    expect(spanish).not.toContain('Breach of sovereignty')
  })
})
