import { CompiledQuery, type Kysely } from 'kysely'

const MOST = 128

type Row = Readonly<Record<string, unknown>>

/** The text of an insert by dialect, table and number of rows: made once, run many times. */
const texts = new WeakMap<object, Map<string, string>>()

/**
 * Inserts rows, many with one statement. To build a statement anew would cost more than to run it,
 * so only its values change; numbers of rows are powers of two, so that there are few statements.
 */
export async function insertMany<Tables>(
  db: Kysely<Tables>,
  table: keyof Tables & string,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!)
  let from = 0
  while (from < rows.length) {
    const count = Math.min(MOST, 2 ** Math.floor(Math.log2(rows.length - from)))
    const part = rows.slice(from, from + count)
    const values: unknown[] = []
    for (const row of part) for (const column of columns) values.push(row[column])
    await db.executeQuery(CompiledQuery.raw(textOf(db, table, part), values))
    from += count
  }
}

function textOf<Tables>(
  db: Kysely<Tables>,
  table: keyof Tables & string,
  rows: readonly Row[],
): string {
  const { adapter } = db.getExecutor()
  const known = texts.get(adapter) ?? new Map<string, string>()
  texts.set(adapter, known)
  const name = `${table} ${rows.length}`
  const text =
    known.get(name) ??
    db
      .insertInto(table)
      .values(rows as never)
      .compile().sql
  known.set(name, text)
  return text
}
