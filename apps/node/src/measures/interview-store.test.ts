import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CharterId } from '@entente/accord'
import { STORE_KINDS, type EmptyStore } from '../../test/stores.ts'
import type { Database } from '../platform/db/index.ts'
import { interviewStore } from './interview-store.ts'
import { measuresMigrations } from './tables.ts'

const charter = `sha256:${'c'.repeat(64)}` as CharterId
const ada = { person: 'ada', charter, step: 'ports' }
const interview = { facts: { confidence: { value: 'likely' } }, at: '2026-11-27T10:00:00Z' }

/** What every store of unfinished interviews promises. */
describe.each(STORE_KINDS)('an interview that was left, kept in $name', ({ empty }) => {
  let place: EmptyStore
  let database: Database
  beforeEach(async () => {
    place = await empty()
    database = await place.open(measuresMigrations)
  })
  afterEach(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
  })

  test('is taken up as it was left last, also when the store is opened anew', async () => {
    await interviewStore(database).keep(ada, interview)
    const later = { ...interview, word: 'so far', at: '2026-11-27T11:00:00Z' }
    await interviewStore(database).keep(ada, later)
    await database.close()
    database = await place.open(measuresMigrations)
    expect(await interviewStore(database).find(ada)).toEqual(later)
  })
  test('is the person’s own, and of one step of one case', async () => {
    const store = interviewStore(database)
    await store.keep(ada, interview)
    expect(await store.find({ ...ada, person: 'bo' })).toBeUndefined()
    expect(await store.find({ ...ada, step: 'notice' })).toBeUndefined()
  })
})
