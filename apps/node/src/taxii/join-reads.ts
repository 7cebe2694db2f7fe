import { joined } from './spans.ts'
import type { Db, Tables } from './tables.ts'

const PIECE = 100

/**
 * Makes one of what was kept page by page, of a client, a question and a day: it names whom it named. Pages follow one
 * another where no entry stands or stood between them.
 */
export async function joinReads(db: Db): Promise<void> {
  const readers = await db
    .selectFrom('taxii_read')
    .select(['collection', 'client'])
    .distinct()
    .execute()
  for (const { collection, client } of readers) {
    const rows = await db
      .selectFrom('taxii_read')
      .selectAll()
      .where('collection', '=', collection)
      .where('client', '=', client)
      .execute()
    const made = await joinedRows(db, collection, rows)
    await db
      .deleteFrom('taxii_read')
      .where('collection', '=', collection)
      .where('client', '=', client)
      .execute()
    for (let from = 0; from < made.length; from += PIECE)
      await db
        .insertInto('taxii_read')
        .values(made.slice(from, from + PIECE))
        .execute()
  }
}

type Row = Tables['taxii_read']

/** By when each was read is the last page of it. */
async function joinedRows(db: Db, collection: number, rows: readonly Row[]) {
  const before = await momentBefore(db, collection)
  const wide = rows.map((row) => ({ ...row, first: before(row.first) + 1 }))
  const days = Map.groupBy(wide, ({ asked, at }) => `${at.slice(0, 10)} ${asked}`)
  return [...days.values()].flatMap((day) =>
    joined(day).map(({ first, last, of: [one, ...more] }): Row => {
      const at = more.reduce((latest, row) => (row.at > latest ? row.at : latest), one!.at)
      return { ...one!, first, last, at }
    }),
  )
}

/** The last moment of a collection before one of them; -1 before the first. */
async function momentBefore(db: Db, collection: number): Promise<(moment: number) => number> {
  const moments: number[] = []
  for (const table of ['taxii_entry', 'taxii_removed'] as const)
    for (const { added } of await db
      .selectFrom(table)
      .select('added')
      .where('collection', '=', collection)
      .execute())
      moments.push(added)
  moments.sort((a, b) => a - b)
  return (moment) => {
    let [from, to] = [0, moments.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (moments[middle]! < moment) from = middle + 1
      else to = middle
    }
    return moments[from - 1] ?? -1
  }
}
