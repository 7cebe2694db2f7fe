import type { Database } from '../platform/db/index.ts'
import type { Tables } from './tables.ts'

/** The objects of a type that came in after a place, in the order in which they came. */
export type Since = (
  type: string,
  after: number,
  limit: number,
) => Promise<readonly { readonly seq: number; readonly id: string }[]>

export function objectsSince(database: Database): Since {
  const db = database.as<Tables>()
  return async (type, after, limit) => {
    const rows = await db
      .selectFrom('stix_version')
      .select(['seq', 'id'])
      .where('type', '=', type)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .execute()
    return rows.map(({ seq, id }) => ({ seq: Number(seq), id }))
  }
}

/** Where the contents that are held stand, and what was taken away. */
export function placesIn(database: Database) {
  const db = database.as<Tables>()
  const numbers = (rows: readonly { readonly seq: number; readonly id: string }[]) =>
    rows.map(({ seq, id }) => ({ seq: Number(seq), id }))
  const last = async (type?: string) => {
    const all = db.selectFrom('stix_version').select(({ fn }) => fn.max('seq').as('seq'))
    const row = await (type === undefined ? all : all.where('type', '=', type)).executeTakeFirst()
    return Number(row?.seq ?? 0)
  }
  return {
    /** What came in after a place, in the order in which it came. */
    since: async (after: number, limit: number) =>
      numbers(
        await db
          .selectFrom('stix_version')
          .select(['seq', 'id'])
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(limit)
          .execute(),
      ),
    /** The place of what came in last, of a type where one is named. */
    last,
    /** How many contents were taken away by undoing what brought them. */
    undone: async () => {
      const row = await db
        .selectFrom('stix_undone')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
  }
}
