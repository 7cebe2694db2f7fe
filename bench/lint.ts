import { createLinter, type Language, type LintedTerm, TERMS } from '@entente/lexicon'
import { exponentOf, median, type Figure } from './figure.ts'

const LANGUAGES: readonly Language[] = ['en', 'es']
const TERM_COUNT = 1000
const MEGABYTES = [1, 4, 16]
/** Runs before the clock starts: a node that serves has long been compiled. */
const WARM_UP = 10

/** P9: how much text the linter reads in a second, with 1,000 terms in each of two languages. */
export async function lintText(): Promise<Figure[]> {
  const terms = manyTerms(TERM_COUNT)
  const rows = await Promise.all(LANGUAGES.map((language) => measure(language, terms)))
  return rows.toSorted((a, b) => a.figure - b.figure)
}

async function measure(language: Language, terms: readonly LintedTerm[]): Promise<Figure> {
  const lint = createLinter(language, terms)
  const warm = article(language, terms, 1_000_000)
  for (let run = 0; run < WARM_UP; run++) lint(warm)
  const sizes: { n: number; milliseconds: number }[] = []
  let bare = 0
  for (const megabytes of MEGABYTES) {
    const text = article(language, terms, megabytes * 1_000_000)
    const milliseconds = await median(3, () => timed(() => lint(text).length))
    sizes.push({ n: Buffer.byteLength(text), milliseconds })
    bare = Buffer.byteLength(text) / 1000 / (await median(3, () => timed(() => bareWords(text))))
  }
  const rates = sizes.map(({ n, milliseconds }) => ({ n, figure: n / 1000 / milliseconds }))
  const figure = Math.min(...rates.map(({ figure: rate }) => rate))
  return {
    id: 'P9',
    what: `text linted, ${language}, ${TERM_COUNT.toLocaleString('en')} terms`,
    figure,
    unit: 'MB/s',
    limit: bare,
    ratio: figure / bare,
    budget: '≥ 5 MB/s',
    met: figure >= 5,
    sizes: rates,
    exponent: exponentOf(sizes),
  }
}

/** The limit: the same text cut into words by the runtime's own expression, and nothing looked up. */
function bareWords(text: string): number {
  let count = 0
  for (const _ of text.matchAll(/[\p{L}\p{N}]+/gu)) count++
  return count
}

function timed(work: () => number): number {
  const startedAt = performance.now()
  if (work() === 0) throw new Error('expected something to be found, got nothing')
  return performance.now() - startedAt
}

/** The lexicon's own terms, and as many more of two invented words as are wanted. */
function manyTerms(count: number): LintedTerm[] {
  const field = TERMS.filter(({ forms }) => forms !== undefined)
  const invented = Array.from({ length: count - field.length }, (_, n): LintedTerm => {
    const [en, es] = [`${word(n)} ${word(n * 7 + 1)}`, `${word(n * 3 + 2)} de ${word(n * 5 + 1)}`]
    return {
      id: `invented-${n}`,
      label: { en, es },
      definition: { en: 'Invented.', es: 'Inventado.' },
      status: 'proposed',
      source: 'none',
      forms: { en: [en, `${en}s`], es: [es, `${es}s`] },
    }
  })
  return [...field, ...invented]
}

const SYLLABLES = ['ta', 'ri', 'mo', 'ne', 'lu', 'ca', 'des', 'por', 'ver', 'sin', 'gal', 'ten']

/** A word of three or four syllables, the same for the same number. */
function word(n: number): string {
  const size = SYLLABLES.length
  return [n, n * 5 + 3, Math.floor(n / size), n + 7]
    .slice(0, 3 + (n % 2))
    .map((at) => SYLLABLES[at % size])
    .join('')
}

const SENTENCES: Readonly<Record<Language, string>> = {
  en: 'On the morning of 24 November the operators of two networks saw modems go silent one after the other, and called the authority that answers for them, which wrote down what it heard. ',
  es: 'En la mañana del 24 de noviembre, los operadores de dos redes vieron cómo los módems callaban uno tras otro, y llamaron a la autoridad que responde por ellas, que anotó lo que oía. ',
}

/** Prose with one term in every sentence or so, in paragraphs. */
function article(language: Language, terms: readonly LintedTerm[], bytes: number): string {
  const parts: string[] = []
  for (let [size, n] = [0, 0]; size < bytes; n++) {
    const forms = terms[(n * 37) % terms.length]!.forms![language]
    const part = `${SENTENCES[language]}${forms[n % forms.length]}.${n % 8 === 7 ? '\n\n' : ' '}`
    parts.push(part)
    size += part.length
  }
  return parts.join('')
}
