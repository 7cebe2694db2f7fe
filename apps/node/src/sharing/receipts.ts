import { sql } from 'kysely'
import type { AnyTables, Migration } from '../platform/db/index.ts'
import { insertMany } from '../platform/db/statements.ts'

type Tables = {
  /** What left as a file: for whom, in which format, when, and which person of this node took it. */
  release_receipt: {
    number: number
    at: string
    audience: string
    format: string
    by_person: string | null
  }
  release_receipt_object: { receipt: number; id: string; sha256: string }
  /** What a party of a case fetched from here, and when first. */
  release_served: { charter: string; party: string; sha256: string; id: string; at: string }
}

export const receiptMigration: Migration = {
  id: 'sharing-2-receipts',
  up: async (db) => {
    for (const statement of [
      'create table release_receipt (number bigint primary key, at varchar(40) not null, audience varchar(200) not null, format varchar(20) not null, by_person varchar(100))',
      'create table release_receipt_object (receipt bigint not null, id varchar(300) not null, sha256 varchar(64) not null, primary key (receipt, id))',
      'create index release_receipt_object_id on release_receipt_object (id)',
      'create table release_served (charter varchar(80) not null, party varchar(2) not null, sha256 varchar(64) not null, id varchar(300) not null, at varchar(40) not null, primary key (charter, party, sha256))',
      'create index release_served_id on release_served (id)',
    ])
      await sql.raw(statement).execute(db)
  },
}

/** A file that left. */
export type Receipt = {
  readonly at: string
  readonly audience: string
  readonly format: string
  /** Absent where it was taken at the machine. */
  readonly by?: string
}

/** Keeps what left as a file: whoever calls something back has to know who has it. */
export async function keepReceipt(
  database: AnyTables,
  { at, audience, format, by }: Receipt,
  objects: readonly { readonly id: string; readonly sha256: string }[],
): Promise<void> {
  if (objects.length === 0) return
  await database
    .as<Tables>()
    .transaction()
    .execute(async (db) => {
      const { last } = await db
        .selectFrom('release_receipt')
        .select(({ fn }) => fn.max('number').as('last'))
        .executeTakeFirstOrThrow()
      const number = Number(last ?? 0) + 1
      await db
        .insertInto('release_receipt')
        .values({ number, at, audience, format, by_person: by ?? null })
        .execute()
      await insertMany<Tables>(
        db,
        'release_receipt_object',
        objects.map(({ id, sha256 }) => ({ receipt: number, id, sha256 })),
      )
    })
}

/** Keeps that a party of a case fetched an object, the first time that it does. */
export async function keepServed(
  database: AnyTables,
  served: Tables['release_served'],
): Promise<void> {
  await database
    .as<Tables>()
    .insertInto('release_served')
    .values(served)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Every file in which some version of an object left, the oldest first. */
export async function receiptsOf(
  within: AnyTables,
  id: string,
): Promise<readonly (Receipt & { readonly number: number })[]> {
  const rows = await within
    .as<Tables>()
    .selectFrom('release_receipt_object as o')
    .innerJoin('release_receipt as r', 'r.number', 'o.receipt')
    .select(['r.number', 'r.at', 'r.audience', 'r.format', 'r.by_person'])
    .where('o.id', '=', id)
    .orderBy('r.number')
    .execute()
  return rows.map(({ by_person: by, ...row }) => ({
    ...row,
    number: Number(row.number),
    ...(by === null ? {} : { by }),
  }))
}

/** Which parties fetched some version of an object with which case, and when first. */
export const servedOf = (
  within: AnyTables,
  id: string,
): Promise<readonly Pick<Tables['release_served'], 'charter' | 'party' | 'at'>[]> =>
  within
    .as<Tables>()
    .selectFrom('release_served')
    .select(['charter', 'party', 'at'])
    .where('id', '=', id)
    .orderBy('at')
    .execute()
