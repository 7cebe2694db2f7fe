import type { InLanguages, Language } from '@entente/lexicon'
import type { Reading } from './view.ts'

/** The words in which a reading is given, and whose they are. */
export type Words = { readonly by: 'ours' | 'entered' | 'quoted'; readonly text: string }

/** A quotation only where the holder’s own text was quoted and its words are here. Else nobody is made to have said it. */
export function wordsOf(reading: Reading): Words | undefined {
  if (reading.value === 'unknown') return undefined
  const { says, quote, basis, reliability } = reading
  if (basis === 'entered') return { by: 'entered', text: says }
  return reliability === 'quoted-primary-text' && quote !== undefined
    ? { by: 'quoted', text: quote }
    : { by: 'ours', text: says }
}

export const WHOSE_WORDS: Readonly<Record<Words['by'], InLanguages>> = {
  ours: { en: 'In our words', es: 'En palabras nuestras' },
  entered: { en: 'As its holder entered it', es: 'Como lo introdujo su titular' },
  quoted: { en: 'In the words of its text', es: 'En las palabras de su texto' },
}

/** In quotation marks where they are a quotation, and only there. */
export function inMarks({ by, text }: Words, lang: Language): string {
  if (by !== 'quoted') return text
  return lang === 'es' ? `«${text}»` : `“${text}”`
}

/** With whose words they are, for a line of text. */
export const saidAs = (words: Words, lang: Language): string =>
  `${WHOSE_WORDS[words.by][lang]}: ${inMarks(words, lang)}`
