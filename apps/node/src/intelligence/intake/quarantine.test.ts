import { describe, expect, test } from 'vitest'
import { bundle, identity, stream, uuid } from '../../../test/bundles.ts'
import { STORE_KINDS, type StoreKind } from '../../../test/stores.ts'
import type { Database } from '../../platform/db/index.ts'
import { findObjects, objectView } from '../view.ts'
import { facetsOf } from '../facets.ts'
import { importBundle } from '../import-bundle.ts'
import { intelligenceMigrations, intelligenceStore } from '../object-store.ts'
import type { IntelligenceStore } from '../store.ts'
import type { Tables } from '../tables.ts'
import { QUARANTINE_LIMITS, type QuarantineLimits } from './limits.ts'
import { createQuarantine, type Quarantine } from './quarantine.ts'
import { removeSent } from './sent.ts'
import type { Holding } from './undo.ts'

const DAY = 24 * 60 * 60 * 1_000
const clock = { now: () => Date.UTC(2026, 10, 25) }
const free: Holding = { stays: () => Promise.resolve(new Map()), remove: () => Promise.resolve() }

type World = {
  readonly database: Database
  readonly store: IntelligenceStore
  readonly quarantine: Quarantine
}
type Settings = {
  readonly limits?: Partial<QuarantineLimits>
  readonly holding?: Holding
  readonly now?: number
}

const open = (database: Database, { limits = {}, holding = free, now }: Settings = {}): World => {
  const store = intelligenceStore(database)
  const at = now === undefined ? clock : { now: () => now }
  const options = { database, objects: store, clock: at, holding }
  const quarantine = createQuarantine({ ...options, limits: { ...QUARANTINE_LIMITS, ...limits } })
  return { database, store, quarantine }
}

async function withWorld(
  kind: StoreKind,
  work: (world: World) => Promise<void>,
  settings?: Settings,
) {
  await using empty = await kind.empty()
  await using database = await empty.open(intelligenceMigrations)
  await work(open(database, settings))
}

const bring = ({ quarantine }: Pick<World, 'quarantine'>, content: string, name = 'file.json') =>
  quarantine.bring(stream(content), { name, by: 'desk' })
const take = ({ store }: World, content: string, name = 'direct.json') =>
  importBundle(store, stream(content), { name, clock, by: 'desk' })
const commit = async (world: World, content: string, name?: string) => {
  const { number, preview } = await bring(world, content, name)
  return world.quarantine.commit(number, { preview: preview!, by: 'desk' })
}
const found = async ({ store }: World, q = '') =>
  (await findObjects(store, { q, red: true, clock, limit: 50 })).objects
    .map(({ name, id }) => name ?? id)
    .toSorted()
const LATER = '2026-11-03T09:00:00.000Z'
const EARLIER = '2026-11-01T09:00:00.000Z'
const later = (word: string, more = {}) => identity(word, { modified: LATER, ...more })
const coded = (code: string) => expect.objectContaining({ code }) as Error

/** Everything that reads what is held, in one value. */
async function heldIn({ store }: World) {
  const lists = await Promise.all(
    (['seen', '-label', 'type'] as const).map((sort) =>
      findObjects(store, {
        q: '',
        red: true,
        clock,
        limit: 50,
        sort: { by: sort.replace('-', '') as 'seen', down: sort.startsWith('-') },
      }),
    ),
  )
  const cells = (await store.cells()).cells.filter(({ count }) => count !== 0)
  return {
    lists,
    cells: cells.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    facets: await facetsOf(store, '', { red: true, clock }),
    contents: (await store.after(0, 1_000)).map(({ id, version }) => `${id} ${version}`),
  }
}

describe.each(STORE_KINDS)('an import in quarantine in $name', (kind) => {
  test('is counted and listed by what would become of each object, and nothing of it is held', () =>
    withWorld(kind, async (world) => {
      const { quarantine, store } = world
      await take(world, bundle(identity('same'), identity('clash'), identity('old'), later('new')))
      const nobody = `identity--${uuid('nobody')}`
      const before = await heldIn(world)
      const view = await bring(
        world,
        bundle(
          identity('same'),
          identity('clash', { description: 'says otherwise' }),
          later('old', { name: 'older' }),
          identity('new', { modified: EARLIER, created: EARLIER }),
          identity('fresh', { created_by_ref: nobody }),
          identity('bad', { labels: [] }),
        ),
      )
      expect(view).toMatchObject({
        number: 2,
        state: 'pending',
        brought: { at: '2026-11-25T00:00:00.000Z', by: 'desk' },
        objects: 6,
        counts: { new: 1, changed: 1, older: 1, duplicate: 1, conflict: 1, 'set-aside': 1 },
        dangling: { count: 1, ids: [nobody] },
        lifted: 0,
        notKept: [],
      })
      expect(await heldIn(world)).toEqual(before)
      expect(await store.held([identity('fresh').id])).toEqual(new Set())
      const { objects } = await quarantine.objects(view.number, { after: 0, limit: 50 })
      expect(objects.map(({ fate, id }) => [fate, id])).toEqual([
        ['duplicate', identity('same').id],
        ['conflict', identity('clash').id],
        ['changed', identity('old').id],
        ['older', identity('new').id],
        ['new', identity('fresh').id],
        ['set-aside', identity('bad').id],
      ])
      expect(objects.at(-1)).toMatchObject({
        line: 1,
        faults: [{ path: '$.objects[5].labels' }],
      })
      const first = await quarantine.objects(view.number, { after: 0, limit: 2 })
      expect(first).toMatchObject({ objects: [{ n: 1 }, { n: 2 }], next: 2 })
      const changed = await quarantine.objects(view.number, { fate: 'changed', after: 0, limit: 2 })
      expect(changed).toEqual({ objects: [expect.objectContaining({ n: 3, name: 'older' })] })
      expect(await quarantine.object(view.number, 3)).toMatchObject({
        beside: { source: 'direct.json', text: JSON.stringify(identity('old')) },
        text: JSON.stringify(later('old', { name: 'older' })),
        differs: [
          { property: 'modified', before: expect.any(String) as string, after: `"${LATER}"` },
          { property: 'name', before: '"old"', after: '"older"' },
        ],
      })
      expect(await quarantine.object(view.number, 5)).toMatchObject({ differs: [] })
    }))

  test('may have what is set aside before, between and behind the others', () =>
    withWorld(kind, async (world) => {
      const bad = (word: string) => identity(word, { labels: [] })
      const fates = async (text: string) => {
        const { number } = await bring(world, text)
        const { objects } = await world.quarantine.objects(number, { after: 0, limit: 9 })
        return objects.map(({ fate, id }) => `${fate} ${id}`).toSorted()
      }
      const [a, b] = [identity('a'), identity('b')]
      const expected = [`new ${a.id}`, `set-aside ${b.id}`]
      expect(await fates(bundle(a, bad('b')))).toEqual(expected)
      expect(await fates(bundle(bad('b'), a))).toEqual(expected)
      expect(await fates(bundle(bad('b')))).toEqual(expected.slice(1))
      expect(await fates(bundle(bad('b'), bad('b')))).toEqual([expected[1], expected[1]])
      expect(await fates(bundle(a))).toEqual(expected.slice(0, 1))
    }))

  test('is committed as the same file taken in at once would be, and who did it is on record', () =>
    withWorld(kind, async (world) => {
      const { quarantine } = world
      const text = bundle(identity('a'), later('a'), identity('b'), identity('bad', { labels: [] }))
      const view = await bring(world, text, 'direct.json')
      const done = await quarantine.commit(view.number, { preview: view.preview!, by: 'other' })
      expect(done).toMatchObject({
        state: 'committed',
        brought: { by: 'desk' },
        ended: { at: '2026-11-25T00:00:00.000Z', by: 'other' },
        bytes: 0,
        objects: 4,
        counts: { new: 2, changed: 1, duplicate: 0, 'set-aside': 1 },
      })
      expect(await quarantine.objects(view.number, { after: 0, limit: 9 })).toEqual({ objects: [] })
      await withWorld(kind, async (other) => {
        await take(other, text)
        expect(await heldIn(other)).toEqual(await heldIn(world))
      })
      await expect(
        quarantine.commit(view.number, { preview: view.preview!, by: 'desk' }),
      ).rejects.toEqual(coded('import.settled'))
    }))

  test('is not committed as another than was looked at: where what is held changed, it is judged anew', () =>
    withWorld(kind, async (world) => {
      const { quarantine } = world
      const view = await bring(world, bundle(identity('a'), identity('b')))
      await expect(quarantine.commit(view.number, { preview: '0'.repeat(64) })).rejects.toEqual(
        coded('import.moved'),
      )
      await take(world, bundle(identity('a', { description: 'came in between' })))
      await expect(quarantine.commit(view.number, { preview: view.preview! })).rejects.toEqual(
        coded('import.moved'),
      )
      const now = await quarantine.view(view.number)
      expect(now).toMatchObject({ state: 'pending', counts: { new: 1, conflict: 1 } })
      expect(await found(world)).toEqual(['a'])
      await quarantine.commit(view.number, { preview: now.preview! })
      expect(await found(world)).toEqual(['a', 'b'])
      // What changes nothing of it is no reason to ask again.
      const third = await bring(world, bundle(identity('c')))
      await take(world, bundle(identity('d')))
      await quarantine.commit(third.number, { preview: third.preview! })
      expect(await found(world)).toEqual(['a', 'b', 'c', 'd'])
      // Nor is what was sent with a case, and then taken back, held any more.
      const sent = { case: `sha256:${'a'.repeat(64)}`, custodian: 'XB' }
      await importBundle(world.store, stream(bundle(identity('e'))), {
        name: 'sent',
        clock,
        from: sent,
      })
      await take(world, bundle(identity('f')))
      const last = await bring(world, bundle(identity('e')))
      expect(last.counts).toMatchObject({ duplicate: 1 })
      const named = await world.store.versions([identity('e').id])
      await removeSent(world.database.as<Tables>(), { ...sent, named }, free)
      await expect(quarantine.commit(last.number, { preview: last.preview! })).rejects.toEqual(
        coded('import.moved'),
      )
      expect(await quarantine.view(last.number)).toMatchObject({ counts: { new: 1 } })
    }))

  test('that is discarded, too old or cut off leaves nothing but that it came', () =>
    withWorld(kind, async (world) => {
      const { quarantine, database } = world
      const view = await bring(world, bundle(identity('a')))
      expect(await quarantine.discard(view.number, 'desk')).toMatchObject({
        state: 'discarded',
        ended: { by: 'desk' },
        bytes: 0,
      })
      await expect(quarantine.commit(view.number, { preview: view.preview! })).rejects.toEqual(
        coded('import.settled'),
      )
      for (const cut of [bundle(identity('a')).slice(0, -2), '{"type":"bundle"', '', '[{}]'])
        await expect(bring(world, cut)).rejects.toMatchObject({ name: 'StixError' })
      await bring(world, bundle(identity('b')))
      const month = open(database, { now: clock.now() + 31 * DAY }).quarantine
      const { imports } = await month.list({ limit: 9 })
      expect(imports.map(({ state }) => state)).toEqual(['expired', 'discarded'])
      expect(await found(world)).toEqual([])
    }))

  test('is bounded in number, bytes and objects, and a refusal frees what it took', () =>
    withWorld(
      kind,
      async (world) => {
        const full = coded('quarantine.full')
        await expect(
          bring(world, bundle(identity('a', { name: 'x'.repeat(9_000) }))),
        ).rejects.toEqual(full)
        await expect(
          bring(world, bundle(...[1, 2, 3, 4, 5, 6].map((n) => identity(`n${n}`)))),
        ).rejects.toEqual(coded('import.too-many'))
        await bring(world, bundle(identity('a')))
        const { number } = await bring(world, bundle(identity('b')))
        await expect(bring(world, bundle(identity('c')))).rejects.toEqual(full)
        await world.quarantine.discard(number)
        await bring(world, bundle(identity('c')))
      },
      { limits: { imports: 2, bytes: 8_000, objects: 5 } },
    ))

  test('of one id without end is refused before comparing costs too much', () =>
    withWorld(kind, async (world) => {
      const many = Array.from({ length: 300 }, (_, n) => identity('a', { description: `${n}` }))
      await expect(bring(world, bundle(...many))).rejects.toEqual(coded('import.too-many'))
      expect(await world.quarantine.list({ limit: 9 })).toEqual({ imports: [] })
    }))

  test('that was arriving when the node stopped is gone when it starts, what waited is there', () =>
    withWorld(kind, async (world) => {
      const waits = await bring(world, bundle(identity('a')))
      let stop = () => {}
      const stopped = new Promise<void>((resolve) => (stop = resolve))
      let isHalf = () => {}
      const half = new Promise<void>((resolve) => (isHalf = resolve))
      async function* slow() {
        yield* stream(bundle(identity('b')).slice(0, 200))
        isHalf()
        await stopped
        throw new Error('gone')
      }
      const arriving = world.quarantine.bring(slow(), { name: 'slow.json' }).catch(String)
      await half
      const again = open(world.database).quarantine
      expect((await again.list({ limit: 9 })).imports).toMatchObject([{ number: waits.number }])
      stop()
      expect(await arriving).toBe('Error: gone')
      const { preview } = await again.view(waits.number)
      expect(await again.commit(waits.number, { preview: preview! })).toMatchObject({
        state: 'committed',
      })
    }))
})

describe.each(STORE_KINDS)('an import that is undone in $name', (kind) => {
  test('takes away what it alone brought, and what it replaced is current again', () =>
    withWorld(kind, async (world) => {
      const { quarantine, store } = world
      await take(world, bundle(identity('kept'), identity('ours', { description: 'first words' })))
      const before = await heldIn(world)
      const { number } = await commit(
        world,
        bundle(
          identity('kept'),
          later('ours', { name: 'theirs', description: 'other words' }),
          identity('kept', { description: 'a conflict', labels: ['tlp:red'] }),
          identity('gone', { created_by_ref: identity('ours').id }),
        ),
      )
      expect(await found(world, 'other words')).toEqual(['theirs'])
      const expected = {
        removed: 3,
        passedOn: 0,
        current: { count: 1, ids: [identity('ours').id] },
        dangling: 0,
        stays: { count: 0, first: [] },
      }
      expect(await quarantine.plan(number)).toEqual(expected)
      expect(await quarantine.undo(number, 'desk')).toMatchObject({
        state: 'undone',
        undone: { at: '2026-11-25T00:00:00.000Z', by: 'desk' },
        undoing: expected,
      })
      expect(await heldIn(world)).toEqual(before)
      expect(await found(world, 'other words')).toEqual([])
      expect(await found(world, 'first words')).toEqual(['ours'])
      expect((await objectView(store, identity('ours').id))?.referredBy).toEqual([])
      await expect(quarantine.undo(number)).rejects.toEqual(coded('import.settled'))
      // It may come again, and takes no place that was given before.
      const last = (await store.after(0, 1_000)).at(-1)!.seq
      await commit(world, bundle(identity('gone')))
      expect((await store.after(0, 1_000)).at(-1)!.seq).toBeGreaterThan(last + 3)
      expect(await found(world)).toEqual(['gone', 'kept', 'ours'])
    }))

  test('loses nothing that came after, nor what another import brought as well', () =>
    withWorld(kind, async (world) => {
      const { quarantine } = world
      const first = await commit(world, bundle(identity('both'), identity('a'), identity('only')))
      const second = await commit(world, bundle(identity('both'), later('a', { name: 'a later' })))
      expect(await quarantine.undo(first.number)).toMatchObject({
        undoing: { removed: 2, passedOn: 1, current: { count: 0 } },
      })
      expect(await found(world)).toEqual(['a later', 'both'])
      const { objects } = await findObjects(world.store, { q: 'both', red: true, clock, limit: 5 })
      expect(objects).toMatchObject([{ name: 'both', source: 'file.json' }])
      expect(await quarantine.undo(second.number)).toMatchObject({ undoing: { removed: 2 } })
      expect(await heldIn(world)).toMatchObject({
        lists: [{ objects: [] }, {}, {}],
        cells: [],
        contents: [],
      })
    }))

  test('does not take what stays elsewhere: it says what, and why', () =>
    withWorld(
      kind,
      async (world) => {
        const { number } = await commit(world, bundle(identity('named'), identity('free')))
        const undone = await world.quarantine.undo(number)
        expect(undone.undoing).toMatchObject({
          removed: 1,
          stays: {
            count: 1,
            first: [{ id: identity('named').id, because: [{ why: 'evidence' }] }],
          },
        })
        expect(await found(world)).toEqual(['named'])
      },
      {
        holding: {
          ...free,
          stays: (_within, contents) =>
            Promise.resolve(
              new Map(
                contents
                  .filter(({ id }) => id === identity('named').id)
                  .map(({ seq }) => [
                    seq,
                    [
                      {
                        why: 'evidence',
                        case: 'sha256:0',
                        title: 'A case',
                        by: 'XA',
                        at: '2026-11-25T00:00:00Z',
                      } as never,
                    ],
                  ]),
              ),
            ),
        },
      },
    ))

  test('may have been taken in at once, and one that another node sent is none of these', () =>
    withWorld(kind, async (world) => {
      await take(world, bundle(identity('direct')))
      await importBundle(world.store, stream(bundle(identity('sent'))), {
        name: 'sent',
        clock,
        from: { case: 'sha256:0', custodian: 'XB' },
      })
      const { imports } = await world.quarantine.list({ limit: 9 })
      expect(imports).toMatchObject([{ number: 1, state: 'committed', counts: { new: 1 } }])
      await world.quarantine.undo(1)
      expect(await found(world)).toEqual(['sent'])
    }))
})
