import { isObject, type Json } from './finding.ts'
import { instantKey } from './instant.ts'

/**
 * An object with its texts in a language, as far as language contents give them (section 7.1): what is
 * not translated stays as it is. `lang` says which language asked for was found; undefined where none was.
 * `en` finds `en-GB` and the other way round, where there is nothing closer (RFC 4647 section 3.4).
 */
export function inLanguage(object: Json, contents: readonly Json[], language: string): Localised {
  const fitting = contents
    .filter((content) => appliesTo(content, object))
    .flatMap((content) => Object.entries(content['contents'] as Json))
  for (const wanted of [language, language.replace(/-.*$/, '')])
    for (const [lang, translation] of fitting.toReversed())
      if (isSame(lang, wanted) || isSame(lang.replace(/-.*$/, ''), wanted))
        return { object: merged(object, translation) as Json, lang }
  return { object }
}

export type Localised = { readonly object: Json; readonly lang?: string }

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
