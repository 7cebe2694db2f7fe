import { hash } from 'node:crypto'
import type { Audience } from '@entente/release'
import {
  intelligenceStore,
  objectsSince,
  placesIn,
  type IntelligenceStore,
} from '../intelligence/index.ts'
import type { Clock } from '../platform/clock.ts'
import { anyTables, type Database } from '../platform/db/index.ts'
import { insertMany } from '../platform/db/statements.ts'
import type { Directory } from '../sharing/index.ts'
import { addAnew } from './called-back.ts'
import { addEntries, collectionRow, entriesOf, removedOf, type Adding } from './entries.ts'
import { keepMarkings, markedBy, type Markings } from './marking.ts'
import { circleNamed, isForAny } from './offered.ts'
import { versionSaid } from './posting.ts'
import { passedOf } from './reads.ts'
import type { CollectionSetting } from './setting.ts'
import type { Db, Entry, Tables } from './tables.ts'

export type Filling = {
  /**
   * Takes what came in since into a collection that takes everything, and gives anew what a definition that came in since may
   * let go; waits for it for a moment only.
   */
  readonly catchUp: (setting: CollectionSetting) => Promise<void>
  readonly close: () => Promise<void>
}

export type FillingOptions = {
  readonly database: Database
  readonly objects: IntelligenceStore
  readonly markings: Markings
  readonly directory: Directory
  readonly clock: Clock
  readonly failed: (error: unknown) => void
}

/** Contents looked through in one transaction. */
const PIECE = 500

/** Contents after which it is kept how far they were looked through: a node that starts looks through no more than these. */
const SELDOM = 10_000

/** Milliseconds that a reader waits; what is not there by then is in a later page. */
const PATIENCE = 1_000

export function createFilling(options: FillingOptions): Filling {
  const under = new Map<string, Promise<void>>()
  let isClosed = false
  const looked = new Map<string, number>()
  const fill = async (setting: CollectionSetting) => {
    if (setting.takes === 'posted') {
      looked.set(setting.id, await giveLetGo(setting, options, looked.get(setting.id) ?? 0))
      return
    }
    while (!isClosed && (await fillPiece(setting, options)));
  }
  return {
    catchUp: async (setting) => {
      if (isClosed) return
      const running =
        under.get(setting.id) ??
        fill(setting)
          .catch(options.failed)
          .finally(() => under.delete(setting.id))
      under.set(setting.id, running)
      await soon(running)
    },
    close: async () => {
      isClosed = true
      await Promise.all(under.values())
    },
  }
}

async function soon(running: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE)))
  await Promise.race([running, patience])
  clearTimeout(timer)
}

type Place = FillingOptions & {
  readonly setting: CollectionSetting
  readonly audience: Audience
  readonly db: Db
  readonly row: Tables['taxii_collection']
}

/** A content that may come into the collection. */
type Candidate = {
  readonly seq: number
  readonly id: string
  readonly type: string
  readonly version: string
  readonly bytes: Uint8Array
  readonly outside: boolean
}

/** Looks through what came in after what was looked through last; false where that is everything. */
async function fillPiece(setting: CollectionSetting, options: FillingOptions): Promise<boolean> {
  const audience =
    setting.audience === 'own'
      ? { kind: 'own-node' as const }
      : circleNamed(setting.audience, options.directory)
  if (!audience) return false
  const before = await collectionRow(options.database.as<Tables>(), setting.id)
  const came = await options.objects.after(before.filled, PIECE)
  const definitions = came.filter(({ type }) => type === 'marking-definition')
  const { stamp } = await options.objects.recalled()
  const said = [setting, audience, options.directory.setting(), ...(stamp === '' ? [] : [stamp])]
  const settings = hash('sha256', JSON.stringify(said))
  const isOther = before.settings !== settings
  if (came.length === 0 && !isOther) return false
  await options.database
    .as<Tables>()
    .transaction()
    .execute(async (db) => {
      const objects = intelligenceStore(anyTables<Tables>(db))
      await giveAnew(db, await collectionRow(db, setting.id), definitions, options.clock.now())
      const row = await collectionRow(db, setting.id)
      const place: Place = { ...options, setting, audience, db, row, objects }
      const adding = await look(place, came)
      if (isOther) await keepHidden(place)
      // What kept something back may have changed: it is looked at again.
      const again =
        isOther || definitions.length > 0 ? await lookAgain(place) : { adding: [], more: false }
      const now = options.clock.now() * 1000
      await addEntries(db, await collectionRow(db, setting.id), [...adding, ...again.adding], now)
      const filled = came.at(-1)?.seq ?? row.filled
      await db
        .updateTable('taxii_collection')
        .set({ filled, settings: again.more ? '' : settings })
        .where('number', '=', row.number)
        .execute()
    })
  return true
}

type Placed = { readonly seq: number; readonly id: string }

/** Gives anew what definitions that came in since may let go of what clients added; answers how far that was looked. */
async function giveLetGo(
  { id }: Pick<CollectionSetting, 'id'>,
  { database, clock }: Pick<FillingOptions, 'database' | 'clock'>,
  looked: number,
): Promise<number> {
  const row = await collectionRow(database.as<Tables>(), id)
  const [from, last] = [Math.max(row.filled, looked), await placesIn(database).last()]
  if (last <= from) return from
  const definitions = await objectsSince(database)('marking-definition', from, PIECE)
  // Where none came little is written: each reader would else write of what others add.
  if (definitions.length === 0 && last - row.filled < SELDOM) return last
  const filled = definitions.at(-1)?.seq ?? last
  await database
    .as<Tables>()
    .transaction()
    .execute(async (db) => {
      await giveAnew(db, await collectionRow(db, id), definitions, clock.now())
      await db
        .updateTable('taxii_collection')
        .set({ filled })
        .where('number', '=', row.number)
        .execute()
    })
  return giveLetGo({ id }, { database, clock }, filled)
}

/** What of these goes into the collection; of the others it is kept that they were looked at. */
async function look(place: Place, came: readonly Candidate[]): Promise<Adding[]> {
  const { db, row } = place
  const fresh = await freshOf(place, came)
  const read = fresh.map((one) => {
    const value = JSON.parse(new TextDecoder().decode(one.bytes)) as Readonly<
      Record<string, unknown>
    >
    return { one, value, text: markedBy(value, one.outside) }
  })
  const hashes = await keepMarkings(
    db,
    read.map(({ text }) => text),
  )
  const mayBe = await allowed(place, [...hashes.values()])
  const recalled = await place.objects.recalled()
  const [adding, kept]: [Adding[], Tables['taxii_kept'][]] = [[], []]
  const versions = new Set<string>()
  for (const { one, value, text } of read) {
    const marked = hashes.get(text)!
    // What was here first of what may go is given, and nothing that is kept back stands in its way.
    if (versions.has(versionOf(one))) continue
    const said = versionSaid({
      value,
      ...(typeof value['modified'] === 'string' ? { modified: value['modified'] } : {}),
    })
    if (mayBe(marked) && !recalled.of(one.id, one.bytes)) {
      versions.add(versionOf(one))
      adding.push({
        object: one.id,
        type: one.type,
        version: one.version,
        ...(said === undefined ? {} : { said }),
        content: one.seq,
        marked,
        posted: false,
      })
    } else kept.push({ collection: row.number, content: one.seq, marked })
  }
  await insertMany<Tables>(db, 'taxii_kept', kept)
  return adding
}

async function allowed(
  { markings, directory, audience, db, objects }: Place,
  marked: readonly string[],
) {
  const of = await markings.of(marked, directory.setting(), { db, objects })
  return (one: string) => isForAny(of(one), audience)
}

/** Those whose version is neither in the collection nor was taken out of it: what was here first stays. */
async function freshOf(
  { db, row }: Place,
  came: readonly Candidate[],
): Promise<readonly Candidate[]> {
  const ids = came.map(({ id }) => id)
  const there = [
    ...(await entriesOf(db, row.number, ids)),
    ...(await removedOf(db, row.number, ids)),
  ]
  const objects = new Set(there.map(({ object }) => object))
  const versions = new Set(there.map(({ object, version }) => `${object} ${version}`))
  return came.filter((one) =>
    one.version === '' ? !objects.has(one.id) : !versions.has(versionOf(one)),
  )
}

const versionOf = ({ id, version }: Candidate) => `${id} ${version}`

/**
 * What stood in the collection before a definition came that it is marked with was kept from readers, who may have read on
 * meanwhile: by now it may be for them, and comes as if it were new.
 */
async function giveAnew(
  db: Db,
  row: Tables['taxii_collection'],
  definitions: readonly Placed[],
  now: number,
): Promise<void> {
  const first = new Map(definitions.toReversed().map(({ id, seq }) => [id, seq]))
  const anew = new Map<number, Entry>()
  for (const [id, seq] of first) {
    const marked = db.selectFrom('taxii_marking').select('marked').where('text', 'like', `%${id}%`)
    for (const entry of await db
      .selectFrom('taxii_entry')
      .selectAll()
      .where('collection', '=', row.number)
      .where('marked', 'in', marked)
      .where('content', '<', seq)
      .execute())
      if (entry.object !== id) anew.set(entry.added, entry)
  }
  const entries = [...anew.values()].toSorted((a, b) => a.added - b.added)
  await addAnew(db, row, entries, now)
}

/**
 * Of what stands in the collection and may go to nobody any more it is kept that it waits: it stays, for whoever read it has
 * it, and where it may go again it is given anew if somebody passed it meanwhile.
 */
async function keepHidden(place: Place): Promise<void> {
  const { db, row } = place
  const entries = db.selectFrom('taxii_entry').where('collection', '=', row.number)
  const ways = (await entries.select('marked').distinct().execute()).map(({ marked }) => marked)
  const mayBe = await allowed(place, ways)
  for (const marked of ways.filter((one) => !mayBe(one)))
    await db
      .insertInto('taxii_kept')
      .columns(['collection', 'content', 'marked'])
      .expression(entries.select(['collection', 'content', 'marked']).where('marked', '=', marked))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** The first of what was kept back and may come in by now; whether more of it waits. */
async function lookAgain(place: Place): Promise<{ adding: readonly Adding[]; more: boolean }> {
  const { db, row, objects } = place
  const kept = await db
    .selectFrom('taxii_kept')
    .select('marked')
    .distinct()
    .where('collection', '=', row.number)
    .execute()
  const mayBe = await allowed(
    place,
    kept.map(({ marked }) => marked),
  )
  const seqs: number[] = []
  for (const { marked } of kept.filter((one) => mayBe(one.marked))) {
    const some = await db
      .selectFrom('taxii_kept')
      .select('content')
      .where('collection', '=', row.number)
      .where('marked', '=', marked)
      .orderBy('content')
      .limit(PIECE - seqs.length)
      .execute()
    seqs.push(...some.map(({ content }) => Number(content)))
    if (seqs.length >= PIECE) break
  }
  if (seqs.length === 0) return { adding: [], more: false }
  const found = await objects.placed(seqs)
  await db
    .deleteFrom('taxii_kept')
    .where('collection', '=', row.number)
    .where('content', 'in', seqs)
    .execute()
  const there = await db
    .selectFrom('taxii_entry')
    .selectAll()
    .where('collection', '=', row.number)
    .where('content', 'in', seqs)
    .orderBy('added')
    .execute()
  const passed = await passedOf(db, row.number, there)
  await addAnew(db, await collectionRow(db, place.setting.id), passed, place.clock.now())
  return { adding: await look(place, found), more: seqs.length >= PIECE }
}
