import { hash } from 'node:crypto'
import type { Asked } from '@entente/taxii'
import type { Micros } from '@entente/taxii'
import { removedOf, entriesOf } from './entries.ts'
import type { Db } from './tables.ts'

/** A page of contents as it was read: by whom, and between which moments of the collection. */
type Read = {
  readonly collection: number
  /** Empty: anyone, without credentials. */
  readonly client: string
  readonly first: Micros
  readonly last: Micros
  readonly at: string
}

/** Keeps that a client read a page, the first time that it reads the same one: it has what stands in it since. */
export async function keepRead(
  db: Db,
  read: Read,
  { question: { ids, types }, object }: Pick<Asked, 'question' | 'object'>,
): Promise<void> {
  const asked = JSON.stringify({ ids: object === undefined ? ids : [object], types })
  const key = hash('sha256', [read.collection, read.client, read.first, read.last, asked].join(' '))
  await db
    .insertInto('taxii_read')
    .values({ key, ...read, asked })
    .onConflict((conflict) => conflict.doNothing())
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
        const { ids, types } = JSON.parse(asked) as { ids?: string[]; types?: string[] }
        const isIn = (ids?.includes(id) ?? true) && (types?.includes(type) ?? true)
        const before = first.get(client)
        if (isIn && (before === undefined || at < before)) first.set(client, at)
      }
    for (const [client, at] of first) found.push({ collection, client, at })
  }
  return found
}

/** When a client read something that was added to a collection at a moment; undefined where it did not yet. */
export async function readSince(
  db: Db,
  { collection, client, added }: { collection: number; client: string; added: Micros },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('taxii_read')
    .select(({ fn }) => fn.min('at').as('at'))
    .where('collection', '=', collection)
    .where('client', '=', client)
    .where('first', '<=', added)
    .where('last', '>=', added)
    .executeTakeFirst()
  return (row?.at as string | null | undefined) ?? undefined
}
