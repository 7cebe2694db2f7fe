import { request } from 'node:http'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, identity, packed } from '../../test/bundles.ts'
import type { ImportList, ImportObjects, ImportView } from '../api.ts'
import type { Person } from '../config.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { onError } from '../platform/http/problem.ts'
import { startServer, type RunningServer } from '../platform/http/server.ts'
import { createQuarantine, intelligenceRoutes, intelligenceStore } from './index.ts'
import { intelligenceMigrations } from './object-store.ts'
import { quarantineRoutes } from './intake-routes.ts'

let database: Database
let server: RunningServer
let role: Person['role'] = 'signatory'
const warned: string[] = []

beforeAll(async () => {
  database = await openDatabase(':memory:', intelligenceMigrations)
  const app = new Hono<PersonEnv>()
  app.onError(onError((line) => void warned.push(line)))
  app.use((context, next) => {
    context.set('person', { id: 'desk', name: 'Desk', authority: 'mfa', keyid: 'k', role })
    return next()
  })
  const objects = intelligenceStore(database)
  const clock = { now: () => Date.UTC(2026, 10, 25) }
  const holding = { stays: () => Promise.resolve(new Map()), remove: () => Promise.resolve() }
  app.route('/', intelligenceRoutes(objects))
  app.route('/', quarantineRoutes(createQuarantine({ database, objects, clock, holding })))
  server = await startServer((asked) => app.fetch(asked))
})
afterAll(async () => {
  await server.stop()
  await database.close()
})

async function ask<T>(path: string, body?: string | Uint8Array<ArrayBuffer>) {
  const answer = await fetch(
    `${server.url}${path}`,
    body === undefined ? {} : { method: 'POST', body },
  )
  return { status: answer.status, said: (await answer.json()) as T }
}
const bring = (body: string | Uint8Array<ArrayBuffer>, name = 'winds.json') =>
  ask<ImportView>(`/api/v1/imports/pending?name=${name}`, body)

describe('imports that wait, over /api/v1', () => {
  test('come in plain or packed, are paged, committed by their preview and taken back', async () => {
    const { status, said } = await bring(
      new Uint8Array(packed(bundle(identity('a'), identity('b')))),
    )
    expect([status, said.brought, said.counts]).toEqual([
      201,
      { at: '2026-11-25T00:00:00.000Z', by: 'desk' },
      { new: 2 },
    ])
    const at = `/api/v1/imports/${said.number}`
    const { said: page } = await ask<ImportObjects>(`${at}/objects?fate=new&limit=1`)
    expect(page).toMatchObject({ objects: [{ name: 'a' }], next: 1 })
    expect(await ask(`${at}/objects/2`)).toMatchObject({ said: { fate: 'new', differs: [] } })
    expect(await ask(`/api/v1/objects/${identity('a').id}`)).toMatchObject({ status: 404 })
    expect(await ask(`${at}/commit`, '{}')).toMatchObject({ status: 400 })
    const moved = JSON.stringify({ preview: '0'.repeat(64) })
    expect(await ask(`${at}/commit`, moved)).toMatchObject({
      status: 409,
      said: { code: 'import.moved' },
    })
    const seen = JSON.stringify({ preview: said.preview })
    expect(await ask(`${at}/commit`, seen)).toMatchObject({
      status: 200,
      said: { state: 'committed', ended: { by: 'desk' } },
    })
    expect(await ask(`/api/v1/objects/${identity('a').id}`)).toMatchObject({ status: 200 })
    expect(await ask(`${at}/undo`)).toMatchObject({ said: { removed: 2 } })
    expect(await ask(`${at}/undo`, '{}')).toMatchObject({ said: { state: 'undone' } })
    expect(await ask(`/api/v1/objects/${identity('a').id}`)).toMatchObject({ status: 404 })
    expect(await ask(`${at}/undo`, '{}')).toMatchObject({
      status: 409,
      said: { code: 'import.settled' },
    })
  })

  test('whose sender goes away in the middle leave nothing', async () => {
    const sending = request(`${server.url}/api/v1/imports/pending?name=cut.json`, {
      method: 'POST',
      headers: { 'content-length': 1_000_000 },
    })
    sending.on('error', () => undefined)
    sending.write(bundle(identity('cut')).slice(0, -2))
    const cut = async () =>
      (await ask<ImportList>('/api/v1/imports')).said.imports.some(
        ({ name }) => name === 'cut.json',
      )
    while (!(await cut())) await new Promise((resolve) => setTimeout(resolve, 20))
    sending.destroy()
    while (await cut()) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(warned).toEqual([])
  })

  test('are refused where they are no file, and no malformed question has a defect', async () => {
    expect(await bring('nonsense')).toMatchObject({
      status: 422,
      said: { code: 'source.nothing' },
    })
    expect(await bring(new Uint8Array(packed(' '.repeat(64_000_000))))).toMatchObject({
      status: 413,
      said: { code: 'import.too-large' },
    })
    for (const path of ['/x', '/0', '/1e999', '/1/objects?fate=worst', '/1/objects/x', '?limit=0'])
      expect(await ask(`/api/v1/imports${path}`)).toMatchObject({ status: 400 })
    for (const path of ['/99', '/99/objects', '/99/objects/1', '/1/objects/99'])
      expect(await ask(`/api/v1/imports${path}`)).toMatchObject({ status: 404 })
    expect(warned).toEqual([])
  })

  test('are no business of whoever only keeps the machine', async () => {
    await bring(bundle(identity('mine')))
    role = 'administrator'
    try {
      for (const path of ['', '/1', '/1/objects', '/1/objects/1', '/1/undo'])
        expect(await ask(`/api/v1/imports${path}`)).toMatchObject({ status: 403 })
      for (const path of ['/pending', '/1/commit', '/1/discard', '/1/undo'])
        expect(
          await ask(`/api/v1/imports${path}`, JSON.stringify({ preview: '0'.repeat(64) })),
        ).toMatchObject({ status: 403, said: { code: 'person.not-competent' } })
    } finally {
      role = 'signatory'
    }
  })
})
