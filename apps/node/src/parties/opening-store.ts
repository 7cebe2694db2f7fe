import type { CharterId } from '@entente/accord'
import type { Database, Migration } from '../platform/db/index.ts'

/** Who opened which case: the signed openings, byte for byte. Derived from nothing, so kept. */
export type OpeningStore = {
  readonly find: (id: CharterId) => Promise<Uint8Array | undefined>
  /** Keeps the opening of a case; the first that was kept stays. */
  readonly add: (id: CharterId, bytes: Uint8Array) => Promise<void>
}

type Tables = { case_opening: { charter: string; bytes: Uint8Array } }

export const openingMigration: Migration = {
  id: 'parties-2-openings',
  up: async (db) => {
    await db.schema
      .createTable('case_opening')
      .addColumn('charter', 'varchar(80)', (column) => column.primaryKey())
      .addColumn('bytes', 'bytea', (column) => column.notNull())
      .execute()
  },
}

export function openingStore(database: Database): OpeningStore {
  const db = database.as<Tables>()
  // Peers ask for them again and again, and what was kept once never changes.
  const known = new Map<CharterId, Uint8Array>()
  return {
    find: async (charter) => {
      const kept = known.get(charter)
      if (kept) return kept
      const row = await db
        .selectFrom('case_opening')
        .select('bytes')
        .where('charter', '=', charter)
        .executeTakeFirst()
      if (!row) return undefined
      const bytes = new Uint8Array(row.bytes)
      known.set(charter, bytes)
      return bytes
    },
    add: async (charter, bytes) => {
      await db
        .insertInto('case_opening')
        .values({ charter, bytes })
        .onConflict((conflict) => conflict.column('charter').doNothing())
        .execute()
    },
  }
}
