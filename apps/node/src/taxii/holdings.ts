import { randomUUID } from 'node:crypto'
import { releaseEach, type Marked, type Marking, type Releasable } from '@entente/release'
import {
  API_ROOT,
  statusOf,
  TAXII_MEDIA_TYPE,
  wantedOf,
  type Asked,
  type Discovery,
  type Holdings,
  type Item,
  type Page,
  type Question,
  type Status,
  type WritePage,
} from '@entente/taxii'
import { intelligenceStore, type IntelligenceStore } from '../intelligence/index.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { anyTables, type AnyTables, type Database } from '../platform/db/index.ts'
import {
  collectionRow,
  contentsAfter,
  entriesAfter,
  entriesOf,
  removeEntries,
  type Looked,
} from './entries.ts'
import type { Filling } from './fill.ts'
import { recalls, type Markings, type MarkingOf } from './marking.ts'
import { isFor, offeredTo, type Offered, type Offering } from './offered.ts'
import { post, readPosted } from './posting.ts'
import { keepRead } from './reads.ts'
import type { Db, Entry, Tables } from './tables.ts'

export type HoldingsOptions = Offering & {
  readonly name: string
  readonly database: Database
  readonly objects: IntelligenceStore
  readonly markings: Markings
  readonly filling: Pick<Filling, 'catchUp'>
  readonly clock: Clock
  /** Whether a page that is read goes to the client, which then has it. */
  readonly sends: boolean
}

/** Milliseconds for which the status of a request is kept; the standard asks for a day at least. */
const STATUS_KEPT = 7 * 24 * 60 * 60 * 1000

/** Looked through together where much of it is not for this reader. */
const PIECE = 512

/** What this node has in its collections, as one client may see it. */
export function holdingsFor(options: HoldingsOptions): Holdings<Releasable<string>> {
  const offered = offeredTo(options)
  const db = options.database.as<Tables>()
  const place = async (id: string): Promise<Place> => {
    const found = offered.find(({ collection }) => collection.id === id)
    if (!found) throw new TypeError(`expected a collection of this client, got ${id}`)
    await options.filling.catchUp(found.setting)
    return { ...options, ...found, db, number: (await collectionRow(db, id)).number }
  }
  return {
    isKnown: options.client !== undefined,
    discovery: () => discoveryOf(options),
    root: () => ({
      title: titleOf(options),
      versions: [TAXII_MEDIA_TYPE],
      max_content_length: options.taxii.most,
    }),
    collections: () => offered.map(({ collection }) => collection),
    page: async (id, asked, write) => {
      const at = await place(id)
      const { served, ...page } = await readPage(at, asked, write)
      if (asked.texts && options.sends) {
        const client = options.client?.id ?? ''
        const read = { collection: at.number, client, served, at: instant(options.clock) }
        await keepRead(db, read, asked)
      }
      return page
    },
    has: async (id, object) => {
      const at = await place(id)
      const entries = await entriesOf(db, at.number, [object])
      return (await seenBy(at, entries)).length > 0
    },
    add: async (id, objects) => addTo(await place(id), objects),
    remove: async (id, object, question) => removeFrom(await place(id), object, question),
    status: (id) => findStatus(db, id, options.client?.id),
  }
}

type Place = HoldingsOptions & Offered & { readonly db: Db; readonly number: number }

const titleOf = ({ taxii, name }: Pick<HoldingsOptions, 'taxii' | 'name'>) =>
  taxii.title ?? `TAXII of ${name}`

function discoveryOf(options: HoldingsOptions): Discovery {
  const { description, contact } = options.taxii
  return {
    title: titleOf(options),
    ...(description === undefined ? {} : { description }),
    ...(contact === undefined ? {} : { contact }),
    default: `/taxii2/${API_ROOT}/`,
    api_roots: [`/taxii2/${API_ROOT}/`],
  }
}

/** How far an entry goes here: a collection may say what holds for what a client added unmarked. */
const markingFor = (
  of: MarkingOf,
  { marked, posted }: Pick<Entry, 'marked' | 'posted'>,
  at: Offered,
) => of(marked, posted === 1 ? at.setting.unmarked : undefined)

async function judgeOf(
  at: Place,
  entries: readonly Pick<Entry, 'marked'>[],
): Promise<(entry: Pick<Entry, 'marked' | 'posted'>) => Marking> {
  const of = await at.markings.of(
    entries.map(({ marked }) => marked),
    at.directory.setting(),
    at,
  )
  return (entry) => markingFor(of, entry, at)
}

/** The entries that this client may see, each with how far it may go. */
async function seenBy<T extends Pick<Entry, 'marked' | 'posted' | 'object' | 'content'>>(
  at: Place,
  entries: readonly T[],
): Promise<readonly Marked<T>[]> {
  const markingOf = await judgeOf(at, entries)
  const recallOf = await recalls(at, entries)
  // Decided once for each way of marking, of which there are few: what is the same goes as far.
  const decided = new Map<Marking, boolean>()
  const seen: Marked<T>[] = []
  for (const value of entries) {
    const recalled = recallOf(value)
    const shared = markingOf(value)
    const marking = recalled === undefined ? shared : { ...shared, recalled }
    const goes = decided.get(marking) ?? isFor(marking, at.audience)
    decided.set(marking, goes)
    if (goes) seen.push({ value, marking })
  }
  return seen
}

async function readPage(
  at: Place,
  { question, object, texts }: Asked,
  write: WritePage,
): Promise<Page<Releasable<string>> & { readonly served: readonly Looked[] }> {
  const found = await find(at, { question, texts, ...(object === undefined ? {} : { object }) })
  const entries = found.slice(0, question.limit)
  const { sent } = releaseEach(entries, at.audience, (cleared) =>
    write(cleared.map(itemOf), found.length > question.limit),
  )
  const served = entries.map(({ value }) => value)
  const [first, last] = [served[0]?.added, served.at(-1)?.added]
  return { sent, served, ...(first === undefined || last === undefined ? {} : { first, last }) }
}

const itemOf = ({ object: id, said: version, added, text }: Looked): Item =>
  text === undefined
    ? { id, added, ...(version === undefined ? {} : { version }) }
    : { id, added, text }

/**
 * What is asked for, and one more where there is more: so that whether more follows is said of what this
 * client may see, and of nothing else.
 */
async function find(
  at: Place,
  { question, object, texts }: Asked,
): Promise<readonly Marked<Looked>[]> {
  // Everything here is STIX 2.1; of other versions there is nothing.
  if (question.specVersions && !question.specVersions.includes('2.1')) return []
  const ids = object === undefined ? question.ids : [object]
  const { types, versions } = question
  const isDated = !texts || (versions !== 'all' && versions.at.size > 0)
  const found: Marked<Looked>[] = []
  const piece = Math.max(question.limit + 1, PIECE)
  for (let { after } = question; found.length <= question.limit;) {
    const look = { collection: at.number, after, ids, types }
    const rows = isDated
      ? await entriesAfter(at.db, look, { limit: piece, texts })
      : await contentsAfter(at.db, look, piece)
    found.push(...(await wantedIn(at, await seenBy(at, rows), question)))
    const last = rows.at(-1)
    if (!last || rows.length < piece) break
    after = last.added
  }
  return found
}

/**
 * Which of these are of a version that is asked for, among all versions that the client may see: an older
 * one that was added late is no later one.
 */
async function wantedIn(
  at: Place,
  entries: readonly Marked<Looked>[],
  { versions }: Question,
): Promise<readonly Marked<Looked>[]> {
  if (versions === 'all') return entries
  const many = entries.filter(({ value }) => value.several === 1).map(({ value }) => value.object)
  const isAny = versions.first || versions.last
  // Of an object with one version that one is the first and the last.
  if (many.length === 0 && isAny) return entries
  const all = Map.groupBy(
    (await seenBy(at, await entriesOf(at.db, at.number, many))).map(({ value }) => value),
    ({ object }) => object,
  )
  const wanted = new Set(
    [...all.values()].flatMap((one) =>
      wantedOf(onePerVersion(one), versions).map(({ added }) => added),
    ),
  )
  return entries.filter(({ value: { several, added, version } }) =>
    several === 1
      ? wanted.has(added)
      : isAny || (version !== undefined && versions.at.has(version)),
  )
}

/** Of two contents of one version the one that was here first. */
const onePerVersion = (entries: readonly Entry[]) =>
  entries.filter(({ version }, at) => version !== entries[at - 1]?.version)

async function addTo(at: Place, posted: readonly Uint8Array[]): Promise<Status> {
  const { client, clock, objects, collection, party, database } = at
  if (!client) throw new TypeError('expected a client that adds, got nobody')
  const text = instant(clock)
  const now = { text, micros: clock.now() * 1000 }
  const read = readPosted(posted, text)
  const outside = client.party !== party
  const source = { name: `TAXII: ${client.name}`, addedAt: text, ...(outside ? { outside } : {}) }
  const id = randomUUID()
  const work = async (within: AnyTables, add: Parameters<typeof post>[1]['add']) => {
    const inside = insideOf(at, within)
    const { db } = inside
    const sees = async (entries: readonly Pick<Entry, 'marked' | 'posted'>[]) => {
      const marking = await judgeOf(inside, entries)
      return entries.map((entry) => isFor(marking(entry), at.audience))
    }
    const posting = {
      db,
      collection: collection.id,
      store: inside.objects,
      add,
      sees,
      outside,
      now,
    }
    const status = statusOf(id, text.replace('Z', '000Z'), await post(read, posting))
    await keepStatus(db, status, { client: client.id, at: clock.now() })
    return status
  }
  // Nothing sound in it: nothing comes in, and what is wrong is still on record.
  if (read.every((one) => 'fault' in one))
    return within(database, (inside) => work(inside, () => Promise.resolve([])))
  return objects.receive(source, (add, inside) => work(inside, add))
}

async function keepStatus(db: Db, status: Status, { client, at }: { client: string; at: number }) {
  await db
    .deleteFrom('taxii_status')
    .where('at', '<', at - STATUS_KEPT)
    .execute()
  await db
    .insertInto('taxii_status')
    .values({ id: status.id, client, at, body: JSON.stringify(status) })
    .execute()
}

/** Whoever made the request reads its status, and nobody else (section 4.3). */
async function findStatus(db: Db, id: string, client: string | undefined) {
  if (client === undefined) return undefined
  const row = await db
    .selectFrom('taxii_status')
    .select('body')
    .where('id', '=', id)
    .where('client', '=', client)
    .executeTakeFirst()
  return row && (JSON.parse(row.body) as Status)
}

async function removeFrom(at: Place, object: string, { versions, specVersions }: Question) {
  const { database, client, clock } = at
  return within(database, async (inside) => {
    const there = insideOf(at, inside)
    const seen = await seenBy(there, await entriesOf(there.db, at.number, [object]))
    const entries = seen.map(({ value }) => value)
    const isOther = specVersions !== undefined && !specVersions.includes('2.1')
    const removing = isOther ? [] : wantedOf(entries, versions)
    if (removing.length === 0) return false
    await removeEntries(there.db, removing, { at: instant(clock), by: client?.id ?? '' })
    return true
  })
}

/** All of it or nothing. Whoever is inside asks inside: outside, one would wait for the other for ever. */
const within = <T>(database: Database, work: (inside: AnyTables) => Promise<T>): Promise<T> =>
  database
    .as<Tables>()
    .transaction()
    .execute((db) => work(anyTables<Tables>(db)))

const insideOf = (at: Place, inside: AnyTables): Place => ({
  ...at,
  db: inside.as<Tables>(),
  objects: intelligenceStore(inside),
})
