import { sql, type Kysely } from 'kysely'
import { DatabaseError } from './error.ts'

/** One step of the store's history. Ids are never reused and steps never edited. */
export type Migration = {
  readonly id: string
  readonly up: (db: Kysely<unknown>) => Promise<void>
}

type Versions = { migration: { id: string } }

/**
 * Brings the store to this program's version, in one transaction: a step that fails leaves the store as it was, and a
 * new store is on disk with one commit. Refuses a newer store.
 */
export async function migrate(
  db: Kysely<unknown>,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  await db.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('id', 'varchar(100)', (column) => column.primaryKey())
    .addColumn('applied_at', 'varchar(40)', (column) =>
      column.notNull().defaultTo(sql`CURRENT_TIMESTAMP`),
    )
    .execute()
  const versions = db as Kysely<Versions>
  const rows = await versions.selectFrom('migration').select('id').execute()
  const applied = new Set(rows.map(({ id }) => id))
  const known = new Set(migrations.map(({ id }) => id))
  const unknown = [...applied].filter((id) => !known.has(id))
  if (unknown.length > 0) {
    throw new DatabaseError(
      'store.newer',
      `expected a store of this program's version, got the unknown migration ${unknown[0]}`,
    )
  }
  if (known.size !== migrations.length) throw new TypeError('expected every migration id once')
  const missing = migrations.filter(({ id }) => !applied.has(id))
  await db.transaction().execute(async (transaction) => {
    for (const { id, up } of missing) {
      await up(transaction)
      await (transaction as Kysely<Versions>).insertInto('migration').values({ id }).execute()
    }
  })
  return missing.map(({ id }) => id)
}
