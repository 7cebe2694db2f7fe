import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { STORE_KINDS } from '../stores.ts'
import { as, fill, refusedWith, ROOT, STAMP } from './filled.ts'
import { testPoints, type Point } from './items.ts'
import { tool } from './objects.ts'
import { COLLECTIONS, openServer, TAXII, tokenOf, type TestServer } from './server.ts'

const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const NEGOTIATION: readonly Point[] = [
  [
    8,
    'the media type is application/taxii+json;version=2.1',
    async (s) => {
      const { headers } = await s.ask(ROOT, { as })
      expect(headers.get('content-type')).toBe('application/taxii+json;version=2.1')
    },
  ],
  [
    9,
    'what the standard lets a client accept is accepted at every endpoint',
    async (s) => {
      for (const accept of [
        'application/taxii+json;version=2.1',
        'application/taxii+json',
        'application/taxii+json; version=2.1',
        'text/html, application/taxii+json; version="2.1"; q=0.4',
      ])
        for (const path of [
          '/taxii2/',
          ROOT,
          `${ROOT}collections/`,
          `${ROOT}collections/shared/`,
          `${ROOT}collections/shared/manifest/`,
          `${ROOT}collections/shared/objects/`,
          `${ROOT}collections/shared/objects/${tool(1).id}/`,
          `${ROOT}collections/shared/objects/${tool(1).id}/versions/`,
        ])
          expect([accept, path, (await s.ask(path, { as, accept })).status]).toEqual([
            accept,
            path,
            200,
          ])
      const { body } = await s.post('shared', [tool(1, { name: 'day 1' })])
      for (const accept of ['application/taxii+json;version=2.1', 'application/taxii+json'])
        expect((await s.ask(`${ROOT}status/${body.id}/`, { as: 'birch', accept })).status).toBe(200)
      const accept = 'application/stix+json;version=2.1'
      expect((await s.at('shared', 'manifest/', { as, accept })).status).toBe(200)
    },
  ],
  [
    10,
    'anything is served to who accepts anything; another version is not',
    async (s) => {
      expect((await s.ask(ROOT, { as, accept: '*/*' })).status).toBe(200)
      for (const accept of [
        'application/taxii+json;version=2.0',
        'application/json',
        'application/stix+json;version=2.1',
      ])
        refusedWith(406, await s.ask(ROOT, { as, accept }))
    },
  ],
  [
    12,
    'every answer has the media type, errors included',
    async (s) => {
      for (const path of [
        '/taxii2/',
        ROOT,
        `${ROOT}collections/`,
        '/taxii2/nowhere/',
        `${ROOT}collections/x/`,
        `${ROOT}status/x/`,
      ])
        for (const who of [as, undefined])
          for (const method of ['GET', 'PUT', 'OPTIONS', 'POST'])
            expect((await s.ask(path, { as: who, method })).headers.get('content-type')).toBe(TAXII)
    },
  ],
  [
    13,
    'without a version it is the latest',
    async (s) => {
      const { headers } = await s.ask(ROOT, { as, accept: 'application/taxii+json' })
      expect(headers.get('content-type')).toBe(TAXII)
    },
  ],
  [
    14,
    'what is sent is JSON in UTF-8',
    async (s) => {
      const { body } = await s.ask('/taxii2/', { as })
      expect(body.title).toBe('Alder’s exchange')
      // The octets themselves, and no other reading of them.
      const answer = await fetch(`${s.url}/taxii2/`, {
        headers: { accept: TAXII, authorization: `Bearer ${tokenOf(as)}` },
      })
      const octets = new Uint8Array(await answer.arrayBuffer())
      expect(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(octets))).toEqual(body)
    },
  ],
  [
    14,
    'what comes is JSON in UTF-8, or it is not taken',
    async (s) => {
      const [before, after] = JSON.stringify({ objects: [tool(14, { name: '?' })] }).split('?')
      const octets = Buffer.concat([
        Buffer.from(before!),
        Buffer.from([0xc3, 0x28]),
        Buffer.from(after!),
      ])
      const answer = await fetch(`${s.url}${ROOT}collections/shared/objects/`, {
        method: 'POST',
        headers: {
          accept: TAXII,
          'content-type': TAXII,
          authorization: `Bearer ${tokenOf('birch')}`,
        },
        body: octets,
      })
      const said = (await answer.json()) as Readonly<Record<string, unknown>>
      expect([answer.status, said['success_count'] ?? 0]).toEqual([
        said['success_count'] === undefined ? 422 : 202,
        0,
      ])
      refusedWith(404, await s.at('shared', `objects/${tool(14).id}/`, { as }))
    },
  ],
  [
    16,
    'paths end in a slash, and are found without',
    async (s) => {
      for (const path of [
        '/taxii2',
        '/taxii2/api',
        `${ROOT}collections`,
        `${ROOT}collections/shared/objects?limit=1`,
      ])
        expect([path, (await s.ask(path, { as })).status]).toEqual([path, 200])
      const body = { objects: [tool(16)] }
      const posted = await s.at('shared', 'objects', { as: 'birch', method: 'POST', body })
      expect([posted.status, posted.body.success_count]).toEqual([202, 1])
      const asking = { as: 'alder', method: 'DELETE' }
      expect((await s.at('shared', `objects/${tool(16).id}`, asking)).status).toBe(200)
    },
  ],
]

const RESOURCES: readonly Point[] = [
  [
    17,
    'discovery is at /taxii2/ and names an API root',
    async (s) => {
      const { body } = await s.ask('/taxii2/', { as })
      expect(body.api_roots).toEqual([ROOT])
      expect((await s.ask(body.api_roots[0]!, { as })).status).toBe(200)
    },
  ],
  [
    18,
    'identifiers are UUIDs of version 4',
    async (s) => {
      const { body } = await s.ask(`${ROOT}collections/`, { as })
      for (const { id } of body.collections) expect(id).toMatch(UUID4)
      expect((await s.post('shared', [tool(1)])).body.id).toMatch(UUID4)
      const other = { title: 'Other', audience: 'public' }
      for (const id of [
        'shared',
        '00000000-0000-1000-8000-000000000001',
        COLLECTIONS.open.slice(1),
      ])
        expect(() => s.settle({ collections: [{ ...other, id }] })).toThrow(/Invalid string/)
    },
  ],
  [
    19,
    'timestamps have microseconds and a Z',
    async (s) => {
      const { body } = await s.at('shared', 'manifest/?match[version]=all', { as })
      for (const { date_added } of body.objects!) expect(date_added).toMatch(STAMP)
      expect((await s.post('shared', [tool(1)])).body.request_timestamp).toMatch(STAMP)
    },
  ],
  [
    20,
    'there is no empty list anywhere',
    async (s) => {
      for (const path of [
        'manifest/',
        'objects/',
        `objects/${tool(1).id}/`,
        `objects/${tool(1).id}/versions/`,
      ]) {
        const { status, text } = await s.at('shared', `${path}?added_after=2100-01-01T00:00:00Z`, {
          as,
        })
        expect([path, status, text]).toEqual([path, 200, '{}'])
      }
      const { body } = await s.post('shared', [tool(1, { name: 'day 1' })])
      expect(Object.keys(body)).toContain('success_count')
      for (const key of ['failures', 'pendings']) expect(body).not.toHaveProperty(key)
      const failed = (await s.post('shared', [{ type: 'tool' }])).body
      expect(failed.failures).toHaveLength(1)
      expect(failed).not.toHaveProperty('successes')
      // Whoever has no collection is told of none.
      const token = createHash('sha256').update(tokenOf('dogwood')).digest('hex')
      const dogwood = { id: 'dogwood', name: 'Dogwood’s program', party: 'XD', token }
      s.settle({ collections: [], clients: [dogwood] })
      const none = await s.ask(`${ROOT}collections/`, { as: 'dogwood' })
      expect([none.status, none.text]).toEqual([200, '{}'])
      s.settle({})
    },
  ],
  [
    21,
    'required properties are there by their exact names',
    async (s) => {
      const root = await s.ask(ROOT, { as })
      expect(Object.keys(root.body)).toEqual(['title', 'versions', 'max_content_length'])
      const { body } = await s.ask(`${ROOT}collections/shared/`, { as })
      for (const key of ['id', 'title', 'can_read', 'can_write']) expect(body).toHaveProperty(key)
    },
  ],
  [
    22,
    'what a client adds to the envelope itself is passed over',
    async (s) => {
      const body = { x_ours: 1, objects: [tool(1)] }
      const posted = await s.at('shared', 'objects/', { as: 'birch', method: 'POST', body })
      expect(posted.status).toBe(202)
    },
  ],
  [
    23,
    'discovery has a title, and a default that is one of its API roots, relative with one slash',
    async (s) => {
      const { body } = await s.ask('/taxii2/', { as })
      expect(body.title).toBeTypeOf('string')
      expect(body.api_roots).toContain(body.default)
      for (const root of body.api_roots) expect(root).toMatch(/^\/[^/].*\/$/)
    },
  ],
  [
    24,
    'an API root says title, versions and the longest body',
    async (s) => {
      const { body } = await s.ask(ROOT, { as })
      expect(body.versions).toContain(TAXII)
      expect(body.max_content_length).toBeGreaterThan(0)
    },
  ],
  [
    31,
    'collections come in the same order every time, by id',
    async (s) => {
      const [one, other] = [
        await s.ask(`${ROOT}collections/`, { as }),
        await s.ask(`${ROOT}collections/`, { as }),
      ]
      expect(one.text).toBe(other.text)
      const listed = one.body.collections.map(({ id }) => id)
      expect(listed).toEqual(listed.toSorted())
      expect(listed.length).toBeGreaterThan(1)
    },
  ],
  [
    32,
    'a collection is as it is for this client, by its id or its alias',
    async (s) => {
      const cedars = await s.ask(`${ROOT}collections/shared/`, { as })
      const birchs = await s.at('shared', '', { as: 'birch' })
      expect(cedars.body).toEqual({ ...birchs.body, can_write: false })
      expect(cedars.body).toMatchObject({
        alias: 'shared',
        can_read: true,
        media_types: ['application/stix+json;version=2.1'],
      })
      const twice = { title: 'Twice', alias: 'twice', audience: 'public' }
      const collections = [COLLECTIONS.open, COLLECTIONS.own].map((id) => ({ ...twice, id }))
      expect(() => s.settle({ collections })).toThrow('every alias once')
    },
  ],
]

describe.each(STORE_KINDS)('$name', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer(kind)
    await fill(server)
  })
  afterAll(() => server[Symbol.asyncDispose]())
  testPoints(kind, [...NEGOTIATION, ...RESOURCES], () => server)
})
