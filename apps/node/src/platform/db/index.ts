import { dirname } from 'node:path'
import { Kysely } from 'kysely'
import { lockDirectory } from './lock.ts'
import { migrate, type Migration } from './migrate.ts'
import { sqliteDialect } from './sqlite.ts'

export { DatabaseError } from './error.ts'
export { lockDirectory, type DirectoryLock } from './lock.ts'
export type { Migration } from './migrate.ts'
export { RowByRow } from './sqlite.ts'

/** What each capability reads through its own table types: `tables.as<Tables>()`. */
export type AnyTables = { readonly as: <Tables>() => Kysely<Tables> }

/** A connection or a transaction of some capability, for whoever else works in it. */
export const anyTables = <Known>(db: Kysely<Known>): AnyTables => ({
  as: <Tables>() => db as unknown as Kysely<Tables>,
})

/** A node's store. */
export type Database = AnyTables & {
  readonly close: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * Opens the store in a file, in `:memory:` or behind a `postgres://` address, keeps other processes
 * out of it and of the data directory, and brings it to this program's version.
 */
export async function openDatabase(
  target: string,
  migrations: readonly Migration[],
  directory = isPostgres(target) || target === ':memory:' ? undefined : dirname(target),
): Promise<Database> {
  const lock = directory === undefined ? undefined : lockDirectory(directory)
  let opened: Opened | undefined
  try {
    opened = await connect(target)
    await migrate(opened.db, migrations)
  } catch (error) {
    await opened?.close()
    lock?.release()
    throw error
  }
  const { db, close: disconnect } = opened
  const close = async () => {
    await disconnect()
    lock?.release()
  }
  return {
    ...anyTables(db),
    close,
    [Symbol.asyncDispose]: close,
  }
}

const isPostgres = (target: string) => /^postgres(?:ql)?:\/\//.test(target)

type Opened = { readonly db: Kysely<unknown>; readonly close: () => Promise<void> }

async function connect(target: string): Promise<Opened> {
  if (!isPostgres(target)) {
    const db = new Kysely<unknown>({ dialect: sqliteDialect(target) })
    return { db, close: () => db.destroy() }
  }
  // Loaded where it is asked for: most nodes never need it.
  const { openPostgres } = await import('./postgres.ts')
  const { dialect, release } = await openPostgres(target)
  const db = new Kysely<unknown>({ dialect })
  return {
    db,
    close: async () => {
      await db.destroy()
      await release()
    },
  }
}
