import { hash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
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

/** The numbers of rules: those that have one keep it, the others get the next ones. */
export async function sidsFor(
  database: AnyTables,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const hashes = new Map(keys.map((key) => [key, hash('sha256', key)] as const))
  const db = database.as<Tables>()
  return db.transaction().execute(async (transaction: Kysely<Tables>) => {
    const rows = await askMany(transaction, 'sids', [...hashes.values()], (some) =>
      transaction.selectFrom('suricata_sid').selectAll().where('key', 'in', some),
    )
    const held = new Map(rows.map(({ key, sid }) => [key, Number(sid)]))
    const missing = [...new Set(hashes.values())].filter((key) => !held.has(key))
    if (missing.length > 0) {
      const { last } = await transaction
        .selectFrom('suricata_sid')
        .select(({ fn }) => fn.max('sid').as('last'))
        .executeTakeFirstOrThrow()
      // Of no rows there is no highest.
      const next = (last as number | null) === null ? FIRST : Number(last) + 1
      if (next + missing.length - 1 > LAST)
        throw new SharingError(
          'release.no-sid',
          `expected at most ${LAST - FIRST + 1} rules in all, got more`,
        )
      const given = missing.map((key, at) => ({ key, sid: next + at }))
      await insertMany(transaction, 'suricata_sid', given)
      for (const { key, sid } of given) held.set(key, sid)
    }
    return new Map([...hashes].map(([key, hashed]) => [key, held.get(hashed)!]))
  })
}
