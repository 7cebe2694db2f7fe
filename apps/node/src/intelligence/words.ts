type Json = Readonly<Record<string, unknown>>

/** What an object can be found by: what names it, and everything else it says. */
export type Words = { readonly name: string; readonly body: string }

/** Beyond this nobody searches, and the search of PostgreSQL takes no more. */
const MOST = 200_000

const NAMES = ['name', 'value', 'path', 'user_id', 'account_login', 'subject'] as const

/** The property that names an object to a person. */
export function nameOf(object: Json): string | undefined {
  for (const key of NAMES) {
    const value = object[key]
    if (typeof value === 'string' && value !== '') return value
  }
  return undefined
}

/**
 * The words of an object. Ids and dates are left out, for they are looked up as they are, and so are
 * keys, and addresses and abstracts of external references, which speak of other documents.
 */
export function wordsOf(object: Json): Words {
  const names = [object['type'] as string, nameOf(object) ?? '']
  for (const alias of listOf(object['aliases'])) if (typeof alias === 'string') names.push(alias)
  for (const reference of listOf(object['external_references'])) {
    const id = (reference as Json | null)?.['external_id']
    if (typeof id === 'string') names.push(id)
  }
  return { name: names.join('\n').slice(0, MOST), body: said(object).slice(0, MOST) }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const SILENT: ReadonlySet<string> = new Set([
  'type',
  'id',
  'spec_version',
  'created',
  'modified',
  'payload_bin',
])

/** Every text in an object, one a line. */
function said(object: Json): string {
  let text = ''
  for (const key of Object.keys(object)) {
    if (SILENT.has(key) || key.endsWith('_ref') || key.endsWith('_refs')) continue
    const value = object[key]
    if (typeof value === 'string') text += `${value}\n`
    else if (key === 'external_references') text += sourceNames(value)
    else if (typeof value === 'object' && value !== null) text += said(value as Json)
  }
  return text
}

function sourceNames(references: unknown): string {
  let text = ''
  for (const reference of listOf(references)) {
    const { source_name: name } = reference as Json
    if (typeof name === 'string') text += `${name}\n`
  }
  return text
}
