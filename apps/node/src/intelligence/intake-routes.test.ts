import { request } from 'node:http'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, identity, packed } from '../../test/bundles.ts'
import type { ImportList, ImportObjects, ImportView, ObjectView } from '../api.ts'
import type { Person } from '../config.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { onError } from '../platform/http/problem.ts'
import { startServer, type RunningServer } from '../platform/http/server.ts'
import { createQuarantine, intelligenceRoutes, intelligenceStore } from './index.ts'
import { intelligenceMigrations } from './object-store.ts'
import { quarantineRoutes } from './intake-routes.ts'
import { remarkRoutes } from '../sharing/index.ts'
import { SharingSetting } from '../sharing/setting.ts'

let database: Database
let server: RunningServer
let role: Person['role'] = 'signatory'
let person = 'desk'
const warned: string[] = []

beforeAll(async () => {
  database = await openDatabase(':memory:', intelligenceMigrations)
  const app = new Hono<PersonEnv>()
  app.onError(onError((line) => void warned.push(line)))
  app.use((context, next) => {
    context.set('person', { id: person, name: 'Desk', authority: 'mfa', keyid: 'k', role })
    return next()
  })
  const objects = intelligenceStore(database)
  const clock = { now: () => Date.UTC(2026, 10, 25) }
  const holding = { stays: () => Promise.resolve(new Map()), remove: () => Promise.resolve() }
  app.route('/', intelligenceRoutes(objects))
  const quarantine = createQuarantine({ database, objects, clock, holding })
  app.route('/', quarantineRoutes(quarantine))
  const setting = () => SharingSetting.parse({ identities: [OURS.id] })
  app.route('/', remarkRoutes({ objects, quarantine, directory: { setting }, clock }))
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

const OURS = identity('alder-cert')
const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'
const AMBER = 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'
const EIGHT = 'marking-definition--3b39b2a4-6f3f-4f6c-9c53-0d2a26cc7a2b'

describe('another label, and whatever else goes further than what is held', () => {
  const own = {
    ...identity('burst'),
    created_by_ref: OURS.id,
    object_marking_refs: [AMBER, EIGHT],
    labels: ['tlp:amber', 'burst'],
  }
  const commit = ({ number, preview }: ImportView) =>
    ask<ImportView & { code: string }>(
      `/api/v1/imports/${number}/commit`,
      JSON.stringify({ preview }),
    )
  const remark = (id: string, body: object) =>
    ask<ImportView & { code: string }>(`/api/v1/objects/${id}/remarkings`, JSON.stringify(body))
  const newest = async (id: string) => {
    const { said } = await ask<ObjectView>(`/api/v1/objects/${id}`)
    return JSON.parse(said.versions.at(-1)!.text) as Record<string, unknown>
  }
  beforeAll(async () => {
    const { status } = await ask('/api/v1/imports', bundle(own, identity('of others')))
    expect(status).toBe(201)
  })

  test('is a new version that waits, and the person who asked for a looser one does not take it in', async () => {
    const { status, said } = await remark(own.id, { to: 'TLP:GREEN', reason: 'The wave is over.' })
    expect([status, said.counts, said.loosens]).toEqual([201, { changed: 1 }, 1])
    expect(said.name).toContain('The wave is over.')
    expect(await newest(own.id)).toMatchObject({ object_marking_refs: [AMBER, EIGHT] })
    expect(await commit(said)).toMatchObject({ status: 403, said: { code: 'import.second' } })
    person = 'second'
    try {
      const { said: page } = await ask<ImportObjects>(`/api/v1/imports/${said.number}/objects`)
      expect(page.objects).toMatchObject([{ fate: 'changed', tlp: 'TLP:GREEN', loosens: true }])
      expect(await commit(said)).toMatchObject({
        status: 200,
        said: { state: 'committed', brought: { by: 'desk' }, ended: { by: 'second' } },
      })
    } finally {
      person = 'desk'
    }
    expect(await newest(own.id)).toMatchObject({
      object_marking_refs: [GREEN, EIGHT],
      labels: ['burst'],
      created_by_ref: OURS.id,
    })
  })

  test('a stricter label is taken in by one person', async () => {
    const { said } = await remark(own.id, { to: 'TLP:RED', reason: 'A source is in danger.' })
    expect(said.loosens).toBe(0)
    expect(await commit(said)).toMatchObject({ status: 200, said: { state: 'committed' } })
  })

  test('a file that loosens what is held comes in by no way through one person', async () => {
    const looser = { ...own, modified: '2027-01-01T00:00:00.000Z', object_marking_refs: [GREEN] }
    // At once, the rest of a file comes in, and this stays out and is named.
    expect(await ask('/api/v1/imports', bundle(looser, identity('beside it')))).toMatchObject({
      status: 201,
      said: { new: 1, versions: 0, second: { count: 1, ids: [own.id] } },
    })
    const { said } = await bring(bundle(looser))
    expect(said.loosens).toBe(1)
    expect(await commit(said)).toMatchObject({ status: 403, said: { code: 'import.second' } })
    expect((await newest(own.id))['modified']).not.toBe(looser.modified)
  })

  test('nobody labels what another created, what has no versions, or what is not held', async () => {
    const asked = { to: 'TLP:GREEN', reason: 'Why not.' }
    expect(await remark(identity('of others').id, asked)).toMatchObject({
      status: 409,
      said: { code: 'remark.not-own' },
    })
    expect(await remark(identity('nowhere').id, asked)).toMatchObject({ status: 404 })
    expect(await remark(own.id, { to: 'TLP:WHITE', reason: 'x' })).toMatchObject({ status: 400 })
    expect(await remark(own.id, { to: 'TLP:GREEN', reason: ' ' })).toMatchObject({ status: 400 })
    role = 'administrator'
    try {
      expect(await remark(own.id, asked)).toMatchObject({ status: 403 })
    } finally {
      role = 'signatory'
    }
  })
})
