import type { CharterId, PartyId } from '@entente/accord'
import type { Database, Migration } from '../platform/db/index.ts'

/** A token as it was got; everything that it says is read from it again. */
export type KeptTimestamp = {
  readonly charter: CharterId
  /** The authority's name in the configuration at that time. */
  readonly authority: string
  readonly sizes: Readonly<Record<PartyId, number>>
  /** Sixteen hexadecimal digits. */
  readonly nonce: string
  readonly token: Uint8Array
}

export type TimestampStore = {
  /** In the order in which they were got. */
  readonly of: (charter: CharterId) => Promise<readonly KeptTimestamp[]>
  readonly keep: (timestamp: KeptTimestamp) => Promise<void>
}

type Tables = {
  timestamp_token: {
    charter: string
    position: number
    authority: string
    sizes: string
    nonce: string
    token: Uint8Array
  }
}

export const timestampMigrations: readonly Migration[] = [
  {
    id: 'timestamps-1',
    up: async (db) => {
      await db.schema
        .createTable('timestamp_token')
        .addColumn('charter', 'varchar(80)', (column) => column.notNull())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('authority', 'varchar(100)', (column) => column.notNull())
        .addColumn('sizes', 'text', (column) => column.notNull())
        .addColumn('nonce', 'varchar(16)', (column) => column.notNull())
        // SQLite takes any name for a type; PostgreSQL has this one for bytes.
        .addColumn('token', 'bytea' as 'binary', (column) => column.notNull())
        .addPrimaryKeyConstraint('timestamp_token_key', ['charter', 'position'])
        .execute()
    },
  },
]

export function timestampStore(database: Database): TimestampStore {
  const db = database.as<Tables>()
  return {
    of: async (charter) => {
      const rows = await db
        .selectFrom('timestamp_token')
        .selectAll()
        .where('charter', '=', charter)
        .orderBy('position')
        .execute()
      return rows.map(({ authority, sizes, nonce, token }) => ({
        charter,
        authority,
        sizes: JSON.parse(sizes) as KeptTimestamp['sizes'],
        nonce,
        token: new Uint8Array(token),
      }))
    },
    keep: ({ charter, authority, sizes, nonce, token }) =>
      db.transaction().execute(async (transaction) => {
        const { last } = await transaction
          .selectFrom('timestamp_token')
          .select(({ fn }) => fn.max('position').as('last'))
          .where('charter', '=', charter)
          .executeTakeFirstOrThrow()
        await transaction
          .insertInto('timestamp_token')
          .values({
            charter,
            position: Number(last ?? 0) + 1,
            authority,
            sizes: JSON.stringify(sizes),
            nonce,
            token,
          })
          .execute()
      }),
  }
}
