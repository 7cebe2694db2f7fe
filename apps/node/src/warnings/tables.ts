import { sql } from 'kysely'
import type { Migration } from '../platform/db/index.ts'

/** `content`: the file as it came. */
export type Tables = {
  warning_list: { name: string; sha256: string; added_at: string; content: string }
}

export const warningMigrations: readonly Migration[] = [
  {
    id: 'warnings-1',
    up: async (db) => {
      await sql
        .raw(
          'create table warning_list (name varchar(200) primary key, sha256 varchar(64) not null, added_at varchar(40) not null, content text not null)',
        )
        .execute(db)
    },
  },
]
