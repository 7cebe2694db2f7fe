import { PostgresAdapter, sql, type Kysely } from 'kysely'
import { insertMany } from '../platform/db/statements.ts'
import type { Cell, Db, Listed, Tables } from './tables.ts'
import { FLAG, traitsOf } from './traits.ts'

/** Texts sort by their bytes in both stores, so that a page ends where the next begins. */
export function listingTables(db: Pick<Kysely<never>, 'getExecutor'>): readonly string[] {
  const byBytes = db.getExecutor().adapter instanceof PostgresAdapter ? ' collate "C"' : ''
  const text = (length: number) => `varchar(${length})${byBytes} not null`
  return [
    `create table stix_object (number bigint primary key, seq bigint not null, id varchar(300) not null, type ${text(250)}, label ${text(120)}, version ${text(130)}, tlp integer not null, creator varchar(300) not null, import bigint not null, flags integer not null)`,
    'create index stix_object_seq on stix_object (seq)',
    'create index stix_object_type on stix_object (type, seq)',
    'create index stix_object_label on stix_object (label, seq)',
    'create index stix_object_version on stix_object (version, seq)',
    'create table stix_later (seq bigint primary key, number bigint not null)',
    'create table stix_cell (type varchar(250) not null, tlp integer not null, creator varchar(300) not null, import bigint not null, flags integer not null, count bigint not null, primary key (type, tlp, creator, import, flags))',
  ]
}

/** One content that is held, as far as lists need it. */
export type Content = {
  readonly seq: number
  readonly id: string
  readonly type: string
  readonly version: string
  readonly import: number
  readonly value: Readonly<Record<string, unknown>>
}

/** What a file changes in the lists: rows of a batch, and counts until its end. */
export type Listing = {
  readonly rows: Map<number, Listed>
  readonly later: { seq: number; number: number }[]
  readonly cells: Map<string, Cell>
}

export const newListing = (): Listing => ({ rows: new Map(), later: [], cells: new Map() })

/** Puts the first content of an object into the lists. */
export function listFirst(listing: Listing, content: Content): void {
  add(listing, rowOf(content, content.seq))
}

/** Puts another content of a listed object into the lists; `conflicts` where it has an equal in date. */
export async function listLater(
  db: Db,
  listing: Listing,
  content: Content,
  at: { readonly number: number; readonly conflicts: boolean },
): Promise<void> {
  const { number, conflicts } = at
  listing.later.push({ seq: content.seq, number })
  const waiting = listing.rows.get(number)
  const before =
    waiting ??
    (await db
      .selectFrom('stix_object')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirstOrThrow())
  const next = withLater(before, content, conflicts)
  count(listing, before, -1)
  if (waiting) {
    add(listing, next)
    return
  }
  count(listing, next, 1)
  const { number: _, ...changed } = next
  await db.updateTable('stix_object').set(changed).where('number', '=', number).execute()
}

/** The newest by its version and then by its coming; what was red once stays so, and so does a conflict. */
function withLater(before: Listed, content: Content, conflicts: boolean): Listed {
  const later = rowOf(content, Number(before.number))
  const newest = later.version >= before.version ? later : before
  const lasting = (before.flags | later.flags) & (FLAG.red | FLAG.conflict)
  return { ...newest, flags: newest.flags | lasting | (conflicts ? FLAG.conflict : 0) }
}

const rowOf = ({ value, ...content }: Content, number: number): Listed => {
  const { label, tlp, creator, flags } = traitsOf(value)
  return { number, ...content, label, tlp, creator, flags }
}

function add(listing: Listing, row: Listed) {
  listing.rows.set(row.number, row)
  count(listing, row, 1)
}

function count({ cells }: Listing, row: Listed, by: 1 | -1) {
  const { type, tlp, creator, flags } = row
  const of = Number(row.import)
  const key = `${type} ${tlp} ${creator} ${of} ${flags}`
  const cell = cells.get(key)
  if (cell) cell.count += by
  else cells.set(key, { type, tlp, creator, import: of, flags, count: by })
}

/** Writes the rows of a batch. */
export async function writeRows(db: Db, { rows, later }: Listing): Promise<void> {
  await insertMany<Tables>(db, 'stix_object', [...rows.values()])
  await insertMany<Tables>(db, 'stix_later', later)
  rows.clear()
  later.length = 0
}

/** Writes what a whole file changed in the counts. */
export async function writeCells(db: Db, { cells }: Listing): Promise<void> {
  const changed = [...cells.values()].filter((cell) => cell.count !== 0)
  for (let from = 0; from < changed.length; from += 100)
    await db
      .insertInto('stix_cell')
      .values(changed.slice(from, from + 100))
      .onConflict((conflict) =>
        conflict
          .columns(['type', 'tlp', 'creator', 'import', 'flags'])
          .doUpdateSet({ count: sql<number>`stix_cell.count + excluded.count` }),
      )
      .execute()
  cells.clear()
}

/** Takes objects out of the lists, by their numbers. */
export async function unlist(db: Db, listing: Listing, numbers: readonly number[]): Promise<void> {
  for (let from = 0; from < numbers.length; from += PIECE) {
    const some = numbers.slice(from, from + PIECE)
    const rows = await db
      .selectFrom('stix_object')
      .selectAll()
      .where('number', 'in', some)
      .execute()
    for (const row of rows) count(listing, row, -1)
    await db.deleteFrom('stix_object').where('number', 'in', some).execute()
    const later = await db
      .selectFrom('stix_version as v')
      .innerJoin('stix_version as first', 'first.id', 'v.id')
      .select('v.seq')
      .where('first.seq', 'in', some)
      .execute()
    const seqs = later.map(({ seq }) => Number(seq))
    for (let at = 0; at < seqs.length; at += PIECE)
      await db
        .deleteFrom('stix_later')
        .where('seq', 'in', seqs.slice(at, at + PIECE))
        .execute()
  }
}

/** Puts contents of objects that are in no list into the lists, in the order in which they came. */
export async function listAgain(db: Db, listing: Listing, seqs: readonly number[]): Promise<void> {
  const held: Held = new Map()
  for (let from = 0; from < seqs.length; from += PIECE) {
    const some = await contentsFrom(db)
      .where('seq', 'in', seqs.slice(from, from + PIECE))
      .orderBy('seq')
      .execute()
    await listEach(db, listing, held, some)
  }
}

const PIECE = 500

const contentsFrom = (db: Db) =>
  db.selectFrom('stix_version').select(['seq', 'id', 'type', 'version', 'import', 'bytes'])

/** What is listed already, by id: its number, and the versions of it. */
type Held = Map<string, { readonly number: number; readonly versions: Set<string> }>
type Row = Omit<Content, 'value'> & { readonly bytes: Uint8Array }

async function listEach(db: Db, listing: Listing, held: Held, rows: readonly Row[]) {
  for (const { bytes, ...row } of rows) {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Content['value']
    const content = { ...row, seq: Number(row.seq), import: Number(row.import), value }
    const known = held.get(row.id)
    if (known) {
      const conflicts = known.versions.has(row.version)
      known.versions.add(row.version)
      await listLater(db, listing, content, { number: known.number, conflicts })
    } else {
      held.set(row.id, { number: content.seq, versions: new Set([row.version]) })
      listFirst(listing, content)
    }
  }
}

/** Makes the lists anew from what came in, in the order in which it came. */
export async function rebuildListing(db: Db): Promise<void> {
  const listing = newListing()
  const held: Held = new Map()
  for (let after = 0; ;) {
    const some = await contentsFrom(db)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PIECE)
      .execute()
    await listEach(db, listing, held, some)
    await writeRows(db, listing)
    const last = some.at(-1)
    if (!last) break
    after = Number(last.seq)
  }
  await writeCells(db, listing)
}
