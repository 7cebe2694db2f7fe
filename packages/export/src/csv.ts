import { textOf } from '@entente/stix'
import type { Json, Thing } from './thing.ts'

/** A property that has no column of its own, and how many of the objects have it. */
export type NoColumn = { readonly field: string; readonly count: number }

const COLUMNS = [
  'id',
  'type',
  'tlp',
  'name',
  'value',
  'description',
  'labels',
  'confidence',
  'created_by_ref',
  'created',
  'modified',
  'revoked',
  'valid_from',
  'valid_until',
  'pattern_type',
  'pattern',
  'source_ref',
  'relationship_type',
  'target_ref',
  'aliases',
  'external_references',
] as const

/**
 * A table of objects (RFC 4180): one a line, with its label and who made it. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe; of these and of what has no column it is said how many.
 */
export function writeCsv(things: readonly Thing[]): {
  readonly bytes: Uint8Array
  readonly noColumn: readonly NoColumn[]
  readonly guarded: number
} {
  const noColumn = new Map<string, number>()
  let guarded = 0
  const cell = (text: string): string => {
    const isFormula = FORMULA.test(text)
    if (isFormula) guarded += 1
    return `"${isFormula ? "'" : ''}${text.replaceAll('"', '""')}"`
  }
  const rows = things.map(({ object, tlp }) => {
    for (const key of Object.keys(object))
      if (!(COLUMNS as readonly string[]).includes(key)) {
        const field = `${textOf(object['type'])}.${key}`
        noColumn.set(field, (noColumn.get(field) ?? 0) + 1)
      }
    return COLUMNS.map((column) => cell(column === 'tlp' ? tlp : cellOf(object, column))).join(',')
  })
  const head = COLUMNS.map((column) => `"${column}"`).join(',')
  return {
    bytes: new TextEncoder().encode([head, ...rows, ''].join('\r\n')),
    noColumn: [...noColumn].map(([field, count]) => ({ field, count })),
    guarded,
  }
}

/**
 * What Excel, LibreOffice and Google Sheets read as a formula, also in full width
 * (OWASP, CSV Injection: https://owasp.org/www-community/attacks/CSV_Injection).
 */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

function cellOf(object: Json, column: (typeof COLUMNS)[number]): string {
  const value = object[column]
  if (column === 'external_references') return listOf(value).map(referenceOf).join('; ')
  if (column === 'value' && value === undefined) return hashesOf(object)
  return Array.isArray(value) ? listOf(value).map(textOf).join('; ') : textOf(value)
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function referenceOf(reference: unknown): string {
  const { source_name: source, external_id: id, url } = (reference ?? {}) as Json
  return [source, id, url]
    .map(textOf)
    .filter((part) => part !== '')
    .join(' ')
}

/** Of a file, which has no value, its hashes. */
function hashesOf({ hashes }: Json): string {
  if (typeof hashes !== 'object' || hashes === null) return ''
  return Object.entries(hashes)
    .map(([algorithm, hash]) => `${algorithm}:${textOf(hash)}`)
    .join('; ')
}
