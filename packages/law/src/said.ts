import type { InLanguages, Language } from '@entente/lexicon'
import { passage, type Text, told } from './text.ts'
import type { Quotation, Reading } from './view.ts'

/** The words in which a reading is given, and whose they are. */
export type Words =
  | { readonly by: 'ours'; readonly text: InLanguages }
  | { readonly by: 'entered'; readonly text: string }
  | ({ readonly by: 'quoted' } & Quotation)

/** A quotation only where the holder’s own text was quoted and its words are here. Else nobody is made to have said it. */
export function wordsOf(reading: Reading): Words | undefined {
  if (reading.value === 'unknown') return undefined
  if (reading.basis === 'entered') return { by: 'entered', text: reading.says }
  const { says, quote, reliability } = reading
  return reliability === 'quoted-primary-text' && quote !== undefined
    ? { by: 'quoted', ...quote }
    : { by: 'ours', text: says }
}

export const WHOSE_WORDS: Readonly<Record<Words['by'], InLanguages>> = {
  ours: { en: 'In our words', es: 'En palabras nuestras' },
  entered: { en: 'As its holder entered it', es: 'Como lo introdujo su titular' },
  quoted: { en: 'In the words of its text', es: 'En las palabras de su texto' },
}

/** As a reader of a language reads them: in quotation marks where they are a quotation, and only there. */
export function inMarks(words: Words, lang: Language): string {
  switch (words.by) {
    case 'ours':
      return words.text[lang]
    case 'entered':
      return words.text
    case 'quoted':
      return lang === 'es' ? `«${words.text}»` : `“${words.text}”`
  }
}

/** With whose words they are, for a line of text: a quotation is in its own language. */
export const saidAs = (words: Words, lang: Language): Text => {
  const said = inMarks(words, lang)
  return told`${WHOSE_WORDS[words.by][lang]}: ${words.by === 'quoted' ? passage(said, words.lang, lang) : said}`
}
