import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bundle, stream, uuid } from '../../test/bundles.ts'
import { STORE_KINDS, type EmptyStore } from '../../test/stores.ts'
import { importBundle } from '../intelligence/import-bundle.ts'
import { intelligenceMigrations, intelligenceStore } from '../intelligence/object-store.ts'
import { objectsSince } from '../intelligence/since.ts'
import { createQuarantine, type IntelligenceStore } from '../intelligence/index.ts'
import type { Role } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import type { Database } from '../platform/db/index.ts'
import { onError } from '../platform/http/problem.ts'
import { openWarnings, warningMigrations } from '../warnings/index.ts'
import { assetMigrations, assetStore } from './asset-store.ts'
import { createMatching, telling, type Matching } from './matching.ts'
import { assetRoutes } from './routes.ts'
import type { AssetStore } from './store.ts'
import { assetsView, markMatch, matchesView } from './view.ts'

const csv = (...lines: readonly string[]) =>
  new TextEncoder().encode(['id,name,address,domain', ...lines].join('\n'))
const id = (name: string) => `indicator--${uuid(name)}`

function indicator(name: string, pattern: string, more: object = {}) {
  return {
    type: 'indicator',
    spec_version: '2.1',
    id: id(name),
    created: '2026-11-01T00:00:00.000Z',
    modified: '2026-11-01T00:00:00.000Z',
    name,
    pattern,
    pattern_type: 'stix',
    valid_from: '2026-11-01T00:00:00Z',
    ...more,
  }
}

/** What every store of inventories promises, seen through the matching that uses it. */
describe.each(STORE_KINDS)('an inventory, kept in $name', ({ empty }) => {
  let place: EmptyStore
  let database: Database
  let store: AssetStore
  let objects: IntelligenceStore
  let matching: Matching
  let now = Date.UTC(2026, 10, 25)
  const clock = { now: () => now }
  const failures: unknown[] = []
  const take = (...all: readonly object[]) =>
    importBundle(objects, stream(bundle(...all)), { name: 'x.json', clock })
  const touched = async () =>
    (await matchesView(store, '2026-11-25T00:00:00Z')).matches
      .map(({ asset, indicator: { name } }) => `${asset.id} ${name}`)
      .toSorted()

  beforeEach(async () => {
    now = Date.UTC(2026, 10, 25)
    failures.length = 0
    place = await empty()
    database = await place.open([
      ...intelligenceMigrations,
      ...assetMigrations,
      ...warningMigrations,
    ])
    store = assetStore(database)
    objects = telling(intelligenceStore(database), () => matching.kick())
    const failed = (error: unknown) => void failures.push(error)
    const since = objectsSince(database)
    matching = createMatching({ store, since, contents: objects.contents, clock, failed })
  })
  afterEach(async () => {
    await matching.close()
    await database.close()
    await place[Symbol.asyncDispose]()
    expect(failures).toEqual([])
  })

  test('is replaced whole by the next file, and says what changed', async () => {
    await matching.take(csv('1,one,198.51.100.1,', '2,two,,', '3,three,,'), 'first.csv')
    const report = await matching.take(
      csv('3,three,,', '1,one,198.51.100.9,', '4,four,,'),
      'next.csv',
    )
    expect(report).toMatchObject({
      source: 'next.csv',
      assets: 3,
      added: 1,
      changed: 1,
      same: 1,
      gone: 1,
    })
    const view = await assetsView(store, { after: 0, limit: 2 })
    expect(view.assets.map((asset) => asset.id)).toEqual(['3', '1'])
    expect(view).toMatchObject({ count: 3, next: 2, file: { name: 'next.csv' } })
    expect((await assetsView(store, { after: 2, limit: 2 })).next).toBeUndefined()
  })

  test('stays as it was where the next file is refused', async () => {
    await matching.take(csv('1,one,,'), 'first.csv')
    await expect(matching.take(csv('2,two,,', '2,again,,'), 'next.csv')).rejects.toThrow('line 3')
    expect((await store.assets()).map((asset) => asset.id)).toEqual(['1'])
  })

  test('is matched with what was held before, and with what comes in later', async () => {
    await take(indicator('early', "[ipv4-addr:value = '198.51.100.1']"))
    const report = await matching.take(csv('1,one,198.51.100.1,c2.example'), 'a.csv')
    expect(report.matches).toBe(1)
    await take(indicator('late', "[domain-name:value = 'c2.example']"))
    await matching.settle()
    expect(await touched()).toEqual(['1 early', '1 late'])
  })

  test('loses the matches of what is taken back, and has those of what is current again', async () => {
    await matching.take(csv('1,one,198.51.100.1,', '2,two,198.51.100.2,'), 'a.csv')
    await take(indicator('kept', "[ipv4-addr:value = '198.51.100.1']"))
    await take(
      indicator('gone', "[ipv4-addr:value = '198.51.100.1']"),
      indicator('kept', "[ipv4-addr:value = '198.51.100.2']", {
        modified: '2026-11-02T00:00:00.000Z',
      }),
    )
    await matching.settle()
    expect(await touched()).toEqual(['1 gone', '2 kept'])
    const holding = {
      stays: () => Promise.resolve(new Map()),
      remove: () => Promise.resolve(),
      undone: matching.again,
    }
    await createQuarantine({ database, objects, clock, holding }).undo(2)
    await matching.settle()
    expect(await touched()).toEqual(['1 kept'])
  })

  test('loses a match when the asset goes, or the indicator changes or is revoked', async () => {
    await matching.take(csv('1,one,198.51.100.1,', '2,two,198.51.100.1,'), 'a.csv')
    await take(
      indicator('moved', "[ipv4-addr:value = '198.51.100.1']"),
      indicator('revoked', "[ipv4-addr:value = '198.51.100.1']"),
    )
    await matching.settle()
    expect(await touched()).toHaveLength(4)
    const modified = '2026-11-02T00:00:00.000Z'
    await take(
      indicator('moved', "[ipv4-addr:value = '198.51.100.2']", { modified }),
      indicator('revoked', "[ipv4-addr:value = '198.51.100.1']", { modified, revoked: true }),
    )
    await matching.settle()
    expect(await touched()).toEqual([])
    await take(indicator('again', "[ipv4-addr:value = '198.51.100.1']"))
    await matching.take(csv('2,two,198.51.100.1,'), 'b.csv')
    expect(await touched()).toEqual(['2 again'])
  })

  test('keeps when a match was first found, however often it is found', async () => {
    await take(indicator('early', "[ipv4-addr:value = '198.51.100.1']"))
    await matching.take(csv('1,one,198.51.100.1,'), 'a.csv')
    now += 60_000
    await matching.take(csv('1,one,198.51.100.1,', '2,two,,'), 'b.csv')
    expect((await store.matches(10))[0]?.foundAt).toBe('2026-11-25T00:00:00.000Z')
  })

  test('keeps both contents where one version of an indicator says two things', async () => {
    await matching.take(csv('1,one,198.51.100.1,', '2,two,198.51.100.2,'), 'a.csv')
    await take(indicator('twofold', "[ipv4-addr:value = '198.51.100.1']"))
    await take(indicator('twofold', "[ipv4-addr:value = '198.51.100.2']"))
    await matching.settle()
    expect(await touched()).toEqual(['1 twofold', '2 twofold'])
  })

  test('says which indicators were not tested, and which are past', async () => {
    await matching.take(csv('1,one,198.51.100.1,'), 'a.csv')
    await take(
      indicator('yara', 'rule x { condition: true }', { pattern_type: 'yara' }),
      indicator('mutex', "[mutex:name = 'x' OR ipv4-addr:value = '198.51.100.1']"),
      indicator('past', "[ipv4-addr:value = '198.51.100.1']", {
        valid_until: '2026-11-03T00:00:00Z',
      }),
    )
    await matching.settle()
    const view = await matchesView(store, '2026-11-25T00:00:00Z')
    expect(view.indicators).toEqual({ tested: 1, partly: 1, untested: 1, revoked: 0 })
    expect(
      Object.fromEntries(view.untested.map(({ name, parts }) => [name, parts[0]?.because])),
    ).toEqual({
      mutex: 'an inventory has no column for it',
      yara: 'patterns of yara are not read here',
    })
    const past = view.matches.find(({ indicator: { name } }) => name === 'past')
    expect(past?.indicator.isPast).toBe(true)
  })

  test('says what indicators are called to those alone whose role reads what objects say', async () => {
    await take(indicator('early', "[ipv4-addr:value = '198.51.100.1']"))
    await matching.take(csv('1,one,198.51.100.1,'), 'a.csv')
    const asked = async (role: Role) => {
      const app = new Hono<PersonEnv>().onError(onError(() => {}))
      app.use((context, next) => {
        context.set('person', { id: 'p', name: 'P', authority: 'mfa', keyid: 'k', role })
        return next()
      })
      const { contents } = objects
      const warnings = () => openWarnings(database, { mode: () => 'suppress', clock }).now()
      app.route('/', assetRoutes({ store, matching, contents, warnings, clock }))
      const ask = async (path: string) => {
        const answer = await app.request(`/api/v1/${path}`)
        return [answer.status, await answer.text()] as const
      }
      return [await ask('matches'), await ask(`objects/${id('early')}/assets`)] as const
    }
    const [seen] = await asked('drafter')
    expect(seen).toEqual([200, expect.stringContaining('early') as string])
    const refused = await asked('administrator')
    expect(refused.map(([status]) => status)).toEqual([403, 403])
    expect(JSON.stringify(refused)).not.toContain('early')
  })

  test('keeps a person’s mark that a match means nothing, until it is taken back', async () => {
    await take(indicator('early', "[ipv4-addr:value = '198.51.100.1']"))
    await matching.take(csv('1,one,198.51.100.1,'), 'a.csv')
    const match = { asset: '1', indicator: id('early') }
    const at = { by: 'rosa', at: '2026-11-25T08:00:00Z' }
    await markMatch(store, { ...match, falsePositive: true, because: 'a test bench' }, at)
    await matching.take(csv('1,one,198.51.100.1,', '2,two,,'), 'b.csv')
    const marked = await matchesView(store, '2026-11-25T00:00:00Z')
    expect(marked.matches[0]?.falsePositive).toEqual({ ...at, because: 'a test bench' })
    expect(marked.assets).toBe(0)
    await markMatch(store, { ...match, falsePositive: false, because: '' }, at)
    expect((await matchesView(store, '2026-11-25T00:00:00Z')).assets).toBe(1)
    await expect(
      markMatch(store, { ...match, asset: 'other', falsePositive: true, because: '' }, at),
    ).rejects.toMatchObject({ code: 'match.unknown' })
  })
})
