import type { Database, Migration } from '../platform/db/index.ts'
import { mailMigrations } from './mail-store.ts'

/** Which reminders a person has read, and the secret of its calendar as a hash: kept at home. */
export type ReminderStore = {
  readonly readBy: (person: string) => Promise<ReadonlySet<string>>
  /** Reading what was read already changes nothing. */
  readonly read: (person: string, reminder: string, at: string) => Promise<void>
  readonly hasCalendar: (person: string) => Promise<boolean>
  /** In the place of an earlier one. */
  readonly openCalendar: (person: string, hash: string, at: string) => Promise<void>
  readonly shutCalendar: (person: string) => Promise<void>
  readonly calendarOf: (hash: string) => Promise<string | undefined>
}

type Tables = {
  reminder_read: { person: string; reminder: string; at: string }
  reminder_calendar: { person: string; hash: string; at: string }
}

export const reminderMigrations: readonly Migration[] = [
  {
    id: 'reminders-1',
    up: async (db) => {
      await db.schema
        .createTable('reminder_read')
        .addColumn('person', 'varchar(40)', (column) => column.notNull())
        .addColumn('reminder', 'varchar(64)', (column) => column.notNull())
        .addColumn('at', 'varchar(40)', (column) => column.notNull())
        .addPrimaryKeyConstraint('reminder_read_key', ['person', 'reminder'])
        .execute()
      await db.schema
        .createTable('reminder_calendar')
        .addColumn('person', 'varchar(40)', (column) => column.primaryKey())
        .addColumn('hash', 'varchar(64)', (column) => column.notNull().unique())
        .addColumn('at', 'varchar(40)', (column) => column.notNull())
        .execute()
    },
  },
  ...mailMigrations,
]

export function reminderStore(database: Database): ReminderStore {
  const db = database.as<Tables>()
  return {
    readBy: async (person) => {
      const rows = await db
        .selectFrom('reminder_read')
        .select('reminder')
        .where('person', '=', person)
        .execute()
      return new Set(rows.map(({ reminder }) => reminder))
    },
    read: async (person, reminder, at) => {
      await db
        .insertInto('reminder_read')
        .values({ person, reminder, at })
        .onConflict((conflict) => conflict.columns(['person', 'reminder']).doNothing())
        .execute()
    },
    hasCalendar: async (person) => {
      const row = await db
        .selectFrom('reminder_calendar')
        .select('person')
        .where('person', '=', person)
        .executeTakeFirst()
      return row !== undefined
    },
    openCalendar: async (person, hash, at) => {
      await db
        .insertInto('reminder_calendar')
        .values({ person, hash, at })
        .onConflict((conflict) => conflict.column('person').doUpdateSet({ hash, at }))
        .execute()
    },
    shutCalendar: async (person) => {
      await db.deleteFrom('reminder_calendar').where('person', '=', person).execute()
    },
    calendarOf: async (hash) => {
      const row = await db
        .selectFrom('reminder_calendar')
        .select('person')
        .where('hash', '=', hash)
        .executeTakeFirst()
      return row?.person
    },
  }
}
