import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  intelligenceRoutes,
  intelligenceStore,
  importBundle,
  objectsSince,
} from '../../src/intelligence/index.ts'
import { intelligenceMigrations } from '../../src/intelligence/object-store.ts'
import { knowingRoutes } from '../../src/knowing/index.ts'
import type { PersonEnv } from '../../src/parties/routes.ts'
import type { Database } from '../../src/platform/db/index.ts'
import { onError } from '../../src/platform/http/problem.ts'
import { noSetting } from '../../src/sharing/index.ts'
import { sharingRoutes } from '../../src/sharing/routes.ts'
import { warningMigrations } from '../../src/warnings/tables.ts'
import { openWarnings } from '../../src/warnings/warnings.ts'
import { stream } from '../bundles.ts'
import { STORE_KINDS, type EmptyStore } from '../stores.ts'
import { FILE, ROWS, type Row } from './rows.ts'

const clock = { now: () => Date.UTC(2026, 10, 27) }
const NOBODY = 'canary404'
const RED = ROWS.filter(({ isRed }) => isRed)
const OTHERS = ROWS.filter(({ isRed }) => !isRed)

/** Everything that may be asked about a word, an id and a value. */
const PATHS = (canary: string, id: string) => [
  `/api/v1/objects?q=${canary}`,
  `/api/v1/objects?q=%22seen+at+${canary}%22&sort=-modified`,
  `/api/v1/objects?q=${id}`,
  `/api/v1/objects?q=-tlp:clear+${canary}`,
  `/api/v1/objects/facets?q=${canary}`,
  `/api/v1/objects/facets?q=${id}`,
  `/api/v1/objects/facets?q=type:indicator+${canary}`,
]
const OF = (id: string) =>
  ['', '/hints', '/neighbourhood', '/timeline'].map((end) => `/api/v1/objects/${id}${end}`)

describe.each(STORE_KINDS)('a person whose role has no TLP:RED, over $name', (kind) => {
  let place: EmptyStore
  let database: Database
  let role: 'administrator' | 'signatory' = 'administrator'
  const app = new Hono<PersonEnv>()
  beforeAll(async () => {
    place = await kind.empty()
    database = await place.open([...intelligenceMigrations, ...warningMigrations])
    const objects = intelligenceStore(database)
    await importBundle(objects, stream(FILE), { name: 'rows.json', clock })
    app.onError(onError(() => {}))
    app.use((context, next) => {
      context.set('person', { id: 'p', name: 'P', authority: 'mfa', keyid: 'k', role })
      return next()
    })
    app.route('/', intelligenceRoutes(objects, undefined, { since: objectsSince(database) }))
    app.route('/', knowingRoutes(objects, clock))
    app.route(
      '/',
      sharingRoutes({
        caseFiles: { list: () => [] } as never,
        objects,
        fetching: { refusal: () => undefined },
        directory: { charters: () => [], setting: () => noSetting },
        database,
        warnings: openWarnings(database, { mode: () => 'mark', clock }).now,
        clock,
      }),
    )
  })
  afterAll(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
  })

  const ask = async (path: string, init?: RequestInit) => {
    const answer = await app.request(path, init)
    return { status: answer.status, text: await answer.text() }
  }
  const hunted = (canary: string) =>
    ask('/api/v1/hunts', {
      method: 'POST',
      body: JSON.stringify({ pattern: `[domain-name:value = '${canary}.example']` }),
    })
  /** The same question of a word that stands nowhere has the same answer. */
  const asIfNotThere = async ({ canary, id }: Row) => {
    const none = `indicator--${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`
    for (const [at, path] of PATHS(canary, id).entries()) {
      const [there, nobody] = [await ask(path), await ask(PATHS(NOBODY, none)[at]!)]
      expect([there.status, there.text], path).toEqual([200, nobody.text])
    }
    expect((await hunted(canary)).text).toBe((await hunted(NOBODY)).text)
  }

  test('finds, counts and reads nothing of it by any question: not even whether it is there', async () => {
    role = 'administrator'
    for (const row of RED) {
      await asIfNotThere(row)
      for (const path of OF(row.id)) {
        const { status, text } = await ask(path)
        expect([403, 404], path).toContain(status)
        expect(text).not.toContain(row.canary)
      }
    }
    // What would go to whom is told of nothing either: not even to this node itself.
    const preview = (ids: readonly string[]) =>
      ask('/api/v1/releases/preview', {
        method: 'POST',
        body: JSON.stringify({ ids, audience: 'own', format: 'list', whole: true }),
      })
    for (const { id } of RED) {
      const none = `indicator--${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`
      const [there, nobody] = [await preview([id]), await preview([none])]
      expect([there.status, there.text]).toEqual([200, nobody.text.replaceAll(none, id)])
    }
    const everything = await ask('/api/v1/objects?q=type:indicator&limit=500')
    for (const { id, canary } of RED) {
      expect(everything.text).not.toContain(canary)
      expect(everything.text).not.toContain(id)
    }
    for (const { canary } of OTHERS) expect(everything.text).toContain(canary)
  })

  test('and whoever works with it finds every one by the same questions', async () => {
    role = 'signatory'
    for (const { canary, id } of ROWS) {
      for (const path of PATHS(canary, id).slice(0, 3))
        expect((await ask(path)).text, path).toContain(canary)
      expect(JSON.parse((await ask(`/api/v1/objects/facets?q=${canary}`)).text)).toMatchObject({
        total: 1,
        withheld: 0,
      })
    }
  })
})
