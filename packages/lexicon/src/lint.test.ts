import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLinter, type Finding, lint, type LintedTerm, type Reading } from './lint.ts'
import { avoided } from './lint/avoid.ts'
import { jargon } from './lint/jargon.ts'
import { FINDING_CODES, type FindingCode } from './lint/rule.ts'
import { strength } from './lint/strength.ts'
import { weighty } from './lint/weight.ts'
import { SCALES } from './scale.ts'
import type { Language } from './term.ts'
import { LANGUAGES, TERMS } from './terms.ts'

const codesOf = (text: string, language: Language) =>
  lint(text, { language })
    .filter(({ code }) => code !== 'term.used')
    .map(({ code }) => code)
const termsOf = (text: string, language: Language) =>
  lint(text, { language })
    .filter(({ code }) => code === 'term.used')
    .map(({ term }) => term)
const only = (text: string, language: Language): Finding => {
  const [finding, ...more] = lint(text, { language }).filter(({ code }) => code !== 'term.used')
  if (!finding || more.length > 0) throw new Error(`expected one finding in “${text}”`)
  return finding
}

type Example = { readonly code: FindingCode; readonly bad: string; readonly good: string }

const EXAMPLES: Readonly<Record<Language, readonly Example[]>> = {
  en: [
    {
      code: 'word.undefined',
      bad: 'It was an APT in the grey zone.',
      good: 'It was an aptitude test in a grey building.',
    },
    {
      code: 'word.avoid',
      bad: 'Hackers began a cyber war.',
      good: 'Threat actors began malicious cyber activity.',
    },
    {
      code: 'weight.unsupported',
      bad: 'This armed attack will be answered.',
      good: 'Birch holds that this was an armed attack within Article 51 of the Charter.',
    },
    {
      code: 'weight.unsupported',
      bad: 'The wiper was a use of force.',
      good: 'The wiper did not amount to a use of force.',
    },
    {
      code: 'weight.unsupported',
      bad: 'An act of war was committed under Article 51.',
      good: 'The ministries of war acted.',
    },
    {
      code: 'attribution.certain',
      bad: 'The logs prove that Hawthorn is responsible.',
      good: 'A certificate proves that the text was adopted.',
    },
    {
      code: 'attribution.vague',
      bad: 'Hawthorn was reportedly behind it.',
      good: 'Power was reportedly lost in two towns.',
    },
    {
      code: 'likelihood.unscaled',
      bad: 'It is very likely that the modems were wiped.',
      good: 'It is very likely (ICD 203) that the modems were wiped.',
    },
    {
      code: 'likelihood.mixed',
      bad: 'By ICD 203 it is likely, with high confidence, that they were wiped.',
      good: 'By ICD 203 it is likely that they were wiped. We have high confidence in this.',
    },
    {
      code: 'countermeasure.object',
      bad: 'The countermeasure is to deter Hawthorn.',
      good: 'The statement is to deter Hawthorn; countermeasures never punish.',
    },
  ],
  es: [
    {
      code: 'word.undefined',
      bad: 'Fue una campaña híbrida en la zona gris.',
      good: 'Fue una campaña de vacunas en la zona verde.',
    },
    {
      code: 'word.avoid',
      bad: 'Unos piratas informáticos empezaron una ciberguerra.',
      good: 'Unos actores maliciosos empezaron actividades cibernéticas maliciosas.',
    },
    {
      code: 'weight.unsupported',
      bad: 'Este ataque armado tendrá respuesta.',
      good: 'Birch sostiene que fue un ataque armado conforme al artículo 51 de la Carta.',
    },
    {
      code: 'weight.unsupported',
      bad: 'El borrado fue un uso de la fuerza.',
      good: 'El borrado no constituye un uso de la fuerza.',
    },
    {
      code: 'weight.unsupported',
      bad: 'Hubo actos de guerra según el artículo 51.',
      good: 'Hubo actos en el museo de la guerra.',
    },
    {
      code: 'attribution.certain',
      bad: 'Sin duda, Hawthorn es responsable.',
      good: 'Sin duda, el texto se adoptó.',
    },
    {
      code: 'attribution.vague',
      bad: 'Hawthorn estaría, al parecer, detrás de ello.',
      good: 'Al parecer se fue la luz en dos pueblos.',
    },
    {
      code: 'likelihood.unscaled',
      bad: 'Muy probablemente se borraron los módems.',
      good: 'Muy probablemente (PHIA) se borraron los módems.',
    },
    {
      code: 'likelihood.mixed',
      bad: 'Según ICD 203 es probable, con confianza alta, que se borraran.',
      good: 'Según ICD 203 es probable que se borraran. Tenemos confianza alta en ello.',
    },
    {
      code: 'countermeasure.object',
      bad: 'La contramedida busca disuadir a Hawthorn.',
      good: 'La declaración busca disuadir a Hawthorn; las contramedidas nunca castigan.',
    },
  ],
}

describe.each(LANGUAGES)('a text in %s', (language) => {
  it.each(EXAMPLES[language])('is told of $code: “$bad”', ({ code, bad }) => {
    expect(codesOf(bad, language)).toContain(code)
  })

  it.each(EXAMPLES[language])('is not told of $code: “$good”', ({ code, good }) => {
    expect(codesOf(good, language)).not.toContain(code)
  })

  it('shows an example of every rule that stands in data', () => {
    const told = new Set(EXAMPLES[language].map(({ code }) => code))
    for (const { code } of [...avoided, ...jargon, ...weighty, ...strength])
      expect(told).toContain(code)
  })

  it('finds every form of every rule, alone in a sentence that has what the rule asks', () => {
    const context = {
      en: 'responsible, likely, countermeasure',
      es: 'responsable, probable, contramedida',
    }
    for (const { code, forms } of [...avoided, ...jargon, ...weighty, ...strength])
      for (const form of forms[language])
        expect(codesOf(`${form}, ${context[language]}.`, language), form).toContain(code)
  })

  it('finds every form of every term, in capitals, without accents and decomposed', () => {
    for (const { id, forms } of TERMS)
      for (const form of forms?.[language] ?? [])
        for (const written of [
          form,
          form.toUpperCase(),
          form.normalize('NFD'),
          form.normalize('NFD').replaceAll(/[\u0300\u0301\u0308]/g, ''),
          form.replaceAll(' ', '\n'),
        ])
          expect(termsOf(written, language), written).toEqual([id])
  })

  it('is told in both languages, with a source or as the product’s own', () => {
    for (const { bad } of EXAMPLES[language])
      for (const { message, say, source } of lint(bad, { language })) {
        expect(message.en).not.toBe(message.es)
        if (say) expect(say.en && say.es).toBeTruthy()
        expect(source === 'none' || source.instrument.length > 0).toBe(true)
      }
  })
})

describe('a term', () => {
  it('is the longest that stands there', () => {
    expect(
      termsOf('A large-scale cybersecurity incident, a significant incident, an incident.', 'en'),
    ).toEqual(['large-scale-incident', 'significant-incident', 'incident'])
    expect(termsOf('Denegación de servicio distribuida y denegación de servicio.', 'es')).toEqual([
      'distributed-denial-of-service',
      'denial-of-service',
    ])
  })

  it('is a word and no part of one', () => {
    expect(termsOf('coincidental wipers2 prewiper pre\u200bwiper βwiper wiperβ', 'en')).toEqual([])
    expect(termsOf('(wiper) "wiper" wiper’s wiper-like', 'en')).toEqual([
      'wiper',
      'wiper',
      'wiper',
      'wiper',
    ])
  })

  it('runs over the end of a line, not over the end of a sentence, a comma or a list item', () => {
    expect(termsOf('near\nmiss near-\r\nmiss', 'en')).toEqual(['near-miss', 'near-miss'])
    expect(
      termsOf('near. Miss near, miss near\n\nmiss near\r\n\r\nmiss near\n- miss', 'en'),
    ).toEqual([])
  })

  it('is not hidden by invisible characters or by marks of emphasis', () => {
    expect(termsOf('w\u200bip\u00ader **armed** `attack`', 'en')).toEqual(['wiper', 'armed-attack'])
  })

  it('keeps ñ apart from n, however ñ is written', () => {
    const terms: readonly LintedTerm[] = [
      {
        id: 'year',
        label: { en: 'year', es: 'año' },
        definition: { en: 'A year.', es: 'Un año.' },
        status: 'agreed',
        source: 'none',
        forms: { en: ['year'], es: ['año', 'años'] },
      },
    ]
    const found = createLinter('es', terms)('Año, AN\u0303OS, ano')
    expect(found.map(({ found: word }) => word)).toEqual(['Año', 'AN\u0303OS'])
  })

  it('that fell out of use is a warning', () => {
    const [wiper] = TERMS.filter(({ id }) => id === 'wiper')
    const [finding] = createLinter('en', [{ ...wiper!, status: 'deprecated' }])('A wiper.')
    expect(finding).toMatchObject({ code: 'term.deprecated', severity: 'warning', term: 'wiper' })
  })

  it('that a nation reads otherwise is shown with that nation and its source', () => {
    const reading: Reading = {
      nation: 'XB',
      term: 'due-diligence',
      reads: 'a voluntary norm',
      source: { instrument: 'Position of Birch', verification: 'text-seen' },
    }
    const findings = lint('Due diligence and sovereignty.', { language: 'en', readings: [reading] })
    const [otherwise, ...more] = findings.filter(({ code }) => code === 'term.read-otherwise')
    expect(more).toEqual([])
    expect(otherwise).toMatchObject({ term: 'due-diligence', source: reading.source })
    expect(otherwise!.message.en).toContain('XB')
    expect(otherwise!.message.en).toContain('a voluntary norm')
    expect(codesOf('Due diligence.', 'en')).toEqual([])
  })
})

describe('a word of legal weight', () => {
  it('is an error for what opens rights, a warning for what is merely disputed', () => {
    expect(only('It was an armed attack.', 'en').severity).toBe('error')
    expect(only('It was a violation of sovereignty.', 'en').severity).toBe('warning')
  })

  it('is supported by its own provision, not by another one', () => {
    expect(codesOf('An armed attack under Art. 51.', 'en')).toEqual([])
    expect(codesOf('An armed attack under Article 49.', 'en')).toEqual(['weight.unsupported'])
    expect(codesOf('Un ataque armado (art. 51).', 'es')).toEqual([])
  })

  it('is supported across a full stop that ends no sentence', () => {
    expect(codesOf('Article 51 of the U.N.Charter knows an armed attack.', 'en')).toEqual([])
    expect(codesOf('Under Art. 51 i.e. an armed attack.', 'en')).toEqual([])
  })

  it('is not supported by the sentence before', () => {
    expect(codesOf('Article 51? it was an armed attack.', 'en')).toEqual(['weight.unsupported'])
    expect(codesOf('Article 51 is known. It was an armed attack.', 'en')).toEqual([
      'weight.unsupported',
    ])
    expect(codesOf('Article 51\n\nIt was an armed attack', 'en')).toEqual(['weight.unsupported'])
  })
})

describe('a word of likelihood', () => {
  it('shows what each scale means by it', () => {
    // ICD 203: likely 55-80; PHIA: likely 55-75
    const { message } = only('It is likely.', 'en')
    expect(message.en).toContain('ICD 203 (2015) 55-80 %')
    expect(message.en).toContain('(2025) 55-75 %')
  })

  it('needs its scale once in the text, wherever it is named', () => {
    expect(codesOf('It is likely. It is unlikely.\n\nWords follow ICD 203 (2015).', 'en')).toEqual(
      [],
    )
  })

  it('“almost certainly” claims no certainty', () => {
    expect(codesOf('Hawthorn is almost certainly responsible (PHIA).', 'en')).toEqual([])
    expect(codesOf('Hawthorn es casi con certeza responsable (PHIA).', 'es')).toEqual([])
  })

  it('that says other things too is heard where it speaks of chance', () => {
    const found = (text: string) =>
      lint(text, { language: 'en' })
        .filter(({ code }) => code === 'likelihood.unscaled')
        .map(({ found: word }) => word)
    expect(found('Remote control was lost by remote access.')).toEqual([])
    expect(found('There is a remote chance of it; the possibility is remote.')).toEqual([
      'remote chance',
      'possibility is remote',
    ])
  })

  it('is heard inside a longer phrase too', () => {
    expect(codesOf('State-level attribution is certainly due.', 'en')).toEqual([
      'attribution.certain',
    ])
  })
})

describe('where something is found', () => {
  it('is given by offset, line and column', () => {
    const text = 'One.\r\nTwo wipers\rand\nan armed\nattack: wiper'
    expect(
      lint(text, { language: 'en' })
        .filter(({ code }) => code === 'term.used')
        .map(({ span }) => span),
    ).toEqual([
      { offset: 10, length: 6, line: 2, column: 5 },
      { offset: 24, length: 12, line: 4, column: 4 },
      { offset: 38, length: 5, line: 5, column: 9 },
    ])
  })
})

const words = fc.constantFrom(
  'armed',
  'attack',
  'wiper',
  'near',
  'miss',
  'responsible',
  'certainly',
  'likely',
  'not',
  'amount',
  'to',
  'Article 51',
  'ataque',
  'armado',
  'sin',
  'duda',
  'É',
  '\u0303',
  '💥',
)
const glue = fc.constantFrom(
  ' ',
  '\n',
  '\r\n',
  ', ',
  '. ',
  '.\n\n',
  '-',
  '\u200b',
  '\t',
  '\n- ',
  ' “',
  '” ',
)
const texts = fc
  .array(fc.tuple(words, glue), { maxLength: 30 })
  .map((pairs) => pairs.flat().join(''))
const anything = fc.oneof(
  texts,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme' }),
)

describe('the linter', () => {
  it('reads any text there is, and quotes it truly', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...LANGUAGES), (text, language) => {
        let last = 0
        for (const { span, found } of lint(text, { language })) {
          expect(span.offset).toBeGreaterThanOrEqual(last)
          last = span.offset
          expect(text.slice(span.offset, span.offset + span.length)).toBe(found)
          const before = text.slice(0, span.offset).split(/\r\n|[\n\r\u2028\u2029]/)
          expect(span.line).toBe(before.length)
          expect(span.column).toBe(before.at(-1)!.length + 1)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('says of two paragraphs what it says of each', () => {
    fc.assert(
      fc.property(anything, anything, fc.constantFrom(...LANGUAGES), (one, other, language) => {
        const first = `${one}\n\n`
        const lines = first.split(/\r\n|[\n\r\u2028\u2029]/).length - 1
        const moved = lint(other, { language }).map(({ span, ...rest }) => ({
          ...rest,
          span: { ...span, offset: span.offset + first.length, line: span.line + lines },
        }))
        expect(lint(first + other, { language })).toEqual([...lint(one, { language }), ...moved])
      }),
      { numRuns: 1000 },
    )
  })

  it('is explained in spec/lexicon.md, code by code and scale by scale', () => {
    const spec = readFileSync(new URL('../../../spec/lexicon.md', import.meta.url), 'utf8')
    for (const code of FINDING_CODES) expect(spec).toContain(`| \`${code}\` |`)
    for (const { id, version } of SCALES) expect(spec).toContain(`| \`${id}\` | ${version} |`)
  })
})
