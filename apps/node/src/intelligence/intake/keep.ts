import { instant, type Clock } from '../../platform/clock.ts'
import type { Db } from '../tables.ts'

/** Forgets the bytes of an import that waited. */
export async function dropObjects(db: Db, number: number): Promise<void> {
  await db.deleteFrom('stix_intake_object').where('intake', '=', number).execute()
}

/** Drops what was arriving when the node stopped: nobody sends the rest of it any more. */
export const dropArriving = (db: Db): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('stix_intake')
      .select('number')
      .where('state', '=', 'arriving')
      .execute()
    for (const { number } of rows) await dropObjects(transaction, number)
    await transaction.deleteFrom('stix_intake').where('state', '=', 'arriving').execute()
  })

/** Drops what nobody decided on in time; that it came stays on record. */
export async function expire(db: Db, clock: Clock, age: number): Promise<void> {
  const before = instant({ now: () => clock.now() - age })
  await db.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('stix_intake')
      .select('number')
      .where('state', '=', 'pending')
      .where('brought_at', '<', before)
      .execute()
    for (const { number } of rows) {
      await dropObjects(transaction, number)
      await transaction
        .updateTable('stix_intake')
        .set({ state: 'expired', ended_at: instant(clock), bytes: 0, told: null, preview: null })
        .where('number', '=', number)
        .execute()
    }
  })
}
