import type { Received } from '@entente/stix'
import type { AnyTables } from '../platform/db/index.ts'
import { addEntries, entriesOf, forgetEntries, type Adding } from './entries.ts'
import { keepMarkings, markedBy } from './marking.ts'
import { versionSaid } from './posting.ts'
import { carryReads, readersOf, readSince } from './reads.ts'
import type { Db, Entry, Tables } from './tables.ts'

/** Who has an object from here by TAXII: a client that read a page with it, or a remote that it was pushed to. */
export type TaxiiHolder = {
  readonly route: 'taxii' | 'taxii-push'
  /** The client, empty where it needed no credentials; or the remote. */
  readonly who: string
  readonly collection: string
  readonly at: string
}

/** Everybody who has some version of an object by TAXII, whatever is pushed to whom by now. */
export async function taxiiHolders(within: AnyTables, id: string): Promise<readonly TaxiiHolder[]> {
  const db = within.as<Tables>()
  const holders = (await readersOf(db, id)).map(({ client, ...rest }): TaxiiHolder => ({
    route: 'taxii',
    who: client,
    ...rest,
  }))
  const sent = await db
    .selectFrom('taxii_sent as s')
    .innerJoin('taxii_collection as c', 'c.number', 's.collection')
    .select(['s.remote', 'c.id as pushes'])
    .orderBy('s.remote')
    .orderBy('s.collection')
    .execute()
  for (const { remote, pushes } of sent) {
    const { at, entries } = await sentTo(db, id, { remote, pushes })
    if (entries.length > 0)
      holders.push({ route: 'taxii-push', who: remote, collection: pushes, at })
  }
  return holders
}

/** What of an object is at a remote: it was looked through for it, did not come from it and was not refused by it. */
export async function sentTo(
  db: Db,
  id: string,
  { remote, pushes }: { readonly remote: string; readonly pushes: string },
): Promise<{ readonly at: string; readonly entries: readonly Entry[] }> {
  const sent = await db
    .selectFrom('taxii_sent as s')
    .innerJoin('taxii_collection as c', 'c.number', 's.collection')
    .select(['c.number', 's.last', 's.at'])
    .where('s.remote', '=', remote)
    .where('c.id', '=', pushes)
    .executeTakeFirst()
  if (!sent) return { at: '', entries: [] }
  const entries: Entry[] = []
  for (const entry of await entriesOf(db, sent.number, [id])) {
    if (entry.added > sent.last) continue
    const [pulled, refused] = [
      await db
        .selectFrom('taxii_pulled')
        .select('content')
        .where('remote', '=', remote)
        .where('content', '=', entry.content)
        .executeTakeFirst(),
      await db
        .selectFrom('taxii_refused')
        .select('added')
        .where('remote', '=', remote)
        .where('collection', '=', sent.number)
        .where('added', '=', entry.added)
        .where('unsure', '=', 0)
        .executeTakeFirst(),
    ]
    if (!pulled && !refused) entries.push(entry)
  }
  return { at: sent.at, entries }
}

/**
 * Puts the version that says that an object is revoked into every collection in which the object stands, so that whoever
 * polls sees it. TAXII 2.1 knows no other word for what is gone (section 5.7 deletes here, and tells nobody).
 */
export async function putTombstone(
  within: AnyTables,
  tombstone: Received & { readonly seq: number },
  now: number,
): Promise<void> {
  const db = within.as<Tables>()
  const text = markedBy(tombstone.value, false)
  const marked = (await keepMarkings(db, [text])).get(text)!
  const said = versionSaid(tombstone)
  for (const row of await db.selectFrom('taxii_collection').selectAll().execute()) {
    const there = await entriesOf(db, row.number, [tombstone.id])
    if (there.length === 0) continue
    const adding: Adding = {
      object: tombstone.id,
      type: tombstone.type,
      version: tombstone.version,
      ...(said === undefined ? {} : { said }),
      content: tombstone.seq,
      marked,
      posted: there.some(({ posted }) => posted === 1),
    }
    await addEntries(db, row, [adding], now * 1000)
  }
}

/**
 * What was called back and is let go again comes as if it were new: whoever read on meanwhile would miss it. Whoever read it
 * before has it still.
 */
export async function addedAnew(
  within: AnyTables,
  ids: readonly string[],
  now: number,
): Promise<void> {
  const db = within.as<Tables>()
  for (const row of await db.selectFrom('taxii_collection').selectAll().execute()) {
    const entries = await entriesOf(db, row.number, ids)
    await addAnew(db, row, entries, now)
  }
}

/** The same of some entries of one collection. */
export async function addAnew(
  db: Db,
  row: Pick<Tables['taxii_collection'], 'number' | 'added'>,
  entries: readonly Entry[],
  now: number,
): Promise<void> {
  if (entries.length === 0) return
  await forgetEntries(db, entries)
  const adding = entries.map(({ object, type, version, said, content, marked, posted }) => ({
    object,
    type,
    version,
    said,
    content: Number(content),
    marked,
    posted: posted === 1,
  }))
  const added = await addEntries(db, row, adding, now * 1000)
  for (const [at, entry] of entries.entries()) await carryReads(db, entry, added[at]!.added)
}

/** When a client read the version that says that an object is revoked; undefined where it did not yet. */
export async function tombstoneRead(
  within: AnyTables,
  { collection, client, content }: { collection: string; client: string; content: number },
): Promise<string | undefined> {
  const db = within.as<Tables>()
  const entry = await db
    .selectFrom('taxii_entry as e')
    .innerJoin('taxii_collection as c', 'c.number', 'e.collection')
    .select(['e.collection', 'e.added', 'e.object', 'e.type'])
    .where('c.id', '=', collection)
    .where('e.content', '=', content)
    .executeTakeFirst()
  return entry && readSince(db, { collection: entry.collection, client, entry })
}

/** What a remote to which an object was pushed knows of its being called back; undefined: nothing yet. */
export async function knownThere(
  within: AnyTables,
  { remote, pushes, content }: { remote: string; pushes: string; content: number | undefined },
  { id, since }: { readonly id: string; readonly since: string },
): Promise<
  { readonly state: 'told' } | { readonly state: 'confirmed'; readonly at: string } | undefined
> {
  const db = within.as<Tables>()
  const deleted = await db
    .selectFrom('taxii_deleted')
    .select('at')
    .where('remote', '=', remote)
    .where('object', '=', id)
    .where('at', '>=', since)
    .executeTakeFirst()
  if (deleted) return { state: 'confirmed', at: deleted.at }
  const { entries } = await sentTo(db, id, { remote, pushes })
  return entries.some((one) => Number(one.content) === content) ? { state: 'told' } : undefined
}
