import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CharterId } from '@entente/accord'
import { STORE_KINDS, type EmptyStore } from '../../test/stores.ts'
import type { Database } from '../platform/db/index.ts'
import { openingStore } from './opening-store.ts'
import { partiesMigrations } from './store.ts'

const CASE = `sha256:${'c'.repeat(64)}` as CharterId
const bytes = (text: string) => new TextEncoder().encode(text)

/** What every store of openings promises. */
describe.each(STORE_KINDS)('who opened a case, kept in $name', ({ empty }) => {
  let place: EmptyStore
  let database: Database
  beforeEach(async () => {
    place = await empty()
    database = await place.open(partiesMigrations)
  })
  afterEach(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
  })

  test('is kept byte for byte, also when the store is opened anew', async () => {
    await openingStore(database).add(CASE, bytes('who'))
    await database.close()
    database = await place.open(partiesMigrations)
    expect(await openingStore(database).find(CASE)).toEqual(bytes('who'))
  })
  test('is the first that was kept, whatever comes later', async () => {
    const openings = openingStore(database)
    await openings.add(CASE, bytes('first'))
    await openings.add(CASE, bytes('second'))
    expect(await openings.find(CASE)).toEqual(bytes('first'))
  })
  test('is unknown where nothing was kept', async () => {
    expect(await openingStore(database).find(CASE)).toBeUndefined()
  })
})
