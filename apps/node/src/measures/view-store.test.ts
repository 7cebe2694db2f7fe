import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseView } from '@entente/law'
import { STORE_KINDS, type EmptyStore } from '../../test/stores.ts'
import type { Database } from '../platform/db/index.ts'
import { measuresMigrations } from './tables.ts'
import { viewStore, type ViewStore } from './view-store.ts'

const view = (name: string) =>
  parseView(
    JSON.parse(
      readFileSync(
        new URL(`../../../../examples/quiet-modem/views/${name}.json`, import.meta.url),
        'utf8',
      ),
    ),
  )

/** What every store of a nation's own view promises, whatever keeps it. */
describe.each(STORE_KINDS)('a nation’s own view in $name', ({ empty }) => {
  let place: EmptyStore
  let database: Database
  let store: ViewStore
  const open = async () => {
    database = await place.open(measuresMigrations)
    store = viewStore(database)
  }
  beforeEach(async () => {
    place = await empty()
    await open()
  })
  afterEach(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
  })

  test('is none before somebody enters it', async () => {
    expect(await store.latest()).toBeUndefined()
    expect(await store.changes()).toEqual([])
  })

  test('is the one entered last, and outlives the process', async () => {
    await store.add(view('alder'), { at: '2026-11-25T10:00:00.000Z', by: 'desk' })
    await store.add(view('birch'), { at: '2026-11-25T11:00:00.000Z', by: 'adviser' })
    await database.close()
    await open()
    expect(await store.latest()).toEqual(view('birch'))
  })

  test('keeps who changed it and when, oldest first', async () => {
    const changes = Array.from({ length: 12 }, (_, hour) => ({
      at: `2026-11-25T${String(hour).padStart(2, '0')}:00:00.000Z`,
      by: hour % 2 === 0 ? 'desk' : 'adviser',
    }))
    for (const change of changes) await store.add(view('cedar'), change)
    expect(await store.changes()).toEqual(changes)
  })

  test('gives back no bytes that are no view', async () => {
    const db = database.as<{
      own_view: { position: number; at: string; person: string; json: string }
    }>()
    await db
      .insertInto('own_view')
      .values({ position: 0, at: '2026-11-25T10:00:00.000Z', person: 'desk', json: '{}' })
      .execute()
    await expect(store.latest()).rejects.toMatchObject({ name: 'LawError' })
  })
})
