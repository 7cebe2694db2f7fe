import { sql } from 'kysely'
import type { CharterId } from '@entente/accord'
import type { Database, Migration } from '../platform/db/index.ts'
import type { ReportDraft, ReportStore } from './store.ts'

type Tables = {
  incident_draft: { id: string; position: number; state: string; said: string }
  incident_case: { line: string; incident: string; opened: string }
}

const STATEMENTS = [
  'create table incident_draft (id varchar(40) primary key, position integer not null, state varchar(20) not null, said text not null)',
  'create table incident_case (line varchar(80) not null, incident varchar(64) not null, opened varchar(80) not null, primary key (line, incident))',
]

export const incidentMigrations: readonly Migration[] = [
  {
    id: 'incidents-1',
    up: async (db) => {
      for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
    },
  },
]

/** Drafts of reports in the node's store, in SQL that SQLite and PostgreSQL both read. */
export function reportStore(database: Database): ReportStore {
  const db = database.as<Tables>()
  return {
    drafts: async () => {
      const rows = await db
        .selectFrom('incident_draft')
        .select('said')
        .where('state', 'in', ['drafted', 'waiting'])
        .orderBy('position')
        .execute()
      return rows.map(draftIn)
    },
    find: async (id) => {
      const row = await db
        .selectFrom('incident_draft')
        .select('said')
        .where('id', '=', id)
        .executeTakeFirst()
      return row && draftIn(row)
    },
    put: (draft) =>
      db.transaction().execute(async (transaction) => {
        const { last } = await transaction
          .selectFrom('incident_draft')
          .select(({ fn }) => fn.max('position').as('last'))
          .executeTakeFirstOrThrow()
        const row = { state: draft.state, said: JSON.stringify(draft) }
        await transaction
          .insertInto('incident_draft')
          .values({ id: draft.id, position: Number(last ?? 0) + 1, ...row })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute()
      }),
    openedCases: async () => {
      const rows = await db.selectFrom('incident_case').selectAll().execute()
      return rows.map(({ line, incident, opened }) => ({
        line: line as CharterId,
        incident,
        opened: opened as CharterId,
      }))
    },
    addOpened: async (opened) => {
      await db.insertInto('incident_case').values(opened).execute()
    },
  }
}

const draftIn = ({ said }: { readonly said: string }) => JSON.parse(said) as ReportDraft
