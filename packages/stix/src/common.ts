import {
  between,
  dictionary,
  hashes,
  idOf,
  inShape,
  integer,
  language,
  list,
  oneOf,
  part,
  shape,
  text,
  timestamp,
  truth,
  word,
  type Rule,
} from './check.ts'
import { isObject, must, should, within, type At, type Check, type Json } from './finding.ts'
import { isId } from './identifier.ts'
import { resolveSelector } from './selector.ts'
import { extensionType } from './vocabulary.ts'

/** Section 2.11, with the advice on how its names are written. */
const chainName: Check = (value, at) => {
  text(value, at)
  if (at.advice && typeof value === 'string' && /[A-Z _]/.test(value))
    should(at, '2.11', 'a name in lower case with hyphens', value)
}
export const killChainPhase = part(
  shape('2.11', { 'kill_chain_name!': chainName, 'phase_name!': chainName }),
)

/** Sections 4.1 and 4.19: ids of two catalogues have a form. */
const idsOfCatalogues: Rule = ({ source_name: source, external_id: id }, at) => {
  if (typeof id !== 'string') return
  // The record format of CVE has 19 digits at most.
  if (source === 'cve' && !/^CVE-\d{4}-\d{4,19}$/.test(id))
    within(at, 'external_id', () => must(at, '4.19', 'an exact CVE id', id))
  if (source === 'capec' && !/^CAPEC-\d+$/.test(id))
    within(at, 'external_id', () => must(at, '4.1', 'CAPEC- and a number', id))
}
const urlHasHashes: Rule = ({ url, hashes: of }, at) => {
  if (at.advice && url !== undefined && of === undefined)
    within(at, 'hashes', () => should(at, '2.5', 'hashes of what the url gives', undefined))
}
const externalReference = part(
  shape(
    '2.5',
    { 'source_name!': text, description: text, url: text, hashes, external_id: text },
    oneOf('2.5', 'description', 'url', 'external_id'),
    idsOfCatalogues,
    urlHasHashes,
  ),
)

const exactlyOneSaid: Rule = ({ marking_ref: marking, lang }, at) => {
  if ((marking === undefined) === (lang === undefined))
    must(at, '7.2.3', 'exactly one of marking_ref and lang', undefined)
}
const granularMarking = part(
  shape(
    '7.2.3',
    { 'selectors!': list(text), marking_ref: idOf('marking-definition'), lang: language },
    exactlyOneSaid,
  ),
)

/** Section 3.2: at least milliseconds. */
const versionDate: Check = (value, at) => {
  const before = at.findings.length
  timestamp(value, at)
  if (at.findings.length === before && (value as string).length < '2026-11-02T09:00:00.000Z'.length)
    must(at, '3.2', 'milliseconds at least', value)
}

const extension = part(shape('7.3', { extension_type: word(extensionType) }))

/** What every object may have (section 3.2); where an object has no use for one, its kind says so. */
export const COMMON: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['created_by_ref', idOf('identity')],
  ['created', versionDate],
  ['modified', versionDate],
  ['revoked', truth],
  ['labels', list(text)],
  ['confidence', between(integer, 0, 100)],
  ['lang', language],
  ['external_references', list(externalReference)],
  ['object_marking_refs', list(idOf('marking-definition'))],
  ['granular_markings', list(granularMarking)],
  ['defanged', truth],
  ['extensions', dictionary(extension)],
])

/** Sections 7.2.2 and 7.2.3: no marking of itself, and every selector finds something. */
export function markings(object: Json, at: At): void {
  const { id, object_marking_refs: refs, granular_markings: granular } = object
  if (object['type'] === 'marking-definition' && Array.isArray(refs) && refs.includes(id))
    within(at, 'object_marking_refs', () => must(at, '3.2', 'other markings than this one', id))
  if (!Array.isArray(granular)) return
  for (const [index, one] of granular.entries())
    if (isObject(one))
      within(at, 'granular_markings', () => within(at, index, () => granularOf(object, one, at)))
}

function granularOf(object: Json, { selectors, marking_ref: marking }: Json, at: At) {
  if (object['type'] === 'marking-definition' && marking !== undefined && marking === object['id'])
    within(at, 'marking_ref', () => must(at, '3.2', 'another marking than this one', marking))
  if (!Array.isArray(selectors)) return
  for (const [index, selector] of selectors.entries())
    if (typeof selector === 'string' && resolveSelector(object, selector) === undefined)
      within(at, 'selectors', () =>
        within(at, index, () =>
          must(at, '7.2.3', 'a selector of something that is in this object', selector),
        ),
      )
}

type Predefined = ReadonlyMap<string, Parameters<typeof inShape>[1]> | undefined

/** Sections 3.2, 3.10 and 7.3: what stands under `extensions`, by predefined name or by definition. */
export function extensions(value: unknown, predefined: Predefined, at: At): void {
  if (!isObject(value)) return
  within(at, 'extensions', () => {
    for (const [key, one] of Object.entries(value)) {
      if (!isObject(one)) continue
      within(at, key, () => {
        const known = predefined?.get(key)
        if (known) return inShape(one, known, at)
        if (!isId(key) || !key.startsWith('extension-definition--'))
          return should(at, '7.3', 'the id of an extension definition for a key', key)
        if (one['extension_type'] === undefined)
          within(at, 'extension_type', () =>
            must(at, '3.2', 'the type of the extension', undefined),
          )
        return undefined
      })
    }
  })
}
