import type { Migration } from '../platform/db/index.ts'
import { interviewMigration } from './interview-store.ts'

export type Tables = { own_view: { position: number; at: string; person: string; json: string } }

export const measuresMigrations: readonly Migration[] = [
  {
    id: 'measures-1-views',
    up: async (db) => {
      await db.schema
        .createTable('own_view')
        .addColumn('position', 'integer', (column) => column.primaryKey())
        .addColumn('at', 'varchar(40)', (column) => column.notNull())
        .addColumn('person', 'varchar(40)', (column) => column.notNull())
        .addColumn('json', 'text', (column) => column.notNull())
        .execute()
    },
  },
  interviewMigration,
]
