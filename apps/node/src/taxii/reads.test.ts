import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from '@entente/taxii'
import { STORE_KINDS } from '../../test/stores.ts'
import { insertMany } from '../platform/db/statements.ts'
import { addedAnew, taxiiHolders } from './called-back.ts'
import { entriesAfter, entriesOf, removeEntries } from './entries.ts'
import { keepRead, readSince } from './reads.ts'
import { taxiiMigrations, type Db, type Entry, type Tables } from './tables.ts'

const ID = '0b0c0d0e-0000-4000-8000-000000000001'
const ALL: Question = { after: 0, limit: 10, versions: { first: false, last: true, at: new Set() } }

const objectAt = (place: number) =>
  `${place % 3 === 0 ? 'malware' : 'tool'}--0b0c0d0e-0000-4000-8000-${String(place).padStart(12, '0')}`

/** Adds so many more objects to the collection; their moments are ten apart. */
async function fill(db: Db, count: number): Promise<void> {
  const from = await lastIn(db)
  const rows = Array.from({ length: count }, (_, at): Entry => {
    const object = objectAt(from / 10 + at)
    const [type, added] = [object.split('--')[0]!, from + at * 10 + 10]
    const version = { version: `${added}`, said: `${added}`, content: added, marked: '' }
    return { collection: 1, added, object, type, ...version, posted: 0, several: 0 }
  })
  await insertMany<Tables>(db, 'taxii_entry', rows)
}

async function lastIn(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom('taxii_entry')
    .select(({ fn }) => fn.max('added').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0)
}

const emptyCollection = (db: Db) =>
  db
    .insertInto('taxii_collection')
    .values({ number: 1, id: ID, added: 0, filled: 0, settings: '' })
    .execute()

/** What a reader asks, from which entry on and how many; which of every seven entries are kept from them. */
type Asking = {
  readonly client: string
  readonly day: number
  readonly after: number
  readonly limit: number
  readonly of: 'everything' | 'tool' | 'ids'
  readonly hidden: number
}
const asking = fc.record<Asking>({
  client: fc.constantFrom('birch', 'cedar', ''),
  day: fc.integer({ min: 1, max: 3 }),
  after: fc.integer({ min: 0, max: 24 }),
  limit: fc.integer({ min: 1, max: 9 }),
  of: fc.constantFrom('everything', 'everything', 'tool', 'ids'),
  hidden: fc.integer({ min: 0, max: 9 }),
})

/** What is served to it, as a node would; and what it keeps of that. */
async function serve(db: Db, { client, day, after, limit, of, hidden }: Asking) {
  const ids = of === 'ids' ? [2, 3, 7, 8, 19].map(objectAt) : undefined
  const types = of === 'tool' ? ['tool'] : undefined
  const look = { collection: 1, after: after * 10, ids, types }
  const rows = await entriesAfter(db, look, { limit: 100, texts: false })
  const served = rows.filter(({ added }) => (added / 10) % 7 !== hidden).slice(0, limit)
  const at = `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`
  const question = { ...ALL, ...(ids ? { ids } : {}), ...(types ? { types } : {}) }
  await keepRead(db, { collection: 1, client, at, served }, { question })
  return { client, at, objects: served.map(({ object }) => object) }
}

const readsIn = (db: Db) => db.selectFrom('taxii_read').selectAll().orderBy('key').execute()

const held = async (db: Db, object: string) =>
  (await taxiiHolders({ as: () => db } as never, object)).map(({ who }) => who).toSorted()

describe.each(STORE_KINDS)('what clients were served, in $name', ({ name, empty }) => {
  test('names exactly who was served something, whatever was asked how often', async () => {
    await using store = await empty()
    await using database = await store.open(taxiiMigrations)
    const db = database.as<Tables>()
    await emptyCollection(db)
    const steps = fc.array(
      fc.oneof({ weight: 6, arbitrary: asking }, fc.constant('more'), fc.constant('remove')),
      { minLength: 1, maxLength: 14 },
    )
    await fc.assert(
      fc
        .asyncProperty(steps, async (all) => {
          await fill(db, 12)
          const has = new Set<string>()
          for (const step of all) {
            if (step === 'more') await fill(db, 3)
            else if (step === 'remove') {
              const at = { at: '2026-11-01T00:00:00.000Z', by: 'birch' }
              await removeEntries(db, await entriesOf(db, 1, [objectAt(5)]), at)
            } else {
              const { client, objects } = await serve(db, step)
              for (const object of objects) has.add(`${client} ${object}`)
              const rows = await readsIn(db)
              await serve(db, step)
              expect(await readsIn(db)).toEqual(rows)
            }
          }
          const count = (await lastIn(db)) / 10
          for (let place = 0; place < count; place += 1) {
            const object = objectAt(place)
            const who = ['', 'birch', 'cedar'].filter((client) => has.has(`${client} ${object}`))
            expect(await held(db, object), object).toEqual(who)
          }
        })
        .afterEach(async () => {
          for (const table of ['taxii_read', 'taxii_entry', 'taxii_removed'] as const)
            await db.deleteFrom(table).execute()
        }),
      { numRuns: name === 'SQLite' ? 25 : 10 },
    )
  })

  test('is a row a day of whoever asks every minute, and none of whoever reads the same again', async () => {
    await using store = await empty()
    await using database = await store.open(taxiiMigrations)
    const db = database.as<Tables>()
    await emptyCollection(db)
    const ask = (minute: number, after: number) =>
      serve(db, {
        client: 'birch',
        day: 1 + Math.floor(minute / 20),
        after,
        limit: 99,
        of: 'everything',
        hidden: 9,
      })
    for (let minute = 0; minute < 40; minute += 1) {
      await fill(db, 1)
      await ask(minute, minute)
      await ask(minute, 0)
    }
    const rows = await db
      .selectFrom('taxii_read')
      .select(['first', 'last', 'asked'])
      .orderBy('first')
      .execute()
    expect(rows).toEqual([
      { first: 0, last: 200, asked: '{}' },
      { first: 201, last: 400, asked: '{}' },
    ])
  })

  test('is completed by asking again where it stopped half-way, and two that write at once lose nothing', async () => {
    await using store = await empty()
    await using database = await store.open(taxiiMigrations)
    const db = database.as<Tables>()
    await emptyCollection(db)
    await fill(db, 20)
    const base = { client: 'birch', day: 1, of: 'everything', hidden: 9 } as const
    await Promise.all([
      serve(db, { ...base, after: 0, limit: 6 }),
      serve(db, { ...base, after: 4, limit: 8 }),
      serve(db, { ...base, after: 9, limit: 9 }),
    ])
    // As if killed after the one row had grown: what it swallowed is still there.
    await db
      .insertInto('taxii_read')
      .values({
        key: 'x',
        collection: 1,
        client: 'birch',
        first: 41,
        last: 60,
        at: '2026-11-01T00:00:00.000Z',
        asked: '{}',
      })
      .execute()
    const rows = await serve(db, { ...base, after: 0, limit: 20 }).then(() => readsIn(db))
    await serve(db, { ...base, after: 0, limit: 20 })
    expect(await readsIn(db)).toEqual(rows)
    for (let place = 0; place < 20; place += 1)
      expect(await held(db, objectAt(place))).toEqual(['birch'])
  })

  test('is of the client still where the object is let go again and added anew', async () => {
    await using store = await empty()
    await using database = await store.open(taxiiMigrations)
    const db = database.as<Tables>()
    await emptyCollection(db)
    await fill(db, 5)
    await serve(db, { client: 'birch', day: 1, after: 0, limit: 9, of: 'tool', hidden: 9 })
    await addedAnew({ as: () => db } as never, [objectAt(2)], 1)
    await addedAnew({ as: () => db } as never, [objectAt(3)], 1)
    expect(await held(db, objectAt(2))).toEqual(['birch'])
    expect(await held(db, objectAt(3))).toEqual([])
  })

  test('that was kept page by page is joined by the day, and names whom it named', async () => {
    await using store = await empty()
    {
      await using before = await store.open(
        taxiiMigrations.filter(({ id }) => id !== 'taxii-7-reads-joined'),
      )
      const db = before.as<Tables>()
      await emptyCollection(db)
      await fill(db, 40)
      const read = (
        client: string,
        [from, to, day]: readonly [number, number, number],
        asked = '{}',
      ) =>
        db
          .insertInto('taxii_read')
          .values({
            key: `${client} ${from} ${to} ${day} ${asked}`.slice(0, 64),
            collection: 1,
            client,
            first: from * 10,
            last: to * 10,
            at: `2026-11-0${day}T00:00:${from < 10 ? '0' : ''}${from}.000Z`,
            asked,
          })
          .execute()
      for (let page = 1; page < 20; page += 1) await read('birch', [page, page, 1])
      await read('birch', [25, 30, 1])
      await read('birch', [20, 22, 2])
      await read('cedar', [3, 9, 1], JSON.stringify({ types: ['tool'] }))
      await read('cedar', [10, 12, 1], JSON.stringify({ dated: true }))
    }
    await using database = await store.open(taxiiMigrations)
    const db = database.as<Tables>()
    const rows = await db
      .selectFrom('taxii_read')
      .select(['client', 'first', 'last', 'at'])
      .orderBy('client')
      .orderBy('first')
      .execute()
    expect(rows).toEqual([
      { client: 'birch', first: 0, last: 190, at: '2026-11-01T00:00:19.000Z' },
      { client: 'birch', first: 191, last: 220, at: '2026-11-02T00:00:20.000Z' },
      { client: 'birch', first: 241, last: 300, at: '2026-11-01T00:00:25.000Z' },
      { client: 'cedar', first: 21, last: 90, at: '2026-11-01T00:00:03.000Z' },
      { client: 'cedar', first: 91, last: 120, at: '2026-11-01T00:00:10.000Z' },
    ])
    expect(await held(db, objectAt(22))).toEqual([])
    const since = (place: number) =>
      readSince(db, {
        collection: 1,
        client: 'cedar',
        entry: {
          added: place * 10 + 10,
          object: objectAt(place),
          type: objectAt(place).split('--')[0]!,
        },
      })
    // Of the third type alone, and of certain versions alone.
    expect([await since(4), await since(6), await since(10)]).toEqual([
      '2026-11-01T00:00:03.000Z',
      undefined,
      undefined,
    ])
  })
})
