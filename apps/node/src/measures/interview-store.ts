import type { CharterId } from '@entente/accord'
import type { Database, Migration } from '../platform/db/index.ts'

/** What a person has answered so far in one interview, to be taken up again. */
type KeptInterview = {
  readonly facts: Readonly<Record<string, unknown>>
  readonly word?: string | undefined
  /** The instant at which it was last answered. */
  readonly at: string
}

type Whose = { readonly person: string; readonly charter: CharterId; readonly step: string }

/** The unfinished interviews of this node's people: each person's own, and nothing of them leaves. */
export type InterviewStore = {
  readonly find: (whose: Whose) => Promise<KeptInterview | undefined>
  /** Keeps what was answered last; what was kept before is gone. */
  readonly keep: (whose: Whose, interview: KeptInterview) => Promise<void>
}

type Tables = {
  interview: { person: string; charter: string; step: string; at: string; json: string }
}

export const interviewMigration: Migration = {
  id: 'measures-2-interviews',
  up: async (db) => {
    await db.schema
      .createTable('interview')
      .addColumn('person', 'varchar(40)', (column) => column.notNull())
      .addColumn('charter', 'varchar(80)', (column) => column.notNull())
      .addColumn('step', 'varchar(64)', (column) => column.notNull())
      .addColumn('at', 'varchar(40)', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('interview_whose', ['person', 'charter', 'step'])
      .execute()
  },
}

export function interviewStore(database: Database): InterviewStore {
  const db = database.as<Tables>()
  return {
    find: async ({ person, charter, step }) => {
      const row = await db
        .selectFrom('interview')
        .select(['at', 'json'])
        .where('person', '=', person)
        .where('charter', '=', charter)
        .where('step', '=', step)
        .executeTakeFirst()
      if (!row) return undefined
      const { facts, word } = JSON.parse(row.json) as Omit<KeptInterview, 'at'>
      return { facts, at: row.at, ...(word === undefined ? {} : { word }) }
    },
    keep: async (whose, { facts, word, at }) => {
      const json = JSON.stringify({ facts, word })
      await db
        .insertInto('interview')
        .values({ ...whose, at, json })
        .onConflict((conflict) =>
          conflict.columns(['person', 'charter', 'step']).doUpdateSet({ at, json }),
        )
        .execute()
    },
  }
}
