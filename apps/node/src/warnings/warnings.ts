import { hash } from 'node:crypto'
import type { Kysely } from 'kysely'
import {
  indexWarningLists,
  OWN_LISTS,
  readWarningList,
  type WarningList,
  type WarningLists,
} from '@entente/warninglist'
import { instant, type Clock } from '../platform/clock.ts'
import type { AnyTables } from '../platform/db/index.ts'
import type { WarningListsView, WarningListTaken } from './api.ts'
import { WarningsError } from './error.ts'
import type { WarningMode } from './setting.ts'
import type { Tables } from './tables.ts'

/** The lists as they are now; `stamp` is another as soon as one of them or the mode is. */
export type WarningsNow = Pick<WarningLists, 'listsOf'> & {
  readonly mode: WarningMode
  readonly stamp: string
}

export type Warnings = {
  readonly now: () => Promise<WarningsNow>
  readonly view: () => Promise<WarningListsView>
  /** Takes a list in, in the place of one of the same name. */
  readonly load: (text: string) => Promise<WarningListTaken>
  readonly remove: (name: string) => Promise<void>
}

const MOST_REFUSED = 50

/** The warning lists of a node: its own few, and those that were loaded. */
export function openWarnings(
  database: AnyTables,
  { mode, clock }: { readonly mode: () => WarningMode; readonly clock: Clock },
): Warnings {
  const db = database.as<Tables>()
  let known: { readonly stamp: string; readonly all: All } | undefined
  /** Read and indexed once for as long as no list is another. */
  const all = async () => {
    const rows = await db.selectFrom('warning_list').select(['name', 'sha256']).execute()
    const stamp = hash('sha256', JSON.stringify(rows.map(({ sha256 }) => sha256).toSorted()))
    if (known?.stamp !== stamp) known = { stamp, all: indexed(await loaded(db)) }
    return known
  }
  return {
    now: async () => {
      const { stamp, all: lists } = await all()
      return { listsOf: lists.index.listsOf, mode: mode(), stamp: `${mode()} ${stamp}` }
    },
    view: async () => {
      const { lists, index } = (await all()).all
      return {
        mode: mode(),
        lists: lists.map((list) => ({
          name: list.name,
          description: list.description,
          version: list.version,
          type: list.type,
          entries: list.list.length,
          own: isOwn(list.name),
        })),
        refused: index.refused.slice(0, MOST_REFUSED),
      }
    },
    load: async (text) => {
      const list = readWarningList(text)
      if (isOwn(list.name)) throw ownList(list.name)
      const row = { sha256: hash('sha256', text), added_at: instant(clock), content: text }
      await db
        .insertInto('warning_list')
        .values({ name: list.name, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute()
      const { refused } = indexWarningLists([list])
      return { name: list.name, entries: list.list.length, refused: refused.length }
    },
    remove: async (name) => {
      if (isOwn(name)) throw ownList(name)
      const { numDeletedRows } = await db
        .deleteFrom('warning_list')
        .where('name', '=', name)
        .executeTakeFirst()
      if (numDeletedRows === 0n)
        throw new WarningsError(
          'warninglist.unknown',
          `expected the name of a list that was loaded, got ${name.slice(0, 200)}`,
        )
    },
  }
}

type All = { readonly lists: readonly WarningList[]; readonly index: WarningLists }

const indexed = (lists: readonly WarningList[]): All => {
  const together = [...OWN_LISTS, ...lists]
  return { lists: together, index: indexWarningLists(together) }
}

async function loaded(db: Kysely<Tables>): Promise<readonly WarningList[]> {
  const rows = await db.selectFrom('warning_list').selectAll().orderBy('name').execute()
  return rows.map(({ content }) => readWarningList(content))
}

const isOwn = (name: string) => OWN_LISTS.some((list) => list.name === name)

const ownList = (name: string) =>
  new WarningsError(
    'warninglist.own',
    `expected the name of a list that was loaded, got ${name}, which comes with the program`,
  )
