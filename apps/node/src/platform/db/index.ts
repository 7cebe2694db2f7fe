import { dirname } from 'node:path'
import { Kysely } from 'kysely'
import { lockDirectory } from './lock.ts'
import { migrate, type Migration } from './migrate.ts'
import { sqliteDialect } from './sqlite.ts'

export { DatabaseError, type DatabaseErrorCode } from './error.ts'
export type { Migration } from './migrate.ts'

/** A node's store. Each capability reads it through its own table types: `database.as<Tables>()`. */
export type Database = {
  readonly as: <Tables>() => Kysely<Tables>
  readonly close: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * Opens the store in `file` (or `:memory:`), keeps other processes out of its directory, and
 * brings it to this program's version.
 */
export async function openDatabase(
  file: string,
  migrations: readonly Migration[],
): Promise<Database> {
  const lock = file === ':memory:' ? undefined : lockDirectory(dirname(file))
  let db: Kysely<unknown>
  try {
    db = new Kysely<unknown>({ dialect: sqliteDialect(file) })
  } catch (error) {
    lock?.release()
    throw error
  }
  const close = async () => {
    await db.destroy()
    lock?.release()
  }
  try {
    await migrate(db, migrations)
  } catch (error) {
    await close()
    throw error
  }
  return {
    as: <Tables>() => db as unknown as Kysely<Tables>,
    close,
    [Symbol.asyncDispose]: close,
  }
}
