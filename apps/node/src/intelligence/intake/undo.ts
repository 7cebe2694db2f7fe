import { anyTables, type AnyTables } from '../../platform/db/index.ts'
import { askMany } from '../../platform/db/statements.ts'
import type { Stay, UndoReport } from '../api.ts'
import { NAMED } from '../import-bundle.ts'
import type { Db, Intake, Tables } from '../tables.ts'
import { takeAway, versionsOf, type Brought } from './take-away.ts'

/** What other capabilities know of contents that would go; both are called inside the transaction that takes them. */
export type Holding = {
  /** Which of these stay, by their places, and why: what was named or handed on cannot be called back in silence. */
  readonly stays: (
    within: AnyTables,
    contents: readonly Brought[],
  ) => Promise<ReadonlyMap<number, readonly Stay[]>>
  /** Takes contents out of wherever else they stand. */
  readonly remove: (within: AnyTables, contents: readonly Brought[]) => Promise<void>
  /** Told afterwards of which objects something went. */
  readonly undone?: (ids: readonly string[]) => void
}

type Plan = {
  readonly goes: readonly Brought[]
  /** To which import each content goes on that another brought as well. */
  readonly passed: ReadonlyMap<Brought, number>
  readonly report: UndoReport
}

/** What undoing an import would do, by what is held now. */
export const planUndo = async (db: Db, row: Intake, holding: Holding): Promise<UndoReport> =>
  (await plan(db, row, holding)).report

/**
 * Undoes an import, in a transaction: what it alone brought goes, what it replaced is current again, what others brought or
 * were given stays. Answers the ids of which something went.
 */
export async function undo(
  db: Db,
  row: Intake,
  {
    at,
    by,
    holding,
  }: { readonly at: string; readonly by: string | null; readonly holding: Holding },
): Promise<readonly string[]> {
  const { goes, passed, report } = await plan(db, row, holding)
  const going = new Set(goes.map(({ seq }) => seq))
  const ids = [...new Set([...goes, ...passed.keys()].map(({ id }) => id))]
  await holding.remove(anyTables<Tables>(db), goes)
  for (const [content, other] of passed)
    await db
      .updateTable('stix_version')
      .set({ import: other })
      .where('seq', '=', content.seq)
      .execute()
  await takeAway(db, ids, { going, undone: row.import! })
  await db.deleteFrom('stix_again').where('import', '=', row.import).execute()
  await db
    .updateTable('stix_intake')
    .set({ state: 'undone', undone_at: at, undone_by: by, undoing: JSON.stringify(report) })
    .where('number', '=', row.number)
    .execute()
  return [...new Set(goes.map(({ id }) => id))]
}

async function plan(db: Db, row: Intake, holding: Holding): Promise<Plan> {
  const brought = await broughtBy(db, row)
  const others = await othersOf(db, brought, row.import!)
  const passed = new Map<Brought, number>()
  for (const content of brought) {
    const other = others.get(content.seq)
    if (other !== undefined) passed.set(content, other)
  }
  const alone = brought.filter((content) => !passed.has(content))
  const because = await holding.stays(anyTables<Tables>(db), alone)
  const goes = alone.filter(({ seq }) => !because.has(seq))
  const stays = alone.flatMap(({ seq, id }) => {
    const why = because.get(seq)
    return why ? [{ id, because: why }] : []
  })
  const { current, gone } = await leftOf(db, goes)
  const report: UndoReport = {
    removed: goes.length,
    passedOn: passed.size,
    current: { count: current.length, ids: current.slice(0, NAMED) },
    dangling: await referredTo(db, gone, new Set(goes.map(({ seq }) => seq))),
    stays: { count: stays.length, first: stays.slice(0, NAMED) },
  }
  return { goes, passed, report }
}

/** What an import added, and what passed on to it from one that was undone before. */
async function broughtBy(db: Db, row: Intake): Promise<readonly Brought[]> {
  const columns = ['v.seq', 'v.id', 'v.version', 'v.sha256'] as const
  const own = await db
    .selectFrom('stix_version as v')
    .select(columns)
    .where('v.seq', '>=', row.first)
    .where('v.seq', '<=', row.last)
    .where('v.import', '=', row.import)
    .execute()
  const passed = await db
    .selectFrom('stix_again as a')
    .innerJoin('stix_version as v', 'v.seq', 'a.seq')
    .select(columns)
    .where('a.import', '=', row.import)
    .where('v.import', '=', row.import)
    .execute()
  return [...own, ...passed].map((content) => ({ ...content, seq: Number(content.seq) }))
}

/** The first other import that brought each content as well. */
export async function othersOf(
  db: Db,
  contents: readonly Brought[],
  own: number,
): Promise<ReadonlyMap<number, number>> {
  const seqs = contents.map(({ seq }) => seq)
  const rows = await askMany(db, 'brought again', seqs, (some) =>
    db.selectFrom('stix_again').selectAll().where('seq', 'in', some),
  )
  const first = new Map<number, number>()
  for (const row of rows) {
    const [seq, other] = [Number(row.seq), Number(row.import)]
    if (other !== own && other < (first.get(seq) ?? Infinity)) first.set(seq, other)
  }
  return first
}

/** Which objects have an older version as their newest when these are gone, and which have none. */
async function leftOf(db: Db, goes: readonly Brought[]) {
  const going = new Set(goes.map(({ seq }) => seq))
  const ids = [...new Set(goes.map(({ id }) => id))]
  const current: string[] = []
  const gone: string[] = []
  for (const [id, all] of Map.groupBy(await versionsOf(db, ids), (one) => one.id)) {
    const left = all.filter(({ seq }) => !going.has(seq))
    if (left.length === 0) gone.push(id)
    else if (newest(left) < newest(all)) current.push(id)
  }
  return { current, gone }
}

const newest = (contents: readonly Brought[]): string =>
  contents.reduce((most, { version }) => (version > most ? version : most), '')

/** How many of these ids are referred to by something that does not go. */
async function referredTo(
  db: Db,
  ids: readonly string[],
  going: ReadonlySet<number>,
): Promise<number> {
  const rows = await askMany(db, 'who refers to', ids, (some) =>
    db.selectFrom('stix_reference').selectAll().where('target', 'in', some),
  )
  return new Set(rows.flatMap(({ target, source }) => (going.has(Number(source)) ? [] : [target])))
    .size
}
