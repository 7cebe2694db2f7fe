import { translationOf } from '@entente/stix'
import type { ObjectView } from '../../../../node/src/api.ts'
import { factsOf, type Facts } from './stix.ts'

type Json = Readonly<Record<string, unknown>>

/** What the page says of an object above its bytes, and who translated its words where somebody did. */
export type InWords = {
  readonly facts: Facts
  readonly translated?: {
    readonly lang: string
    /** The language content that says so. */
    readonly by: string
    /** What was translated, as it was written, and the language that the object says it is in. */
    readonly original: Pick<Facts, 'name' | 'description'> & { readonly lang: string }
  }
}

/**
 * The newest version of an object in somebody's language: its name and description where a language content translates
 * them, and everything else, what a program acts on above all, as it was written.
 */
export function inWords(
  { versions, translations = [] }: Pick<ObjectView, 'versions' | 'translations'>,
  language: string,
): InWords {
  const text = versions.at(-1)?.text ?? '{}'
  const facts = factsOf(text)
  const contents = translations.map((one) => JSON.parse(one.text) as Json)
  const object = JSON.parse(text) as Json
  const found = translationOf(object, contents, language)
  if (!found) return { facts }
  const { lang, by, ...words } = found
  const original = {
    // Section 3.2 of STIX 2.1: what does not say in which language it is, is in English.
    lang: typeof object['lang'] === 'string' ? object['lang'] : 'en',
    ...(words.name !== undefined && facts.name !== undefined && { name: facts.name }),
    ...(words.description !== undefined &&
      facts.description !== undefined && { description: facts.description }),
  }
  return { facts: { ...facts, ...words }, translated: { lang, by, original } }
}
