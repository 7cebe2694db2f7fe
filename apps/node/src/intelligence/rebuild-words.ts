import { sql } from 'kysely'
import type { Migration } from '../platform/db/index.ts'
import { insertEach } from '../platform/db/statements.ts'
import { valueOf } from './intake/preview.ts'
import { searchOf } from './search.ts'
import type { Db, Tables } from './tables.ts'
import { wordsOf } from './words.ts'

/** Contents that are read together. */
const PIECE = 256

/** Words were kept as they are written and asked for in their plain form: what stands for other letters was not found. */
export const wordsMigration: Migration = {
  id: 'intelligence-9-words',
  up: (db) => rebuildWords(db as Db),
}

/** Makes the words anew from the contents held, a piece at a time. */
async function rebuildWords(db: Db): Promise<void> {
  const { create, row } = searchOf(db)
  for (const statement of ['drop table stix_words', ...create]) await sql.raw(statement).execute(db)
  for (let after = 0; ;) {
    const some = await db
      .selectFrom('stix_version')
      .select(['seq', 'bytes'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PIECE)
      .execute()
    await insertEach<Tables>(
      db,
      'stix_words',
      some.map(({ seq, bytes }) => row(Number(seq), wordsOf(valueOf(bytes)))),
    )
    const last = some.at(-1)
    if (!last) return
    after = Number(last.seq)
  }
}
