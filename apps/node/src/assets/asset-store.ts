import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database, Migration } from '../platform/db/index.ts'
import type { Asset } from './asset.ts'
import type { AssetStore, MatchedIndicator, MatchMark, StoredMatch } from './store.ts'

type Tables = {
  asset: { id: string; position: number; said: string }
  asset_import: { number: number; name: string; sha256: string; added_at: string }
  asset_indicator: { id: string; sha256: string; state: string; suppressed: number; said: string }
  asset_match: { asset: string; indicator: string; sha256: string; found_at: string; said: string }
  asset_mark: {
    asset: string
    indicator: string
    marked_by: string
    marked_at: string
    because: string
  }
  asset_progress: { id: number; inventory: number; up_to: number; lists: string | null }
}
type Db = Kysely<Tables>

const STATEMENTS = [
  'create table asset (id varchar(120) primary key, position integer not null, said text not null)',
  'create index asset_position on asset (position)',
  'create table asset_import (number integer primary key, name text not null, sha256 varchar(64) not null, added_at varchar(40) not null)',
  'create table asset_indicator (id varchar(300) not null, sha256 varchar(64) not null, state varchar(20) not null, said text not null, primary key (id, sha256))',
  'create table asset_match (asset varchar(120) not null, indicator varchar(300) not null, sha256 varchar(64) not null, found_at varchar(40) not null, said text not null, primary key (indicator, sha256, asset))',
  'create table asset_mark (asset varchar(120) not null, indicator varchar(300) not null, marked_by varchar(40) not null, marked_at varchar(40) not null, because text not null, primary key (asset, indicator))',
  'create table asset_progress (id integer primary key, inventory integer not null, up_to bigint not null)',
]

export const assetMigrations: readonly Migration[] = [
  {
    id: 'assets-1',
    up: async (db) => {
      for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
    },
  },
  {
    id: 'assets-2-known-good',
    up: async (db) => {
      for (const column of [
        'asset_indicator add column suppressed integer not null default 0',
        'asset_progress add column lists varchar(100)',
      ])
        await sql.raw(`alter table ${column}`).execute(db)
    },
  },
]

/** Few enough values for one statement of either store. */
const BATCH = 500

/** The inventory and its matches in the node's store, in SQL that SQLite and PostgreSQL both read. */
export function assetStore(database: Database): AssetStore {
  const db = database.as<Tables>()
  return { ...inventory(db), ...matching(db), ...marks(db) }
}

const assetIn = ({ said }: { readonly said: string }) => JSON.parse(said) as Asset

function inventory(db: Db): Pick<AssetStore, 'replace' | 'assets' | 'page' | 'find' | 'inventory'> {
  const ordered = () => db.selectFrom('asset').select('said').orderBy('position')
  return {
    replace: ({ name, sha256, addedAt }, assets) =>
      db.transaction().execute(async (transaction) => {
        const before = await transaction.selectFrom('asset').select(['id', 'said']).execute()
        const known = new Map(before.map(({ id, said }) => [id, said]))
        const rows = assets.map((asset, position) => ({
          id: asset.id,
          position,
          said: JSON.stringify(asset),
        }))
        await transaction.deleteFrom('asset').execute()
        await insertAll(transaction, 'asset', rows)
        const { last } = await transaction
          .selectFrom('asset_import')
          .select(({ fn }) => fn.max('number').as('last'))
          .executeTakeFirstOrThrow()
        await transaction
          .insertInto('asset_import')
          .values({ number: Number(last ?? 0) + 1, name, sha256, added_at: addedAt })
          .execute()
        const held = rows.filter(({ id }) => known.has(id))
        const same = held.filter(({ id, said }) => known.get(id) === said).length
        return {
          added: rows.length - held.length,
          changed: held.length - same,
          same,
          gone: known.size - held.length,
        }
      }),
    assets: async () => (await ordered().execute()).map(assetIn),
    page: async ({ after, limit }) => {
      const rows = await ordered().where('position', '>=', after).limit(limit).execute()
      const { count } = await db
        .selectFrom('asset')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
      return { assets: rows.map(assetIn), count: Number(count) }
    },
    find: async (ids) => {
      const rows = await inBatches(ids, (some) =>
        db.selectFrom('asset').select('said').where('id', 'in', some).execute(),
      )
      return rows.map(assetIn)
    },
    inventory: async () => {
      const row = await db
        .selectFrom('asset_import')
        .selectAll()
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (!row) return undefined
      const { number, name, sha256, added_at: addedAt } = row
      return { number, name, sha256, addedAt }
    },
  }
}

type MatchingStore = Pick<
  AssetStore,
  | 'progress'
  | 'keep'
  | 'matches'
  | 'isMatched'
  | 'countMatches'
  | 'indicators'
  | 'untested'
  | 'countIndicators'
  | 'knownGood'
>

function matching(db: Db): MatchingStore {
  return {
    progress: async () => {
      const row = await db.selectFrom('asset_progress').selectAll().executeTakeFirst()
      const { inventory = 0, up_to: upTo = 0, lists = null } = row ?? {}
      return { inventory, upTo: Number(upTo), lists: lists ?? '' }
    },
    keep: keepIn(db),
    ...found(db),
    ...counting(db),
  }
}

function keepIn(db: Db): AssetStore['keep'] {
  return (kept, { inventory: number, upTo, lists, foundAt }) =>
    db.transaction().execute(async (transaction) => {
      const ids = kept.map(({ indicator }) => indicator)
      const before = await inBatches(ids, (some) =>
        transaction
          .selectFrom('asset_match')
          .select(['asset', 'indicator', 'found_at'])
          .where('indicator', 'in', some)
          .execute(),
      )
      const since = new Map(before.map((row) => [`${row.indicator} ${row.asset}`, row.found_at]))
      await inBatches(ids, async (some) => {
        await transaction.deleteFrom('asset_match').where('indicator', 'in', some).execute()
        await transaction.deleteFrom('asset_indicator').where('id', 'in', some).execute()
        return []
      })
      const contents = kept.flatMap((one) => one.contents)
      await insertAll(
        transaction,
        'asset_indicator',
        contents.map(({ matches: _matches, id, sha256, state, ...said }) => ({
          id,
          sha256,
          state,
          suppressed: said.knownGood?.matches ?? 0,
          said: JSON.stringify(said),
        })),
      )
      await insertAll(
        transaction,
        'asset_match',
        contents.flatMap(({ id, sha256, matches }) =>
          matches.map(({ asset, ...said }) => ({
            asset: asset.id,
            indicator: id,
            sha256,
            found_at: since.get(`${id} ${asset.id}`) ?? foundAt,
            said: JSON.stringify(said),
          })),
        ),
      )
      const at = { inventory: number, up_to: upTo, lists }
      await transaction
        .insertInto('asset_progress')
        .values({ id: 1, ...at })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(at))
        .execute()
    })
}

function found(db: Db): Pick<AssetStore, 'matches' | 'indicators' | 'untested'> {
  return {
    matches: async (limit) => {
      const rows = await db
        .selectFrom('asset_match')
        .selectAll()
        .orderBy('found_at', 'desc')
        .orderBy('indicator')
        .orderBy('asset')
        .limit(limit)
        .execute()
      return rows.map(storedMatch)
    },
    indicators: async (ids) => {
      const rows = await inBatches(ids, (some) =>
        db.selectFrom('asset_indicator').selectAll().where('id', 'in', some).execute(),
      )
      return rows.map(matchedIndicator)
    },
    untested: async (limit) => {
      const rows = await db
        .selectFrom('asset_indicator')
        .selectAll()
        .where('state', 'in', ['partly', 'untested'])
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(matchedIndicator)
    },
  }
}

type Counting = Pick<AssetStore, 'isMatched' | 'countMatches' | 'countIndicators' | 'knownGood'>

function counting(db: Db): Counting {
  return {
    knownGood: async (limit) => {
      const kept = db.selectFrom('asset_indicator').where('suppressed', '>', 0)
      const rows = await kept.selectAll().orderBy('id').limit(limit).execute()
      const { matches } = await kept
        .select(({ fn }) => fn.sum('suppressed').as('matches'))
        .executeTakeFirstOrThrow()
      return { indicators: rows.map(matchedIndicator), matches: Number(matches) }
    },
    isMatched: async ({ asset, indicator }) => {
      const row = await db
        .selectFrom('asset_match')
        .select('asset')
        .where('indicator', '=', indicator)
        .where('asset', '=', asset)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    countMatches: async () => {
      const { matches, assets } = await db
        .selectFrom('asset_match')
        .select(({ fn }) => [
          fn.countAll().as('matches'),
          fn.count('asset').distinct().as('assets'),
        ])
        .executeTakeFirstOrThrow()
      return { matches: Number(matches), assets: Number(assets) }
    },
    countIndicators: async () => {
      const rows = await db
        .selectFrom('asset_indicator')
        .select(['state', ({ fn }) => fn.countAll().as('count')])
        .groupBy('state')
        .execute()
      const counts = { tested: 0, partly: 0, untested: 0, revoked: 0 }
      for (const { state, count } of rows)
        counts[state as MatchedIndicator['state']] = Number(count)
      return counts
    },
  }
}

const storedMatch = ({ said, found_at: foundAt, ...row }: Tables['asset_match']) =>
  ({ ...row, foundAt, ...(JSON.parse(said) as object) }) as StoredMatch

const matchedIndicator = ({ said, suppressed: _kept, ...row }: Tables['asset_indicator']) =>
  ({ ...row, ...(JSON.parse(said) as object) }) as MatchedIndicator

function marks(db: Db): Pick<AssetStore, 'marks' | 'mark' | 'unmark'> {
  return {
    marks: async () => {
      const rows = await db.selectFrom('asset_mark').selectAll().execute()
      return rows.map(({ marked_by: by, marked_at: at, ...row }): MatchMark => ({ ...row, by, at }))
    },
    mark: async ({ asset, indicator, by, at, because }) => {
      const row = { marked_by: by, marked_at: at, because }
      await db
        .insertInto('asset_mark')
        .values({ asset, indicator, ...row })
        .onConflict((conflict) => conflict.columns(['asset', 'indicator']).doUpdateSet(row))
        .execute()
    },
    unmark: async ({ asset, indicator }) => {
      await db
        .deleteFrom('asset_mark')
        .where('asset', '=', asset)
        .where('indicator', '=', indicator)
        .execute()
    },
  }
}

async function insertAll<Table extends keyof Tables>(
  transaction: Transaction<Tables>,
  table: Table,
  rows: readonly Tables[Table][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH)
    await transaction
      .insertInto(table)
      .values(rows.slice(from, from + BATCH) as never)
      .execute()
}

async function inBatches<T>(
  ids: readonly string[],
  ask: (some: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const found: T[] = []
  for (let from = 0; from < ids.length; from += BATCH)
    found.push(...(await ask(ids.slice(from, from + BATCH))))
  return found
}
