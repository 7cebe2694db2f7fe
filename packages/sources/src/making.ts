import { instantIn, instantKey, nameUuid, publishedMarking, tlpMarking } from '@entente/stix'
import type { FieldFate } from '@entente/stix'
import { DEFINED } from './carry.ts'
import type { Json } from './json.ts'

/** A file of another format as STIX 2.1: the id of its bundle, its objects, and what became of each of its fields. */
export type Sourced = {
  readonly id: string
  readonly objects: readonly Json[]
  readonly fields: readonly FieldFate[]
}

/** The namespace of the ids that are made of what a source calls a thing: the same record has the same id everywhere. */
const NAMESPACE = '209f143a-efbb-4631-9706-724fae94ad15'

/** The id of what a source calls by this name. */
export const idOf = (type: string, name: string): string =>
  `${type}--${nameUuid(NAMESPACE, `${type} ${name}`)}`

export const idIn = (object: Json): string => String(object['id'])

/**
 * What ids of things in one document are made of: its name, and of several of one name which it is. Where it stands is
 * none of it, for a later version of the document may put others before it.
 */
export function namesApart(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return before === 0 ? name : `${name} #${before + 1}`
  })
}

/** What the objects of one document have in common. */
export type Common = {
  readonly createdBy?: string
  readonly created: string
  readonly modified: string
  /** Ids of marking definitions; none where the document says nothing of how far it goes. */
  readonly markings: readonly string[]
}

/** An object with the properties that every domain and relationship object has. */
export const made = (
  [type, name]: readonly [type: string, name: string],
  { createdBy, created, modified, markings }: Common,
  own: Json,
): Json => ({
  type,
  spec_version: '2.1',
  id: idOf(type, name),
  ...(createdBy === undefined ? {} : { created_by_ref: createdBy }),
  created,
  modified,
  ...marked(markings),
  ...own,
})

export const marked = (markings: readonly string[]): Json =>
  markings.length > 0 ? { object_marking_refs: markings } : {}

/** An organisation of which nothing but its name is known: the same name is the same object, whoever names it. */
export const organisation = (name: string, more: Json = {}): Json => ({
  type: 'identity',
  spec_version: '2.1',
  id: idOf('identity', name.trim().toLowerCase()),
  created: DEFINED,
  modified: DEFINED,
  name,
  identity_class: 'organization',
  ...more,
})

export const related = (
  kind: string,
  [source, target]: readonly [source: string, target: string],
  common: Common,
  own: Json = {},
): Json =>
  made(['relationship', `${source} ${kind} ${target}`], common, {
    relationship_type: kind,
    source_ref: source,
    target_ref: target,
    ...own,
  })

/** The labels of TLP, strictest first; WHITE is what CLEAR was called before. */
const ORDER = ['red', 'amber+strict', 'amber', 'green', 'clear', 'white']

/** The definition of the strictest of these labels; none where no label is among them. */
export function strictestMarking(labels: readonly string[]): string | undefined {
  const markings = labels.flatMap((label) => tlpMarking(label) ?? [])
  return ORDER.map((label) => tlpMarking(label)).find(
    (marking) => marking !== undefined && markings.includes(marking),
  )
}

/** Each version of an object once, the first of several that are equal in id and date, and the definition of every label of TLP that they bear. */
export function whole(objects: readonly Json[]): readonly Json[] {
  const seen = new Map<string, Json>()
  for (const object of objects) {
    const key = `${idIn(object)} ${String(object['modified'])}`
    if (!seen.has(key)) seen.set(key, object)
  }
  const refs = objects.flatMap(({ object_marking_refs: own }) => (Array.isArray(own) ? own : []))
  const labels = [...new Set(refs)].flatMap((id): readonly Json[] => {
    const label = publishedMarking(String(id))
    return label ? [label] : []
  })
  return [...labels, ...seen.values()]
}

/** A day (`2026-08-17`, `2026/08/17`) or an instant with any offset, as STIX writes an instant; undefined where it is none. */
export function instantFrom(text: string): string | undefined {
  const [, year, month, day, rest = 'T00:00:00Z'] =
    /^(\d{4})[-/](\d{2})[-/](\d{2})(?:(?=T)(.{1,50}))?$/.exec(text.trim()) ?? []
  if (day === undefined) return undefined
  // Whether the calendar has the day; what comes behind it may have an offset, which STIX has not.
  if (instantKey(`${year}-${month}-${day}T00:00:00Z`) === undefined) return undefined
  return instantIn(`${year}-${month}-${day}${rest}`)
}

const CVE = /^CVE-\d{4}-\d{4,19}$/i
const CWE = /^CWE-\d{1,6}$/i

/** References to the lists that everybody knows, by the id there. */
export const cveReference = (id: string): readonly Json[] =>
  CVE.test(id) ? [{ source_name: 'cve', external_id: id.toUpperCase() }] : []
export const cweReference = (id: string): readonly Json[] =>
  CWE.test(id) ? [{ source_name: 'cwe', external_id: id.toUpperCase() }] : []

/** A reference to an address; to what is none in words. */
export const referenceTo = (url: string, name: string): Json => ({
  source_name: name.trim() === '' ? '(no name)' : name,
  ...(isUrl(url) ? { url } : { description: url || '(empty)' }),
})
const isUrl = (text: string) => /^https?:\/\/[^\s<>"\\^`{|}]+$/i.test(text) && URL.canParse(text)

/** The addresses in a text, each once. */
export const urlsIn = (text: string): readonly string[] => [
  ...new Set(
    (text.match(/\bhttps?:\/\/[^\s<>"';]+/g) ?? []).map((url) => url.replace(/[.,)]+$/, '')),
  ),
]
