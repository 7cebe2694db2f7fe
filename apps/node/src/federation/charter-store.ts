import type { Kysely } from 'kysely'
import type { CaseStore } from './store.ts'

export type CharterTables = {
  case_charter: { id: string; position: number; bytes: Uint8Array }
  case_mirrored: { id: string; bytes: Uint8Array }
}

/** Charters by their ids: of the cases that are taken part in, and of those that are only mirrored. */
export function charters(
  db: Kysely<CharterTables>,
): Pick<CaseStore, 'charters' | 'addCharter' | 'mirrored' | 'addMirrored'> {
  return {
    charters: async () => {
      const rows = await db
        .selectFrom('case_charter')
        .select('bytes')
        .orderBy('position')
        .orderBy('id')
        .execute()
      return rows.map(({ bytes }) => new Uint8Array(bytes))
    },
    addCharter: (id, bytes) =>
      db.transaction().execute(async (transaction) => {
        const { known } = await transaction
          .selectFrom('case_charter')
          .select(({ fn }) => fn.countAll().as('known'))
          .executeTakeFirstOrThrow()
        await transaction
          .insertInto('case_charter')
          .values({ id, position: Number(known), bytes })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute()
        await transaction.deleteFrom('case_mirrored').where('id', '=', id).execute()
      }),
    mirrored: async () => {
      const rows = await db.selectFrom('case_mirrored').select('bytes').orderBy('id').execute()
      return rows.map(({ bytes }) => new Uint8Array(bytes))
    },
    addMirrored: async (id, bytes) => {
      await db
        .insertInto('case_mirrored')
        .values({ id, bytes })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    },
  }
}
