import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Asked, Micros } from '@entente/taxii'
import { removedOf, entriesOf } from './entries.ts'
import type { Db, Entry } from './tables.ts'

/** A page of contents as it was read: by whom, and between which moments of the collection. */
type Read = {
  readonly collection: number
  /** Empty: anyone, without credentials. */
  readonly client: string
  readonly first: Micros
  readonly last: Micros
  readonly at: string
}

type Question = Pick<Asked, 'question' | 'object'>

/** What a page was asked for; `dated`: versions of certain dates alone, among which what was called back is not told. */
type AskedFor = {
  readonly ids?: readonly string[]
  readonly types?: readonly string[]
  readonly dated?: true
}

const askedFor = ({ question: { ids, types, versions }, object }: Question): AskedFor => ({
  ...(object === undefined ? (ids ? { ids } : {}) : { ids: [object] }),
  ...(types ? { types } : {}),
  ...(versions === 'all' || versions.first || versions.last ? {} : { dated: true }),
})

const isIn = ({ ids, types }: AskedFor, { object, type }: Pick<Entry, 'object' | 'type'>) =>
  (ids?.includes(object) ?? true) && (types?.includes(type) ?? true)

/** Keeps that a client read a page, the first time that it reads the same one: it has what stands in it since. */
export async function keepRead(db: Db, read: Read, question: Question): Promise<void> {
  if (read.client === '') return keepAnyones(db, read)
  const asked = JSON.stringify(askedFor(question))
  const key = hash('sha256', [read.collection, read.client, read.first, read.last, asked].join(' '))
  await db
    .insertInto('taxii_read')
    .values({ key, ...read, asked })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whoever needs no credentials may ask in as many ways as there are: of one day one row is kept, of all that was read. */
async function keepAnyones(db: Db, read: Read): Promise<void> {
  const key = hash('sha256', `${read.collection} anyone ${read.at.slice(0, 10)}`)
  const [first, last] = [sql.ref<number>('taxii_read.first'), sql.ref<number>('taxii_read.last')]
  await db
    .insertInto('taxii_read')
    .values({ key, ...read, asked: '{}' })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({
          first: sql<number>`case when ${first} < ${read.first} then ${first} else ${read.first} end`,
          last: sql<number>`case when ${last} > ${read.last} then ${last} else ${read.last} end`,
          at: read.at,
        })
        .where((is) => is.or([is(first, '>', read.first), is(last, '<', read.last)])),
    )
    .execute()
}

/** Who read some version of an object in which collection, and when first. */
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
