import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseFiles } from '../federation/index.ts'
import { createQuarantine, importBundle, intelligenceStore } from '../intelligence/index.ts'
import { openStore } from '../open-store.ts'
import type { PersonEnv } from '../parties/routes.ts'
import type { Database } from '../platform/db/index.ts'
import { onError } from '../platform/http/problem.ts'
import { keepReceipt, leavingIn, prepare, receiptOf } from '../sharing/index.ts'
import type { AskedRelease } from '../sharing/api.ts'
import { SharingSetting } from '../sharing/setting.ts'
import { sidsFor } from '../sharing/sids.ts'
import { createTaxii, TaxiiSetting } from '../taxii/index.ts'
import type { ObjectRecalls } from './api.ts'
import { objectRecallRoutes } from './index.ts'

const OURS = 'identity--17bb8652-d521-4b01-8a78-fdcf6783b0cf'
const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'
const COLLECTION = '00000000-0000-4000-8000-000000000003'
const TAXII = 'application/taxii+json;version=2.1'
const TOKEN = '3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0'

let now = Date.UTC(2026, 10, 27)
const clock = { now: () => (now += 1_000) }
const sharing = SharingSetting.parse({
  identities: [OURS],
  communities: [{ id: 'csirts', name: 'CSIRTs', parties: ['XA', 'XB'], ceiling: 'TLP:AMBER' }],
})
// The token is its own name: SHA-256 of "token".
const taxiiSetting = TaxiiSetting.parse({
  collections: [
    { id: COLLECTION, title: 'Feed', audience: 'community:csirts', takes: 'everything' },
  ],
  clients: [{ id: 'birch', name: 'Birch’s', party: 'XB', token: TOKEN, reads: [COLLECTION] }],
})

const indicator = (number: number, more: object = {}) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--5a3c2fcd-8328-42bb-a95e-${String(number).padStart(12, '0')}`,
  created_by_ref: OURS,
  created: '2026-11-20T00:00:00.000Z',
  modified: '2026-11-20T00:00:00.000Z',
  name: `Canary ${number}`,
  description: 'what should not have been said',
  pattern: `[domain-name:value = 'canary${number}.example']`,
  pattern_type: 'stix',
  valid_from: '2026-11-20T00:00:00Z',
  object_marking_refs: [GREEN],
  ...more,
})
const bundleOf = (objects: readonly object[]) =>
  Buffer.from(
    JSON.stringify({ type: 'bundle', id: 'bundle--5a3c2fcd-8328-42bb-a95e-000000000001', objects }),
  )

async function openAlder() {
  const directory = mkdtempSync(join(tmpdir(), 'entente-recalls-'))
  const database: Database = await openStore(directory)
  const objects = intelligenceStore(database)
  const told = { charters: () => [], setting: () => sharing }
  const failed = (error: unknown) => {
    throw error
  }
  const taxii = createTaxii({
    party: 'XA',
    name: 'Alder',
    directory: told,
    database,
    objects,
    clock,
    warn: failed,
    setting: () => taxiiSetting,
    defect: (error) => failed(error),
  })
  let by = 'ana'
  const app = new Hono<PersonEnv>()
  app.use(async (context, next) => {
    context.set('person', { id: by, role: 'signatory' } as never)
    await next()
  })
  app.onError(onError(failed))
  app.route(
    '/',
    objectRecallRoutes({
      database,
      objects,
      clock,
      push: () => undefined,
      caseFiles: { list: () => [], party: 'XA' } as unknown as CaseFiles,
      sharing: () => sharing,
      taxii: () => taxiiSetting,
    }),
  )
  const post = async (path: string, body: object, method: 'POST' | 'DELETE' = 'POST') => {
    const answer = await app.request(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: (await answer.json()) as ObjectRecalls }
  }
  const release = async (asked: AskedRelease) => {
    const warnings = async () => ({ mode: 'mark' as const, listsOf: () => [] })
    const writing = {
      now: '2026-11-27T00:00:00Z',
      sidsFor: (keys: readonly string[]) => sidsFor(database, keys),
    }
    return prepare(asked, { objects, directory: told, warnings, ...writing })
  }
  return {
    database,
    objects,
    post,
    /** Who sits at the page from now on. */
    sit: (person: string) => void (by = person),
    release,
    take: (...all: readonly object[]) =>
      importBundle(objects, once(bundleOf(all)), { name: 'bundle.json', clock }),
    /** A file that a person takes, as the node keeps it. */
    save: async (asked: AskedRelease) => {
      const { preview } = await release(asked)
      const at = new Date(clock.now()).toISOString()
      await keepReceipt(database, { at, by: 'ana', ...receiptOf(asked) }, leavingIn(preview))
    },
    poll: async (after = '') => {
      const at = `/taxii2/api/collections/${COLLECTION}/objects/${after}`
      const headers = { accept: TAXII, authorization: 'Bearer token' }
      const answer = await taxii.routes.request(at, { headers })
      const last = answer.headers.get('x-taxii-date-added-last') ?? ''
      const { objects: read = [] } = (await answer.json()) as {
        objects?: readonly Readonly<Record<string, unknown>>[]
      }
      return { read, last }
    },
    preview: async (...all: readonly object[]) => {
      const holding = { stays: async () => new Map(), remove: async () => undefined }
      const quarantine = createQuarantine({ database, objects, clock, holding })
      const view = await quarantine.bring(once(bundleOf(all)), { name: 'again.json', by: 'ben' })
      return { view, rows: await quarantine.objects(view.number, { after: 0, limit: 10 }) }
    },
    close: async () => {
      await taxii.close()
      await database.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

let alder: Awaited<ReturnType<typeof openAlder>>
beforeEach(async () => void (alder = await openAlder()))
afterEach(() => alder.close())

const [FIRST, SECOND] = [indicator(1).id, indicator(2).id]
const ASKED = { ids: [FIRST, SECOND], audience: 'community:csirts' } as const
const call = (id = FIRST) =>
  alder.post(`/api/v1/objects/${id}/recalls`, { because: 'it was wrong' })

describe('what is called back', () => {
  test('leaves by no route any more, and a poller sees that it is revoked', async () => {
    await alder.take(indicator(1), indicator(2))
    const before = await alder.poll()
    expect(before.read.map(({ id }) => id)).toEqual([FIRST, SECOND])
    expect((await call()).status).toBe(201)
    const { preview } = await alder.release({ ...ASKED, format: 'csv' })
    expect(preview.objects.map(({ leaves }) => leaves)).toEqual([true, true])
    const since = await alder.poll(`?added_after=${before.last}`)
    expect(since.read).toMatchObject([{ id: FIRST, revoked: true, object_marking_refs: [GREEN] }])
    expect(JSON.stringify(since.read)).not.toMatch(/what should not have been said|Canary/)
    const whole = await alder.poll('?match[version]=all')
    expect(whole.read.filter(({ id }) => id === FIRST)).toHaveLength(1)
  })

  test('of another stays here under its own content, and leaves to nobody', async () => {
    const theirs = { created_by_ref: 'identity--27bb8652-d521-4b01-8a78-fdcf6783b0cf' }
    await alder.take(indicator(1, theirs), indicator(2))
    await alder.poll()
    await call()
    const { preview } = await alder.release(ASKED)
    expect(preview.objects).toMatchObject([
      {
        leaves: false,
        code: 'object.recalled',
        because: expect.stringMatching(/^recalled by ana on 2026-11-27, because it was wrong$/),
      },
      { leaves: true },
    ])
    expect((await alder.poll()).read.map(({ id }) => id)).toEqual([SECOND])
    expect((await alder.release({ ...ASKED, audience: 'own' })).preview.objects[0]!.leaves).toBe(
      true,
    )
  })

  test('names who has it by a read and by a file, and each is ticked off with who and when', async () => {
    await alder.take(indicator(1), indicator(2))
    await alder.save(ASKED)
    await alder.poll()
    const { body } = await call()
    expect(body.recalls[0]).toMatchObject({
      because: 'it was wrong',
      revoked: true,
      counts: { outstanding: 2, confirmed: 0 },
      holders: [
        { route: 'taxii', who: 'birch', place: 'Feed, XB', state: 'outstanding' },
        { route: 'file', who: 'ana', place: 'community:csirts (stix)', state: 'outstanding' },
      ],
    })
    await alder.poll()
    const words = { state: 'confirmed', words: 'told by telephone; deleted' }
    const said = await alder.post('/api/v1/recalls/1/holders/2', words)
    expect(said.body.recalls[0]!.holders).toMatchObject([
      { state: 'told', by: 'machine' },
      { state: 'confirmed', by: 'person', person: 'ana', words: 'told by telephone; deleted' },
    ])
    expect(said.body.recalls[0]!.holders[1]!.at).toMatch(/^2026-11-27T/)
    expect((await alder.post('/api/v1/recalls/1/holders/9', words)).status).toBe(404)
  })

  test('names nobody who read before it was there, or asked for something else', async () => {
    await alder.take(indicator(2))
    await alder.poll()
    await alder.take(indicator(1))
    await alder.poll(`?match[id]=${SECOND}`)
    expect((await call()).body.recalls[0]!.holders).toEqual([])
  })

  test('is called back once', async () => {
    await alder.take(indicator(1))
    await call()
    expect((await call()).status).toBe(409)
    expect((await call(indicator(9).id)).status).toBe(404)
  })
})

describe('what was called back and comes again', () => {
  const again = indicator(7, { name: 'the same under another id', pattern: indicator(1).pattern })

  test('is marked in the preview by its id and by what it says', async () => {
    await alder.take(indicator(1))
    await call()
    const { view, rows } = await alder.preview(
      indicator(1, { modified: '2027-01-01T00:00:00.000Z' }),
      again,
      indicator(2),
    )
    expect(view.recalled).toBe(2)
    expect(rows.objects.map(({ recalled }) => recalled?.because)).toEqual([
      'it was wrong',
      'it was wrong',
      undefined,
    ])
  })

  test('is held, told, and leaves to nobody until two persons let it, on record', async () => {
    await alder.take(indicator(1))
    await call()
    expect((await alder.take(again, indicator(2))).recalled).toEqual([again.id])
    const asked = { ids: [again.id], audience: 'community:csirts' }
    expect((await alder.release(asked)).preview.objects[0]).toMatchObject({
      code: 'object.recalled',
    })
    const { read, last } = await alder.poll()
    expect(read.map(({ id }) => id)).toEqual([FIRST, SECOND])
    expect((await alder.post('/api/v1/recalls/1/release', {})).status).toBe(400)
    const right = { because: 'it was right' }
    const first = await alder.post('/api/v1/recalls/1/release', right)
    expect(first.body.recalls[0]).toMatchObject({ asked: { by: 'ana', ...right } })
    expect(first.body.recalls[0]!.lifted).toBeUndefined()
    expect(await alder.post('/api/v1/recalls/1/release', right)).toMatchObject({
      status: 403,
      body: { code: 'recall.second' },
    })
    expect((await alder.release(asked)).preview.objects[0]!.leaves).toBe(false)
    alder.sit('ben')
    const so = { because: 'ana is right' }
    const lifted = await alder.post('/api/v1/recalls/1/release', so)
    expect(lifted.body.recalls[0]).toMatchObject({
      asked: { by: 'ana', ...right },
      lifted: { by: 'ben', ...so },
    })
    expect((await alder.post('/api/v1/recalls/1/release', so)).status).toBe(409)
    expect((await alder.release(asked)).preview.objects[0]!.leaves).toBe(true)
    const since = await alder.poll(`?added_after=${last}`)
    expect(since.read.map(({ id }) => id)).toContain(again.id)
  })

  test('stays where the request is dropped: whoever asks next is the first again', async () => {
    await alder.take(indicator(1))
    await call()
    const release = '/api/v1/recalls/1/release'
    await alder.post(release, { because: 'it was right' })
    alder.sit('ben')
    const dropped = await alder.post(release, {}, 'DELETE')
    expect(dropped.body.recalls[0]!.asked).toBeUndefined()
    const again = await alder.post(release, { because: 'it is, after all' })
    expect(again.body.recalls[0]).toMatchObject({ asked: { by: 'ben' } })
    expect(again.body.recalls[0]!.lifted).toBeUndefined()
  })
})
