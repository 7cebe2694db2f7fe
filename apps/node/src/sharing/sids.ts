import { hash } from 'node:crypto'
import { PostgresAdapter, sql, type Kysely } from 'kysely'
import type { AnyTables, Migration } from '../platform/db/index.ts'
import { askMany, insertMany } from '../platform/db/statements.ts'
import { SharingError } from './error.ts'

/** The number that a rule has since it was first written; its key by hash, for a URL may be long. */
type Tables = { suricata_sid: { key: string; sid: number } }

export const sharingMigrations: readonly Migration[] = [
  {
    id: 'sharing-1-sids',
    up: async (db) => {
      await sql
        .raw('create table suricata_sid (key varchar(64) primary key, sid bigint not null unique)')
        .execute(db)
    },
  },
]

/** Reserved for local use (https://sidallocation.org). */
const FIRST = 1_000_000
const LAST = 1_999_999

type Keys = readonly string[]
type Sids = ReadonlyMap<string, number>

/** The numbers of rules that leave: those that have one keep it, the others get the next ones. */
export const sidsFor = (database: AnyTables, keys: Keys): Promise<Sids> =>
  database
    .as<Tables>()
    .transaction()
    .execute(async (transaction) => {
      // Whoever else gives numbers waits; in SQLite whoever writes is alone as it is.
      if (transaction.getExecutor().adapter instanceof PostgresAdapter)
        await sql`lock table suricata_sid in exclusive mode`.execute(transaction)
      const { sids, given } = await numbered(transaction, keys)
      if (given.length > 0) await insertMany<Tables>(transaction, 'suricata_sid', given)
      return sids
    })

/** The numbers that rules would leave with now. Whoever only looks takes none: there are a million, for ever. */
export const sidsAsOf = async (database: AnyTables, keys: Keys): Promise<Sids> =>
  (await numbered(database.as<Tables>(), keys)).sids

/** The number of each key, and those of them that none had. */
async function numbered(
  db: Kysely<Tables>,
  keys: Keys,
): Promise<{ readonly sids: Sids; readonly given: readonly Tables['suricata_sid'][] }> {
  const hashes = new Map(keys.map((key) => [key, hash('sha256', key)] as const))
  const rows = await askMany(db, 'sids', [...hashes.values()], (some) =>
    db.selectFrom('suricata_sid').selectAll().where('key', 'in', some),
  )
  const sids = new Map(rows.map(({ key, sid }) => [key, Number(sid)]))
  const missing = [...new Set(hashes.values())].filter((key) => !sids.has(key))
  const next = missing.length === 0 ? FIRST : await nextSid(db)
  if (next + missing.length - 1 > LAST)
    throw new SharingError(
      'release.no-sid',
      `expected at most ${LAST - FIRST + 1} rules in all, got more`,
    )
  const given = missing.map((key, at) => ({ key, sid: next + at }))
  for (const { key, sid } of given) sids.set(key, sid)
  return { sids: new Map([...hashes].map(([key, hashed]) => [key, sids.get(hashed)!])), given }
}

async function nextSid(db: Kysely<Tables>): Promise<number> {
  const { last } = await db
    .selectFrom('suricata_sid')
    .select(({ fn }) => fn.max('sid').as('last'))
    .executeTakeFirstOrThrow()
  // Of no rows there is no highest.
  return (last as number | null) === null ? FIRST : Number(last) + 1
}
