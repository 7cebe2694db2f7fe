import type { Kysely } from 'kysely'
import { anyTables } from '../platform/db/index.ts'
import { instant } from '../platform/clock.ts'
import { Refusal } from '../platform/http/problem.ts'
import { addedAnew } from '../taxii/index.ts'
import type { RecallOptions } from './recall.ts'
import type { Tables } from './tables.ts'

type Options = Pick<RecallOptions, 'database' | 'clock'>
type Lifting = { readonly number: number; readonly by: string; readonly because: string }

/**
 * Lets go again what was called back, once two persons say so, each with a reason on record: the first asks, and another
 * lets it. What came meanwhile may then leave as its marking lets it.
 */
export const lift = (
  { database, clock }: Options,
  { number, by, because }: Lifting,
): Promise<void> =>
  database
    .as<Tables>()
    .transaction()
    .execute(async (db) => {
      const { id, asked_by: first } = await standing(db, number)
      const at = instant(clock)
      const recall = db.updateTable('stix_recall').where('number', '=', number)
      if (first === null) {
        await recall.set({ asked_at: at, asked_by: by, asked_because: because }).execute()
        return
      }
      if (first === by)
        throw new Refusal(
          403,
          'recall.second',
          `expected another person than ${first}, who asked to let recall ${number} go, got the same`,
        )
      await recall.set({ lifted_at: at, lifted_by: by, lifted_because: because }).execute()
      await addedAnew(anyTables<Tables>(db), [id], clock.now())
    })

/** Drops what a person asked: it stays called back. */
export const keep = ({ database }: Pick<Options, 'database'>, number: number): Promise<void> =>
  database
    .as<Tables>()
    .transaction()
    .execute(async (db) => {
      await standing(db, number)
      await db
        .updateTable('stix_recall')
        .set({ asked_at: null, asked_by: null, asked_because: null })
        .where('number', '=', number)
        .execute()
    })

async function standing(db: Kysely<Tables>, number: number) {
  const row = await db
    .selectFrom('stix_recall')
    .select(['id', 'asked_by', 'lifted_at'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw unknown(number)
  if (row.lifted_at !== null)
    throw new Refusal(
      409,
      'recall.lifted',
      `expected a recall that stands, got ${number}, which was lifted on ${row.lifted_at.slice(0, 10)}`,
    )
  return row
}

export const unknown = (number: number) =>
  new Refusal(404, 'recall.unknown', `expected the number of a recall of this node, got ${number}`)
