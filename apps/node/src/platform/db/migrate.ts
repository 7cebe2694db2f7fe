import { sql, type Kysely } from 'kysely'
import { DatabaseError } from './error.ts'

/**
 * Steps of a store's history: id to statements, in SQL that SQLite and PostgreSQL both read.
 * Ids are never reused and a released step is never edited.
 */
export type Migrations = Readonly<Record<string, readonly string[]>>

type Versions = { migration: { id: string } }

/** Brings the store to this program's version, one transaction per step; refuses a newer store. */
export async function migrate(
  db: Kysely<unknown>,
  sets: readonly Migrations[],
): Promise<readonly string[]> {
  await sql`create table if not exists migration (
    id varchar(100) primary key,
    applied_at varchar(40) not null default current_timestamp
  )`.execute(db)
  const versions = db as Kysely<Versions>
  const rows = await versions.selectFrom('migration').select('id').execute()
  const applied = new Set(rows.map(({ id }) => id))
  const steps = sets.flatMap((set) => Object.entries(set))
  const known = new Set(steps.map(([id]) => id))
  if (known.size !== steps.length) throw new TypeError('expected every migration id once')
  const newer = [...applied].find((id) => !known.has(id))
  if (newer !== undefined) {
    throw new DatabaseError(
      'store.newer',
      `expected a store of this program's version, got one with the unknown step ${newer}`,
    )
  }
  const missing = steps.filter(([id]) => !applied.has(id))
  for (const [id, statements] of missing) {
    await versions.transaction().execute(async (transaction) => {
      for (const statement of statements) await sql.raw(statement).execute(transaction)
      await transaction.insertInto('migration').values({ id }).execute()
    })
  }
  return missing.map(([id]) => id)
}
