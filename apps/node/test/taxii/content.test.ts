import { afterAll, beforeAll, describe, expect } from 'vitest'
import { STORE_KINDS } from '../stores.ts'
import { added, as, fill, pages, refusedWith, ROOT, STAMP, versioned } from './filled.ts'
import { testPoints, type Point } from './items.ts'
import { address, DAY, tool } from './objects.ts'
import { openServer, type TestServer } from './server.ts'

const CONTENT: readonly Point[] = [
  [
    50,
    'a manifest has an entry per version, with id, date, version and media type',
    async (s) => {
      const { body } = await s.at(
        'shared',
        `manifest/?match[version]=all&match[id]=${tool(1).id}`,
        { as },
      )
      expect(body.objects).toHaveLength(3)
      for (const entry of body.objects!)
        expect(entry).toEqual({
          id: tool(1).id,
          date_added: expect.stringMatching(STAMP),
          version: expect.stringMatching(/^2026-01-0\d/),
          media_type: 'application/stix+json;version=2.1',
        })
    },
  ],
  [
    51,
    'a manifest that goes on says where',
    async (s) => {
      const found = await pages(s, 'manifest/?limit=2&match[version]=all', 'next')
      expect(found.length).toBeGreaterThan(2)
    },
  ],
  [
    52,
    'an empty manifest is {}',
    async (s) => {
      expect((await s.at('open', 'manifest/', { as })).text).toBe('{}')
    },
  ],
  [
    53,
    'objects come in an envelope',
    async (s) => {
      const { body } = await s.at('shared', 'objects/?limit=1', { as })
      expect(Object.keys(body)).toEqual(['more', 'next', 'objects'])
    },
  ],
  [
    54,
    'none are {} with 200',
    async (s) => {
      const { status, text } = await s.at('open', 'objects/', { as })
      expect([status, text]).toEqual([200, '{}'])
    },
  ],
  [
    55,
    'objects are STIX objects, and no bundle is one',
    async (s) => {
      const bundle = { type: 'bundle', id: `bundle--${tool(9).id.slice(6)}`, objects: [tool(9)] }
      expect((await s.post('shared', [bundle])).body).toMatchObject({
        success_count: 0,
        failure_count: 1,
      })
    },
  ],
  [
    56,
    'content is what came, byte for byte',
    async (s) => {
      const text = `{ "id":"${tool(8).id}",  "type":"tool","spec_version":"2.1","created":"${DAY(1)}","modified":"${DAY(1)}","name":"\\u00c4","x_own":1.0, "object_marking_refs":["${tool(1).object_marking_refs[0]}"]}`
      await s.at('shared', 'objects/', {
        as: 'birch',
        method: 'POST',
        body: `{"objects":[${text}]}`,
      })
      expect((await s.at('shared', `objects/${tool(8).id}/`, { as })).text).toContain(text)
      await s.at('shared', `objects/${tool(8).id}/`, { as: 'alder', method: 'DELETE' })
    },
  ],
  [
    66,
    'one object comes in an envelope',
    async (s) => {
      expect(versioned(await s.at('shared', `objects/${tool(1).id}/`, { as }))).toEqual(['1 03'])
    },
  ],
  [
    67,
    'an object that is not here is 404, and one that is only filtered away {}',
    async (s) => {
      refusedWith(404, await s.at('shared', `objects/${tool(77).id}/`, { as }))
      refusedWith(404, await s.at('shared', 'objects/nothing/', { as }))
      const { status, text } = await s.at(
        'shared',
        `objects/${tool(1).id}/?match[version]=${DAY(20)}`,
        { as },
      )
      expect([status, text]).toEqual([200, '{}'])
    },
  ],
  [
    68,
    'an object’s versions can be chosen and paged',
    async (s) => {
      const one = (query: string) => s.at('shared', `objects/${tool(1).id}/?${query}`, { as })
      expect(versioned(await one('match[version]=all'))).toEqual(['1 01', '1 02', '1 03'])
      const page = await one('match[version]=all&limit=2')
      expect(versioned(page)).toEqual(['1 01', '1 02'])
      expect(versioned(await one(`match[version]=all&limit=2&next=${page.body.next}`))).toEqual([
        '1 03',
      ])
      expect((await one('match[spec_version]=2.0')).text).toBe('{}')
      expect(versioned(await one(`match[version]=all&added_after=${added(page, 'last')}`))).toEqual(
        ['1 03'],
      )
    },
  ],
  [
    69,
    'versions come as texts, with headers and paging',
    async (s) => {
      const one = (query: string) =>
        s.at('shared', `objects/${tool(1).id}/versions/?${query}`, { as })
      expect((await one('')).body).toEqual({ more: false, versions: [DAY(1), DAY(2), DAY(3)] })
      const page = await one('limit=2')
      expect(page.body.versions).toEqual([DAY(1), DAY(2)])
      expect((await one(`limit=2&next=${page.body.next}`)).body.versions).toEqual([DAY(3)])
      expect((await one('match[spec_version]=2.0')).text).toBe('{}')
    },
  ],
  [
    70,
    'what has no version of its own has created, or its date here',
    async (s) => {
      const statement = {
        type: 'marking-definition',
        spec_version: '2.1',
        id: 'marking-definition--00000000-0000-4000-8000-000000000001',
        created: '2026-01-07T00:00:00.000Z',
        definition_type: 'statement',
        definition: { statement: 'ours' },
        object_marking_refs: [tool(1).object_marking_refs[0]],
      }
      expect((await s.post('shared', [statement])).body.successes).toEqual([
        { id: statement.id, version: statement.created },
      ])
      expect(
        (await s.at('shared', `objects/${statement.id}/versions/`, { as })).body.versions,
      ).toEqual([statement.created])
      const { body } = await s.at('shared', `objects/${address(2).id}/versions/`, { as })
      expect(body.versions).toEqual([expect.stringMatching(STAMP)])
      await s.at('shared', `objects/${statement.id}/`, { as: 'alder', method: 'DELETE' })
    },
  ],
  [
    71,
    'versions of what is not here are 404',
    async (s) => refusedWith(404, await s.at('shared', `objects/${tool(77).id}/versions/`, { as })),
  ],
  [
    72,
    'versions come by the date they were added, so that pages and headers agree',
    async (s) => {
      expect(
        (await s.at('shared', `objects/${tool(2).id}/versions/`, { as })).body.versions,
      ).toEqual([DAY(2), DAY(1)])
    },
  ],
  [
    73,
    'the path of an object is objects/, whatever the examples say',
    async (s) => refusedWith(404, await s.at('shared', `object/${tool(1).id}/versions/`, { as })),
  ],
  [
    83,
    'nothing is taken away by time',
    async (s) => {
      const before = await s.at('shared', 'objects/?match[version]=all', { as })
      s.time.now += 10 * 365 * 86_400_000
      expect((await s.at('shared', 'objects/?match[version]=all', { as })).text).toBe(before.text)
    },
  ],
  [
    85,
    'channels are not there',
    async (s) => refusedWith(404, await s.ask(`${ROOT}channels/`, { as })),
  ],
]

describe.each(STORE_KINDS)('$name', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer(kind)
    await fill(server)
  })
  afterAll(() => server[Symbol.asyncDispose]())
  testPoints(kind, [...CONTENT], () => server)
})
