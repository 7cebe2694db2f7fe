import type { Database, Migration } from '../platform/db/index.ts'
import type { MailChoice } from './api.ts'
import type { Stage } from './letter.ts'

/** One mail: of which reminder, to whom, at which stage. */
type Mailed = { readonly person: string; readonly reminder: string; readonly stage: Stage }

/** Who wants mail of what is due, where and how long before; and which mails a server has taken. */
export type MailStore = {
  readonly choiceOf: (person: string) => Promise<MailChoice | undefined>
  readonly choices: () => Promise<readonly (MailChoice & { readonly person: string })[]>
  /** In the place of an earlier choice. */
  readonly choose: (person: string, choice: MailChoice, at: string) => Promise<void>
  readonly stop: (person: string) => Promise<void>
  /** `{reminder} {stage}` of what was sent to this person. */
  readonly mailedTo: (person: string) => Promise<ReadonlySet<string>>
  /** Durable once it returns; noting what was noted changes nothing. */
  readonly mailed: (mailed: Mailed, at: string) => Promise<void>
}

type Tables = {
  reminder_mail: {
    person: string
    address: string
    lang: MailChoice['lang']
    days: number
    at: string
  }
  reminder_mailed: { person: string; reminder: string; stage: Stage; at: string }
}

export const mailMigrations: readonly Migration[] = [
  {
    id: 'reminders-2',
    up: async (db) => {
      await db.schema
        .createTable('reminder_mail')
        .addColumn('person', 'varchar(40)', (column) => column.primaryKey())
        .addColumn('address', 'varchar(254)', (column) => column.notNull())
        .addColumn('lang', 'varchar(2)', (column) => column.notNull())
        .addColumn('days', 'integer', (column) => column.notNull())
        .addColumn('at', 'varchar(40)', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('reminder_mailed')
        .addColumn('person', 'varchar(40)', (column) => column.notNull())
        .addColumn('reminder', 'varchar(64)', (column) => column.notNull())
        .addColumn('stage', 'varchar(10)', (column) => column.notNull())
        .addColumn('at', 'varchar(40)', (column) => column.notNull())
        .addPrimaryKeyConstraint('reminder_mailed_key', ['person', 'reminder', 'stage'])
        .execute()
    },
  },
]

export function mailStore(database: Database): MailStore {
  const db = database.as<Tables>()
  const choices = () =>
    db.selectFrom('reminder_mail').select(['person', 'address', 'lang', 'days']).orderBy('person')
  return {
    choiceOf: async (wanted) => {
      const row = await choices().where('person', '=', wanted).executeTakeFirst()
      if (!row) return undefined
      const { person: _, ...choice } = row
      return choice
    },
    choices: () => choices().execute(),
    choose: async (person, choice, at) => {
      await db
        .insertInto('reminder_mail')
        .values({ person, ...choice, at })
        .onConflict((conflict) => conflict.column('person').doUpdateSet({ ...choice, at }))
        .execute()
    },
    stop: async (person) => {
      await db.deleteFrom('reminder_mail').where('person', '=', person).execute()
    },
    mailedTo: async (person) => {
      const rows = await db
        .selectFrom('reminder_mailed')
        .select(['reminder', 'stage'])
        .where('person', '=', person)
        .execute()
      return new Set(rows.map(({ reminder, stage }) => `${reminder} ${stage}`))
    },
    mailed: async (mailed, at) => {
      await db
        .insertInto('reminder_mailed')
        .values({ ...mailed, at })
        .onConflict((conflict) => conflict.columns(['person', 'reminder', 'stage']).doNothing())
        .execute()
    },
  }
}
