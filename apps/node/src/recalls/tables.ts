import { sql } from 'kysely'
import type { CalledBack, Likeness } from '../intelligence/index.ts'
import type { Migration } from '../platform/db/index.ts'
import type { HolderRoute, HolderState } from './api.ts'

export type Holder = {
  recall: number
  number: number
  route: HolderRoute
  who: string
  place: string
  /** What tells more of it: an act, an event, a receipt. */
  detail: string
  since: string | null
  /** What a person of this node says of it; absent until one does. */
  said: HolderState | null
  said_at: string | null
  said_by: string | null
  words: string | null
}

export type Tables = {
  /** Who had it when it was called back, by which route. */
  recall_holder: Holder
  stix_recall: CalledBack & {
    /** Who asks to let it go again, until another person does so too. */
    asked_at: string | null
    asked_by: string | null
    asked_because: string | null
  }
  stix_recalled: Likeness
  stix_version: { seq: number; sha256: string }
}

export const recallsMigrations: readonly Migration[] = [
  {
    id: 'recalls-1-holders',
    up: async (db) => {
      await sql
        .raw(
          'create table recall_holder (recall bigint not null, number bigint not null, route varchar(10) not null, who varchar(100) not null, place varchar(300) not null, detail varchar(100) not null, since varchar(40), said varchar(20), said_at varchar(40), said_by varchar(100), words text, primary key (recall, number))',
        )
        .execute(db)
    },
  },
  {
    id: 'recalls-2-second',
    up: async (db) => {
      for (const column of ['asked_at varchar(40)', 'asked_by varchar(100)', 'asked_because text'])
        await sql.raw(`alter table stix_recall add column ${column}`).execute(db)
    },
  },
]
