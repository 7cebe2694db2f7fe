import { sql, type Kysely } from 'kysely'
import type { Migration } from '../platform/db/index.ts'

export type Tables = {
  /** How far an exchange with a remote is, for what was asked of it then, and what became of the last run. */
  misp_exchange: {
    remote: string
    direction: 'pull' | 'push'
    asked: string
    place: string
    ran_at: string
    report: string
  }
  /** Which state of an event, in seconds since 1970, came from a remote last or went there. */
  misp_event: {
    remote: string
    direction: 'pull' | 'push'
    uuid: string
    changed: number
    digest: string | null
  }
  /**
   * What was sent to a remote and is there, of each event the event itself included; of a sighting also under which UUID.
   * `pending` is an event that the remote refused.
   */
  misp_sent: { remote: string; event: string; kind: SentKind; uuid: string; there: string | null }
  /** Under which settings everything was looked at for a remote last. */
  misp_looked: { remote: string; stamp: string }
}
export type SentKind = 'event' | 'attribute' | 'object' | 'sighting' | 'pending'
export type Db = Kysely<Tables>

export const mispMigrations: readonly Migration[] = [
  {
    id: 'misp-1',
    up: async (db) => {
      for (const statement of [
        'create table misp_exchange (remote varchar(60) not null, direction varchar(4) not null, asked text not null, place text not null, ran_at varchar(40) not null, report text not null, primary key (remote, direction))',
        'create table misp_event (remote varchar(60) not null, direction varchar(4) not null, uuid varchar(36) not null, changed bigint not null, primary key (remote, direction, uuid))',
      ])
        await sql.raw(statement).execute(db)
    },
  },
  {
    id: 'misp-2-sent',
    up: async (db) => {
      for (const statement of [
        'alter table misp_event add column digest varchar(64)',
        'create table misp_sent (remote varchar(60) not null, event varchar(36) not null, kind varchar(9) not null, uuid varchar(36) not null, there varchar(36), primary key (remote, event, kind, uuid))',
        'create table misp_looked (remote varchar(60) primary key, stamp varchar(64) not null)',
      ])
        await sql.raw(statement).execute(db)
    },
  },
]
