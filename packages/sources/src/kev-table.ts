import { readCsv } from './csv.ts'
import { LIMITS, type Json } from './json.ts'

/** Fields that are lists; a table has them in one cell. */
const LISTS = new Set(['cwes', 'exploitationType', 'threatActorsExploiting'])

/** The entries of a catalogue that is written as a table, as the other way of writing it has them. */
export function entriesIn(text: string): readonly Json[] {
  const [header, ...records] = readCsv(text, {
    records: LIMITS.records,
    field: 100_000,
    fields: 100,
  })
  const names = header?.fields.map((name) => name.trim()) ?? []
  return records.map(({ fields }) =>
    Object.fromEntries(
      names.flatMap((name, at): readonly (readonly [string, unknown])[] => {
        const cell = fields[at] ?? ''
        if (!LISTS.has(name)) return [[name, cell]]
        return [[name, cell.split(/[,;]/).flatMap((one) => one.trim() || [])]]
      }),
    ),
  )
}
