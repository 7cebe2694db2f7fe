import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ObjectView } from '../api.ts'
import { bundle, identity, packed, uuid } from '../../test/bundles.ts'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { onError } from '../platform/http/problem.ts'
import { intelligenceRoutes, intelligenceStore } from './index.ts'
import { intelligenceMigrations } from './object-store.ts'

let database: Database
const app = new Hono()
const warned: string[] = []
beforeAll(async () => {
  database = await openDatabase(':memory:', intelligenceMigrations)
  app.onError(onError((line) => void warned.push(line)))
  app.route('/', intelligenceRoutes(intelligenceStore(database)))
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
        dangling: { count: 1, ids: [missing] },
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

  test('is refused with code, line, path and reason, and nothing of it stays', async () => {
    const bad = bundle(identity('fresh'), identity('bad', { lang: 1 }))
    expect(await ask('/api/v1/imports', bad)).toMatchObject({
      status: 422,
      said: {
        code: 'object.malformed',
        detail: 'expected a text, got 1, at line 1, $.objects[1].lang',
      },
    })
    expect(await ask('/api/v1/objects?q=fresh')).toEqual({ status: 200, said: { objects: [] } })
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
})
