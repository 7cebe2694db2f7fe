import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { STORE_KINDS } from '../stores.ts'
import { as, ids, refusedWith, ROOT } from './filled.ts'
import { testPoints, type Point } from './items.ts'
import { AMBER, bundleOf, CLEAR, DAY, GREEN, RED, tool } from './objects.ts'
import {
  COLLECTIONS,
  IDENTITY,
  openServer,
  TAXII,
  tokenOf,
  type Answered,
  type TestServer,
} from './server.ts'

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
const basic = (id: string, token: string) => ({
  headers: { authorization: `basic ${btoa(`${id}:${token}`)}` },
})
/** Every path there is, for what a collection and an object in it are called. */
const paths = (collection: string, object: string) => [
  `${ROOT}collections/${collection}/`,
  ...['manifest/', 'objects/', `objects/${object}/`, `objects/${object}/versions/`].map(
    (path) => `${ROOT}collections/${collection}/${path}`,
  ),
]

const POINTS: readonly Point[] = [
  [
    2,
    'clients come in by Basic, in any case, or by bearer, as far as is allowed',
    async (s) => {
      const discover = async (asking: object) => (await s.at('shared', '', asking)).status
      expect(await discover(basic('cedar', tokenOf('cedar')))).toBe(200)
      expect(await discover(bearer(tokenOf('cedar')))).toBe(200)
      s.settle({ logins: ['bearer'] })
      expect([
        await discover(basic('cedar', tokenOf('cedar'))),
        await discover(bearer(tokenOf('cedar'))),
      ]).toEqual([401, 200])
      const other = await s.at('shared', '', basic('cedar', tokenOf('cedar')))
      expect(other.headers.get('www-authenticate')).toBe('Bearer realm="TAXII"')
      s.settle({ logins: ['basic'] })
      expect([
        await discover(basic('cedar', tokenOf('cedar'))),
        await discover(bearer(tokenOf('cedar'))),
      ]).toEqual([200, 401])
      expect((await s.at('shared', '')).headers.get('www-authenticate')).toBe(
        'Basic realm="TAXII", charset="UTF-8"',
      )
      s.settle({ logins: [] })
      for (const asking of [basic('cedar', tokenOf('cedar')), bearer(tokenOf('cedar'))]) {
        const answer = await s.at('shared', '', asking)
        refusedWith(401, answer)
        expect(answer.headers.get('www-authenticate')).toContain('realm="TAXII"')
      }
      s.settle({})
    },
  ],
  [
    3,
    'without credentials, or with wrong ones, it is 401 with a challenge, whatever is asked',
    async (s) => {
      const wrong = [
        {},
        basic('cedar', 'wrong'),
        basic('birch', tokenOf('cedar')),
        bearer('wrong'),
        { headers: { authorization: 'Digest x' } },
        { headers: { authorization: 'Basic' } },
      ]
      for (const path of [
        ...paths(COLLECTIONS.shared, tool(1).id),
        ...paths('nowhere', 'nothing'),
        `${ROOT}status/${COLLECTIONS.shared}/`,
      ])
        for (const asking of wrong) {
          const answer = await s.ask(path, asking)
          refusedWith(401, answer)
          expect(answer.headers.get('www-authenticate')).toBe(
            'Basic realm="TAXII", charset="UTF-8", Bearer realm="TAXII"',
          )
        }
      refusedWith(
        401,
        await s.at('shared', 'objects/', { method: 'POST', body: { objects: [tool(1)] } }),
      )
      refusedWith(401, await s.at('shared', `objects/${tool(1).id}/`, { method: 'DELETE' }))
    },
  ],
  [
    4,
    'what a client may not have is not told of: its errors are those of what is not there',
    async (s) => {
      await s.take(bundleOf(tool(4)))
      for (const path of paths(COLLECTIONS.own, tool(4).id).map((path) =>
        path.replace(COLLECTIONS.own, '{}'),
      )) {
        const [own, none] = await Promise.all(
          [COLLECTIONS.own, '00000000-0000-4000-8000-00000000000f'].map((id) =>
            s.ask(path.replace('{}', id), { as }),
          ),
        )
        refusedWith(404, own!)
        expect(own!.text).toBe(none!.text)
      }
      await s.post('shared', [tool(4, { object_marking_refs: [RED] })])
      for (const path of ['', 'versions/'].map((end) => `objects/{}/${end}`)) {
        const [red, none] = await Promise.all(
          [tool(4).id, tool(404).id].map((id) => s.at('shared', path.replace('{}', id), { as })),
        )
        expect([red!.status, red!.text]).toEqual([404, none!.text])
      }
    },
  ],
  [
    6,
    'nobody has to say which program it is',
    async (s) => {
      expect((await s.at('shared', '', { as, headers: { 'user-agent': '' } })).status).toBe(200)
    },
  ],
  [
    7,
    'what costs is bounded: values, pages and bodies',
    async (s) => {
      const many = Array.from({ length: 1_001 }, () => 'tool').join(',')
      refusedWith(400, await s.at('shared', `objects/?match[type]=${many}`, { as }))
      const objects = Array.from({ length: 1_005 }, (_, at) => tool(7_000 + at))
      expect((await s.post('shared', objects)).body.success_count).toBe(1_005)
      const page = await s.at('shared', 'objects/?limit=100000', { as })
      expect([ids(page).length, page.body.more]).toEqual([1_000, true])
    },
  ],
  [
    30,
    'a status is for who made the request',
    async (s) => {
      const { body } = await s.post('shared', [tool(30)])
      for (const other of ['cedar', 'alder', 'hawthorn'])
        refusedWith(404, await s.ask(`${ROOT}status/${body.id}/`, { as: other }))
      refusedWith(401, await s.ask(`${ROOT}status/${body.id}/`))
    },
  ],
  [
    33,
    'who may not read reads nothing, and who may not write adds nothing',
    async (s) => {
      for (const path of [
        'manifest/',
        'objects/',
        `objects/${tool(1).id}/`,
        `objects/${tool(1).id}/versions/`,
      ])
        refusedWith(403, await s.at('inbox', path, { as: 'birch' }))
      refusedWith(
        403,
        await s.at('shared', 'objects/', { as, method: 'POST', body: { objects: [tool(33)] } }),
      )
      refusedWith(
        404,
        await s.at('inbox', 'objects/', { as, method: 'POST', body: { objects: [tool(33)] } }),
      )
      expect((await s.at('inbox', '', { as: 'birch' })).body).toMatchObject({
        can_read: false,
        can_write: true,
      })
    },
  ],
  [
    40,
    'a next is no right: whoever goes on by it is given what it may have by then',
    async (s) => {
      const all = [tool(4_001), tool(4_002), tool(4_003)]
      await s.take(bundleOf(...all))
      const question = `objects/?limit=1&match[id]=${all.map(({ id }) => id).join()}`
      const first = await s.at('feed', question, { as: 'alder' })
      const goOn = (who?: string) =>
        s.at('feed', `${question}&next=${first.body.next}`, { as: who })
      expect(ids(await goOn('birch'))).toEqual([tool(4_002).id])
      refusedWith(404, await goOn('hawthorn'))
      refusedWith(401, await goOn())
      // Birch leaves between two pages.
      s.share({
        communities: [
          { id: 'csirts', name: 'CSIRTs', parties: ['XA', 'XC'], ceiling: 'TLP:AMBER' },
        ],
      })
      refusedWith(404, await goOn('birch'))
      expect(ids(await goOn('alder'))).toEqual([tool(4_002).id])
      s.share({})
    },
  ],
  [
    82,
    'a defect is told as a number, and nothing of it',
    async (s) => {
      await using broken = await openServer(STORE_KINDS[0]!)
      await broken.post('shared', [tool(82)])
      Object.assign(broken.objects, {
        versions: () => Promise.reject(new Error('secret of the store')),
      })
      const answer = await broken.at('shared', 'objects/', { as })
      refusedWith(500, answer)
      expect([answer.headers.get('content-type'), answer.text.includes('secret')]).toEqual([
        TAXII,
        false,
      ])
      expect(broken.warned.join()).toContain('secret of the store')
      expect(s.warned).toEqual([])
    },
  ],
  [
    86,
    'there is every endpoint of sections 4 and 5',
    async (s) => {
      await s.post('shared', [tool(86)])
      for (const path of ['/taxii2/', ROOT, `${ROOT}collections/`, ...paths('shared', tool(86).id)])
        expect([path, (await s.ask(path, { as })).status]).toEqual([path, 200])
    },
  ],
]

/** What each reader of the community’s collection finds, worked out by hand from TLP 2.0 and the ceiling. */
const MARKED: readonly (readonly [
  name: string,
  over: Readonly<Record<string, unknown>>,
  birch: boolean,
  alder: boolean,
])[] = [
  ['clear', { object_marking_refs: [CLEAR] }, true, true],
  ['green', { object_marking_refs: [GREEN] }, true, true],
  ['amber of others', { object_marking_refs: [AMBER] }, false, true],
  ['red', { object_marking_refs: [RED] }, false, false],
  ['unmarked', { object_marking_refs: undefined }, false, true],
  [
    'marked by what nobody knows',
    { object_marking_refs: ['marking-definition--00000000-0000-4000-8000-00000000abcd'] },
    false,
    true,
  ],
  [
    'green with a red field',
    { granular_markings: [{ selectors: ['name'], marking_ref: RED }] },
    false,
    false,
  ],
  ['green and tagged red', { labels: ['tlp:red'] }, false, false],
  ['amber of our own', { object_marking_refs: [AMBER], created_by_ref: IDENTITY }, true, true],
]

type Walk = { where: 'feed' | 'own'; who: string; limit: number; path: string }

/** Every page that a reader is given. */
async function walk(
  s: TestServer,
  { where, who, limit, path }: Walk,
): Promise<readonly Answered[]> {
  const found: Answered[] = []
  for (let more: string | undefined = ''; more !== undefined;) {
    const page = await s.at(where, `${path}/?limit=${limit}${more}`, { as: who })
    found.push(page)
    more = page.body.more === true ? `&next=${page.body.next}` : undefined
  }
  return found
}

describe.each(STORE_KINDS)('$name', (kind) => {
  let server: TestServer
  beforeAll(async () => (server = await openServer(kind)))
  afterAll(() => server[Symbol.asyncDispose]())
  testPoints(kind, POINTS, () => server)

  test('each reader finds what release gives it, on every route, and no trace of anything else', async () => {
    await using s = await openServer(kind)
    // Each object is between two that everybody sees, so that whatever is hidden would show in a page.
    for (const [at, [, over]] of MARKED.entries())
      await s.take(bundleOf(tool(2 * at), tool(2 * at + 1, over)))
    await s.take(bundleOf(tool(99)))
    for (const [who, of, where] of [
      ['birch', 2, 'feed'],
      ['alder', 3, 'own'],
    ] as const) {
      const expected = MARKED.flatMap((row, at) => [
        tool(2 * at).id,
        ...(row[of] ? [tool(2 * at + 1).id] : []),
      ]).concat(tool(99).id)
      const hidden = MARKED.flatMap((row, at) => (row[of] ? [] : [tool(2 * at + 1).id]))
      for (const path of ['objects', 'manifest'])
        for (const limit of [2, 1_000]) {
          const walked = await walk(s, { where, who, limit, path })
          const found = walked.flatMap(ids)
          const seen = walked.map(({ text }) => text).join()
          expect(hidden.filter((id) => seen.includes(id))).toEqual([])
          // More is said only where this reader is given more, and every page but the last is full.
          expect(walked.slice(0, -1).every((page) => ids(page).length === limit)).toBe(true)
          expect(walked).toHaveLength(Math.ceil(expected.length / limit))
          expect(found).toEqual(expected)
        }
      for (const id of hidden) {
        for (const path of [`objects/${id}/`, `objects/${id}/versions/`])
          refusedWith(404, await s.at(where, path, { as: who }))
        expect((await s.at(where, `manifest/?match[id]=${id}`, { as: who })).text).toBe('{}')
      }
    }
    for (const path of ['objects/', 'manifest/'])
      refusedWith(404, await s.at('feed', path, { as: 'hawthorn' }))
  })

  test('the last version is the last that a reader may see', async () => {
    await using s = await openServer(kind)
    await s.take(
      bundleOf(
        tool(1),
        tool(1, { modified: DAY(2), object_marking_refs: [AMBER] }),
        tool(1, { modified: DAY(3), object_marking_refs: [RED] }),
      ),
    )
    const days = async (who: 'birch' | 'alder', query = '') =>
      (
        await s.at(who === 'birch' ? 'feed' : 'own', `objects/${query}`, { as: who })
      ).body.objects!.map(({ modified }) => modified)
    expect([await days('birch'), await days('alder')]).toEqual([[DAY(1)], [DAY(2)]])
    expect([
      await days('birch', '?match[version]=all'),
      await days('alder', '?match[version]=all'),
    ]).toEqual([[DAY(1)], [DAY(1), DAY(2)]])
  })

  test('who posts is told nothing of what it may not see', async () => {
    await using s = await openServer(kind)
    const red = tool(1, { object_marking_refs: [RED] })
    const unknown = tool(2, { object_marking_refs: [RED] })
    await s.post('shared', [red], 'alder')
    await s.post('shared', [tool(3)], 'alder')
    await s.at('shared', `objects/${tool(3).id}/`, { as: 'alder', method: 'DELETE' })
    const [there, none] = [
      await s.post('shared', [{ ...red, name: 'a guess' }]),
      await s.post('shared', [unknown]),
    ]
    const told = ({ body }: { body: { successes: object; failures: object } }) => [
      body.successes,
      body.failures,
    ]
    expect(told(there)).toEqual([[{ id: red.id, version: DAY(1) }], undefined])
    expect(told(none)).toEqual([[{ id: unknown.id, version: DAY(1) }], undefined])
  })

  test('what comes from outside is never ours, whoever it names as its author', async () => {
    await using s = await openServer(kind)
    const forged = tool(1, { object_marking_refs: [AMBER], created_by_ref: IDENTITY })
    await s.post('shared', [forged], 'birch')
    await s.post('shared', [tool(2, { object_marking_refs: undefined })], 'birch')
    // What a client adds unmarked is green in this collection, by its setting, and nowhere else.
    expect(ids(await s.at('shared', 'objects/', { as }))).toEqual([tool(2).id])
    expect((await s.at('feed', 'objects/', { as })).text).toBe('{}')
  })

  test('anyone reads what is put before the public, and a client whose time is over is nobody', async () => {
    await using s = await openServer(kind)
    await s.post('open', [tool(1, { object_marking_refs: [CLEAR] }), tool(2)], 'alder')
    expect(ids(await s.at('open', 'objects/'))).toEqual([tool(1).id])
    expect((await s.ask(`${ROOT}collections/`)).body.collections.map(({ title }) => title)).toEqual(
      ['Open'],
    )
    s.settle({ collections: [], clients: [] })
    refusedWith(401, await s.ask('/taxii2/'))
    const print = '0'.repeat(64)
    const client = {
      id: 'late',
      name: 'late',
      party: 'XB',
      token: print,
      until: '2026-11-24T00:00:00Z',
    }
    s.settle({ clients: [client] })
    refusedWith(401, await s.ask('/taxii2/', { as: 'late' }))
  })
})
