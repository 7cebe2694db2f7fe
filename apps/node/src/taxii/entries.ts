import { sql, type SelectQueryBuilder } from 'kysely'
import { instantKey } from '@entente/stix'
import { writeTimestamp, type Micros } from '@entente/taxii'
import { askMany, insertMany, textIn } from '../platform/db/statements.ts'
import type { Db, Entry, Tables } from './tables.ts'

/** What is to be added: a content of the node's evidence, with what sorts and marks it. */
export type Adding = Pick<Entry, 'object' | 'type' | 'content' | 'marked'> & {
  /** Empty where the object has no date of its own. */
  readonly version: string
  readonly said?: string
  readonly posted: boolean
}

/** The row of a collection, which is made where it is new. */
export async function collectionRow(db: Db, id: string): Promise<Tables['taxii_collection']> {
  const known = await db
    .selectFrom('taxii_collection')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (known) return known
  const { last } = await db
    .selectFrom('taxii_collection')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  const row = { number: Number(last ?? 0) + 1, id, added: 0, filled: 0, settings: '' }
  await db.insertInto('taxii_collection').values(row).execute()
  return row
}

/**
 * Adds entries in a transaction that nothing else writes in between: each gets a moment of its own, later
 * than all before it. So whoever asks for what came after one misses nothing and gets nothing twice.
 */
export async function addEntries(
  db: Db,
  { number, added }: Pick<Tables['taxii_collection'], 'number' | 'added'>,
  adding: readonly Adding[],
  now: Micros,
): Promise<readonly Entry[]> {
  if (adding.length === 0) return []
  const before = await entriesOf(
    db,
    number,
    adding.map(({ object }) => object),
  )
  const there = new Set(before.map(({ object }) => object))
  const several = new Set<string>()
  let last = added
  const rows = adding.map(({ said, posted, version, ...rest }): Entry => {
    last = Math.max(now, last + 1)
    if (there.has(rest.object)) several.add(rest.object)
    there.add(rest.object)
    const moment = writeTimestamp(last)
    return {
      collection: number,
      added: last,
      ...rest,
      version: version === '' ? instantKey(moment)! : version,
      said: said ?? moment,
      posted: posted ? 1 : 0,
      several: 0,
    }
  })
  const written = rows.map((row) => (several.has(row.object) ? { ...row, several: 1 } : row))
  await insertMany<Tables>(db, 'taxii_entry', written)
  await setSeveral(
    db,
    number,
    before.map(({ object }) => object).filter((object) => several.has(object)),
    1,
  )
  await db
    .updateTable('taxii_collection')
    .set({ added: last })
    .where('number', '=', number)
    .execute()
  return written
}

async function setSeveral(db: Db, collection: number, objects: readonly string[], several: 0 | 1) {
  const all = [...new Set(objects)]
  for (let from = 0; from < all.length; from += 200)
    await db
      .updateTable('taxii_entry')
      .set({ several })
      .where('collection', '=', collection)
      .where('object', 'in', all.slice(from, from + 200))
      .where('several', '!=', several)
      .execute()
}

/** Every entry of some objects, the oldest version first. */
export async function entriesOf(
  db: Db,
  collection: number,
  objects: readonly string[],
): Promise<readonly Entry[]> {
  const rows = await askMany(db, `entries of ${collection}`, [...new Set(objects)], (some) =>
    db
      .selectFrom('taxii_entry')
      .selectAll()
      .where('object', 'in', some)
      .where('collection', '=', sql.lit(collection)),
  )
  return rows.toSorted(byVersion)
}

const byVersion = (a: Entry, b: Entry) =>
  a.version < b.version ? -1 : a.version > b.version ? 1 : a.added - b.added

/** The same of what was taken out. */
export async function removedOf(
  db: Db,
  collection: number,
  objects: readonly string[],
): Promise<readonly Tables['taxii_removed'][]> {
  const found: Tables['taxii_removed'][] = []
  const all = [...new Set(objects)]
  for (let from = 0; from < all.length; from += 200)
    found.push(
      ...(await db
        .selectFrom('taxii_removed')
        .selectAll()
        .where('collection', '=', collection)
        .where('object', 'in', all.slice(from, from + 200))
        .execute()),
    )
  return found
}

/** What a page looks through. */
export type Look = {
  readonly collection: number
  readonly after: Micros
  readonly ids?: readonly string[] | undefined
  readonly types?: readonly string[] | undefined
}

/** An entry as far as a page needs it: with its dates, the text of its content, or both. */
export type Looked = Omit<Dated, 'version' | 'said'> & Partial<Pick<Dated, 'version' | 'said'>>
export type Dated = Omit<Entry, 'collection' | 'type'> & { readonly text?: string }

/** Entries in the order in which they were added; with their contents one question brings both. */
export async function entriesAfter(
  db: Db,
  look: Look,
  { limit, texts }: { readonly limit: number; readonly texts: boolean },
): Promise<readonly Dated[]> {
  const entries = looking(db, look, limit).select(['e.version', 'e.said'])
  return texts ? withTexts(db, entries).execute() : entries.execute()
}

/** The same with their contents alone: their dates stand in these, and each text that is read besides takes its time. */
export const contentsAfter = (db: Db, look: Look, limit: number): Promise<readonly Looked[]> =>
  withTexts(db, looking(db, look, limit)).execute()

const looking = (db: Db, { collection, after, ids, types }: Look, limit: number) =>
  db
    .selectFrom('taxii_entry as e')
    .select(['e.added', 'e.object', 'e.content', 'e.marked', 'e.posted', 'e.several'])
    .where('e.collection', '=', collection)
    .where('e.added', '>', after)
    .$if(ids !== undefined, (query) => query.where('e.object', 'in', ids ?? []))
    .$if(types !== undefined, (query) => query.where('e.type', 'in', types ?? []))
    .orderBy('e.added')
    .limit(limit)

const withTexts = <Selected>(db: Db, entries: Looking<Selected>) =>
  entries
    .innerJoin('stix_version as v', 'v.seq', 'e.content')
    .select(textIn(db, 'v.bytes').as('text'))

type Looking<Selected> = SelectQueryBuilder<Tables & { e: Entry }, 'e', Selected>

function withoutSeveral(entry: Entry): Omit<Entry, 'several'> {
  const { several, ...row } = entry
  void several
  return row
}

/** Takes entries of one object out of a collection, and keeps on record that they were there. */
export async function removeEntries(
  db: Db,
  removing: readonly Entry[],
  { at, by }: { readonly at: string; readonly by: string },
): Promise<void> {
  const [first] = removing
  if (!first) return
  const { collection, object } = first
  await insertMany<Tables>(
    db,
    'taxii_removed',
    removing.map((entry) => ({ ...withoutSeveral(entry), removed_at: at, removed_by: by })),
  )
  for (const { added } of removing)
    await db
      .deleteFrom('taxii_entry')
      .where('collection', '=', collection)
      .where('added', '=', added)
      .execute()
  await countLeft(db, collection, [object])
}

async function countLeft(db: Db, collection: number, objects: readonly string[]): Promise<void> {
  const left = Map.groupBy(await entriesOf(db, collection, objects), ({ object }) => object)
  const single = [...left].flatMap(([object, entries]) => (entries.length === 1 ? [object] : []))
  await setSeveral(db, collection, single, 0)
}

/** Takes entries out as if they had never been there: nobody but this node had them. */
export async function forgetEntries(db: Db, entries: readonly Entry[]): Promise<void> {
  for (const [collection, some] of Map.groupBy(entries, (one) => one.collection)) {
    for (let from = 0; from < some.length; from += 200)
      await db
        .deleteFrom('taxii_entry')
        .where('collection', '=', collection)
        .where(
          'added',
          'in',
          some.slice(from, from + 200).map(({ added }) => added),
        )
        .execute()
    await countLeft(db, collection, [...new Set(some.map(({ object }) => object))])
  }
}
