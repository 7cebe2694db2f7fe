import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORE_KINDS, type EmptyStore } from '../../test/stores.ts'
import type { Database } from '../platform/db/index.ts'
import { createLogin, type Login } from './login.ts'
import { partiesMigrations, partiesStore } from './store.ts'

const people = [
  {
    id: 'desk',
    name: 'Desk officer',
    authority: 'XA-mfa',
    keyid: 'XA-mfa-1',
    role: 'signatory' as const,
  },
]

/** What every store of links and sessions promises, seen through the login that uses it. */
describe.each(STORE_KINDS)('logging in, kept in $name', ({ empty }) => {
  let place: EmptyStore
  let database: Database
  let now = 0
  let login: Login
  const token = async () => (await login.link('desk')).replace('/enter/', '')
  beforeEach(async () => {
    now = 1_790_000_000
    place = await empty()
    database = await place.open(partiesMigrations)
    login = createLogin(
      partiesStore(database),
      () => people,
      () => now,
    )
  })
  afterEach(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
  })

  test('works once per link, even if two come with it at the same time', async () => {
    const link = await token()
    const entered = await Promise.all([login.enter(link), login.enter(link)])
    expect(entered.filter((one) => one !== undefined)).toHaveLength(1)
    expect(await login.enter(link)).toBeUndefined()
  })

  test('works within 15 minutes', async () => {
    const [early, late] = [await token(), await token()]
    now += 15 * 60 - 1
    expect(await login.enter(early)).toBeDefined()
    now += 1
    expect(await login.enter(late)).toBeUndefined()
  })

  test('holds twelve hours, until one leaves', async () => {
    const first = (await login.enter(await token()))!.session
    const second = (await login.enter(await token()))!.session
    expect(await login.personOf(first)).toEqual(people[0])
    await login.leave(first)
    expect(await login.personOf(first)).toBeUndefined()
    now += 12 * 3600 - 1
    expect(await login.personOf(second)).toEqual(people[0])
    now += 1
    expect(await login.personOf(second)).toBeUndefined()
  })

  test('keeps no secret: neither link nor session stands in the store', async () => {
    const link = await token()
    const { session } = (await login.enter(link))!
    const rows = await Promise.all([
      database.as<{ one_time_link: object }>().selectFrom('one_time_link').selectAll().execute(),
      database.as<{ session: object }>().selectFrom('session').selectAll().execute(),
    ])
    expect(rows.map(({ length }) => length)).toEqual([1, 1])
    expect(JSON.stringify(rows)).not.toContain(link)
    expect(JSON.stringify(rows)).not.toContain(session)
  })
})
