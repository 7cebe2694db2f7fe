import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'

/**
 * Kysely over Node's own SQLite. Everything that only SQLite understands stays in this file and
 * in `lock.ts`, so that PostgreSQL can take its place behind the same stores.
 */
export function sqliteDialect(file: string): SqliteDialect {
  return new SqliteDialect({ database: open(file) })
}

/**
 * The only parameter of a statement that is run once for each of these rows. A full-text table takes
 * single rows twice as fast as many in one statement: of each statement it could have to undo a part.
 */
export class RowByRow {
  readonly rows: readonly (readonly unknown[])[]
  constructor(rows: readonly (readonly unknown[])[]) {
    this.rows = rows
  }
}

function open(file: string): SqliteDatabase {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA busy_timeout = 5000')
  // Objects are larger than the usual page and an import touches many: larger pages, kept longer.
  database.exec('PRAGMA page_size = 8192')
  database.exec('PRAGMA cache_size = -64000')
  database.exec('PRAGMA journal_mode = WAL')
  // A commit returns only when the disk has it: what was acknowledged survives a power cut.
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA foreign_keys = ON')
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = prepared.get(sql)
      if (known) return known
      const statement = prepare(database, sql)
      // What a statement gives is named when it is prepared, and the tables are about to change.
      if (/^\s*(?:alter|create|drop)\b/i.test(sql)) prepared.clear()
      // Statements with a varying number of parameters would fill this without end.
      if (prepared.size >= 500) prepared.clear()
      prepared.set(sql, statement)
      return statement
    },
  }
}

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql)
  const names = statement.columns().map(({ name }) => name)
  const bind = (parameters: readonly unknown[]) => parameters.map(value)
  // Rows that Node makes itself are read at half the speed: each is a dictionary of its own, and these share one shape.
  statement.setReturnArrays(true)
  const read = (values: readonly unknown[]) => {
    const row: Record<string, unknown> = {}
    for (let at = 0; at < names.length; at++) row[names[at]!] = values[at]
    return row
  }
  const all = (parameters: readonly unknown[]) =>
    statement.all(...bind(parameters)) as unknown as readonly (readonly unknown[])[]
  return {
    reader: names.length > 0,
    all: (parameters) => all(parameters).map(read),
    run: (parameters) => {
      const [first] = parameters
      if (!(first instanceof RowByRow)) return statement.run(...bind(parameters))
      let last = { changes: 0 as number | bigint, lastInsertRowid: 0 as number | bigint }
      for (const row of first.rows) last = statement.run(...bind(row))
      return last
    },
    iterate: function* (parameters) {
      for (const values of statement.iterate(...bind(parameters)))
        yield read(values as unknown as readonly unknown[])
    },
  }
}

function value(parameter: unknown): SQLInputValue {
  if (parameter === undefined || parameter === null) return null
  if (typeof parameter === 'boolean') return parameter ? 1 : 0
  if (typeof parameter === 'string' || typeof parameter === 'number') return parameter
  if (typeof parameter === 'bigint' || parameter instanceof Uint8Array) return parameter
  throw new TypeError(`expected a value that a column can hold, got ${typeof parameter}`)
}
