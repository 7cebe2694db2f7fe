import { readCsv } from './csv.ts'
import { got, SourceError } from './error.ts'
import { LIMITS, type Json } from './json.ts'

/** Fields that are lists; a table has them in one cell. */
const LISTS = new Set(['cwes', 'exploitationType', 'threatActorsExploiting'])

/** The entries of a table, and the line on which each begins. */
export type TableEntries = { readonly entries: readonly Json[]; readonly lines: readonly number[] }

/** The entries of a catalogue that is written as a table, as the other way of writing it has them. */
export function entriesIn(text: string): TableEntries {
  const [header, ...records] = readCsv(text, {
    records: LIMITS.records,
    field: 100_000,
    fields: 100,
  })
  const names = header?.fields.map((name) => name.trim()) ?? []
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (!names.includes('cveID') || twice !== undefined)
    throw new SourceError(
      'source.malformed',
      `expected a first line that names every column once, cveID among them, got ${twice === undefined ? 'no cveID' : `${got(twice)} twice`} at line ${header?.line ?? 1}`,
      { path: `line ${header?.line ?? 1}` },
    )
  return {
    lines: records.map(({ line }) => line),
    entries: records.map(({ line, fields }) => {
      if (fields.length > names.length)
        throw new SourceError(
          'source.malformed',
          `expected at most ${names.length} fields, as the first line has names, got ${fields.length} at line ${line}`,
          { path: `line ${line}` },
        )
      return Object.fromEntries(names.map((name, at) => [name, valueOf(name, fields[at] ?? '')]))
    }),
  }
}

const valueOf = (name: string, cell: string): unknown =>
  LISTS.has(name) ? cell.split(/[,;]/).flatMap((one) => one.trim() || []) : cell
