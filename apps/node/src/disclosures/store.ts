import type { CharterId } from '@entente/accord'
import type { Database, Migration } from '../platform/db/index.ts'

/** A disclosure as this node keeps it. It is sent to no other node. */
type Kept = {
  readonly digest: string
  readonly case: CharterId
  readonly disclosure: string
}

export type DisclosureStore = {
  readonly all: () => Promise<readonly Kept[]>
  /** Keeping what is kept already changes nothing. */
  readonly keep: (kept: Kept, at: string) => Promise<void>
}

type Tables = {
  disclosure: { digest: string; case_id: string; text: string; at: string }
}

export const disclosureMigrations: readonly Migration[] = [
  {
    id: 'disclosures-1-kept',
    up: async (db) => {
      await db.schema
        .createTable('disclosure')
        .addColumn('digest', 'varchar(43)', (column) => column.notNull())
        .addColumn('case_id', 'varchar(80)', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('at', 'varchar(40)', (column) => column.notNull())
        .addPrimaryKeyConstraint('disclosure_key', ['case_id', 'digest'])
        .execute()
    },
  },
]

export function disclosureStore(database: Database): DisclosureStore {
  const db = database.as<Tables>()
  return {
    all: async () =>
      (await db.selectFrom('disclosure').selectAll().orderBy('at').orderBy('digest').execute()).map(
        (row) => ({
          digest: row.digest,
          case: row.case_id as CharterId,
          disclosure: row.text,
        }),
      ),
    keep: async (kept, at) => {
      await db
        .insertInto('disclosure')
        .values({ digest: kept.digest, case_id: kept.case, text: kept.disclosure, at })
        .onConflict((conflict) => conflict.columns(['case_id', 'digest']).doNothing())
        .execute()
    },
  }
}
