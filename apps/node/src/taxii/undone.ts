import { writeTimestamp } from '@entente/taxii'
import type { Brought, Stay } from '../intelligence/index.ts'
import type { AnyTables } from '../platform/db/index.ts'
import { entriesOf, forgetEntries } from './entries.ts'
import type { TaxiiSetting } from './setting.ts'
import type { Db, Entry, Tables } from './tables.ts'

type Asked = Pick<Brought, 'seq' | 'id'>

/**
 * Which contents others may have read in a collection, by their places: what stands in one stays, for whoever may read it
 * may have it. A collection for this node alone keeps nothing here.
 */
export async function inCollections(
  within: AnyTables,
  contents: readonly Asked[],
  { collections }: Pick<TaxiiSetting, 'collections'>,
): Promise<ReadonlyMap<number, readonly Stay[]>> {
  const stays = new Map<number, Stay[]>()
  for (const { id, entries } of await standing(within.as<Tables>(), contents)) {
    const setting = collections.find((one) => one.id === id)
    if (setting?.audience === 'own') continue
    for (const { content, added } of entries) {
      const stay: Stay = {
        why: 'collection',
        collection: setting?.title ?? id,
        audience: setting?.audience ?? 'unknown',
        at: writeTimestamp(added),
      }
      stays.set(content, [...(stays.get(content) ?? []), stay])
    }
  }
  return stays
}

/** Takes contents that go out of the collections, and what was kept of them there. */
export async function outOfCollections(
  within: AnyTables,
  contents: readonly Asked[],
): Promise<void> {
  const db = within.as<Tables>()
  for (const { entries } of await standing(db, contents)) await forgetEntries(db, entries)
  const collections = await db.selectFrom('taxii_collection').select('number').execute()
  const remotes = await db.selectFrom('taxii_pulled').select('remote').distinct().execute()
  const seqs = contents.map(({ seq }) => seq)
  for (let from = 0; from < seqs.length; from += PIECE) {
    const some = seqs.slice(from, from + PIECE)
    for (const { number } of collections)
      await db
        .deleteFrom('taxii_kept')
        .where('collection', '=', number)
        .where('content', 'in', some)
        .execute()
    for (const { remote } of remotes)
      await db
        .deleteFrom('taxii_pulled')
        .where('remote', '=', remote)
        .where('content', 'in', some)
        .execute()
  }
}

const PIECE = 200

/** The entries of some contents, by collection. */
async function standing(
  db: Db,
  contents: readonly Asked[],
): Promise<readonly { readonly id: string; readonly entries: readonly Entry[] }[]> {
  const asked = new Set(contents.map(({ seq }) => seq))
  const ids = contents.map(({ id }) => id)
  const collections = await db.selectFrom('taxii_collection').select(['number', 'id']).execute()
  const found: { id: string; entries: readonly Entry[] }[] = []
  for (const { number, id } of collections) {
    const entries = (await entriesOf(db, number, ids)).map((entry) => ({
      ...entry,
      content: Number(entry.content),
    }))
    found.push({ id, entries: entries.filter(({ content }) => asked.has(content)) })
  }
  return found
}
