import { afterAll, beforeAll, describe, expect } from 'vitest'
import { STORE_KINDS } from '../stores.ts'
import { as, refusedWith, ROOT, versioned } from './filled.ts'
import { testPoints, type Point } from './items.ts'
import { address, bundleOf, DAY, tool } from './objects.ts'
import { COLLECTIONS, openServer, TAXII, tokenOf, type Asking, type TestServer } from './server.ts'

const send = (s: TestServer, body: unknown, more: Asking = {}) =>
  s.at('shared', 'objects/', { as: 'birch', method: 'POST', body, ...more })
const remove = (s: TestServer, number: number, query = '', who = 'alder') =>
  s.at('shared', `objects/${tool(number).id}/${query}`, { as: who, method: 'DELETE' })
const isThere = async (s: TestServer, number: number, collection: 'shared' | 'feed' = 'shared') =>
  (await s.at(collection, `objects/${tool(number).id}/`, { as })).status === 200

const POSTING: readonly Point[] = [
  [
    11,
    'a POST is taken with its media type, with or without a version, and with no other',
    async (s) => {
      for (const type of [TAXII, 'application/taxii+json', 'application/taxii+json; version=2.1'])
        expect(
          (await send(s, { objects: [tool(11)] }, { headers: { 'content-type': type } })).status,
        ).toBe(202)
      for (const type of [
        'application/json',
        'application/taxii+json;version=2.0',
        'application/stix+json;version=2.1',
      ])
        refusedWith(
          415,
          await send(s, { objects: [tool(11)] }, { headers: { 'content-type': type } }),
        )
    },
  ],
  [
    15,
    'a POST accepts TAXII as well',
    async (s) => {
      refusedWith(406, await send(s, { objects: [tool(11)] }, { accept: 'application/json' }))
    },
  ],
  [
    25,
    'a body as long as is said is taken, and a longer one not, whatever its header says',
    async (s) => {
      s.settle({ most: 4_000 })
      const body = JSON.stringify({ objects: [tool(25)] })
      const { max_content_length: most } = (await s.ask(ROOT, { as: 'birch' })).body
      expect((await send(s, body.padEnd(most))).status).toBe(202)
      refusedWith(413, await send(s, body.padEnd(most + 1)))
      const chunked = await fetch(`${s.url}${ROOT}collections/${COLLECTIONS.shared}/objects/`, {
        method: 'POST',
        headers: {
          accept: TAXII,
          'content-type': TAXII,
          authorization: `Bearer ${tokenOf('birch')}`,
        },
        body: new Blob([body.padEnd(8_000)]).stream(),
        duplex: 'half',
      })
      expect([chunked.status, chunked.headers.get('content-type')]).toEqual([413, TAXII])
      s.settle({})
    },
  ],
  [
    27,
    'a request has a status that can be asked for, and what is no status is 404',
    async (s) => {
      const { body } = await s.post('shared', [tool(27)])
      const status = await s.ask(`${ROOT}status/${body.id}/`, { as: 'birch' })
      expect([status.status, status.body]).toEqual([200, body])
      s.time.now += 24 * 3_600_000
      // What is over is taken away where another request comes.
      await s.post('shared', [tool(27)])
      expect((await s.ask(`${ROOT}status/${body.id}/`, { as: 'birch' })).status).toBe(200)
      refusedWith(404, await s.ask(`${ROOT}status/${COLLECTIONS.shared}/`, { as: 'birch' }))
      s.time.now += 8 * 24 * 3_600_000
      await s.post('shared', [tool(27)])
      refusedWith(404, await s.ask(`${ROOT}status/${body.id}/`, { as: 'birch' }))
    },
  ],
  [
    28,
    'counts add up, and lists are as long as their counts',
    async (s) => {
      const { body } = await s.post('shared', [tool(28), { type: 'tool' }, address(28)])
      expect(body.success_count + body.failure_count + body.pending_count).toBe(body.total_count)
      expect([body.successes.length, body.failures.length]).toEqual([
        body.success_count,
        body.failure_count,
      ])
      expect([body.status, body.total_count]).toEqual(['complete', 3])
    },
  ],
  [
    29,
    'a detail’s version is modified, else created, else the date here',
    async (s) => {
      const statement = {
        type: 'marking-definition',
        spec_version: '2.1',
        id: 'marking-definition--00000000-0000-4000-8000-000000000029',
        created: '2026-01-07T00:00:00.000Z',
        definition_type: 'statement',
        definition: { statement: 'ours' },
      }
      const { body } = await s.post('shared', [tool(29), statement, address(29)])
      const manifest = await s.at('shared', `manifest/?match[id]=${address(29).id}`, { as })
      expect(body.successes.map(({ version }) => version)).toEqual([
        DAY(1),
        statement.created,
        manifest.body.objects![0]!.date_added,
      ])
    },
  ],
  [
    57,
    'an envelope is taken with 202 and a status',
    async (s) => {
      const { status, body } = await s.post('shared', [tool(57)])
      expect([status, body.status, body.total_count]).toEqual([202, 'complete', 1])
      expect(await isThere(s, 57)).toBe(true)
    },
  ],
  [
    58,
    'the same object again is a success, and not there twice',
    async (s) => {
      for (const again of [
        tool(58),
        tool(58),
        Object.fromEntries(Object.entries(tool(58)).toReversed()),
      ])
        expect((await s.post('shared', [again, again])).body).toMatchObject({
          success_count: 2,
          failure_count: 0,
        })
      const { body } = await s.at(
        'shared',
        `manifest/?match[version]=all&match[id]=${tool(58).id}`,
        { as },
      )
      expect(body.objects).toHaveLength(1)
    },
  ],
  [
    59,
    'other content of a version is not taken, and that is said',
    async (s) => {
      await s.post('shared', [tool(59)])
      for (const body of [
        (await s.post('shared', [tool(59, { name: 'other' })])).body,
        (await s.post('shared', [tool(159), tool(159, { name: 'other' })])).body,
      ])
        expect(body.failures).toEqual([
          expect.objectContaining({ message: expect.stringContaining('entry.conflict') }),
        ])
      const { body } = await s.at('shared', `objects/${tool(59).id}/?match[version]=all`, { as })
      expect(body.objects!.map(({ name }) => name)).toEqual(['Tool 59'])
    },
  ],
  [
    60,
    'an older version may come after a newer, which stays the last',
    async (s) => {
      await s.post('shared', [tool(60, { modified: DAY(5) })])
      await s.post('shared', [tool(60, { modified: DAY(2) })])
      expect(versioned(await s.at('shared', `objects/${tool(60).id}/`, { as }))).toEqual(['0 05'])
      expect(
        versioned(await s.at('shared', `objects/${tool(60).id}/?match[version]=all`, { as })),
      ).toEqual(['0 05', '0 02'])
    },
  ],
  [
    61,
    'what is no envelope is refused whole',
    async (s) => {
      for (const body of [
        '',
        '[]',
        '{',
        '{}',
        '{"objects":[]}',
        '{"objects":[1]}',
        '{"objects":{}}',
        JSON.stringify(tool(61)),
        `{"objects":[${JSON.stringify(tool(61))}`,
      ])
        refusedWith(422, await send(s, body))
      expect(await isThere(s, 61)).toBe(false)
    },
  ],
  [
    62,
    'a bad object among good ones fails, and the others come in',
    async (s) => {
      const twice = `{"type":"tool","type":"tool","id":"${tool(63).id}"}`
      const old = tool(64, { spec_version: '2.0' })
      const { status, body } = await send(
        s,
        `{"objects":[${JSON.stringify(tool(62))},${twice},${JSON.stringify(old)},{"id":5}]}`,
      )
      expect([status, body.success_count, body.failure_count]).toEqual([202, 1, 3])
      expect(body.failures.map(({ id }) => id)).toEqual([tool(63).id, tool(64).id, 'no id'])
      for (const { message } of body.failures)
        expect(message).toMatch(/^[a-z0-9.-]+: expected .*, got /)
      expect(await isThere(s, 62)).toBe(true)
    },
  ],
  [
    63,
    'a request is complete when it is answered: what it added is there',
    async (s) => {
      expect((await s.post('shared', [tool(65)])).body).toMatchObject({
        status: 'complete',
        pending_count: 0,
      })
      expect(await isThere(s, 65)).toBe(true)
    },
  ],
  [
    64,
    'a new version is a new entry with a date of its own',
    async (s) => {
      await s.post('shared', [tool(66)])
      await s.post('shared', [tool(66, { modified: DAY(2) })])
      const { body } = await s.at(
        'shared',
        `manifest/?match[version]=all&match[id]=${tool(66).id}`,
        { as },
      )
      expect(body.objects).toHaveLength(2)
      expect(body.objects![0]!.date_added < body.objects![1]!.date_added).toBe(true)
    },
  ],
  [
    65,
    'an observable has no version: again it is a duplicate, and with other content a conflict',
    async (s) => {
      const first = (await s.post('shared', [address(65)])).body
      expect((await s.post('shared', [address(65)])).body.successes).toEqual(first.successes)
      expect(
        (await s.post('shared', [address(65, { value: '192.0.2.1' })])).body.failures[0]!.message,
      ).toContain('entry.conflict')
      const { body } = await s.at('shared', `objects/${address(65).id}/versions/`, { as })
      expect(body.versions).toHaveLength(1)
    },
  ],
]

const DELETING: readonly Point[] = [
  [
    74,
    'a deletion is answered with 200, the media type and no body',
    async (s) => {
      await s.post('shared', [tool(74)])
      const { status, text, headers } = await remove(s, 74)
      expect([status, text, headers.get('content-type')]).toEqual([200, '', TAXII])
      refusedWith(404, await remove(s, 74))
      refusedWith(404, await remove(s, 774))
      refusedWith(400, await remove(s, 74, '?match[version]=garbage'))
      refusedWith(
        406,
        await s.at('shared', `objects/${tool(74).id}/`, {
          as: 'alder',
          method: 'DELETE',
          accept: 'text/html',
        }),
      )
    },
  ],
  [
    75,
    'who deletes reads and writes; else 403, and 404 where it does neither',
    async (s) => {
      await s.post('shared', [tool(75)])
      refusedWith(403, await remove(s, 75, '', 'cedar'))
      refusedWith(
        403,
        await s.at('inbox', `objects/${tool(75).id}/`, { as: 'birch', method: 'DELETE' }),
      )
      refusedWith(
        404,
        await s.at('own', `objects/${tool(75).id}/`, { as: 'birch', method: 'DELETE' }),
      )
      expect(await isThere(s, 75)).toBe(true)
    },
  ],
  [
    76,
    'one version can be deleted, and of another version of STIX there is none',
    async (s) => {
      for (const day of [1, 2, 3]) await s.post('shared', [tool(76, { modified: DAY(day) })])
      refusedWith(404, await remove(s, 76, '?match[spec_version]=2.0'))
      expect((await remove(s, 76, `?match[version]=${DAY(2)}`)).status).toBe(200)
      const all = await s.at('shared', `objects/${tool(76).id}/?match[version]=all`, { as })
      expect(versioned(all)).toEqual(['6 01', '6 03'])
      expect((await remove(s, 76, '?match[version]=last')).status).toBe(200)
      expect(versioned(await s.at('shared', `objects/${tool(76).id}/`, { as }))).toEqual(['6 01'])
      // The last is the newest, whatever came last.
      for (const day of [2, 1]) await s.post('shared', [tool(176, { modified: DAY(day) })])
      expect((await remove(s, 176, '?match[version]=last')).status).toBe(200)
      const left = await s.at('shared', `objects/${tool(176).id}/?match[version]=all`, { as })
      expect(versioned(left)).toEqual(['6 01'])
    },
  ],
  [
    77,
    'what was deleted is not there by its id, and in no list',
    async (s) => {
      await s.post('shared', [tool(77)])
      await remove(s, 77)
      for (const path of [`objects/${tool(77).id}/`, `objects/${tool(77).id}/versions/`])
        refusedWith(404, await s.at('shared', path, { as }))
      for (const path of ['manifest', 'objects'])
        expect((await s.at('shared', `${path}/?match[id]=${tool(77).id}`, { as })).text).toBe('{}')
    },
  ],
  [
    78,
    'other collections keep it',
    async (s) => {
      await s.take(bundleOf(tool(78)))
      await s.post('shared', [tool(78)])
      expect([await isThere(s, 78), await isThere(s, 78, 'feed')]).toEqual([true, true])
      await remove(s, 78)
      expect([await isThere(s, 78), await isThere(s, 78, 'feed')]).toEqual([false, true])
    },
  ],
  [
    84,
    'without a version every version is deleted, and none creeps back by being sent again',
    async (s) => {
      for (const day of [1, 2]) await s.post('shared', [tool(84, { modified: DAY(day) })])
      await s.post('shared', [address(84)])
      expect((await remove(s, 84)).status).toBe(200)
      await s.at('shared', `objects/${address(84).id}/`, { as: 'alder', method: 'DELETE' })
      expect(await isThere(s, 84)).toBe(false)
      const again = [tool(84), tool(84, { modified: DAY(2) }), address(84)]
      const { body } = await s.post('shared', again)
      expect(body.failures.map(({ message }) => message)).toEqual(
        again.map(() => expect.stringContaining('entry.removed')),
      )
      expect(await isThere(s, 84)).toBe(false)
      // What its author says later is another version, and comes in.
      await s.post('shared', [tool(84, { modified: DAY(3) })])
      expect(
        versioned(await s.at('shared', `objects/${tool(84).id}/?match[version]=all`, { as })),
      ).toEqual(['4 03'])
      // Nor by what comes in otherwise, be it in other words of the same version.
      await s.take(bundleOf(tool(184)))
      expect(await isThere(s, 184, 'feed')).toBe(true)
      await s.at('feed', `objects/${tool(184).id}/`, { as: 'alder', method: 'DELETE' })
      await s.take(bundleOf(tool(184, { name: 'In other words' }), tool(185)))
      expect([await isThere(s, 184, 'feed'), await isThere(s, 185, 'feed')]).toEqual([false, true])
    },
  ],
]

const ERRORS: readonly Point[] = [
  [
    79,
    'an error has a title, and its status as a text',
    async (s) => {
      for (const [status, path] of [
        [404, 'nowhere/'],
        [400, 'objects/?limit=0'],
      ] as const)
        refusedWith(status, await s.at('shared', path, { as }))
    },
  ],
  [
    80,
    'an error has the media type wherever it comes from',
    async (s) => {
      for (const asking of [
        { method: 'PUT' },
        { method: 'PATCH', body: '{' },
        { method: 'POST', body: '{' },
        { accept: 'text/html' },
        { as: undefined },
      ]) {
        const { status, headers } = await s.at('inbox', 'objects/', { as, ...asking })
        expect([status >= 400 && status < 500, headers.get('content-type')]).toEqual([true, TAXII])
      }
    },
  ],
  [
    81,
    'other methods are answered, and break nothing',
    async (s) => {
      await s.post('shared', [tool(81)])
      const one = `objects/${tool(81).id}/`
      for (const path of ['', 'manifest/', 'objects/', one, `${one}versions/`]) {
        const head = await s.at('shared', path, { as, method: 'HEAD' })
        const whole = await s.at('shared', path, { as })
        expect([head.status, head.text, head.headers.get('x-taxii-date-added-last')]).toEqual([
          200,
          '',
          whole.headers.get('x-taxii-date-added-last'),
        ])
      }
      for (const path of ['/taxii2/', ROOT, `${ROOT}collections/`])
        expect((await s.ask(path, { as, method: 'HEAD' })).status).toBe(200)
      for (const method of ['PUT', 'OPTIONS', 'PATCH']) {
        const { status, headers } = await s.at('shared', 'objects/', { as, method })
        expect([status, headers.get('allow')]).toEqual([405, 'HEAD, GET, POST'])
      }
      expect(s.warned).toEqual([])
    },
  ],
]

describe.each(STORE_KINDS)('$name', (kind) => {
  let server: TestServer
  beforeAll(async () => (server = await openServer(kind)))
  afterAll(() => server[Symbol.asyncDispose]())
  testPoints(kind, [...POSTING, ...DELETING, ...ERRORS], () => server)
})
