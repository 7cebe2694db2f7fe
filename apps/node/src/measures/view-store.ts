import { parseView, type View } from '@entente/law'
import type { Database } from '../platform/db/index.ts'
import type { Tables } from './tables.ts'

/** How this node's own nation reads the law, as its people entered it: every change is kept. */
export type ViewStore = {
  readonly latest: () => Promise<View | undefined>
  /** The view as a change left it, counted from 1; undefined where there was no such change. */
  readonly at: (change: number) => Promise<View | undefined>
  /** In the order in which they were made. */
  readonly changes: () => Promise<readonly { readonly at: string; readonly by: string }[]>
  readonly add: (view: View, change: { readonly at: string; readonly by: string }) => Promise<void>
}

export function viewStore(database: Database): ViewStore {
  const db = database.as<Tables>()
  return {
    latest: async () => {
      const row = await db
        .selectFrom('own_view')
        .select('json')
        .orderBy('position', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && parseView(JSON.parse(row.json))
    },
    at: async (change) => {
      const row = await db
        .selectFrom('own_view')
        .select('json')
        .where('position', '=', change - 1)
        .executeTakeFirst()
      return row && parseView(JSON.parse(row.json))
    },
    changes: async () => {
      const rows = await db
        .selectFrom('own_view')
        .select(['at', 'person'])
        .orderBy('position')
        .execute()
      return rows.map(({ at, person }) => ({ at, by: person }))
    },
    add: (view, { at, by }) =>
      db.transaction().execute(async (transaction) => {
        const { count } = await transaction
          .selectFrom('own_view')
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow()
        await transaction
          .insertInto('own_view')
          .values({ position: Number(count), at, person: by, json: JSON.stringify(view) })
          .execute()
      }),
  }
}
