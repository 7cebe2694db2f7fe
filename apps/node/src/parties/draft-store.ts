import type { Kysely } from 'kysely'
import type { ActId, CharterId } from '@entente/accord'
import type { Database, Migration } from '../platform/db/index.ts'

/** Where a draft is on its way to a signature. */
type DraftState = 'drafted' | 'returned' | 'cleared' | 'signed' | 'dropped'

/** An act as somebody at this node would have it signed. It never leaves the node. */
export type Draft = {
  readonly id: string
  readonly case: CharterId
  /** The kind of act that it would be. */
  readonly kind: string
  /** Canonical JSON text: exactly what would be signed. */
  readonly payload: string
  /** The id that the act would have: what is cleared and signed is these bytes and no others. */
  readonly act: ActId
  /** Everybody who wrote in it: nobody clears what is in part their own. */
  readonly authors: readonly string[]
  readonly state: DraftState
  readonly clearedBy?: string
}

/** What somebody did with a draft, and to which bytes. */
export type DraftEvent = {
  readonly at: string
  readonly by: string
  readonly did: 'wrote' | 'cleared' | 'returned' | 'signed' | 'dropped'
  readonly act: ActId
  readonly comment?: string
}

export type DraftStore = {
  /** In the order in which they were first written. */
  readonly list: () => Promise<readonly Draft[]>
  readonly find: (id: string) => Promise<Draft | undefined>
  readonly events: (id: string) => Promise<readonly DraftEvent[]>
  readonly add: (draft: Draft, event: DraftEvent) => Promise<void>
  /** Changes a draft that is still as it was seen; false where somebody was faster. */
  readonly move: (seen: Draft, next: Draft, event: DraftEvent) => Promise<boolean>
}

type DraftRow = {
  id: string
  charter: string
  kind: string
  payload: string
  act: string
  author: string
  state: string
  cleared_by: string | null
}
type EventRow = {
  draft: string
  position: number
  at: string
  person: string
  did: string
  act: string
  comment: string | null
}
type Tables = { draft: DraftRow; draft_event: EventRow }

export const draftMigration: Migration = {
  id: 'parties-3-drafts',
  up: async (db) => {
    await db.schema
      .createTable('draft')
      .addColumn('id', 'varchar(40)', (column) => column.primaryKey())
      .addColumn('charter', 'varchar(80)', (column) => column.notNull())
      .addColumn('kind', 'varchar(64)', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('act', 'varchar(80)', (column) => column.notNull())
      .addColumn('author', 'varchar(40)', (column) => column.notNull())
      .addColumn('state', 'varchar(16)', (column) => column.notNull())
      .addColumn('cleared_by', 'varchar(40)')
      .execute()
    await db.schema
      .createTable('draft_event')
      .addColumn('draft', 'varchar(40)', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('at', 'varchar(40)', (column) => column.notNull())
      .addColumn('person', 'varchar(40)', (column) => column.notNull())
      .addColumn('did', 'varchar(16)', (column) => column.notNull())
      .addColumn('act', 'varchar(80)', (column) => column.notNull())
      .addColumn('comment', 'text')
      .addPrimaryKeyConstraint('draft_event_key', ['draft', 'position'])
      .execute()
  },
}

export function draftStore(database: Database): DraftStore {
  const db = database.as<Tables>()
  return {
    ...reading(db),
    add: (draft, event) =>
      db.transaction().execute(async (transaction) => {
        await transaction.insertInto('draft').values(toRow(draft)).execute()
        await transaction
          .insertInto('draft_event')
          .values(toEventRow(draft.id, 0, event))
          .execute()
      }),
    move: (seen, next, event) =>
      db.transaction().execute(async (transaction) => {
        const changed = await transaction
          .updateTable('draft')
          .set(toRow(next))
          .where('id', '=', seen.id)
          .where('state', '=', seen.state)
          .where('act', '=', seen.act)
          .executeTakeFirst()
        if (changed.numUpdatedRows !== 1n) return false
        const { count } = await transaction
          .selectFrom('draft_event')
          .select(({ fn }) => fn.countAll().as('count'))
          .where('draft', '=', seen.id)
          .executeTakeFirstOrThrow()
        await transaction
          .insertInto('draft_event')
          .values(toEventRow(seen.id, Number(count), event))
          .execute()
        return true
      }),
  }
}

function reading(db: Kysely<Tables>): Pick<DraftStore, 'list' | 'find' | 'events'> {
  const written = () =>
    db
      .selectFrom('draft_event')
      .select(['draft', 'person'])
      .where('did', '=', 'wrote')
      .orderBy('position')
  return {
    list: async () => {
      const rows = await db
        .selectFrom('draft')
        .innerJoin('draft_event', 'draft_event.draft', 'draft.id')
        .selectAll('draft')
        .where('draft_event.position', '=', 0)
        .orderBy('draft_event.at')
        .orderBy('draft.id')
        .execute()
      const by = Map.groupBy(await written().execute(), ({ draft }) => draft)
      return rows.map((row) => toDraft(row, by.get(row.id) ?? []))
    },
    find: async (id) => {
      const row = await db.selectFrom('draft').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toDraft(row, await written().where('draft', '=', id).execute())
    },
    events: async (id) => {
      const rows = await db
        .selectFrom('draft_event')
        .selectAll()
        .where('draft', '=', id)
        .orderBy('position')
        .execute()
      return rows.map(toEvent)
    },
  }
}

const toRow = ({ case: charter, clearedBy, authors, ...draft }: Draft): DraftRow => ({
  ...draft,
  charter,
  author: authors[0]!,
  cleared_by: clearedBy ?? null,
})

const toDraft = (
  { charter, act, state, cleared_by, author, ...row }: DraftRow,
  written: readonly { readonly person: string }[],
): Draft => ({
  ...row,
  authors: [...new Set([author, ...written.map(({ person }) => person)])],
  case: charter as CharterId,
  act: act as ActId,
  state: state as DraftState,
  ...(cleared_by === null ? {} : { clearedBy: cleared_by }),
})

const toEventRow = (
  draft: string,
  position: number,
  { at, by, did, act, comment }: DraftEvent,
): EventRow => ({ draft, position, at, person: by, did, act, comment: comment ?? null })

const toEvent = ({ at, person, did, act, comment }: EventRow): DraftEvent => ({
  at,
  by: person,
  did: did as DraftEvent['did'],
  act: act as ActId,
  ...(comment === null ? {} : { comment }),
})
