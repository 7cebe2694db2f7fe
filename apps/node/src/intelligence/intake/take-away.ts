import { referencesOf } from '@entente/stix'
import { askMany, insertMany } from '../../platform/db/statements.ts'
import { listAgain, newListing, unlist, writeCells, writeRows } from '../listing.ts'
import { searchOf } from '../search.ts'
import type { Db, Tables, Version } from '../tables.ts'
import { wordsOf } from '../words.ts'
import { breathe, valueOf } from './preview.ts'

/** One content that an import brought. */
export type Brought = Pick<Version, 'seq' | 'id' | 'version' | 'sha256'>

/** Objects that are worked on together. */
const PIECE = 256

/**
 * Takes contents of these objects out of the store and of all that follows from it, in a transaction: what each replaced is
 * current again. `undone` is the import on whose record they go; unless told, that which brought each.
 */
export async function takeAway(
  db: Db,
  ids: readonly string[],
  { going, undone }: { readonly going: ReadonlySet<number>; readonly undone?: number },
): Promise<void> {
  const listing = newListing()
  for (let from = 0; from < ids.length; from += PIECE) {
    const all = await versionsOf(db, ids.slice(from, from + PIECE))
    const places = Map.groupBy(all, ({ id }) => id)
    const numbers = [...places.values()].map((some) => Math.min(...some.map(({ seq }) => seq)))
    await unlist(db, listing, numbers)
    await remove(
      db,
      all.flatMap(({ seq }) => (going.has(seq) ? [seq] : [])),
      undone,
    )
    await listAgain(
      db,
      listing,
      all.flatMap(({ seq }) => (going.has(seq) ? [] : [seq])),
    )
    await writeRows(db, listing)
    await breathe()
  }
  await writeCells(db, listing)
}

/** Everything held under these ids, in the order in which it came. */
export async function versionsOf(db: Db, ids: readonly string[]): Promise<readonly Brought[]> {
  const rows = await askMany(db, 'places of', ids, (some) =>
    db
      .selectFrom('stix_version')
      .select(['seq', 'id', 'version', 'sha256'])
      .where('id', 'in', some),
  )
  return rows.map((row) => ({ ...row, seq: Number(row.seq) })).toSorted((a, b) => a.seq - b.seq)
}

/** Takes contents away, and keeps on record that they were here: their places are never given again. */
async function remove(db: Db, seqs: readonly number[], undone: number | undefined): Promise<void> {
  if (seqs.length === 0) return
  const rows = await askMany(db, 'contents that go', seqs, (some) =>
    db
      .selectFrom('stix_version')
      .select(['seq', 'id', 'version', 'sha256', 'import', 'bytes'])
      .where('seq', 'in', some),
  )
  const search = searchOf(db)
  for (const { seq, bytes } of rows) {
    const value = valueOf(bytes)
    await search.remove(Number(seq), wordsOf(value)).execute(db)
    const targets = [...referencesOf(value)]
    for (let from = 0; from < targets.length; from += PIECE)
      await db
        .deleteFrom('stix_reference')
        .where('target', 'in', targets.slice(from, from + PIECE))
        .where('source', '=', seq)
        .execute()
  }
  await insertMany<Tables>(
    db,
    'stix_undone',
    rows.map(({ seq, id, version, sha256, import: own }) => ({
      seq,
      id,
      version,
      sha256,
      import: undone ?? own,
    })),
  )
  for (let from = 0; from < seqs.length; from += PIECE) {
    const some = seqs.slice(from, from + PIECE)
    await db.deleteFrom('stix_version').where('seq', 'in', some).execute()
    await db.deleteFrom('stix_again').where('seq', 'in', some).execute()
  }
}
