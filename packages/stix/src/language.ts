import { isObject, type Json } from './finding.ts'
import { instantKey } from './instant.ts'
import { textOf } from './text.ts'
import { isObservableType } from './family.ts'

/**
 * An object with its texts in a language, as far as language contents give them (section 7.1): what is
 * not translated stays as it is. `lang` says which language asked for was found, and `by` in which content; undefined where none was.
 * `en` finds `en-GB` and the other way round, where there is nothing closer (RFC 4647 section 3.4).
 */
export function inLanguage(object: Json, contents: readonly Json[], language: string): Localised {
  const fitting = contents
    .filter((content) => appliesTo(content, object))
    .flatMap((content) =>
      Object.entries(content['contents'] as Json).map(([lang, said]) => ({ lang, said, content })),
    )
  for (const wanted of [language, language.replace(/-.*$/, '')])
    for (const { lang, said, content } of fitting.toReversed())
      if (isSame(lang, wanted) || isSame(lang.replace(/-.*$/, ''), wanted))
        return { object: merged(object, said) as Json, lang, by: textOf(content['id']) }
  return { object }
}

export type Localised = { readonly object: Json; readonly lang?: string; readonly by?: string }

/** The words by which people know an object, as somebody translated them. */
export type Translation = {
  readonly name?: string
  readonly description?: string
  readonly lang: string
  /** The id of the language content that says so. */
  readonly by: string
}

/**
 * Name and description of an object in a language, where a language content translates one of them. Nothing where the
 * object is in that language itself: what does not say in which it is, is in English (section 3.2). The name of an
 * observable is what was observed, and no word that could be another.
 */
export function translationOf(
  object: Json,
  contents: readonly Json[],
  language: string,
): Translation | undefined {
  const own = textOf(object['lang']) || 'en'
  const primary = (tag: string) => tag.replace(/-.*$/, '')
  if (isObservableType(textOf(object['type']))) return undefined
  if (isSame(primary(own), primary(language))) return undefined
  const { object: said, lang, by } = inLanguage(object, contents, language)
  if (lang === undefined || by === undefined) return undefined
  const words = (['name', 'description'] as const).flatMap((key) => {
    const text = textOf(said[key])
    return text === textOf(object[key]) ? [] : [[key, text]]
  })
  return words.length === 0 ? undefined : { ...Object.fromEntries(words), lang, by }
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** Section 7.1.1: the contents are of one version, or of all where they name none. A revoked one says nothing. */
function appliesTo(content: Json, object: Json): boolean {
  const { object_modified: modified, contents } = content
  return (
    content['type'] === 'language-content' &&
    content['revoked'] !== true &&
    content['object_ref'] === object['id'] &&
    isObject(contents) &&
    (modified === undefined || isSameInstant(modified, object['modified']))
  )
}

function isSameInstant(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false
  const key = instantKey(one)
  return key !== undefined && key === instantKey(other)
}

/** Names that are no text for people: an identity must not be changed by a translation. */
const NOT_TRANSLATABLE =
  /^(?:type|id|spec_version|created|modified|.*_refs?|.*_markings|extensions)$/

function merged(original: unknown, translation: unknown): unknown {
  if (typeof original === 'string')
    return typeof translation === 'string' && translation !== '' ? translation : original
  if (Array.isArray(original))
    return Array.isArray(translation) && translation.length === original.length
      ? original.map((one: unknown, at) => merged(one, translation[at]))
      : original
  if (!isObject(original) || !isObject(translation)) return original
  return Object.fromEntries(
    Object.entries(original).map(([key, value]) => [
      key,
      NOT_TRANSLATABLE.test(key) || !Object.hasOwn(translation, key)
        ? value
        : merged(value, translation[key]),
    ]),
  )
}
