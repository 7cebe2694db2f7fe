import { readFileSync } from 'node:fs'

/** The tables of `spec/who-sees-what.md`: nothing in the tests says a second time what they say. */

const PAGE = new URL('../../../../spec/who-sees-what.md', import.meta.url)

/** The rows of the table under a heading, each by the names of its columns. */
function rowsUnder(heading: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(PAGE, 'utf8')
  const from = text.indexOf(`\n## ${heading}\n`)
  if (from < 0) throw new Error(`expected a heading ${heading} in spec/who-sees-what.md, got none`)
  const part = text.slice(from + 1).split('\n## ')[0]!
  const lines = part.split('\n').filter((line) => line.startsWith('|'))
  const cells = lines.map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim()),
  )
  const [names = [], , ...rows] = cells
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])))
}

const quoted = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)

/** Which readers there are, as the table of audiences has them. */
export type Reader = string

/** Whether each reader reads what is for an audience. */
const AUDIENCES = new Map(
  rowsUnder('2. Audiences').map(({ audience = '', ...readers }) => [
    audience,
    new Map(Object.entries(readers).map(([reader, cell]) => [reader, cell === 'yes'])),
  ]),
)

/** The readers of the first table, in its order. */
export const READERS: readonly Reader[] = rowsUnder('1. Readers').map(({ reader = '' }) => reader)
export const AUDIENCE_COLUMNS: readonly Reader[] = [...[...AUDIENCES.values()][0]!.keys()]

/** The audience of a word, by its kind and its field. */
const ROWS = new Map<string, string>()
/** The fields in words of every kind, as the table has them. */
export const FIELDS = new Map<string, readonly string[]>()
/** The parts of every kind that may stay at home, as the table has them. */
export const PARTS = new Map<string, readonly string[]>()

for (const { kind = '', fields = '', audience = '' } of rowsUnder('3. Words that acts say')) {
  const [name = ''] = quoted(kind)
  FIELDS.set(name, quoted(fields))
  for (const field of quoted(fields)) ROWS.set(`${name} ${field}`, audience)
}
for (const { kind = '', parts = '', ...hows } of rowsUnder('4. Words that stay at home')) {
  const [name = ''] = quoted(kind)
  PARTS.set(name, quoted(parts))
  for (const part of quoted(parts))
    for (const [how, audience] of Object.entries(hows)) ROWS.set(`${name} ${part} ${how}`, audience)
}
for (const { what = '', part = '', audience = '' } of rowsUnder('5. What is in no act'))
  ROWS.set(`${what} ${part}`, audience)

/** Whether the table gives a word of this row to a reader. */
export function gives(row: string, reader: Reader): boolean {
  const audience = ROWS.get(row)
  const given = AUDIENCES.get(audience ?? '')?.get(reader)
  if (given !== undefined) return given
  throw new Error(`expected a row for ${row} and a column for ${reader}, got ${audience}`)
}
