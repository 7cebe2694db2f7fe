import {
  CompiledQuery,
  PostgresAdapter,
  sql,
  type Compilable,
  type Kysely,
  type RawBuilder,
} from 'kysely'
import { RowByRow } from './index.ts'

const MOST = 256

type Row = Readonly<Record<string, unknown>>

/**
 * The texts of statements by dialect, name, columns in their order, and number of values. To build a statement anew would
 * cost more than to run it, so it is built once per number, numbers are powers of two, and then only
 * the values change.
 */
const texts = new WeakMap<object, Map<string, string>>()

function textOf<Tables>(db: Kysely<Tables>, name: string, build: () => Compilable): string {
  const { adapter } = db.getExecutor()
  const known = texts.get(adapter) ?? new Map<string, string>()
  texts.set(adapter, known)
  const text = known.get(name) ?? build().compile().sql
  known.set(name, text)
  return text
}

/** Inserts rows, many with one statement. */
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
    const text = textOf(db, `insert ${table} ${columns.join(' ')} ${count}`, () =>
      db.insertInto(table).values(part as never),
    )
    await db.executeQuery(CompiledQuery.raw(text, values))
    from += count
  }
}

/** The same for a full-text table, which SQLite fills faster a row at a time. */
export async function insertEach<Tables>(
  db: Kysely<Tables>,
  table: keyof Tables & string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  if (db.getExecutor().adapter instanceof PostgresAdapter) return insertMany(db, table, rows)
  const columns = Object.keys(first)
  const text = textOf(db, `insert ${table} ${columns.join(' ')} 1`, () =>
    db.insertInto(table).values([first] as never),
  )
  const values = rows.map((row) => columns.map((column) => row[column]))
  await db.executeQuery(CompiledQuery.raw(text, [new RowByRow(values)]))
}

/**
 * Asks one question of many values, many at a time. `build` may use no other value than those it is
 * given; the last is repeated where they are too few, which changes no answer of an `in`.
 */
export async function askMany<Tables, Answer, Value extends string | number>(
  db: Kysely<Tables>,
  name: string,
  values: readonly Value[],
  build: (some: readonly Value[]) => Compilable<Answer>,
): Promise<readonly Answer[]> {
  const found: Answer[] = []
  for (let from = 0; from < values.length; from += MOST) {
    const some = values.slice(from, from + MOST)
    const count = 2 ** Math.ceil(Math.log2(some.length))
    while (some.length < count) some.push(some[0]!)
    const text = textOf(db, `${name} ${count}`, () => build(some))
    const { rows } = await db.executeQuery<Answer>(CompiledQuery.raw(text, [...some]))
    for (const row of rows) found.push(row)
  }
  return found
}

/** What a column of bytes says in UTF-8: a text comes out of either store in a fraction of the time that bytes take. */
export const textIn = <Tables>(db: Kysely<Tables>, column: string): RawBuilder<string> =>
  db.getExecutor().adapter instanceof PostgresAdapter
    ? sql`convert_from(${sql.ref(column)}, 'UTF8')`
    : sql`cast(${sql.ref(column)} as text)`
