import { sql } from 'kysely'
import { isId } from '@entente/stix'
import type { Database, Migration } from '../platform/db/index.ts'
import { beginReceiving, receive } from './receive.ts'
import { phrasesOf, searchOf } from './search.ts'
import { askMany } from './statements.ts'
import type { Found, HeldVersion, IntelligenceStore, Referrers } from './store.ts'
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
]

/** STIX objects in the node's store, in SQL that SQLite and PostgreSQL both read. */
export function intelligenceStore(database: Database): IntelligenceStore {
  const db = database.as<Tables>()
  return {
    receive: (source, work) =>
      db.transaction().execute(async (transaction) => {
        const receiving = await beginReceiving(transaction, source)
        return work((objects) => receive(transaction, receiving, objects))
      }),
    search: (words, page) => search(db, words, page),
    versions: (ids) => versions(db, ids),
    contents: (id) => contents(db, id),
    held: (ids) => held(db, ids),
    referrers: (id, limit) => referrers(db, id, limit),
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
    .select(['i.name as source', 'i.added_at', 'i.charter', 'i.custodian'])

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
}

const heldVersion = ({ name, modified, charter, custodian, ...row }: Row): HeldVersion => ({
  id: row.id,
  type: row.type,
  version: row.version,
  sha256: row.sha256,
  source: row.source,
  addedAt: row.added_at,
  ...(name === null ? {} : { name }),
  ...(modified === null ? {} : { modified }),
  ...(charter === null || custodian === null ? {} : { from: { case: charter, custodian } }),
})

async function search(
  db: Db,
  words: string,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<Found> {
  const asked = words.trim()
  if (isId(asked)) return { ids: [...(await held(db, [asked]))] }
  const phrases = phrasesOf(asked)
  // What is named so comes before what only speaks of it; in both, by id.
  const tiers = phrases.length === 0 ? ([undefined] as const) : (['name', 'anywhere'] as const)
  const { tier: first, id: start } = readCursor(after)
  const found: { tier: number; id: string }[] = []
  for (let tier = first; tier < tiers.length && found.length <= limit; tier++) {
    const from = tier === first ? start : ''
    const rows = await tierOf(db, { phrases, where: tiers[tier] }, from, limit + 1 - found.length)
    found.push(...rows.map(({ id }) => ({ tier, id })))
  }
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const ids = page.map(({ id }) => id)
  return found.length > limit && last ? { ids, next: `${last.tier}.${last.id}` } : { ids }
}

function readCursor(after: string | undefined): { tier: number; id: string } {
  const [, tier = '0', id = ''] = /^([01])\.(.+)$/.exec(after ?? '') ?? []
  return { tier: Number(tier), id }
}

function tierOf(
  db: Db,
  {
    phrases,
    where,
  }: { readonly phrases: readonly string[]; readonly where: 'name' | 'anywhere' | undefined },
  after: string,
  limit: number,
) {
  const { matches } = searchOf(db)
  const matching = (place: 'name' | 'anywhere') =>
    db
      .selectFrom('stix_words as w')
      .innerJoin('stix_version as m', 'm.seq', 'w.rowid')
      .select('m.id')
      .where(matches(phrases, place))
  let query = db.selectFrom('stix_version as v').select('v.id').distinct().where('v.id', '>', after)
  if (where !== undefined) query = query.where('v.id', 'in', matching(where))
  if (where === 'anywhere') query = query.where('v.id', 'not in', matching('name'))
  return query.orderBy('v.id').limit(limit).execute()
}

async function referrers(db: Db, id: string, limit: number): Promise<Referrers> {
  const from = db
    .selectFrom('stix_reference as r')
    .innerJoin('stix_version as v', 'v.seq', 'r.source')
    .where('r.target', '=', id)
  const { count } = await from
    .select(({ fn }) => fn.count('v.id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await from.select('v.id').distinct().orderBy('v.id').limit(limit).execute()
  const ids = rows.map((row) => row.id)
  const newest = new Map((await versions(db, ids)).map((version) => [version.id, version]))
  return { count: Number(count), first: ids.flatMap((one) => newest.get(one) ?? []) }
}
