import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { envelopes, taxiiClient, type Ask, type Cursor } from './client.ts'

type Answer = { status?: number; headers?: Record<string, string>; body?: unknown }
type Sent = Parameters<Ask>[0]

const TYPE = { 'content-type': 'application/taxii+json;version=2.1' }
const encode = (text: string) => new TextEncoder().encode(text)

/** A client of a server that gives these answers one after the other; undefined: none at all. */
function client(answers: readonly (Answer | undefined)[], server = 'https://taxii.example/') {
  const asked: Sent[] = []
  const waited: number[] = []
  const left = [...answers]
  const ask: Ask = (request) => {
    asked.push(request)
    const answer = left.shift()
    if (!answer) return Promise.reject(new Error('no route'))
    const { status = 200, headers = {}, body = {} } = answer
    const all: Record<string, string> = { ...TYPE, ...headers }
    const bytes = encode(typeof body === 'string' ? body : JSON.stringify(body))
    return Promise.resolve({ status, header: (name) => all[name], body: bytes })
  }
  const made = taxiiClient({
    ask,
    server,
    authorization: 'Bearer t',
    userAgent: 'test/1',
    wait: (milliseconds) => {
      waited.push(milliseconds)
      return Promise.resolve()
    },
    now: () => Date.UTC(2026, 10, 25),
    chance: () => 1,
  })
  return { ...made, asked, waited }
}

const page = (ids: readonly number[], more: object = {}, last?: string): Answer => ({
  body: { ...more, ...(ids.length > 0 ? { objects: ids.map((id) => ({ id })) } : {}) },
  headers: last === undefined ? {} : { 'x-taxii-date-added-last': last },
})
const COLLECTION = '/taxii2/api/collections/1/'
const AT = (second: number) => `2026-11-24T09:00:0${second}.000000Z`

async function walked(
  { pages }: Pick<ReturnType<typeof client>, 'pages'>,
  cursor: Cursor = {},
  wanted = {},
) {
  const found: number[] = []
  let last: Cursor = cursor
  for await (const { objects, cursor: now } of pages(COLLECTION, cursor, wanted)) {
    found.push(
      ...objects.map((one) => (JSON.parse(new TextDecoder().decode(one)) as { id: number }).id),
    )
    last = now
  }
  return { found, cursor: last }
}
const queries = ({ asked }: { asked: readonly Sent[] }) =>
  asked.map(({ url }) => new URL(url).search)

describe('a walk through a collection', () => {
  it('goes on by next, with the same question, and ends with the last date', async () => {
    const one = client([
      page([1], { more: true, next: 'a' }, AT(1)),
      page([2], { more: true, next: 'b' }, AT(2)),
      page([3], { more: false }, AT(3)),
    ])
    expect(await walked(one, { after: AT(0) }, { match: { type: 'tool' } })).toEqual({
      found: [1, 2, 3],
      cursor: { after: AT(3), last: AT(3) },
    })
    const question = `?added_after=${encodeURIComponent(AT(0))}&limit=1000&match%5Btype%5D=tool`
    expect(queries(one)).toEqual([question, `${question}&next=a`, `${question}&next=b`])
  })
  it('goes on by the last date where there is no next', async () => {
    const one = client([page([1], { more: true }, AT(1)), page([2], {}, AT(2))])
    expect(await walked(one)).toEqual({ found: [1, 2], cursor: { after: AT(2), last: AT(2) } })
    expect(queries(one)[1]).toBe(`?added_after=${encodeURIComponent(AT(1))}&limit=1000`)
  })
  it('ends at an empty page after one that said that more follows (92)', async () => {
    expect(await walked(client([page([1], { more: true, next: 'a' }, AT(1)), page([])]))).toEqual({
      found: [1],
      cursor: { after: AT(1), last: AT(1) },
    })
  })
  it('goes forward only, and keeps no date that is none', async () => {
    const one = client([
      page([1], { more: true, next: 'a' }, AT(5)),
      page([2], { more: true, next: 'b' }, 'garbage'),
      page([3], {}, AT(2)),
    ])
    expect((await walked(one)).cursor).toEqual({ after: AT(5), last: AT(5) })
    const none = client([page([1], {}, '2026-13-01T00:00:00Z')])
    expect((await walked(none, { after: AT(1) })).cursor).toEqual({ after: AT(1) })
  })
  it('keeps no next that is longer than a URL', async () => {
    const long = client([page([1], { more: true, next: 'x'.repeat(2_001) }, AT(1))])
    await expect(walked(long)).rejects.toMatchObject({ code: 'server.malformed' })
  })
  it('takes no page of more objects than anybody can read', async () => {
    const all = `{"objects":[${Array.from({ length: 200_001 }, () => '{}').join(',')}]}`
    await expect(walked(client([{ body: all }]))).rejects.toMatchObject({
      code: 'server.malformed',
      message: expect.stringContaining('200000 objects') as string,
    })
  })
  it('goes on by a next that stays the same while what comes does not', async () => {
    const more = { more: true, next: 'a' }
    const one = client([page([1], more, AT(1)), page([2], more, AT(1)), page([3], {}, AT(1))])
    expect((await walked(one)).found).toEqual([1, 2, 3])
  })
  it('stays where it was where nothing is new', async () => {
    expect((await walked(client([page([])]), { after: AT(4) })).cursor).toEqual({ after: AT(4) })
  })
  it.each([
    [
      'the same page',
      [page([1], { more: true, next: 'a' }, AT(1)), page([1], { more: true, next: 'a' }, AT(1))],
    ],
    [
      'no next and no later date',
      [page([1], { more: true }, AT(1)), page([1], { more: true }, AT(1))],
    ],
    ['no next and no date', [page([1], { more: true })]],
    ['no next and a date that is none', [page([1], { more: true }, 'yesterday')]],
    [
      'no next and an earlier date',
      [page([1], { more: true }, AT(2)), page([2], { more: true }, AT(1))],
    ],
    [
      'a circle, each time by another next',
      Array.from({ length: 40 }, (_, at) => page([at % 3], { more: true, next: `${at}` }, AT(1))),
    ],
    [
      'nothing, again and again',
      Array.from({ length: 9 }, (_, at) => page([], { more: true, next: `${at}` })),
    ],
  ])('of a server that gives %s and says that more follows is left', async (_, answers) => {
    await expect(walked(client(answers))).rejects.toMatchObject({ code: 'server.stalled' })
  })
})

const TITLE: Answer = { body: { title: 'one' } }
const ROOT: Answer = { body: { title: 'one', versions: [], max_content_length: 9 } }

describe('what is asked', () => {
  it('says who asks and what it takes, and goes to relative and absolute roots with and without a slash (91, 95)', async () => {
    const one = client([
      TITLE,
      ROOT,
      ROOT,
      { body: { collections: [{ id: '1', title: 'one', can_read: true }] } },
    ])
    await one.discover()
    await one.root('/taxii2/api/')
    await one.root('https://taxii.example/taxii2/api')
    expect(await one.collections('/taxii2/api')).toEqual([
      { id: '1', title: 'one', can_read: true, can_write: false },
    ])
    expect(one.asked.map(({ url }) => url)).toEqual([
      'https://taxii.example/taxii2/',
      'https://taxii.example/taxii2/api/',
      'https://taxii.example/taxii2/api',
      'https://taxii.example/taxii2/api/collections/',
    ])
    expect(one.asked[0]!.headers).toEqual({
      accept: TYPE['content-type'],
      'user-agent': 'test/1',
      authorization: 'Bearer t',
    })
  })
  it.each([
    'https://other.example/api/',
    'http://taxii.example/api/',
    '//other.example/',
    'https://taxii.example:8443/',
    'file:///etc/passwd',
    'http://[',
  ])('never goes to %s, whatever a server says', async (root) => {
    const one = client([{}])
    await expect(one.root(root)).rejects.toMatchObject({ code: 'server.malformed' })
    expect(one.asked).toEqual([])
  })
  it('is tried again with longer and longer waits, or as long as the server says', async () => {
    const busy = { status: 503 }
    const said = (after: string) => ({ status: 429, headers: { 'retry-after': after } })
    const one = client([
      undefined,
      busy,
      said('7'),
      said('Wed, 25 Nov 2026 00:00:09 GMT'),
      said('nonsense'),
      TITLE,
    ])
    await one.discover()
    expect(one.waited).toEqual([500, 1_000, 7_000, 9_000, 8_000])
    const patient = client([said('99999'), TITLE])
    await patient.discover()
    expect(patient.waited).toEqual([600_000])
  })
  it('is given up after six tries, and at once where it is refused', async () => {
    await expect(client([]).discover()).rejects.toMatchObject({ code: 'server.unreachable' })
    const busy = client(Array.from({ length: 9 }, () => ({ status: 503 })))
    await expect(busy.discover()).rejects.toMatchObject({ code: 'server.refused' })
    expect(busy.asked).toHaveLength(6)
    const refused = client([{ status: 403, body: { title: 'No', description: 'not you' } }])
    await expect(refused.discover()).rejects.toMatchObject({
      message: 'expected 2xx, got 403 (No: not you)',
      answered: 403,
    })
    expect(refused.asked).toHaveLength(1)
  })
  it.each([
    [{ headers: { 'content-type': 'text/html' }, body: '<html>' }],
    [{ body: '[]' }],
    [{ body: '{' }],
    [{ body: 'null' }],
    [{ status: 301 }],
  ])('and answered by %j is refused', async (answer) => {
    await expect(client([answer]).discover()).rejects.toMatchObject({
      code: expect.stringMatching(/^server\./) as string,
    })
    await expect(walked(client([answer]))).rejects.toMatchObject({
      code: expect.stringMatching(/^server\./) as string,
    })
  })
})

type Client = ReturnType<typeof client>

describe('what is deleted', () => {
  it('is named with its versions, and is no error where it is not there', async () => {
    const one = client([{ headers: { 'content-type': '' } }, { status: 404 }])
    await one.remove(COLLECTION, 'tool--1', [AT(1), AT(2)])
    await one.remove(COLLECTION, 'tool--1')
    expect(one.asked.map(({ method, url }) => [method, new URL(url).pathname])).toEqual([
      ['DELETE', `${COLLECTION}objects/tool--1/`],
      ['DELETE', `${COLLECTION}objects/tool--1/`],
    ])
    expect(one.asked.map(({ url }) => new URL(url).searchParams.get('match[version]'))).toEqual([
      `${AT(1)},${AT(2)}`,
      'all',
    ])
  })

  it('may be refused', async () => {
    const one = client([{ status: 403, body: { title: 'No' } }])
    await expect(one.remove(COLLECTION, 'tool--1')).rejects.toMatchObject({
      code: 'server.refused',
      message: 'expected 2xx, got 403 (No)',
    })
  })
})

describe('what a server says of itself', () => {
  it.each([
    ['a discovery without a title', (one: Client) => one.discover(), {}],
    ['a root without a length', (one: Client) => one.root('/'), { title: 'x' }],
    [
      'a root that takes nothing',
      (one: Client) => one.root('/'),
      { title: 'x', max_content_length: 0 },
    ],
    [
      'a collection without an id',
      (one: Client) => one.collections('/'),
      { collections: [{ title: 'x' }] },
    ],
    ['a collection that is none', (one: Client) => one.collections('/'), { collections: [1] }],
    ['a status of no kind', (one: Client) => one.status('/', 'x'), { id: 'x', status: 'maybe' }],
    [
      'a status with words for counts',
      (one: Client) => one.status('/', 'x'),
      { id: 'x', status: 'complete', total_count: 'many' },
    ],
  ] as const)('is refused as %s', async (_, ask, body) => {
    await expect(ask(client([{ body }]))).rejects.toMatchObject({ code: 'server.malformed' })
  })
})

describe('envelopes', () => {
  it('are no longer than a server takes, and hold everything once and in order', () => {
    const sizes = fc.array(fc.integer({ min: 2, max: 300 }), { maxLength: 60 })
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 64, max: 400 }),
        fc.integer({ min: 1, max: 9 }),
        (lengths, octets, objects) => {
          const all = lengths.map((length) => ({ bytes: new Uint8Array(length) }))
          const cut = [...envelopes(all, { octets, objects })]
          for (const { of, tooLong } of cut) {
            const length =
              '{"more":false,"objects":[]}'.length +
              of.reduce((sum, { bytes }) => sum + bytes.length + 1, -1)
            if (tooLong) expect(of).toHaveLength(1)
            else expect([length <= octets, of.length <= objects]).toEqual([true, true])
          }
          const went = new Set(cut.flatMap(({ of }) => of))
          expect(went.size).toBe(all.length)
          const sent = cut.flatMap(({ of, tooLong }) => (tooLong ? [] : of))
          expect(sent).toEqual(all.filter((one) => sent.includes(one)))
        },
      ),
    )
  })
})
