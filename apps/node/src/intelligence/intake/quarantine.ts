import { referencesOf } from '@entente/stix'
import { instant, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/index.ts'
import type { ImportList, ImportObjects, ImportObjectView, ImportView, UndoReport } from '../api.ts'
import { IntelligenceError } from '../error.ts'
import type { Incoming, IntelligenceStore } from '../store.ts'
import type { Db, Intake, IntakeObject, Tables } from '../tables.ts'
import { dropArriving, dropObjects, expire } from './keep.ts'
import { QUARANTINE_LIMITS, type QuarantineLimits } from './limits.ts'
import { judgeAgain, staged, stampOf, valueOf } from './preview.ts'
import { stage, type Bringing } from './stage.ts'
import { planUndo, undo, type Holding } from './undo.ts'
import { listImports, objectOf, objectsOf, viewOf, type Rows } from './view.ts'

type QuarantineOptions = {
  readonly database: Database
  /** The store that a commit goes to. */
  readonly objects: Pick<IntelligenceStore, 'receive'> & Bringing['objects']
  readonly clock: Clock
  readonly limits?: QuarantineLimits
  /** What keeps contents here although their import is undone, and what else has to know. */
  readonly holding: Holding
}

/** Imports of persons: those that wait to be looked at, those that were committed, and the way back. */
export type Quarantine = {
  /** Brings a file in; nothing of it is held until it is committed. */
  readonly bring: (
    bytes: AsyncIterable<Uint8Array>,
    bringing: Pick<Bringing, 'name' | 'by' | 'format' | 'limits' | 'progress'>,
  ) => Promise<ImportView>
  readonly list: (page: { readonly limit: number; readonly before?: number }) => Promise<ImportList>
  readonly view: (number: number) => Promise<ImportView>
  readonly objects: (number: number, rows: Rows) => Promise<ImportObjects>
  readonly object: (number: number, n: number) => Promise<ImportObjectView>
  /** Takes in exactly what was previewed; refuses where that is not what would become of it any more. */
  readonly commit: (
    number: number,
    asked: { readonly preview: string; readonly by?: string },
  ) => Promise<ImportView>
  readonly discard: (number: number, by?: string) => Promise<ImportView>
  /** What undoing would do. */
  readonly plan: (number: number) => Promise<UndoReport>
  readonly undo: (number: number, by?: string) => Promise<ImportView>
}

export function createQuarantine(options: QuarantineOptions): Quarantine {
  const { database, objects, clock, limits = QUARANTINE_LIMITS, holding } = options
  const db = database.as<Tables>()
  // Once, before anything else: nobody sends the rest of what was arriving when the node stopped.
  let dropped: Promise<void> | undefined
  const opened = async () => {
    await (dropped ??= dropArriving(db))
    await expire(db, clock, limits.age)
  }
  const view = async (number: number) => viewOf(db, await rowOf(db, number))
  return {
    bring: async (bytes, bringing) => {
      await opened()
      return view(await stage(db, bytes, { ...bringing, objects, clock, quarantine: limits }))
    },
    list: async (page) => {
      await opened()
      return listImports(db, page)
    },
    view,
    objects: async (number, rows) => objectsOf(db, await rowOf(db, number), rows),
    object: async (number, n) => objectOf(db, await rowOf(db, number), n),
    commit: async (number, asked) => {
      await opened()
      await commit(db, options, { number, ...asked })
      return view(number)
    },
    discard: async (number, by) => {
      await discard(db, number, { at: instant(clock), by: by ?? null })
      return view(number)
    },
    plan: async (number) => planUndo(db, await rowIn(db, number, 'committed'), holding),
    undo: async (number, by) => {
      const ids = await db.transaction().execute(async (transaction) => {
        const row = await rowIn(transaction, number, 'committed')
        return undo(transaction, row, { at: instant(clock), by: by ?? null, holding })
      })
      holding.undone?.(ids)
      return view(number)
    },
  }
}

async function rowOf(db: Db, number: number): Promise<Intake> {
  const row = await db
    .selectFrom('stix_intake')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  if (row) return row
  throw new IntelligenceError(
    'import.unknown',
    `expected the number of an import of this node, got ${number}`,
  )
}

async function rowIn(db: Db, number: number, state: 'pending' | 'committed'): Promise<Intake> {
  const row = await rowOf(db, number)
  if (row.state === state) return row
  throw new IntelligenceError(
    'import.settled',
    `expected an import that is ${state}, got ${number}, which is ${row.state}`,
  )
}

type Committing = { readonly number: number; readonly preview: string; readonly by?: string }

/** What is held changed since the import was judged. */
class Moved extends Error {
  override readonly name = 'Moved'
}

/** How often what is held may change while an import is judged anew. */
const TRIES = 5

async function commit(db: Db, options: QuarantineOptions, committing: Committing): Promise<void> {
  const { number, preview } = committing
  for (let tries = 0; tries < TRIES; tries++) {
    const row = await rowIn(db, number, 'pending')
    if (row.as_of !== (await stampOf(db))) await judgeAgain(db, number)
    const judged = await rowIn(db, number, 'pending')
    if (judged.preview !== preview)
      throw new IntelligenceError(
        'import.moved',
        `expected the preview of import ${number} as it is now, got another: what is held here has changed since; look at it again`,
      )
    try {
      await takeIn(options, judged, committing)
      return
    } catch (error) {
      if (!(error instanceof Moved)) throw error
    }
  }
  throw new IntelligenceError(
    'import.moved',
    `expected what is held here to stay for as long as import ${number} is looked at, got changes all the while`,
  )
}

/** One durable transaction: all of it is held, and it waits no more, or nothing of it is. */
async function takeIn(
  { objects, clock }: QuarantineOptions,
  { number, name, as_of, brought_by }: Intake,
  { by }: Committing,
): Promise<void> {
  const source = {
    name,
    addedAt: instant(clock),
    intake: number,
    ...(by === undefined ? {} : { by }),
    ...(by === undefined || brought_by === null || by === brought_by
      ? {}
      : { seconded: true as const }),
  }
  await objects.receive(source, async (add, within) => {
    const db = within.as<Tables>()
    await rowIn(db, number, 'pending')
    if ((await stampOf(db)) !== as_of) throw new Moved()
    for await (const some of staged(db, number)) {
      const taken = await add(some.map(incoming))
      const at = taken.findIndex(({ outcome }) => outcome === 'second')
      if (at >= 0)
        throw new IntelligenceError(
          'import.second',
          `expected a second person for what goes further than what is held of ${some[at]!.id}, got one alone: have another than who brought import ${number} commit it`,
        )
    }
    await dropObjects(db, number)
  })
}

function incoming({ id, type, version, modified, bytes }: IntakeObject): Incoming {
  const value = valueOf(bytes)
  return {
    id,
    type,
    version,
    ...(modified === null ? {} : { modified }),
    bytes: new Uint8Array(bytes),
    value,
    references: referencesOf(value),
  }
}

const discard = (
  db: Db,
  number: number,
  done: { readonly at: string; readonly by: string | null },
) =>
  db.transaction().execute(async (transaction) => {
    await rowIn(transaction, number, 'pending')
    await dropObjects(transaction, number)
    await transaction
      .updateTable('stix_intake')
      .set({ state: 'discarded', ended_at: done.at, ended_by: done.by, bytes: 0, preview: null })
      .where('number', '=', number)
      .execute()
  })
