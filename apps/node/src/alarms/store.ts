import type { CharterId, PartyId } from '@entente/accord'
import type { Database, Migration } from '../platform/db/index.ts'
import type { AlarmKind } from './api.ts'

/** An alarm as it is kept: what was found, how often, and who has seen to it. */
export type KeptAlarm = {
  readonly id: string
  readonly kind: AlarmKind
  readonly code: string
  readonly party?: PartyId
  readonly case?: CharterId
  readonly firstSeen: string
  readonly lastSeen: string
  readonly times: number
  readonly message: string
  readonly evidence: Readonly<Record<string, string>>
  /** Since when it is not so any more; absent while it is, and for what happened once and for all. */
  readonly ended?: string
  readonly acknowledged?: { readonly by: string; readonly at: string }
}

export type AlarmStore = {
  readonly all: () => Promise<readonly KeptAlarm[]>
  /** Keeps an alarm in the place of what was kept of it. */
  readonly keep: (alarm: KeptAlarm) => Promise<void>
}

type Row = {
  id: string
  kind: string
  code: string
  party: string | null
  case_id: string | null
  first_seen: string
  last_seen: string
  times: number
  message: string
  evidence: string
  ended_at: string | null
  acknowledged_by: string | null
  acknowledged_at: string | null
}
type Tables = { alarm: Row }

export const alarmMigrations: readonly Migration[] = [
  {
    id: 'alarms-1',
    up: async (db) => {
      await db.schema
        .createTable('alarm')
        .addColumn('id', 'varchar(64)', (column) => column.primaryKey())
        .addColumn('kind', 'varchar(40)', (column) => column.notNull())
        .addColumn('code', 'varchar(60)', (column) => column.notNull())
        .addColumn('party', 'varchar(2)')
        .addColumn('case_id', 'varchar(80)')
        .addColumn('first_seen', 'varchar(40)', (column) => column.notNull())
        .addColumn('last_seen', 'varchar(40)', (column) => column.notNull())
        .addColumn('times', 'integer', (column) => column.notNull())
        .addColumn('message', 'text', (column) => column.notNull())
        .addColumn('evidence', 'text', (column) => column.notNull())
        .addColumn('acknowledged_by', 'varchar(40)')
        .addColumn('acknowledged_at', 'varchar(40)')
        .execute()
    },
  },
  {
    id: 'alarms-2',
    up: async (db) => {
      await db.schema.alterTable('alarm').addColumn('ended_at', 'varchar(40)').execute()
    },
  },
]

export function alarmStore(database: Database): AlarmStore {
  const db = database.as<Tables>()
  return {
    all: async () => {
      const rows = await db
        .selectFrom('alarm')
        .selectAll()
        .orderBy('first_seen')
        .orderBy('id')
        .execute()
      return rows.map(fromRow)
    },
    keep: async (alarm) => {
      const { id, ...rest } = toRow(alarm)
      await db
        .insertInto('alarm')
        .values({ id, ...rest })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
        .execute()
    },
  }
}

const toRow = ({
  acknowledged,
  ended,
  evidence,
  firstSeen,
  lastSeen,
  ...alarm
}: KeptAlarm): Row => ({
  id: alarm.id,
  kind: alarm.kind,
  code: alarm.code,
  party: alarm.party ?? null,
  case_id: alarm.case ?? null,
  first_seen: firstSeen,
  last_seen: lastSeen,
  times: alarm.times,
  message: alarm.message,
  evidence: JSON.stringify(evidence),
  ended_at: ended ?? null,
  acknowledged_by: acknowledged?.by ?? null,
  acknowledged_at: acknowledged?.at ?? null,
})

const fromRow = (row: Row): KeptAlarm => ({
  id: row.id,
  kind: row.kind as AlarmKind,
  code: row.code,
  ...(row.party === null ? {} : { party: row.party as PartyId }),
  ...(row.case_id === null ? {} : { case: row.case_id as CharterId }),
  firstSeen: row.first_seen,
  lastSeen: row.last_seen,
  times: row.times,
  message: row.message,
  evidence: JSON.parse(row.evidence) as KeptAlarm['evidence'],
  ...(row.ended_at === null ? {} : { ended: row.ended_at }),
  ...(row.acknowledged_by === null
    ? {}
    : { acknowledged: { by: row.acknowledged_by, at: row.acknowledged_at ?? '' } }),
})
