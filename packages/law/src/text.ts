/** Words in another language than what they stand in; the language as BCP 47 writes it. */
type Passage = { readonly text: string; readonly lang: string }
/** A text for readers of one language: in parts where a passage of it is in another. */
export type Text = string | readonly (string | Passage)[]

type Part = { readonly text: string; readonly lang?: string }

/** The parts of a text in their order; what has no language is in that of the whole. */
export const partsOf = (text: Text): readonly Part[] =>
  typeof text === 'string'
    ? [{ text }]
    : text.map((part) => (typeof part === 'string' ? { text: part } : part))

/** A text without its languages. */
export const textOf = (text: Text): string =>
  partsOf(text)
    .map((part) => part.text)
    .join('')

/** Words in a language, as they stand in a text of another, or of the same; what has no letter is in none. */
export const passage = (text: string, lang: string, within: string): Text =>
  lang === within || !/\p{L}/u.test(text) ? text : [{ text, lang }]

/** The language of published sources and of what is cited from them; no title of a paper is translated. */
const OF_SOURCES = 'en'
/** What a source is called, or a place in it. */
export const cited = (text: string, within: string): Text => passage(text, OF_SOURCES, within)

/** Texts one after the other, with something between them. */
export function joined(texts: readonly Text[], between = ''): Text {
  const parts: (string | Passage)[] = []
  const put = (part: string | Passage) => {
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
    else if (part !== '') parts.push(part)
  }
  for (const [at, text] of texts.entries()) {
    if (at > 0) put(between)
    if (typeof text === 'string') put(text)
    else text.forEach(put)
  }
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts
}

/** A template whose values are texts: it is one. */
export const told = (words: TemplateStringsArray, ...values: readonly Text[]): Text =>
  joined(words.flatMap((word, at): readonly Text[] => [word, values[at] ?? '']))

/** A text with each of its parts written otherwise. */
export const mapText = (text: Text, write: (part: string) => string): Text =>
  typeof text === 'string'
    ? write(text)
    : text.map((part) =>
        typeof part === 'string' ? write(part) : { ...part, text: write(part.text) },
      )
