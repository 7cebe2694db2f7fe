import { PostgresAdapter, sql } from 'kysely'
import type { Migration } from '../../platform/db/index.ts'
import type { Source } from '../store.ts'
import type { Db, Fate, Intake } from '../tables.ts'

/** How many objects of a file came to what. */
export type ReceivedCounts = Record<Fate, number>

const STATEMENTS = (byBytes: string) => [
  'create table stix_intake (number bigint primary key, name text not null, state varchar(10) not null, brought_at varchar(40) not null, brought_by varchar(100), ended_at varchar(40), ended_by varchar(100), undone_at varchar(40), undone_by varchar(100), import bigint, first bigint, last bigint, bytes bigint not null, objects bigint not null, counts text not null, told text, dangling text, preview varchar(64), as_of varchar(60), undoing text)',
  'create index stix_intake_import on stix_intake (import)',
  'create index stix_intake_state on stix_intake (state)',
  `create table stix_intake_object (intake bigint not null, n bigint not null, line bigint not null, fate varchar(10) not null, id varchar(300) not null, type varchar(250) not null, name text, version varchar(130)${byBytes} not null, modified varchar(130), sha256 varchar(64) not null, tlp integer not null, other_marking integer not null, beside bigint, beside_n bigint, bytes bytea not null, primary key (intake, n))`,
  'create index stix_intake_object_id on stix_intake_object (intake, id)',
  'create index stix_intake_object_fate on stix_intake_object (intake, fate, n)',
  'create table stix_again (seq bigint not null, import bigint not null, primary key (seq, import))',
  'create index stix_again_import on stix_again (import)',
  'create table stix_undone (seq bigint primary key, id varchar(300) not null, version varchar(130) not null, sha256 varchar(64) not null, import bigint not null)',
]

/** What persons brought before is on record as committed. */
export const intakeMigration: Migration = {
  id: 'intelligence-5-intake',
  up: async (any) => {
    const byBytes = any.getExecutor().adapter instanceof PostgresAdapter ? ' collate "C"' : ''
    for (const statement of STATEMENTS(byBytes)) await sql.raw(statement).execute(any)
    const db = any as Db
    const before = await db
      .selectFrom('stix_import as i')
      .innerJoin('stix_version as v', 'v.import', 'i.seq')
      .select(({ fn }) => [
        'i.seq',
        'i.name',
        'i.added_at',
        fn.min('v.seq').as('first'),
        fn.max('v.seq').as('last'),
        fn.count('v.seq').as('objects'),
      ])
      .where('i.custodian', 'is', null)
      .where('i.outside', 'is', null)
      .groupBy(['i.seq', 'i.name', 'i.added_at'])
      .orderBy('i.seq')
      .execute()
    for (const [at, { seq, name, added_at, first, last, objects }] of before.entries())
      await insertIntake(db, {
        ...begun({ number: at + 1, name, at: added_at }),
        state: 'committed',
        ended_at: added_at,
        import: Number(seq),
        first: Number(first),
        last: Number(last),
        objects: Number(objects),
      })
  },
}

/** Whether an object that waits goes further than what is held is kept with it. */
export const loosensMigration: Migration = {
  id: 'intelligence-6-loosens',
  up: async (db) => {
    await sql
      .raw('alter table stix_intake_object add column loosens integer not null default 0')
      .execute(db)
  },
}

const insertIntake = (db: Db, row: Intake) => db.insertInto('stix_intake').values(row).execute()

type Begun = { readonly number: number; readonly name: string; readonly at: string }

const begun = ({ number, name, at, by }: Begun & { readonly by?: string }): Intake => ({
  number,
  name,
  state: 'arriving',
  brought_at: at,
  brought_by: by ?? null,
  ended_at: null,
  ended_by: null,
  undone_at: null,
  undone_by: null,
  import: null,
  first: null,
  last: null,
  bytes: 0,
  objects: 0,
  counts: '{}',
  told: null,
  dangling: null,
  preview: null,
  as_of: null,
  undoing: null,
})

/** Begins the record of an import under the next number, in a transaction. */
export async function beginIntake(
  db: Db,
  { name, addedAt, by }: Pick<Source, 'name' | 'addedAt' | 'by'>,
): Promise<number> {
  const { last } = await db
    .selectFrom('stix_intake')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  const number = Number(last ?? 0) + 1
  await insertIntake(db, begun({ number, name, at: addedAt, ...(by === undefined ? {} : { by }) }))
  return number
}

type Received = {
  readonly import: number
  readonly intake?: number
  readonly first: number
  readonly seq: number
  readonly counts: ReceivedCounts
}

/** Puts on record, with what was received, that it was. */
export async function recordReceived(
  db: Db,
  { intake, first, seq, counts, ...received }: Received,
  { addedAt, by }: Pick<Source, 'addedAt' | 'by'>,
): Promise<void> {
  if (intake === undefined) return
  const before = await db
    .selectFrom('stix_intake')
    .select('counts')
    .where('number', '=', intake)
    .executeTakeFirstOrThrow()
  // What was set aside while it waited stays counted.
  const all = { ...(JSON.parse(before.counts) as Partial<ReceivedCounts>), ...counts }
  const objects = Object.values(all).reduce((sum, count) => sum + count, 0)
  await db
    .updateTable('stix_intake')
    .set({ state: 'committed', ended_at: addedAt, ended_by: by ?? null })
    .set({ import: received.import, first, last: seq, objects, bytes: 0, preview: null })
    .set({ counts: JSON.stringify(all) })
    .where('number', '=', intake)
    .execute()
}

/** Keeps which contents, brought by persons or sent with a case, this import brought again: they outlive the first. */
export async function recordAgain(db: Db, into: number, seqs: readonly number[]): Promise<void> {
  for (let from = 0; from < seqs.length; from += 200)
    await sql`
      insert into stix_again (seq, import)
      select v.seq, ${sql.lit(into)} from stix_version v join stix_import i on i.seq = v.import
      where v.seq in (${sql.join(seqs.slice(from, from + 200))})
        and v.import <> ${sql.lit(into)} and i.outside is null
      on conflict do nothing`.execute(db)
}
