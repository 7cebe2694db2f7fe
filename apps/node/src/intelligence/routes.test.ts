import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ObjectView } from '../api.ts'
import type { Person } from '../config.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { bundle, identity, packed, uuid } from '../../test/bundles.ts'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { onError } from '../platform/http/problem.ts'
import { intelligenceRoutes, intelligenceStore } from './index.ts'
import { intelligenceMigrations } from './object-store.ts'
import { objectsSince } from './since.ts'

let database: Database
const app = new Hono<PersonEnv>()
let role: Person['role'] = 'signatory'
const warned: string[] = []
beforeAll(async () => {
  database = await openDatabase(':memory:', intelligenceMigrations)
  app.onError(onError((line) => void warned.push(line)))
  app.use((context, next) => {
    context.set('person', { id: 'desk', name: 'Desk', authority: 'mfa', keyid: 'k', role })
    return next()
  })
  const since = objectsSince(database)
  app.route('/', intelligenceRoutes(intelligenceStore(database), undefined, { since }))
})
afterAll(() => database.close())

async function ask<T>(path: string, body?: string | Uint8Array) {
  const answer = await app.request(path, body === undefined ? {} : { method: 'POST', body })
  return { status: answer.status, said: (await answer.json()) as T }
}

describe('evidence over /api/v1', () => {
  test('comes in plain or packed, and is told what became of it', async () => {
    const missing = `identity--${uuid('nobody')}`
    const text = bundle(identity('calm', { created_by_ref: missing }), identity('storm'))
    expect(await ask('/api/v1/imports?name=winds.json', text)).toEqual({
      status: 201,
      said: {
        source: 'winds.json',
        bundle: `bundle--${uuid('bundle')}`,
        objects: 2,
        new: 2,
        versions: 0,
        held: 0,
        conflicts: { count: 0, ids: [] },
        second: { count: 0, ids: [] },
        recalled: { count: 0, ids: [] },
        dangling: { count: 1, ids: [missing] },
        setAside: { count: 0, first: [] },
        lifted: 0,
        notKept: [],
      },
    })
    expect(await ask('/api/v1/imports', packed(text))).toMatchObject({ said: { held: 2 } })
  })

  test('is found by words, a page at a time', async () => {
    const first = await ask<{ objects: { id: string }[]; next?: string }>('/api/v1/objects?limit=1')
    expect(first.said.objects).toHaveLength(1)
    const second = await ask<{ objects: { id: string }[] }>(
      `/api/v1/objects?limit=1&after=${encodeURIComponent(first.said.next!)}`,
    )
    expect(second.said).not.toHaveProperty('next')
    const ids = [...first.said.objects, ...second.said.objects].map(({ id }) => id)
    expect(ids.toSorted()).toEqual([identity('calm').id, identity('storm').id].toSorted())
    expect(await ask('/api/v1/objects?q=storm')).toMatchObject({
      said: { objects: [{ name: 'storm', type: 'identity', versions: 1, conflicts: 0 }] },
    })
  })

  test('is shown whole, or said not to be held', async () => {
    const { said } = await ask<ObjectView>(`/api/v1/objects/${identity('storm').id}`)
    expect(JSON.parse(said.versions[0]!.text)).toEqual(identity('storm'))
    for (const id of [`identity--${uuid('nobody')}`, 'nonsense', '%00'])
      expect(await ask(`/api/v1/objects/${id}`)).toMatchObject({
        status: 404,
        said: { code: 'object.unknown' },
      })
  })

  test('is set aside where it does not conform, with line, path and reason, and the rest comes in', async () => {
    const bad = identity('bad', { lang: 1, labels: [], confidence: 101 })
    expect(await ask('/api/v1/imports', bundle(identity('good'), bad))).toMatchObject({
      status: 201,
      said: {
        objects: 2,
        new: 1,
        setAside: {
          count: 1,
          first: [
            {
              id: bad.id,
              line: 1,
              faults: [
                {
                  code: 'object.malformed',
                  line: 1,
                  path: '$.objects[1].lang',
                  reason: 'expected a language tag of RFC 5646, got 1',
                },
                { path: '$.objects[1].labels' },
                { path: '$.objects[1].confidence' },
              ],
            },
          ],
        },
      },
    })
    expect(await ask(`/api/v1/objects/${bad.id}`)).toMatchObject({ status: 404 })
  })

  test('that came as STIX 2.0 is lifted', async () => {
    const { spec_version: _, ...older } = identity('older')
    expect(await ask('/api/v1/imports', bundle(older))).toMatchObject({
      said: { lifted: 1, new: 1 },
    })
    const { said } = await ask<ObjectView>(`/api/v1/objects/${older.id}`)
    expect(JSON.parse(said.versions[0]!.text)).toEqual(identity('older'))
  })

  test('is refused where the file is no bundle, and nothing of it stays', async () => {
    expect(
      await ask('/api/v1/imports', `${bundle(identity('fresh')).slice(0, -2)},]}`),
    ).toMatchObject({ status: 422, said: { code: 'json.malformed' } })
    expect(await ask('/api/v1/objects?q=fresh')).toEqual({ status: 200, said: { objects: [] } })
    expect(await ask('/api/v1/imports?format=csaf', '{"document":{}}')).toMatchObject({
      status: 422,
      said: { code: 'source.malformed' },
    })
    expect(await ask('/api/v1/imports?format=xml', '{}')).toMatchObject({ status: 400 })
    expect(
      await ask('/api/v1/imports', packed(bundle(identity('fresh'))).slice(0, -9)),
    ).toMatchObject({
      status: 422,
      said: { code: 'gzip.malformed' },
    })
    expect(await ask('/api/v1/imports', packed('['.repeat(8_000_000)))).toMatchObject({
      status: 422,
      said: { code: 'bundle.expected' },
    })
    expect(await ask('/api/v1/imports', packed(' '.repeat(64_000_000)))).toMatchObject({
      status: 413,
      said: { code: 'import.too-large' },
    })
  })

  test('takes no malformed question, and has no defect', async () => {
    for (const query of ['limit=0', 'limit=501', 'limit=x', `q=${'a'.repeat(1_001)}`])
      expect(await ask(`/api/v1/objects?${query}`)).toMatchObject({ status: 400 })
    expect(await ask('/api/v1/objects?after=nonsense')).toMatchObject({ status: 200 })
    expect(warned).toEqual([])
  })

  test('is counted by facets over a query, and sorted as asked', async () => {
    await ask('/api/v1/imports', bundle(identity('zephyr'), identity('aura')))
    expect(await ask('/api/v1/objects/facets?q=type:identity+zephyr')).toMatchObject({
      status: 200,
      said: { total: 1, facets: { type: { values: [{ value: 'identity', count: 1 }] } } },
    })
    const { said } = await ask<{ objects: { name: string }[] }>(
      '/api/v1/objects?sort=-label&limit=1',
    )
    expect(said.objects).toMatchObject([{ name: 'zephyr' }])
    expect(await ask('/api/v1/objects?sort=colour')).toMatchObject({ status: 400 })
  })

  test('says of a bad query what was expected and where', async () => {
    for (const path of ['objects', 'objects/facets'])
      expect(await ask(`/api/v1/${path}?q=calm+tlp:purple`)).toMatchObject({
        status: 400,
        said: {
          code: 'query.malformed',
          detail:
            'expected a label, tlp: with red, amber+strict, amber, green, clear or none, at character 6, got "purple"',
        },
      })
  })

  test('is no business of whoever only keeps the machine, where it is TLP:RED', async () => {
    const note = { ...identity('eyes'), type: 'note', id: `note--${uuid('eyes')}` }
    const red = {
      ...note,
      labels: ['tlp:red'],
      content: 'eyes',
      object_refs: [identity('calm').id],
    }
    const secret = {
      type: 'domain-name',
      spec_version: '2.1',
      id: 'domain-name--3c10e93f-798e-5a26-a0c1-08156efab7f5',
      value: 'example.com',
      object_marking_refs: ['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'],
    }
    const knows = { ...note, id: `note--${uuid('knows')}`, content: 'x', object_refs: [secret.id] }
    await ask('/api/v1/imports', bundle(red, secret, knows))
    const path = `/api/v1/objects/${red.id}`
    expect(await ask(path)).toMatchObject({ status: 200 })
    role = 'administrator'
    try {
      expect(await ask(path)).toMatchObject({ status: 403, said: { code: 'object.red' } })
      // Whoever knows a value can compute its id: that it is held is not said.
      expect(await ask(`/api/v1/objects/${secret.id}`)).toMatchObject({
        status: 404,
        said: { code: 'object.unknown' },
      })
      const { said: naming } = await ask<ObjectView>(`/api/v1/objects/${knows.id}`)
      expect(naming.refersTo).toMatchObject([{ id: secret.id, held: false }])
      expect(await ask('/api/v1/objects?q=type:note')).toMatchObject({
        status: 200,
        said: { objects: [{ id: knows.id }] },
      })
      expect(await ask('/api/v1/objects/facets?q=type:note')).toMatchObject({
        said: { total: 1, withheld: 2 },
      })
      const { said } = await ask<ObjectView>(`/api/v1/objects/${identity('calm').id}`)
      expect(said.referredBy).toEqual([])
      expect(await ask('/api/v1/imports', bundle(identity('mine')))).toMatchObject({
        status: 403,
        said: { code: 'person.not-competent' },
      })
    } finally {
      role = 'signatory'
    }
  })
})

describe('a hunt over /api/v1', () => {
  const asked = (pattern: string) =>
    app.request('/api/v1/hunts', { method: 'POST', body: JSON.stringify({ pattern }) })

  test('tells a line at a time what is found, and how far it has come', async () => {
    const url = {
      type: 'url',
      spec_version: '2.1',
      id: `url--${uuid('lair')}`,
      value: 'http://lair.example/',
    }
    await ask('/api/v1/imports', bundle(url))
    const answer = await asked("[url:value LIKE 'http://lair.%']")
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(lines).toMatchObject([
      { kind: 'progress', looked: 1 },
      { kind: 'found', id: url.id, observed: [url.id] },
      { kind: 'progress', looked: 2 },
      { kind: 'done', of: 2, looked: 2, found: 1, withheld: 0 },
    ])
  })

  test('is refused before its first line where the pattern cannot be read', async () => {
    const answer = await asked('[url:value MATCHES "(a)\\\\1"]')
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'pattern.malformed' })
  })

  test('ends when nobody reads it any more', async () => {
    const answer = await asked("[url:value LIKE '%']")
    const reader = answer.body!.getReader()
    expect((await reader.read()).done).toBe(false)
    await reader.cancel()
    expect((await reader.read()).done).toBe(true)
  })
})
