import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { contentOf } from '@entente/stix'
import type { Migration } from '../platform/db/index.ts'
import type { Db } from './tables.ts'

type Json = Readonly<Record<string, unknown>>

/** That an object was called back, and by whom, when and why. */
export type Recall = {
  readonly number: number
  readonly at: string
  readonly by: string
  readonly because: string
}

/** An object that is called back, since when, and the SHA-256 of the version that says that it is revoked, where there is one. */
export type Standing = {
  readonly id: string
  readonly at: string
  readonly tombstone?: string
}

/** Everything that was called back and that nobody has let go again. */
export type Recalled = {
  readonly isEmpty: boolean
  readonly standing: readonly Standing[]
  /** Changes whenever any of it does; empty where nothing ever was called back. */
  readonly stamp: string
  /** Why an object is called back, whatever of it is held. */
  readonly named: (id: string) => Recall | undefined
  /**
   * Why a content may not leave: its id was called back, or what it says was, under whatever id. What says that an object is
   * revoked because it was called back may.
   */
  readonly of: (id: string, bytes: Uint8Array) => Recall | undefined
}

/** In words, as whoever asks why it stays is told. */
export const recallSaid = ({ by, at, because }: Recall): string =>
  `recalled by ${by} on ${at.slice(0, 10)}, because ${because}`

/** What is not of an object's content: its name, its dates, its author, and how far it may go. */
const BESIDE: ReadonlySet<string> = new Set([
  'id',
  'spec_version',
  'created',
  'modified',
  'created_by_ref',
  'revoked',
  'object_marking_refs',
  'granular_markings',
])

/**
 * What two objects have in common that say the same, as a hash: an indicator what it looks for, whatever it is called;
 * anything else all that it says but for its id, dates, author and markings.
 */
export function likenessOf(object: Json): string {
  const { type, pattern, pattern_type } = object
  const said =
    type === 'indicator'
      ? { type, pattern, pattern_type }
      : Object.fromEntries(Object.entries(object).filter(([key]) => !BESIDE.has(key)))
  return hash('sha256', contentOf(said) ?? JSON.stringify(said))
}

const read = (bytes: Uint8Array): Json => JSON.parse(new TextDecoder().decode(bytes)) as Json

/** What is called back now. It is little, and read whole. */
export async function recalledIn(db: Db): Promise<Recalled> {
  const rows = await db
    .selectFrom('stix_recalled as o')
    .innerJoin('stix_recall as r', 'r.number', 'o.recall')
    .select(['o.id', 'o.likeness', 'r.number', 'r.at', 'r.by_person', 'r.because', 'r.tombstone'])
    .where('r.lifted_at', 'is', null)
    .orderBy('r.number')
    .execute()
  const { last, lifted } = await db
    .selectFrom('stix_recall')
    .select(({ fn }) => [fn.max('number').as('last'), fn.count('lifted_at').as('lifted')])
    .executeTakeFirstOrThrow()
  const byId = new Map<string, Recall>()
  const byLikeness = new Map<string, Recall>()
  const tombstones = new Set<string>()
  const standing = new Map<string, Standing>()
  for (const { id, likeness, number, at, by_person: by, because, tombstone } of rows) {
    const recall = { number: Number(number), at, by, because }
    byId.set(id, recall)
    standing.set(id, { id, at, ...(tombstone === null ? {} : { tombstone }) })
    byLikeness.set(likeness, recall)
    if (tombstone !== null) tombstones.add(tombstone)
  }
  return {
    isEmpty: rows.length === 0,
    standing: [...standing.values()],
    stamp: last === null ? '' : `${Number(last)} ${Number(lifted)}`,
    named: (id) => byId.get(id),
    of: (id, bytes) => {
      if (rows.length === 0) return undefined
      const found = byId.get(id) ?? byLikeness.get(likenessOf(read(bytes)))
      return found && !tombstones.has(hash('sha256', bytes)) ? found : undefined
    },
  }
}

export const recallMigration: Migration = {
  id: 'intelligence-8-recall',
  up: async (db) => {
    for (const statement of [
      'create table stix_recall (number bigint primary key, id varchar(300) not null, name text, at varchar(40) not null, by_person varchar(100) not null, because text not null, tombstone varchar(64), lifted_at varchar(40), lifted_by varchar(100), lifted_because text)',
      'create table stix_recalled (recall bigint not null, id varchar(300) not null, likeness varchar(64) not null, primary key (recall, id, likeness))',
      'alter table stix_intake_object add column recalled bigint',
    ])
      await sql.raw(statement).execute(db)
  },
}
