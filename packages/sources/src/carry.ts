import type { Loss } from '@entente/stix'
import { isJson, type Json } from './json.ts'

/** The extension in which records of other formats are carried through STIX, word for word. */
export const EXTENSION = 'extension-definition--37a896e8-1da1-4cf6-ab24-ac1c770dfef9'

/** The instant at which what is the same in every conversion was defined. */
export const DEFINED = '2026-11-27T00:00:00.000Z'

/** Whoever made the definition. */
const AUTHOR: Json = {
  type: 'identity',
  spec_version: '2.1',
  id: 'identity--1086c416-9062-4b37-9037-4cd6238b70cd',
  created: DEFINED,
  modified: DEFINED,
  name: 'Entente',
  identity_class: 'system',
}

/** The definition (STIX 2.1 section 7.3) and its author, which go with every conversion that carries a record. */
export const DEFINITION: readonly Json[] = [
  AUTHOR,
  {
    type: 'extension-definition',
    spec_version: '2.1',
    id: EXTENSION,
    created: DEFINED,
    modified: '2026-11-28T00:00:00.000Z',
    created_by_ref: AUTHOR['id'],
    name: 'Record of another format, carried',
    description:
      'A record of the format that `format` names (kev, eu-kev, cve, csaf, cyclonedx, csv), word for word in `record`; `product`: a package URL; `affected`: which products, by version.',
    schema: 'https://www.rfc-editor.org/rfc/rfc8259',
    version: '1.1.0',
    extension_types: ['property-extension'],
  },
]

/** Characters of a record beyond which it is not carried: an object of STIX is read to 16 MiB. */
const MOST = 6 * 1024 * 1024

/** The properties with which an object carries a record, and what becomes of fields of it that are mapped nowhere. */
export function carrying(format: string, record: Json): Carried {
  if (JSON.stringify(record).length > MOST)
    return { own: {}, otherwise: ['lost', `the record is longer than ${MOST} characters`] }
  const extension = { extension_type: 'property-extension', format, record }
  return { own: { extensions: { [EXTENSION]: extension } }, otherwise: ['carried', 'extension'] }
}
export type Carried = { readonly own: Json; readonly otherwise: Telling['otherwise'] }

/** The record of this format that an object carries. */
export function carriedIn(object: Json, format: string): Json | undefined {
  const extensions = object['extensions']
  const own = isJson(extensions) ? extensions[EXTENSION] : undefined
  if (!isJson(own) || own['format'] !== format) return undefined
  return isJson(own['record']) ? own['record'] : undefined
}

/** Where a field is mapped to, by its place without numbers: `affected[].vendor`. It holds for all that is under it. */
export type Fields = Readonly<Record<string, string>>

/** Several fields in one place that are mapped to the same. */
export const under = (at: string, as: string, ...names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [`${at}${name}`, as]))

/** Names of fields that a report has; whoever makes a file decides how many it could be. */
const MOST_FIELDS = 500

type Telling = {
  readonly fields: Fields
  readonly loss: Loss
  /** What becomes of a field that is mapped nowhere: it is in the record that is carried, or it is lost, and why. */
  readonly otherwise: readonly ['carried' | 'lost', string]
  /** What the place of a field begins with: `vulnerabilities[]`. */
  readonly at?: string
}

/** Notes the fate of every value in a record. A value that says nothing is not told of. */
export function tellFates(record: Json, { fields, loss, otherwise, at = '' }: Telling): void {
  const others = new Set<string>()
  const tell = (value: unknown, place: string, mapped: string | undefined): void => {
    const as = mapped ?? (Object.hasOwn(fields, place) ? fields[place] : undefined)
    if (Array.isArray(value)) {
      for (const one of value) tell(one, `${place}[]`, as)
      return
    }
    if (isJson(value)) {
      const prefix = place === '' ? '' : `${place}.`
      for (const [name, one] of Object.entries(value))
        // A list that is in itself, to any depth, is one field: `branches[]`.
        tell(one, place.endsWith(`${name}[]`) ? place.slice(0, -2) : `${prefix}${name}`, as)
      return
    }
    if (value === '' || value === null) return
    const name = at === '' ? place : place === '' ? at : `${at}.${place}`
    if (as !== undefined) {
      loss.note(name, 'mapped', as)
      return
    }
    if (others.size < MOST_FIELDS) others.add(place)
    loss.note(others.has(place) ? name.slice(0, 200) : '(further fields)', ...otherwise)
  }
  tell(record, '', undefined)
}
