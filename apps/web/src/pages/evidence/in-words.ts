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
    /** What was translated, as it was written. */
    readonly original: Pick<Facts, 'name' | 'description'>
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
  const found = translationOf(JSON.parse(text) as Json, contents, language)
  if (!found) return { facts }
  const { lang, by, ...words } = found
  const original = Object.fromEntries(
    Object.keys(words).map((key) => [key, facts[key as keyof typeof words]]),
  )
  return { facts: { ...facts, ...words }, translated: { lang, by, original } }
}
