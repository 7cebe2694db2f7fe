import { afterAll, beforeAll, describe, expect } from 'vitest'
import { STORE_KINDS } from '../stores.ts'
import { added, as, fill, ids, pages, refusedWith, STAMP, versioned } from './filled.ts'
import { testPoints, type Point } from './items.ts'
import { address, DAY, tool } from './objects.ts'
import { openServer, type TestServer } from './server.ts'

const ORDER: readonly Point[] = [
  [
    34,
    'objects and manifests come by the date they were added, the newest last',
    async (s) => {
      const { body } = await s.at('shared', 'manifest/?match[version]=all', { as })
      const dates = body.objects!.map(({ date_added }) => date_added)
      expect(dates).toEqual(dates.toSorted())
      const objects = await s.at('shared', 'objects/?match[version]=all', { as })
      expect(ids(objects)).toEqual(body.objects!.map(({ id }) => id))
    },
  ],
  [
    35,
    'headers say the dates of the first and last item of this answer',
    async (s) => {
      for (const path of [
        'manifest/?limit=2',
        'objects/?limit=2',
        `objects/${tool(1).id}/?match[version]=all`,
        `objects/${tool(1).id}/versions/?limit=2`,
      ]) {
        const answer = await s.at('shared', path, { as })
        expect([added(answer, 'first'), added(answer, 'last')]).toEqual([
          expect.stringMatching(STAMP),
          expect.stringMatching(STAMP),
        ])
        expect(added(answer, 'first') < added(answer, 'last')).toBe(true)
      }
      const manifest = await s.at('shared', 'manifest/?limit=2', { as })
      expect(added(manifest, 'first')).toBe(manifest.body.objects![0]!.date_added)
      expect(added(manifest, 'last')).toBe(manifest.body.objects![1]!.date_added)
      // Where nothing is, there is no date of it.
      const none = await s.at('shared', 'objects/?added_after=2100-01-01T00:00:00Z', { as })
      expect([none.status, added(none, 'first'), added(none, 'last')]).toEqual([200, null, null])
    },
  ],
  [
    48,
    'paging stays right while objects come and go',
    async (s) => {
      const first = await s.at('shared', 'objects/?limit=2&match[type]=ipv4-addr', { as })
      await s.post('shared', [address(4)])
      await s.at('shared', `objects/${address(1).id}/`, { as: 'alder', method: 'DELETE' })
      const next = await s.at(
        'shared',
        `objects/?limit=2&match[type]=ipv4-addr&next=${first.body.next}`,
        { as },
      )
      expect([...ids(first), ...ids(next)]).toEqual([1, 2, 3, 4].map((one) => address(one).id))
    },
  ],
  [
    49,
    'both ways of paging find everything once, also of one request',
    async (s) => {
      const whole = ids(await s.at('shared', 'objects/?match[version]=all', { as }))
      for (const by of ['next', 'added_after'] as const)
        for (const limit of [1, 2, 3])
          expect(
            (await pages(s, `objects/?match[version]=all&limit=${limit}`, by)).flatMap(ids),
          ).toEqual(whole)
      const { body } = await s.at('shared', 'manifest/?match[version]=all', { as })
      const dates = body.objects!.map(({ date_added }) => date_added)
      expect(new Set(dates).size).toBe(dates.length)
    },
  ],
  [
    49,
    'who goes on by the last date misses nothing while many add at once',
    async (s) => {
      const sent = Array.from({ length: 24 }, (_, at) =>
        [0, 1, 2].map((one) => tool(4_900 + at * 3 + one)),
      )
      let open = true
      const adding = Promise.all(sent.map((objects) => s.post('shared', objects))).finally(
        () => (open = false),
      )
      const found: string[] = []
      let after = '2026-01-01T00:00:00Z'
      for (let last = false; !last;) {
        last = !open
        const page = await s.at('shared', `objects/?limit=5&added_after=${after}`, { as })
        found.push(...ids(page))
        after = added(page, 'last') ?? after
        if (page.body.more === true) last = false
      }
      for (const { status, body } of await adding)
        expect([status, body.success_count]).toEqual([202, 3])
      const wanted = sent.flat().map(({ id }) => id)
      const got = found.filter((id) => wanted.includes(id))
      expect(got.toSorted()).toEqual(wanted.toSorted())
      for (const id of wanted)
        await s.at('shared', `objects/${id}/`, { as: 'alder', method: 'DELETE' })
    },
  ],
]

const FILTERS: readonly Point[] = [
  [
    36,
    'a malformed parameter is refused',
    async (s) => {
      for (const query of [
        'added_after=garbage',
        'limit=0',
        'limit=-1',
        'match[version]=garbage',
        'match[version]=all,last',
        'match[type]=',
        'match[id]=x',
        'next=garbage',
        'match[spec_version]=x',
      ])
        refusedWith(400, await s.at('shared', `objects/?${query}`, { as }))
      const twice = `${DAY(2)},2026-01-02T00:00:00Z`
      for (const path of [
        'manifest/?limit=0',
        'manifest/?match[version]=last,last',
        `objects/?match[version]=${twice}`,
        `objects/${tool(1).id}/?added_after=x`,
        `objects/${tool(1).id}/?match[version]=first,all`,
        `objects/${tool(1).id}/versions/?limit=x`,
        `objects/${tool(1).id}/versions/?next=x`,
        `objects/${tool(1).id}/versions/?match[spec_version]=x`,
      ])
        refusedWith(400, await s.at('shared', path, { as }))
    },
  ],
  [
    37,
    'added_after means strictly after, with a fraction of any length, once',
    async (s) => {
      const first = await s.at('shared', 'manifest/?limit=1', { as })
      const date = added(first, 'last')
      const after = await s.at('shared', `manifest/?added_after=${date}`, { as })
      expect(ids(after)).not.toContain(ids(first)[0])
      expect(
        (await s.at('shared', 'objects/?added_after=2026-11-25T00:00:00Z', { as })).status,
      ).toBe(200)
      refusedWith(
        400,
        await s.at('shared', 'objects/?added_after=2026-11-25T00:00:00+00:00', { as }),
      )
      refusedWith(
        400,
        await s.at('shared', `objects/?added_after=${date}&added_after=${date}`, { as }),
      )
    },
  ],
  [
    38,
    'limit is held, capped above the server’s own, and what is left is given whole',
    async (s) => {
      expect(ids(await s.at('shared', 'objects/?limit=3', { as }))).toHaveLength(3)
      const whole = await s.at('shared', 'objects/?limit=100000', { as })
      expect([whole.status, whole.body.more]).toEqual([200, false])
    },
  ],
  [
    39,
    'more results are said, with where they begin; and no more where there are none',
    async (s) => {
      const all = ids(await s.at('shared', 'objects/', { as })).length
      const exactly = await s.at('shared', `objects/?limit=${all}`, { as })
      expect([exactly.body.more, exactly.body.next]).toEqual([false, undefined])
      const less = await s.at('shared', `objects/?limit=${all - 1}`, { as })
      expect([less.body.more, typeof less.body.next]).toEqual([true, 'string'])
    },
  ],
  [
    40,
    'next is taken for the same question, and for no other; an empty one is none',
    async (s) => {
      const { body } = await s.at('shared', 'objects/?limit=1', { as })
      expect((await s.at('shared', `objects/?limit=1&next=${body.next}`, { as })).status).toBe(200)
      refusedWith(
        400,
        await s.at('shared', `objects/?limit=1&match[type]=tool&next=${body.next}`, { as }),
      )
      refusedWith(400, await s.at('feed', `objects/?limit=1&next=${body.next}`, { as }))
      expect((await s.at('shared', 'objects/?limit=1&next=', { as })).text).toBe(
        (await s.at('shared', 'objects/?limit=1', { as })).text,
      )
    },
  ],
  [
    41,
    'fields hold together, each once; a comma is an or; what is unknown is passed over',
    async (s) => {
      const both = await s.at(
        'shared',
        `objects/?match[type]=tool&match[id]=${tool(1).id},${address(2).id}`,
        { as },
      )
      expect(ids(both)).toEqual([tool(1).id])
      const either = await s.at('shared', 'objects/?match[type]=campaign,tool,ipv4-addr', { as })
      expect(either.text).toBe((await s.at('shared', 'objects/', { as })).text)
      for (const one of [
        'match[type]=tool',
        `match[id]=${tool(1).id}`,
        'match[version]=all',
        'match[spec_version]=2.1',
        'limit=1',
        'next=',
      ])
        refusedWith(400, await s.at('shared', `objects/?${one}&${one}`, { as }))
      expect((await s.at('shared', 'objects/?match[x_ours]=1&other=2', { as })).status).toBe(200)
    },
  ],
  [
    42,
    'match[id] finds these objects',
    async (s) => {
      expect(
        ids(await s.at('shared', `manifest/?match[id]=${tool(3).id},${tool(1).id}`, { as })),
      ).toEqual([tool(1).id, tool(3).id])
    },
  ],
  [
    43,
    'match[type] finds these types, and nothing of one that is not here',
    async (s) => {
      expect(
        new Set(
          ids(await s.at('shared', 'objects/?match[type]=tool', { as })).map(
            (id) => id.split('--')[0],
          ),
        ),
      ).toEqual(new Set(['tool']))
      expect((await s.at('shared', 'objects/?match[type]=x-ours,campaign', { as })).text).toBe('{}')
    },
  ],
  [
    44,
    'match[spec_version] gives no other version of STIX; what has none written is of 2.1',
    async (s) => {
      expect((await s.at('shared', 'objects/?match[spec_version]=2.0', { as })).text).toBe('{}')
      const whole = await s.at('shared', 'objects/', { as })
      expect((await s.at('shared', 'objects/?match[spec_version]=2.0,2.1', { as })).text).toBe(
        whole.text,
      )
      expect(ids(whole)).toContain(address(2).id)
      // With created and without a version it is of STIX 2.0, which this collection does not take.
      const { spec_version: _, ...old } = tool(44)
      const { body } = await s.post('shared', [old])
      expect(body.failures).toEqual([
        { id: old.id, version: old.modified, message: expect.stringContaining('2.0') },
      ])
      refusedWith(404, await s.at('shared', `objects/${old.id}/`, { as }))
    },
  ],
  [
    45,
    'match[version] is last, first, all or dates; without it the last',
    async (s) => {
      const asked = async (query: string) =>
        versioned(await s.at('shared', `objects/?match[type]=tool${query}`, { as }))
      expect(await asked('')).toEqual(['1 03', '2 02', '3 05'])
      expect(await asked('&match[version]=last')).toEqual(['1 03', '2 02', '3 05'])
      expect(await asked('&match[version]=first')).toEqual(['1 01', '2 01', '3 05'])
      expect(await asked('&match[version]=first,last')).toEqual([
        '1 01',
        '1 03',
        '2 02',
        '2 01',
        '3 05',
      ])
      expect(await asked('&match[version]=all')).toEqual([
        '1 01',
        '1 02',
        '1 03',
        '2 02',
        '2 01',
        '3 05',
      ])
      expect(await asked(`&match[version]=${DAY(2)}`)).toEqual(['1 02', '2 02'])
      expect(await asked(`&match[version]=${DAY(2)},last`)).toEqual([
        '1 02',
        '1 03',
        '2 02',
        '3 05',
      ])
    },
  ],
  [
    46,
    'versions are compared as instants and answered as they were written',
    async (s) => {
      const three = `match[id]=${tool(3).id}`
      for (const text of ['2026-01-05T00:00:00.1234567Z', '2026-01-05T00:00:00.12345670Z'])
        expect(
          versioned(await s.at('shared', `objects/?${three}&match[version]=${text}`, { as })),
        ).toEqual(['3 05'])
      expect(
        (
          await s.at('shared', `objects/?${three}&match[version]=2026-01-05T00:00:00.123456Z`, {
            as,
          })
        ).text,
      ).toBe('{}')
      const { body } = await s.at('shared', `manifest/?${three}`, { as })
      expect(body.objects![0]!.version).toBe('2026-01-05T00:00:00.1234567Z')
      const one = await s.at('shared', `manifest/?match[id]=${address(2).id}`, { as })
      expect(one.body.objects![0]!.version).toBe(one.body.objects![0]!.date_added)
      expect(
        ids(
          await s.at(
            'shared',
            `objects/?match[id]=${address(2).id}&match[version]=${one.body.objects![0]!.version}`,
            { as },
          ),
        ),
      ).toEqual([address(2).id])
    },
  ],
  [
    47,
    'a superseded version that came late is not the last, wherever a reader goes on',
    async (s) => {
      const { body } = await s.at(
        'shared',
        `manifest/?match[version]=all&match[id]=${tool(2).id}`,
        { as },
      )
      const [newer, older] = body.objects!
      expect(older!.version < newer!.version).toBe(true)
      const after = await s.at(
        'shared',
        `objects/?match[id]=${tool(2).id}&added_after=${newer!.date_added}`,
        { as },
      )
      expect(after.text).toBe('{}')
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
  testPoints(kind, [...ORDER, ...FILTERS], () => server)
})
