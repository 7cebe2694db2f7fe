import { hash } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import { isId, isSameContent } from '@entente/stix'
import type { Database, Migration } from '../platform/db/index.ts'
import { insertMany } from './insert-many.ts'
import { phrasesOf, searchOf, type SearchTable } from './search.ts'
import type { Found, HeldVersion, Incoming, IntelligenceStore, Outcome } from './store.ts'
import { nameOf, wordsOf } from './words.ts'

type Version = {
  seq: number
  id: string
  type: string
  name: string | null
  modified: string | null
  version: string
  sha256: string
  import: number
  bytes: Uint8Array
}
type Tables = {
  stix_import: { seq: number; name: string; added_at: string }
  stix_version: Version
  stix_reference: { target: string; source: number }
  stix_words: SearchTable
}
type Db = Kysely<Tables>

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
]

/** STIX objects in the node's store, in SQL that SQLite and PostgreSQL both read. */
export function intelligenceStore(database: Database): IntelligenceStore {
  const db = database.as<Tables>()
  return {
    receive: (source, work) =>
      db.transaction().execute(async (transaction) => {
        const last = await lastSeqs(transaction)
        const seq = last.import + 1
        await transaction
          .insertInto('stix_import')
          .values({ seq, name: clean(source.name), added_at: source.addedAt })
          .execute()
        const state = { import: seq, seq: last.version }
        return work((objects) => add(transaction, state, objects))
      }),
    search: (words, page) => search(db, words, page),
    versions: (ids) => versions(db, ids),
    bytes: async (id) => {
      const rows = await db
        .selectFrom('stix_version')
        .select(['version', 'seq', 'bytes'])
        .where('id', '=', id)
        .execute()
      return rows.toSorted(byVersion).map(({ bytes }) => new Uint8Array(bytes))
    },
    held: (ids) => held(db, ids),
    referrers: (id, limit) => referrers(db, id, limit),
  }
}

async function lastSeqs(db: Db) {
  const last = async (table: 'stix_import' | 'stix_version') => {
    const { seq } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.max('seq').as('seq'))
      .executeTakeFirstOrThrow()
    return Number(seq ?? 0)
  }
  return { import: await last('stix_import'), version: await last('stix_version') }
}

/** PostgreSQL keeps no NUL in a text; the bytes keep it. */
const clean = (text: string) => text.replaceAll('\0', ' ')

type Receiving = { readonly import: number; seq: number }
type Known = { readonly version: string; readonly sha256: string; readonly content: Content }
type Content = () => Promise<Readonly<Record<string, unknown>>>

async function add(
  transaction: Transaction<Tables>,
  receiving: Receiving,
  objects: readonly Incoming[],
): Promise<readonly Outcome[]> {
  if (objects.length === 0) return []
  const known = await knownBefore(transaction, objects)
  const outcomes: Outcome[] = []
  const rows: Version[] = []
  const references: Tables['stix_reference'][] = []
  const words: SearchTable[] = []
  const { row } = searchOf(transaction)
  for (const object of objects) {
    const sha256 = hash('sha256', object.bytes)
    const others = known.get(object.id) ?? []
    const outcome = await judge(object, sha256, others)
    outcomes.push(outcome)
    if (outcome === 'held') continue
    const content = () => Promise.resolve(object.value)
    known.set(object.id, [...others, { version: object.version, sha256, content }])
    const seq = (receiving.seq += 1)
    rows.push(rowOf(object, { seq, sha256, import: receiving.import }))
    words.push(row(seq, wordsOf(object.value)))
    for (const target of object.references) references.push({ target, source: seq })
  }
  await insertMany<Tables>(transaction, 'stix_version', rows)
  await insertMany<Tables>(transaction, 'stix_reference', references)
  await insertMany<Tables>(transaction, 'stix_words', words)
  return outcomes
}

function rowOf(object: Incoming, at: { seq: number; sha256: string; import: number }): Version {
  const name = nameOf(object.value)
  return {
    ...at,
    id: object.id,
    type: object.type,
    name: name === undefined ? null : clean(name),
    modified: object.modified ?? null,
    version: object.version,
    bytes: object.bytes,
  }
}

/** Whether an object adds something. Layout and order of members say nothing; a date says a version. */
async function judge(object: Incoming, sha256: string, others: readonly Known[]): Promise<Outcome> {
  if (others.length === 0) return 'new'
  const same = others.filter(({ version }) => version === object.version)
  if (same.length === 0) return 'version'
  if (same.some((other) => other.sha256 === sha256)) return 'held'
  for (const { content } of same) if (isSameContent(await content(), object.value)) return 'held'
  return 'conflict'
}

/** What the store has of the ids that come in now. */
async function knownBefore(db: Db, objects: readonly Incoming[]) {
  const known = new Map<string, readonly Known[]>()
  const ids = [...new Set(objects.map(({ id }) => id))]
  const rows = await inParts(ids, (some) =>
    db
      .selectFrom('stix_version')
      .select(['id', 'version', 'sha256', 'seq'])
      .where('id', 'in', some)
      .execute(),
  )
  for (const { id, version, sha256, seq } of rows) {
    const content: Content = async () => {
      const { bytes } = await db
        .selectFrom('stix_version')
        .select('bytes')
        .where('seq', '=', seq)
        .executeTakeFirstOrThrow()
      return JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>
    }
    known.set(id, [...(known.get(id) ?? []), { version, sha256, content }])
  }
  return known
}

const PART = 256

/** Asks for many values a part at a time; parts have one size, so that their statement is kept. */
async function inParts<T>(
  values: readonly string[],
  ask: (some: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const found: T[] = []
  for (let from = 0; from < values.length; from += PART) {
    const some = values.slice(from, from + PART)
    if (from > 0) while (some.length < PART) some.push(some[0]!)
    for (const one of await ask(some)) found.push(one)
  }
  return found
}

async function held(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await inParts(ids, (some) =>
    db.selectFrom('stix_version').select('id').where('id', 'in', some).execute(),
  )
  return new Set(rows.map(({ id }) => id))
}

/** Texts are compared here: what a database takes for their order depends on its collation. */
const byVersion = (
  a: { readonly version: string; readonly seq: number },
  b: { readonly version: string; readonly seq: number },
) => (a.version < b.version ? -1 : a.version > b.version ? 1 : a.seq - b.seq)

async function versions(db: Db, ids: readonly string[]): Promise<readonly HeldVersion[]> {
  const rows = await inParts([...new Set(ids)], (some) =>
    db
      .selectFrom('stix_version as v')
      .innerJoin('stix_import as i', 'i.seq', 'v.import')
      .select(['v.seq', 'v.id', 'v.type', 'v.name', 'v.modified', 'v.version', 'v.sha256'])
      .select(['i.name as source', 'i.added_at'])
      .where('v.id', 'in', some)
      .execute(),
  )
  return rows.toSorted(byVersion).map(({ name, modified, ...row }) => ({
    id: row.id,
    type: row.type,
    version: row.version,
    sha256: row.sha256,
    source: row.source,
    addedAt: row.added_at,
    ...(name === null ? {} : { name }),
    ...(modified === null ? {} : { modified }),
  }))
}

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

async function referrers(db: Db, id: string, limit: number) {
  const from = db
    .selectFrom('stix_reference as r')
    .innerJoin('stix_version as v', 'v.seq', 'r.source')
    .where('r.target', '=', id)
  const { count } = await from
    .select(({ fn }) => fn.count('v.id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await from.select('v.id').distinct().orderBy('v.id').limit(limit).execute()
  const newest = new Map<string, HeldVersion>()
  for (const version of await versions(
    db,
    rows.map((row) => row.id),
  ))
    newest.set(version.id, version)
  return {
    count: Number(count),
    first: rows.flatMap((row) => {
      const one = newest.get(row.id)
      return one ? [{ id: one.id, type: one.type, ...(one.name ? { name: one.name } : {}) }] : []
    }),
  }
}
