import type { Language } from '@entente/lexicon'
import { cited, joined, type Text } from './text.ts'

/** Our words around a source: what a pattern keeps of them is the source’s own. */
export type Wording = readonly [english: RegExp, spanish: string]

/** Our words in the language of a reader, a source in its own; what no wording knows is a source. */
export function wordedIn(text: string, wordings: readonly Wording[], lang: Language): Text {
  if (lang === 'en') return text
  for (const [english, spanish] of wordings) {
    const found = english.exec(text)
    if (found)
      return joined(
        // What the pattern keeps stands at the odd places.
        spanish
          .split(/\$(\d)/)
          .map((part, at) => (at % 2 === 1 ? cited(found[Number(part)] ?? '', lang) : part)),
      )
  }
  return cited(text, lang)
}
