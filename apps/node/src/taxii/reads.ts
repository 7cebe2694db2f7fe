import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Asked, Micros } from '@entente/taxii'
import { removedOf, entriesOf } from './entries.ts'
import { joined, spansOf, without, type Span } from './spans.ts'
import type { Db, Entry, Tables } from './tables.ts'

/** A page of contents as it is served: to whom, when, and the entries in it, which ascend. */
type Read = {
  readonly collection: number
  /** Empty: anyone, without credentials. */
  readonly client: string
  readonly at: string
  readonly served: readonly Pick<Entry, 'added' | 'object'>[]
}

type Question = Pick<Asked, 'question' | 'object'>

/** What a record covers; of before: `ids`, and `dated`, versions of certain dates alone, among which what was called back is not told. */
type AskedFor = {
  readonly ids?: readonly string[]
  readonly types?: readonly string[]
  readonly dated?: true
}

const isIn = ({ ids, types }: AskedFor, { object, type }: Pick<Entry, 'object' | 'type'>) =>
  (ids?.includes(object) ?? true) && (types?.includes(type) ?? true)

type Row = Tables['taxii_read']
/** Which rows a span belongs to: those of one client in one collection, of everything (`{}`) or of one type. */
type Of = Pick<Row, 'collection' | 'client' | 'asked'>

const EVERYTHING = '{}'

/**
 * Keeps what a client was served, the first time: it has it since. The record grows with what was served and never with how
 * often, whatever is asked: its spans name nothing twice and nothing that was not served, and of one day those that follow
 * one another are one, which says by when. Durable before the page goes. Whatever ends it half-way, asking again
 * completes it; and as spans only grow, two that write at once lose nothing.
 */
export async function keepRead(db: Db, read: Read, asked: Question): Promise<void> {
  const [first, last] = [read.served[0]?.added, read.served.at(-1)?.added]
  if (first === undefined || last === undefined) return
  for (const [type, served] of byType(read.served, asked)) {
    const { collection, client, at } = read
    const of = { collection, client, asked: type ? JSON.stringify({ types: [type] }) : EVERYTHING }
    const kinds = [EVERYTHING, of.asked]
    const whole = { first: served[0]!, last: served.at(-1)! }
    // Whoever reads again what one span covers adds nothing: nothing more is asked than that.
    const known = await spansNear(db, of, kinds, [whole])
    if (known.some((row) => row.first <= whole.first && row.last >= whole.last)) continue
    const spans = await spansIn(db, { collection, type, served }, asked)
    const fresh = without(spans, await spansNear(db, of, kinds, spans))
    if (fresh.length > 0) await keepSpans(db, { ...of, at }, fresh)
  }
}

/** Where types are asked for, what is of other types is no gap. */
function byType(
  served: Read['served'],
  { question: { ids, types }, object }: Question,
): ReadonlyMap<string | undefined, readonly Micros[]> {
  const isSome = types !== undefined && ids === undefined && object === undefined
  if (!isSome) return new Map([[undefined, served.map(({ added }) => added)]])
  const groups = Map.groupBy(served, (one) => one.object.slice(0, one.object.indexOf('--')))
  return new Map([...groups].map(([type, all]) => [type, all.map(({ added }) => added)]))
}

type Served = {
  readonly collection: number
  readonly type: string | undefined
  readonly served: readonly Micros[]
}

async function spansIn(
  db: Db,
  { collection, type, served }: Served,
  { question: { ids }, object }: Question,
): Promise<readonly Span[]> {
  // Whoever looks things up has those, which may lie anywhere: nothing between them is looked at.
  if (ids !== undefined || object !== undefined)
    return served.map((added) => ({ first: added, last: added }))
  const [first, last] = [served[0]!, served.at(-1)!]
  const moments = (table: 'taxii_entry' | 'taxii_removed') =>
    db
      .selectFrom(table)
      .where('collection', '=', collection)
      .$if(type !== undefined, (query) => query.where('type', '=', type ?? ''))
  const all = ['taxii_entry', 'taxii_removed'] as const
  const before: number[] = []
  let count = 0
  for (const table of all) {
    const row = await moments(table)
      .select(({ fn }) => fn.max('added').as('before'))
      .where('added', '<', first)
      .executeTakeFirstOrThrow()
    before.push(Number(row.before ?? -1))
    const there = await moments(table)
      .select(({ fn }) => fn.countAll().as('count'))
      .where('added', '>=', first)
      .where('added', '<=', last)
      .executeTakeFirstOrThrow()
    count += Number(there.count)
  }
  const previous = Math.max(...before)
  if (count === served.length) return [{ first: previous + 1, last }]
  const between: Micros[] = []
  for (const table of all)
    for (const { added } of await moments(table)
      .select('added')
      .where('added', '>=', first)
      .where('added', '<=', last)
      .execute())
      between.push(added)
  return spansOf(
    served,
    between.toSorted((a, b) => a - b),
    previous,
  )
}

/** What is on record of what touches some spans. */
function spansNear(
  db: Db,
  { collection, client }: Of,
  asked: readonly string[],
  spans: readonly Span[],
): Promise<readonly Row[]> {
  return db
    .selectFrom('taxii_read')
    .selectAll()
    .where('collection', '=', collection)
    .where('client', '=', client)
    .where('asked', 'in', [...new Set(asked)])
    .where('last', '>=', spans[0]!.first - 1)
    .where('first', '<=', spans.at(-1)!.last + 1)
    .execute()
}

async function keepSpans(db: Db, { at, ...of }: Of & { at: string }, fresh: readonly Span[]) {
  const near = await spansNear(db, of, [of.asked], fresh)
  const today = near.filter((row) => row.at.slice(0, 10) === at.slice(0, 10))
  const adding: Row[] = []
  for (const { first, last, of: parts } of joined<Span | Row>([...today, ...fresh])) {
    const [grows, ...swallowed] = parts.filter((one): one is Row => 'key' in one)
    const span = { first, last, at }
    if (grows && parts.length === 1) continue
    if (!grows || !(await grow(db, grows.key, span)))
      adding.push({ key: keyOf(of, span), ...of, ...span })
    for (const { key } of swallowed)
      await db
        .deleteFrom('taxii_read')
        .where('key', '=', key)
        .where('first', '>=', first)
        .where('last', '<=', last)
        .execute()
  }
  await addRows(db, adding)
}

const PIECE = 100

async function addRows(db: Db, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += PIECE)
    await db
      .insertInto('taxii_read')
      .values(rows.slice(from, from + PIECE))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

const keyOf = ({ collection, client, asked }: Of, { first, last, at }: Span & { at: string }) =>
  hash('sha256', JSON.stringify([collection, client, asked, first, last, at]))

/** False where another swallowed it meanwhile. */
async function grow(db: Db, key: string, { first, last, at }: Span & { at: string }) {
  const { numUpdatedRows } = await db
    .updateTable('taxii_read')
    .set({
      first: sql<number>`case when first < ${first} then first else ${first} end`,
      last: sql<number>`case when last > ${last} then last else ${last} end`,
      at,
    })
    .where('key', '=', key)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Who has an entry has it as well where it is added anew, under another moment. */
export async function carryReads(db: Db, entry: Entry, to: Micros): Promise<void> {
  const rows = await db
    .selectFrom('taxii_read')
    .selectAll()
    .where('collection', '=', entry.collection)
    .where('first', '<=', entry.added)
    .where('last', '>=', entry.added)
    .execute()
  const span = { first: to, last: to }
  const carried = rows
    .filter(({ asked }) => isIn(JSON.parse(asked) as AskedFor, entry))
    .map((row): Row => ({ ...row, ...span, asked: EVERYTHING }))
  await addRows(
    db,
    carried.map((row) => ({ ...row, key: keyOf(row, row) })),
  )
}

/** Which of these entries somebody has passed who did not have them: a client that read on, or a remote to which it was pushed. */
export async function passedOf(
  db: Db,
  collection: number,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  if (entries.length === 0) return []
  const rows = await db
    .selectFrom('taxii_read')
    .select(['client', 'first', 'last', 'asked'])
    .where('collection', '=', collection)
    .execute()
  const spans = rows.map(({ asked, ...row }) => ({ ...row, of: JSON.parse(asked) as AskedFor }))
  const clients = [...Map.groupBy(spans, ({ client }) => client).values()]
  const { pushed } = await db
    .selectFrom('taxii_sent')
    .select(({ fn }) => fn.max('last').as('pushed'))
    .where('collection', '=', collection)
    .executeTakeFirstOrThrow()
  return entries.filter((entry) => {
    const read = clients.map((all) => all.filter(({ of }) => isIn(of, entry)))
    const isPassed = read.some(
      (all) =>
        all.some(({ last }) => last > entry.added) &&
        !all.some(({ first, last }) => first <= entry.added && entry.added <= last),
    )
    return isPassed || Number(pushed ?? -1) >= entry.added
  })
}

/** Who read some version of an object in which collection, and by when first. */
export async function readersOf(
  db: Db,
  id: string,
): Promise<
  readonly { readonly collection: string; readonly client: string; readonly at: string }[]
> {
  const found: { collection: string; client: string; at: string }[] = []
  for (const { number, id: collection } of await db
    .selectFrom('taxii_collection')
    .select(['number', 'id'])
    .orderBy('number')
    .execute()) {
    const first = new Map<string, string>()
    const was = [...(await entriesOf(db, number, [id])), ...(await removedOf(db, number, [id]))]
    for (const { added, type } of was)
      for (const { client, at, asked } of await db
        .selectFrom('taxii_read')
        .select(['client', 'at', 'asked'])
        .where('collection', '=', number)
        .where('first', '<=', added)
        .where('last', '>=', added)
        .execute()) {
        const isRead = isIn(JSON.parse(asked) as AskedFor, { object: id, type })
        const before = first.get(client)
        if (isRead && (before === undefined || at < before)) first.set(client, at)
      }
    for (const [client, at] of first) found.push({ collection, client, at })
  }
  return found
}

/** When a client read the last version of an object, added to a collection at a moment; undefined where it did not yet. */
export async function readSince(
  db: Db,
  { collection, client, entry }: { collection: number; client: string; entry: LastVersion },
): Promise<string | undefined> {
  const rows = await db
    .selectFrom('taxii_read')
    .select(['at', 'asked'])
    .where('collection', '=', collection)
    .where('client', '=', client)
    .where('first', '<=', entry.added)
    .where('last', '>=', entry.added)
    .orderBy('at')
    .execute()
  return rows.find(({ asked }) => {
    const of = JSON.parse(asked) as AskedFor
    return !of.dated && isIn(of, entry)
  })?.at
}

type LastVersion = Pick<Entry, 'added' | 'object' | 'type'>
