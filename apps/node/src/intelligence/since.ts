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
