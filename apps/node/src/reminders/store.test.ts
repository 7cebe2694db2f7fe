import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORE_KINDS, type EmptyStore } from '../../test/stores.ts'
import type { Database } from '../platform/db/index.ts'
import { mailStore } from './mail-store.ts'
import { reminderMigrations, reminderStore } from './store.ts'

const AT = '2026-11-26T10:00:00Z'
const [ONE, OTHER] = ['1'.repeat(64), '2'.repeat(64)]

/** What every store of reminders promises. */
describe.each(STORE_KINDS)('what was read, and whose calendar it is, kept in $name', (kind) => {
  let place: EmptyStore
  let database: Database
  beforeEach(async () => {
    place = await kind.empty()
    database = await place.open(reminderMigrations)
  })
  afterEach(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
  })

  test('is read by who read it, once, also when the store is opened anew', async () => {
    await reminderStore(database).read('desk', ONE, AT)
    await reminderStore(database).read('desk', ONE, AT)
    await database.close()
    database = await place.open(reminderMigrations)
    const store = reminderStore(database)
    expect(await store.readBy('desk')).toEqual(new Set([ONE]))
    expect(await store.readBy('deputy')).toEqual(new Set())
  })

  test('is one address a person: a new one takes the place of the earlier, until it is shut', async () => {
    const store = reminderStore(database)
    expect(await store.hasCalendar('desk')).toBe(false)
    await store.openCalendar('desk', ONE, AT)
    await store.openCalendar('desk', OTHER, AT)
    expect(await store.calendarOf(ONE)).toBeUndefined()
    expect(await store.calendarOf(OTHER)).toBe('desk')
    expect(await store.hasCalendar('desk')).toBe(true)
    await store.shutCalendar('desk')
    expect(await store.calendarOf(OTHER)).toBeUndefined()
    expect(await store.hasCalendar('desk')).toBe(false)
  })

  test('is one choice of mail a person, until it is stopped', async () => {
    const store = mailStore(database)
    const choice = { address: 'desk@alder.example', lang: 'es', days: 7 } as const
    await store.choose('desk', { ...choice, days: 1 }, AT)
    await store.choose('desk', choice, AT)
    expect(await store.choices()).toEqual([{ person: 'desk', ...choice }])
    expect(await store.choiceOf('desk')).toEqual(choice)
    expect(await store.choiceOf('deputy')).toBeUndefined()
    await store.stop('desk')
    expect(await store.choices()).toEqual([])
  })

  test('knows which mails were sent, also when the store is opened anew', async () => {
    const mailed = { person: 'desk', reminder: ONE, stage: 'ahead' } as const
    await mailStore(database).mailed(mailed, AT)
    await mailStore(database).mailed(mailed, AT)
    await mailStore(database).mailed({ ...mailed, stage: 'last' }, AT)
    await database.close()
    database = await place.open(reminderMigrations)
    const store = mailStore(database)
    expect(await store.mailedTo('desk')).toEqual(new Set([`${ONE} ahead`, `${ONE} last`]))
    expect(await store.mailedTo('deputy')).toEqual(new Set())
  })
})
