import { PostgresAdapter, sql, type Kysely } from 'kysely'
import { anyTables, type AnyTables, type Migration } from '../platform/db/index.ts'
import { cellsOf, find } from './find.ts'
import { intakeMigration, loosensMigration, recordReceived } from './intake/record.ts'
import { listingTables, rebuildListing, writeCells } from './listing.ts'
import { beginReceiving, receive, writeWords } from './receive.ts'
import { recallMigration, recalledIn } from './recalled.ts'
import { wordsMigration } from './rebuild-words.ts'
import { searchOf } from './search.ts'
import { FLAG } from './traits.ts'
import { askMany } from '../platform/db/statements.ts'
import type {
  HeldVersion,
  ImportRow,
  IntelligenceStore,
  PlacedContent,
  Referrers,
} from './store.ts'
import type { Db, Tables, Version } from './tables.ts'

const STATEMENTS = [
  'create table stix_import (seq bigint primary key, name text not null, added_at varchar(40) not null)',
  'create table stix_version (seq bigint primary key, id varchar(300) not null, type varchar(250) not null, name text, modified varchar(130), version varchar(130) not null, sha256 varchar(64) not null, import bigint not null, bytes bytea not null, unique (id, version, sha256))',
  'create table stix_reference (target varchar(300) not null, source bigint not null, primary key (target, source))',
]

export const intelligenceMigrations: readonly Migration[] = [
  {
    id: 'intelligence-1',
    up: async (db) => {
      const { create } = searchOf(db)
      for (const statement of [...STATEMENTS, ...create]) await sql.raw(statement).execute(db)
    },
  },
  {
    id: 'intelligence-2-sender',
    up: async (db) => {
      for (const column of ['charter varchar(80)', 'custodian varchar(2)'])
        await sql.raw(`alter table stix_import add column ${column}`).execute(db)
    },
  },
  {
    id: 'intelligence-3-listing',
    up: async (db) => {
      for (const statement of listingTables(db)) await sql.raw(statement).execute(db)
      await rebuildListing(db as Db)
    },
  },
  {
    id: 'intelligence-4-outside',
    up: async (db) => {
      await sql.raw('alter table stix_import add column outside integer').execute(db)
    },
  },
  intakeMigration,
  loosensMigration,
  {
    id: 'intelligence-7-pap',
    // What may be done with an object is read from its bytes, as lists read everything else.
    up: relist,
  },
  recallMigration,
  wordsMigration,
  {
    id: 'intelligence-10-references',
    // SQLite keeps such a table twice, as rows and as the index of its key, unless it is told that the key is all.
    up: async (db) => {
      if (db.getExecutor().adapter instanceof PostgresAdapter) return
      for (const statement of [
        'create table stix_reference_once (target varchar(300) not null, source bigint not null, primary key (target, source)) without rowid',
        'insert into stix_reference_once select target, source from stix_reference order by target, source',
        'drop table stix_reference',
        'alter table stix_reference_once rename to stix_reference',
      ])
        await sql.raw(statement).execute(db)
    },
  },
  {
    id: 'intelligence-11-tags',
    // Labels of TLP that are written as a tag of another namespace or with an equals sign are read since.
    up: relist,
  },
]

async function relist(db: Kysely<unknown>): Promise<void> {
  for (const table of ['stix_object', 'stix_later', 'stix_cell'])
    await sql.raw(`delete from ${table}`).execute(db)
  await rebuildListing(db as Db)
}

/** STIX objects in the node's store, in SQL that SQLite and PostgreSQL both read. */
export function intelligenceStore(database: AnyTables): IntelligenceStore {
  const db = database.as<Tables>()
  return {
    receive: (source, work) =>
      db.transaction().execute(async (transaction) => {
        const receiving = await beginReceiving(transaction, source)
        const answer = await work(
          (objects) => receive(transaction, receiving, objects),
          anyTables<Tables>(transaction),
        )
        await writeCells(transaction, receiving.listing)
        await recordReceived(transaction, receiving, source)
        await writeWords(transaction, receiving)
        return answer
      }),
    find: (asked, page) => find(db, asked, page),
    cells: (asked) => cellsOf(db, asked),
    imports: () => imports(db),
    referrers: (id, asked) => referrers(db, id, asked),
    versions: (ids) => versions(db, ids),
    contents: (id) => contents(db, id),
    at: (seqs) => contentsAt(db, seqs),
    placed: (seqs) => contentsPlaced(db, seqs),
    after: (seq, limit) => contentsAfter(db, seq, limit),
    held: (ids) => held(db, ids),
    newest: (ids, red) => newest(db, ids, red),
    referring: (ids, asked) => referring(db, ids, asked),
    recalled: () => recalledIn(db),
  }
}

async function held(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await askMany(db, 'held', ids, (some) =>
    db.selectFrom('stix_version').select('id').where('id', 'in', some),
  )
  return new Set(rows.map(({ id }) => id))
}

/** Texts are compared here: what a database takes for their order depends on its collation. */
const byVersion = (
  a: { readonly version: string; readonly seq: number },
  b: { readonly version: string; readonly seq: number },
) => (a.version < b.version ? -1 : a.version > b.version ? 1 : a.seq - b.seq)

const withSource = (db: Db) =>
  db
    .selectFrom('stix_version as v')
    .innerJoin('stix_import as i', 'i.seq', 'v.import')
    .select(['v.seq', 'v.id', 'v.type', 'v.name', 'v.modified', 'v.version', 'v.sha256'])
    .select(['i.name as source', 'i.added_at', 'i.charter', 'i.custodian', 'i.outside'])

async function versions(db: Db, ids: readonly string[]): Promise<readonly HeldVersion[]> {
  const rows = await askMany(db, 'versions', [...new Set(ids)], (some) =>
    withSource(db).where('v.id', 'in', some),
  )
  return rows.toSorted(byVersion).map(heldVersion)
}

async function contents(db: Db, id: string) {
  const rows = await withSource(db).select('v.bytes').where('v.id', '=', id).execute()
  return rows
    .toSorted(byVersion)
    .map((row) => ({ ...heldVersion(row), bytes: new Uint8Array(row.bytes) }))
}

type Row = Omit<Version, 'import' | 'bytes'> & {
  source: string
  added_at: string
  charter: string | null
  custodian: string | null
  outside: number | null
}

const heldVersion = ({
  name,
  modified,
  charter,
  custodian,
  outside,
  ...row
}: Row): HeldVersion => ({
  id: row.id,
  type: row.type,
  version: row.version,
  sha256: row.sha256,
  source: row.source,
  addedAt: row.added_at,
  ...(name === null ? {} : { name }),
  ...(modified === null ? {} : { modified }),
  ...(charter === null || custodian === null ? {} : { from: { case: charter, custodian } }),
  ...(outside === 1 ? { outside: true } : {}),
})

async function contentsAt(db: Db, seqs: readonly number[]) {
  const rows = await askMany(db, 'contents at', seqs, (some) =>
    db.selectFrom('stix_version').select(['seq', 'bytes']).where('seq', 'in', some),
  )
  return new Map(rows.map(({ seq, bytes }) => [Number(seq), bytes]))
}

const placedContents = (db: Db) =>
  db
    .selectFrom('stix_version as v')
    .innerJoin('stix_import as i', 'i.seq', 'v.import')
    .select(['v.seq', 'v.id', 'v.type', 'v.version', 'v.bytes', 'i.outside', 'i.custodian'])

type PlacedRow = Pick<Version, 'seq' | 'id' | 'type' | 'version' | 'bytes'> & {
  outside: number | null
  custodian: string | null
}

const placedContent = ({ outside, custodian, seq, bytes, ...row }: PlacedRow): PlacedContent => ({
  ...row,
  seq: Number(seq),
  bytes: new Uint8Array(bytes),
  outside: outside === 1 || custodian !== null,
})

async function contentsAfter(db: Db, after: number, limit: number) {
  const query = placedContents(db).where('v.seq', '>', after).orderBy('v.seq').limit(limit)
  return (await query.execute()).map(placedContent)
}

async function contentsPlaced(db: Db, seqs: readonly number[]) {
  const rows = await askMany(db, 'contents placed', [...new Set(seqs)], (some) =>
    placedContents(db).where('v.seq', 'in', some),
  )
  return rows.map(placedContent).toSorted((a, b) => a.seq - b.seq)
}

/** What is newest of objects, without what is TLP:RED for whom that is withheld. */
const newestContents = (db: Db, red: boolean) =>
  placedContents(db)
    .innerJoin('stix_object as o', 'o.seq', 'v.seq')
    .$if(!red, (query) => query.where(sql<boolean>`(o.flags & ${sql.lit(FLAG.red)}) = 0`))

async function newest(db: Db, ids: readonly string[], red: boolean) {
  const rows = await askMany(db, `newest ${red}`, [...new Set(ids)], (some) =>
    newestContents(db, red).where('v.id', 'in', some),
  )
  return rows.map(placedContent)
}

async function referring(
  db: Db,
  ids: readonly string[],
  { red, limit }: { readonly red: boolean; readonly limit: number },
) {
  const rows = await askMany(db, `referring ${red} ${limit}`, [...new Set(ids)], (some) =>
    newestContents(db, red)
      .where('v.seq', 'in', (query) =>
        query.selectFrom('stix_reference').select('source').where('target', 'in', some),
      )
      .limit(sql.lit(limit)),
  )
  return [...new Map(rows.map((row) => [row.id, placedContent(row)])).values()].slice(0, limit)
}

async function imports(db: Db): Promise<readonly ImportRow[]> {
  const rows = await db.selectFrom('stix_import').selectAll().orderBy('seq').execute()
  return rows.map((row) => ({
    seq: Number(row.seq),
    name: row.name,
    addedAt: row.added_at,
    ...(row.custodian === null ? {} : { custodian: row.custodian }),
  }))
}

async function referrers(
  db: Db,
  id: string,
  { red, limit, type }: Parameters<IntelligenceStore['referrers']>[1],
): Promise<Referrers> {
  const from = db
    .selectFrom('stix_reference as r')
    .innerJoin('stix_version as v', 'v.seq', 'r.source')
    .where('r.target', '=', id)
    .$if(type !== undefined, (query) => query.where('v.type', '=', type!))
    .$if(!red, (query) =>
      query.where(
        sql<boolean>`exists (
          select 1 from stix_object o left join stix_later l on l.seq = v.seq
          where o.number = coalesce(l.number, v.seq) and (o.flags & ${sql.lit(FLAG.red)}) = 0)`,
      ),
    )
  const { count } = await from
    .select(({ fn }) => fn.count('v.id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await from.select('v.id').distinct().orderBy('v.id').limit(limit).execute()
  const ids = rows.map((row) => row.id)
  const newest = new Map((await versions(db, ids)).map((version) => [version.id, version]))
  return { count: Number(count), first: ids.flatMap((one) => newest.get(one) ?? []) }
}
