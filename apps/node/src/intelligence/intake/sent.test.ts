import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, identity, stream } from '../../../test/bundles.ts'
import { STORE_KINDS, type EmptyStore } from '../../../test/stores.ts'
import type { Database } from '../../platform/db/index.ts'
import { facetsOf } from '../facets.ts'
import { importBundle } from '../import-bundle.ts'
import { intelligenceMigrations, intelligenceStore } from '../object-store.ts'
import type { IntelligenceStore } from '../store.ts'
import type { Tables } from '../tables.ts'
import { removeSent } from './sent.ts'

const clock = { now: () => Date.UTC(2026, 10, 25) }
const from = { case: `sha256:${'a'.repeat(64)}`, custodian: 'XB' }
const holding = { stays: () => Promise.resolve(new Map()), remove: () => Promise.resolve() }
const [calm, storm, gale, squall] = ['calm', 'storm', 'gale', 'squall'].map((word) =>
  identity(word),
)

describe.each(STORE_KINDS)('what a party sent with a case, in $name', ({ empty }) => {
  let place: EmptyStore
  let database: Database
  let store: IntelligenceStore
  const take = (name: string, objects: readonly object[], sender?: typeof from) =>
    importBundle(store, stream(bundle(...objects)), {
      name,
      clock,
      ...(sender ? { from: sender } : {}),
    })
  const remove = async (...objects: readonly { readonly id: string }[]) => {
    const named = (await store.versions(objects.map(({ id }) => id))).map(({ id, sha256 }) => ({
      id,
      sha256,
    }))
    return removeSent(database.as<Tables>(), { ...from, named }, holding)
  }
  const found = async (q: string) => (await facetsOf(store, q, { red: true, clock })).total
  beforeAll(async () => {
    place = await empty()
    database = await place.open(intelligenceMigrations)
    store = intelligenceStore(database)
    await take('from Birch', [calm!, storm!], from)
    await take('from Cedar', [gale!], { ...from, custodian: 'XC' })
    await take('own', [squall!, storm!])
  })
  afterAll(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
  })

  test('goes once, with its words and its counts; what anybody else brought stays', async () => {
    expect(await found('type:identity')).toBe(4)
    const removed = await remove(calm!, storm!, gale!, squall!)
    expect(removed.removed).toEqual([calm!.id])
    expect(removed.stays.toSorted()).toEqual([storm!.id, gale!.id, squall!.id].toSorted())
    expect([await found('calm'), await found('storm'), await found('type:identity')]).toEqual([
      0, 1, 3,
    ])
    expect(await store.contents(calm!.id)).toEqual([])
    expect(await remove(calm!)).toEqual({ removed: [], stays: [] })
  })

  test('may come in again where somebody brings it: what went is on record by its hash', async () => {
    const rows = await database.as<Tables>().selectFrom('stix_undone').selectAll().execute()
    expect(rows.map(({ id }) => id)).toEqual([calm!.id])
    expect(await take('again', [calm!])).toMatchObject({ new: 1 })
    expect(await found('calm')).toBe(1)
  })
})
