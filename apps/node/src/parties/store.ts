import type { Database, Migration } from '../platform/db/index.ts'
import { draftMigration } from './draft-store.ts'
import { openingMigration } from './opening-store.ts'

/** One-time links and sessions: only hashes of their secrets are stored. */
export type PartiesStore = {
  addLink(link: { hash: string; person: string; expiresAt: number }): Promise<void>
  /** Takes the link's person, once; undefined if unknown, used or past its end. */
  useLink(hash: string, now: number): Promise<string | undefined>
  addSession(session: { hash: string; person: string; expiresAt: number }): Promise<void>
  findSession(hash: string, now: number): Promise<string | undefined>
  endSession(hash: string): Promise<void>
}

type Tables = {
  one_time_link: { hash: string; person: string; expires_at: number; used: number }
  session: { hash: string; person: string; expires_at: number }
}

export const partiesMigrations: readonly Migration[] = [
  {
    id: 'parties-1',
    async up(db) {
      await db.schema
        .createTable('one_time_link')
        .addColumn('hash', 'varchar(64)', (column) => column.primaryKey())
        .addColumn('person', 'varchar(40)', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .addColumn('used', 'integer', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('session')
        .addColumn('hash', 'varchar(64)', (column) => column.primaryKey())
        .addColumn('person', 'varchar(40)', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .execute()
    },
  },
  openingMigration,
  draftMigration,
]

export function partiesStore(database: Database): PartiesStore {
  const db = database.as<Tables>()
  return {
    async addLink({ hash, person, expiresAt }) {
      await db
        .insertInto('one_time_link')
        .values({ hash, person, expires_at: expiresAt, used: 0 })
        .execute()
    },
    async useLink(hash, now) {
      const taken = await db
        .updateTable('one_time_link')
        .set({ used: 1 })
        .where('hash', '=', hash)
        .where('used', '=', 0)
        .where('expires_at', '>', now)
        .returning('person')
        .executeTakeFirst()
      return taken?.person
    },
    async addSession({ hash, person, expiresAt }) {
      await db.insertInto('session').values({ hash, person, expires_at: expiresAt }).execute()
    },
    async findSession(hash, now) {
      const found = await db
        .selectFrom('session')
        .select('person')
        .where('hash', '=', hash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return found?.person
    },
    async endSession(hash) {
      await db.deleteFrom('session').where('hash', '=', hash).execute()
    },
  }
}
