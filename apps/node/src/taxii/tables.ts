import { PostgresAdapter, sql, type Kysely } from 'kysely'
import { readTimestamp, type Micros } from '@entente/taxii'
import type { Migration } from '../platform/db/index.ts'
import { joinReads } from './join-reads.ts'

/** A version of an object in a collection. */
export type Entry = {
  collection: number
  /** When it was added, in microseconds: unique in its collection, and greater than all before it. */
  added: Micros
  object: string
  type: string
  /** Sorts as the version does; of an object without a date, the moment in which it was added. */
  version: string
  /** The version as the object writes it. */
  said: string
  /** The place of the content in the node's evidence. */
  content: number
  /** What marks it, by its hash: `taxii_marking`. */
  marked: string
  /** 1 where a client added it. */
  posted: number
  /** 1 where the collection has more than one version of the object. */
  several: number
}

export type Tables = {
  /** The node's evidence, of which a page reads the bytes. */
  stix_version: { seq: number; sha256: string; bytes: Uint8Array }
  taxii_collection: {
    number: number
    id: string
    /** The last moment that was given to an entry. */
    added: Micros
    /** How far the node's evidence was looked through for this collection. */
    filled: number
    /** Under which settings that was. */
    settings: string
  }
  taxii_entry: Entry
  /** What was looked through and may not go to the collection's audience, under the settings of then. */
  taxii_kept: { collection: number; content: number; marked: string }
  /** Every way in which an object here is marked, as it says it. */
  taxii_marking: { marked: string; text: string }
  /** What was taken out of a collection, so that it does not creep back. */
  taxii_removed: Omit<Entry, 'several'> & { removed_at: string; removed_by: string }
  /** How far an exchange with a remote is, for what was asked of it then, and what became of the last run. */
  taxii_exchange: {
    remote: string
    direction: 'pull' | 'push'
    asked: string
    place: string
    ran_at: string
    report: string
  }
  /** What came from a remote: it is not sent back there. */
  taxii_pulled: { remote: string; content: number }
  /** What a remote refused of what was sent to it: the next run sends it again. */
  taxii_refused: {
    remote: string
    collection: number
    added: Micros
    object: string
    said: string
    message: string
    /** How often it was refused. */
    tries: number
    /** 1 where the remote did not say which it refused, or nothing at all: it may be there. */
    unsure: number
  }
  /** What clients were served, as spans of a collection of one type or of everything, each by when. */
  taxii_read: {
    key: string
    collection: number
    client: string
    first: Micros
    last: Micros
    at: string
    asked: string
  }
  /** Up to which moment of a collection something was pushed to a remote, and when last: a cursor that is set anew forgets it. */
  taxii_sent: { remote: string; collection: number; last: Micros; at: string }
  /** What was called back and that a remote deleted since. */
  taxii_deleted: { remote: string; object: string; at: string }
  taxii_status: { id: string; client: string; at: number; body: string }
}
export type Db = Kysely<Tables>

/** Texts sort by their bytes in both stores. */
function statements(db: Pick<Kysely<never>, 'getExecutor'>): readonly string[] {
  const byBytes = db.getExecutor().adapter instanceof PostgresAdapter ? ' collate "C"' : ''
  const entry = `collection integer not null, added bigint not null, object varchar(300) not null, type varchar(250) not null, version varchar(130)${byBytes} not null, said varchar(130) not null, content bigint not null, marked varchar(64) not null, posted integer not null`
  return [
    'create table taxii_collection (number integer primary key, id varchar(36) not null unique, added bigint not null, filled bigint not null, settings varchar(64) not null)',
    `create table taxii_entry (${entry}, several integer not null, primary key (collection, added))`,
    'create index taxii_entry_object on taxii_entry (collection, object)',
    'create table taxii_kept (collection integer not null, content bigint not null, marked varchar(64) not null, primary key (collection, content))',
    'create table taxii_marking (marked varchar(64) primary key, text text not null)',
    `create table taxii_removed (${entry}, removed_at varchar(40) not null, removed_by varchar(60) not null, primary key (collection, added))`,
    'create index taxii_removed_object on taxii_removed (collection, object)',
    'create table taxii_status (id varchar(36) primary key, client varchar(60) not null, at bigint not null, body text not null)',
    'create index taxii_status_at on taxii_status (at)',
  ]
}

export const taxiiMigrations: readonly Migration[] = [
  {
    id: 'taxii-1',
    up: async (db) => {
      for (const statement of statements(db)) await sql.raw(statement).execute(db)
    },
  },
  {
    id: 'taxii-2-exchange',
    up: async (db) => {
      for (const statement of [
        'create table taxii_exchange (remote varchar(60) not null, direction varchar(4) not null, asked text not null, place text not null, ran_at varchar(40) not null, report text not null, primary key (remote, direction))',
        'create table taxii_pulled (remote varchar(60) not null, content bigint not null, primary key (remote, content))',
      ])
        await sql.raw(statement).execute(db)
    },
  },
  {
    id: 'taxii-3-refused',
    up: async (db) => {
      const columns =
        'remote varchar(60) not null, collection integer not null, added bigint not null, object varchar(300) not null, said varchar(130) not null, message text not null, tries integer not null'
      await sql
        .raw(`create table taxii_refused (${columns}, primary key (remote, collection, added))`)
        .execute(db)
    },
  },
  {
    id: 'taxii-4-reads',
    up: async (db) => {
      for (const statement of [
        'create table taxii_read (key varchar(64) primary key, collection integer not null, client varchar(60) not null, first bigint not null, last bigint not null, at varchar(40) not null, asked text not null)',
        'create index taxii_read_first on taxii_read (collection, first)',
      ])
        await sql.raw(statement).execute(db)
    },
  },
  {
    id: 'taxii-5-deleted',
    up: async (db) => {
      await sql
        .raw(
          'create table taxii_deleted (remote varchar(60) not null, object varchar(300) not null, at varchar(40) not null, primary key (remote, object))',
        )
        .execute(db)
    },
  },
  {
    id: 'taxii-6-sent',
    up: async (db) => {
      await sql
        .raw(
          'create table taxii_sent (remote varchar(60) not null, collection integer not null, last bigint not null, at varchar(40) not null, primary key (remote, collection))',
        )
        .execute(db)
      await fillSent(db as Db)
    },
  },
  {
    id: 'taxii-7-reads-joined',
    up: async (db) => {
      await sql
        .raw('create index taxii_read_last on taxii_read (collection, client, last)')
        .execute(db)
      await joinReads(db as Db)
    },
  },
  {
    id: 'taxii-8-unsure',
    up: async (db) => {
      await sql
        .raw('alter table taxii_refused add column unsure integer not null default 0')
        .execute(db)
    },
  },
]

/** What was pushed before, as far as the cursors still say. */
async function fillSent(db: Db): Promise<void> {
  const runs = await db
    .selectFrom('taxii_exchange')
    .selectAll()
    .where('direction', '=', 'push')
    .execute()
  for (const { remote, asked, place, ran_at: at } of runs) {
    const { pushes = '' } = JSON.parse(asked) as { readonly pushes?: string }
    const { after = '' } = JSON.parse(place) as { readonly after?: string }
    const last = readTimestamp(after)
    const collection = await db
      .selectFrom('taxii_collection')
      .select('number')
      .where('id', '=', pushes)
      .executeTakeFirst()
    if (last === undefined || !collection) continue
    await db
      .insertInto('taxii_sent')
      .values({ remote, collection: collection.number, last, at })
      .execute()
  }
}
