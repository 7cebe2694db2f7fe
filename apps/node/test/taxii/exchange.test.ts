import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { sentTo } from '../../src/taxii/called-back.ts'
import type { Tables } from '../../src/taxii/tables.ts'
import { STORE_KINDS } from '../stores.ts'
import { ids, ROOT, STAMP } from './filled.ts'
import { address, AMBER, bundleOf, DAY, RED, tool } from './objects.ts'
import { COLLECTIONS, openServer, TAXII, tokenOf, type TestServer } from './server.ts'

const directory = mkdtempSync(join(tmpdir(), 'entente-exchange-'))
const secretFile = join(directory, 'secret')
writeFileSync(secretFile, `${tokenOf('birch')}\nand nothing else\n`)
afterAll(() => rmSync(directory, { recursive: true, force: true }))

// The command line's test has the embedded store; here it is the other one where there is one.
const kind = STORE_KINDS.at(-1)!
const remoteAt = (url: string, over: object = {}) => ({
  id: 'alder',
  party: 'XA',
  root: `${url}${ROOT}`,
  collection: 'shared',
  user: 'birch',
  secretFile,
  ...over,
})

/** Birch's node, which exchanges with a server as its program. */
const birchWith = (url: string, over: object = {}) =>
  openServer(kind, { remotes: [remoteAt(url, over)] }, 'XB')
const heldAt = async ({ objects }: TestServer, ...wanted: readonly { id: string }[]) =>
  (await objects.held(wanted.map(({ id }) => id))).size
const cursorAt = async ({ exchanges }: TestServer, at = 0) =>
  (await exchanges.list())[0]!.exchanges[at]!.cursor

/** The root of a server that only takes objects in. */
const DISCOVERED = JSON.stringify({ title: 'x', versions: [TAXII], max_content_length: 100_000 })

/** What is posted; undefined where a request posts nothing. */
async function postedIn(request: IncomingMessage) {
  if (request.method !== 'POST') return undefined
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { objects } = JSON.parse(Buffer.concat(chunks).toString()) as {
    objects: readonly { readonly id: string; readonly modified: string }[]
  }
  return objects
}

/** A server that answers as a test says, over HTTP. */
async function pretending(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer((request, response) => {
    response.setHeader('content-type', TAXII)
    request.resume()
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

describe('a pull', () => {
  test('takes in what is new, page by page, and goes on where it was (87, 90, 92)', async () => {
    await using alder = await openServer(kind)
    await using birch = await birchWith(alder.url)
    const many = Array.from({ length: 1_200 }, (_, at) => tool(at))
    await alder.post('shared', many, 'alder')
    const seen: number[] = []
    const report = await birch.exchanges.run('alder', 'pull', ({ objects }) => seen.push(objects))
    expect(report).toMatchObject({ pages: 2, objects: 1_200, new: 1_200, failed: 0 })
    expect(seen).toEqual([1_000, 1_200])
    expect(await heldAt(birch, ...many)).toBe(1_200)
    await alder.post('shared', [tool(5_000)], 'alder')
    expect(await birch.exchanges.run('alder', 'pull')).toMatchObject({
      pages: 1,
      objects: 1,
      new: 1,
    })
    expect(await birch.exchanges.run('alder', 'pull')).toMatchObject({ objects: 0 })
  })

  test('has a cursor that is seen and set back; what is held adds nothing (93)', async () => {
    await using alder = await openServer(kind)
    await using birch = await birchWith(alder.url)
    await alder.post('shared', [tool(1), tool(2)], 'alder')
    await birch.exchanges.run('alder', 'pull')
    const { headers } = await alder.at('shared', 'objects/', { as: 'birch' })
    const last = headers.get('x-taxii-date-added-last')!
    expect(await cursorAt(birch)).toEqual({ after: last, last })
    await birch.exchanges.reset('alder', 'pull')
    expect(await cursorAt(birch)).toEqual({})
    expect(await birch.exchanges.run('alder', 'pull')).toMatchObject({
      objects: 2,
      new: 0,
      held: 2,
    })
    await birch.exchanges.reset('alder', 'pull', '2100-01-01T00:00:00Z')
    expect(await birch.exchanges.run('alder', 'pull')).toMatchObject({ objects: 0 })
    expect(await cursorAt(birch)).toEqual({ after: '2100-01-01T00:00:00Z' })
    // The cursor is of what was asked: another question begins at its own beginning.
    const other = { match: { type: 'tool' }, collection: 'feed', root: `${alder.url}/other/` }
    for (const [key, value] of Object.entries(other)) {
      birch.settle({ remotes: [remoteAt(alder.url, { [key]: value })] })
      expect([key, await cursorAt(birch)]).toEqual([key, {}])
    }
    birch.settle({ remotes: [remoteAt(alder.url, { user: 'other' })] })
    expect(await cursorAt(birch)).toEqual({ after: '2100-01-01T00:00:00Z' })
    await expect(birch.exchanges.run('nobody', 'pull')).rejects.toMatchObject({
      code: 'remote.unknown',
    })
  })

  test('says of each object what is wrong with it, and takes the others', async () => {
    const good = tool(1)
    const bad = { type: 'tool', id: tool(2).id, modified: DAY(2) }
    const agents: unknown[] = []
    await using server = await pretending((request, response) => {
      agents.push(request.headers['user-agent'])
      response.end(JSON.stringify({ objects: [good, bad] }))
    })
    await using birch = await birchWith(server.url)
    const report = await birch.exchanges.run('alder', 'pull')
    expect(report).toMatchObject({ objects: 2, new: 1, failed: 1 })
    expect(report.failures).toEqual([
      { id: bad.id, version: DAY(2), message: expect.stringContaining('object.') as string },
    ])
    expect(agents).toEqual([expect.stringMatching(/^entente\//)])
  })

  test('that breaks off keeps what came, and the next one brings the rest and nothing twice', async () => {
    await using alder = await openServer(kind)
    const many = Array.from({ length: 2_500 }, (_, at) => tool(at))
    await alder.post('shared', many, 'alder')
    let left = 2
    await using broken = await pretending((request, response) => {
      if (left-- <= 0) {
        response.statusCode = 403
        return response.end('{"title":"enough"}')
      }
      void fetch(`${alder.url}${request.url}`, {
        headers: { accept: TAXII, authorization: String(request.headers.authorization) },
      }).then(async (answer) => {
        response.setHeader(
          'x-taxii-date-added-last',
          answer.headers.get('x-taxii-date-added-last')!,
        )
        response.end(await answer.text())
      })
    })
    await using birch = await birchWith(broken.url)
    const first = await birch.exchanges.run('alder', 'pull')
    expect(first).toMatchObject({ objects: 2_000, refusal: { code: 'server.refused' } })
    left = 99
    const second = await birch.exchanges.run('alder', 'pull')
    expect(second.refusal).toBeUndefined()
    expect([await heldAt(birch, ...many), second.new]).toEqual([2_500, 500])
  })

  test('keeps its place while a server is busy, and reads from the date again where it forgot the place', async () => {
    const asked: string[] = []
    let [status, after]: [number, string | undefined] = [200, '0']
    await using server = await pretending((request, response) => {
      const next = new URL(request.url!, 'http://x').searchParams.get('next')
      asked.push(next ?? 'from the beginning')
      response.setHeader('x-taxii-date-added-last', DAY(2))
      if (next === null)
        return response.end(JSON.stringify({ objects: [tool(1)], more: true, next: 'second' }))
      response.statusCode = status
      if (after !== undefined) response.setHeader('retry-after', after)
      return response.end(status === 200 ? JSON.stringify({ objects: [tool(2)] }) : '{}')
    })
    await using birch = await birchWith(server.url)
    status = 503
    expect(await birch.exchanges.run('alder', 'pull')).toMatchObject({
      objects: 1,
      refusal: { code: 'server.refused' },
    })
    expect(asked).toEqual(['from the beginning', ...Array.from({ length: 6 }, () => 'second')])
    asked.length = 0
    status = 404
    expect((await birch.exchanges.run('alder', 'pull')).refusal).toBeDefined()
    expect(asked).toEqual(['second', 'from the beginning', 'second'])
    status = 200
    expect(await birch.exchanges.run('alder', 'pull')).toMatchObject({ objects: 1, new: 1 })
    // Who is told to wait for ten minutes does not keep the node, or who sets the cursor back, waiting.
    ;[status, after] = [503, '600']
    asked.length = 0
    await birch.exchanges.reset('alder', 'pull')
    const run = birch.exchanges.run('alder', 'pull')
    while (!asked.includes('second')) await new Promise((resolve) => setTimeout(resolve, 5))
    await birch.exchanges.reset('alder', 'pull', DAY(5))
    expect((await run).refusal).toBeUndefined()
    expect(await cursorAt(birch)).toEqual({ after: DAY(5) })
  })

  test('takes in nothing that a page of another kind says, and keeps its place', async () => {
    await using server = await pretending((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end('<html>')
    })
    await using birch = await birchWith(server.url)
    expect((await birch.exchanges.run('alder', 'pull')).refusal).toMatchObject({
      code: 'server.malformed',
    })
    expect(await cursorAt(birch)).toEqual({})
  })

  test('is evidence from outside: of Birch’s own authorship only Birch can speak', async () => {
    await using alder = await openServer(kind)
    await using birch = await birchWith(alder.url)
    await alder.post('shared', [tool(1)], 'alder')
    await birch.exchanges.run('alder', 'pull')
    expect((await birch.objects.contents(tool(1).id))[0]).toMatchObject({
      outside: true,
      source: 'TAXII: alder',
    })
  })
})

describe('a push', () => {
  const pushing = { pushes: COLLECTIONS.feed, pulls: false }

  test('sends what the remote’s party may have, once, and says what became of it (94)', async () => {
    await using alder = await openServer(kind, { most: 1_024 })
    await using birch = await birchWith(alder.url, pushing)
    const long = tool(4, { description: 'x'.repeat(2_000) })
    await birch.take(
      bundleOf(
        tool(1),
        tool(2),
        tool(3, { object_marking_refs: [AMBER] }),
        long,
        tool(5, { object_marking_refs: [RED] }),
        address(1),
      ),
    )
    const seen: number[] = []
    const report = await birch.exchanges.run('alder', 'push', ({ objects }) => seen.push(objects))
    expect(report).toMatchObject({ objects: 4, new: 3, failed: 1 })
    // It is told envelope by envelope how far it has come.
    expect(seen.length).toBeGreaterThan(1)
    expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(4)
    expect(report.failures).toEqual([
      expect.objectContaining({
        id: long.id,
        message: expect.stringContaining('1024 bytes') as string,
      }),
    ])
    expect(ids(await alder.at('shared', 'objects/', { as: 'cedar' })).toSorted()).toEqual(
      [address(1).id, tool(1).id, tool(2).id].toSorted(),
    )
    // What was refused is sent again, and named again, for as long as it is refused.
    for (const _ of [1, 2])
      expect(await birch.exchanges.run('alder', 'push')).toMatchObject({
        objects: 1,
        new: 0,
        failed: 1,
        failures: [{ id: long.id }],
      })
    await birch.take(bundleOf(tool(6)))
    alder.settle({ most: 100_000 })
    expect(await birch.exchanges.run('alder', 'push')).toMatchObject({
      objects: 2,
      new: 2,
      failed: 0,
      failures: [],
    })
    expect(ids(await alder.at('shared', `objects/${long.id}/`, { as: 'cedar' }))).toEqual([long.id])
    expect(await birch.exchanges.run('alder', 'push')).toMatchObject({ objects: 0 })
  })

  test('sends again what a server refused of one version, and nothing that may not go any more', async () => {
    let refuses = true
    const posted: string[][] = []
    await using server = await pretending(async (request, response) => {
      const objects = await postedIn(request)
      if (!objects) return response.end(DISCOVERED)
      posted.push(objects.map(({ id }) => id))
      const failures = refuses
        ? objects.map(({ id, modified: version }) => ({ id, version, message: 'Not today.' }))
        : []
      response.statusCode = 202
      return response.end(
        JSON.stringify({
          id: COLLECTIONS.own,
          status: 'complete',
          total_count: objects.length,
          success_count: objects.length - failures.length,
          failure_count: failures.length,
          pending_count: 0,
          failures,
        }),
      )
    })
    await using birch = await birchWith(server.url, pushing)
    await birch.take(bundleOf(tool(1), tool(2)))
    expect((await birch.exchanges.run('alder', 'push')).failures).toHaveLength(2)
    // Its author labels it more strictly meanwhile: it may not go there any more.
    await birch.take(bundleOf(tool(2, { modified: DAY(9), object_marking_refs: [RED] })))
    refuses = false
    const again = await birch.exchanges.run('alder', 'push')
    expect(again).toMatchObject({ failed: 0 })
    expect(posted.at(-1)).toContain(tool(1).id)
    expect(await birch.exchanges.run('alder', 'push')).toMatchObject({ objects: 0 })
  })

  test('waits for a server that takes its time', async () => {
    const id = COLLECTIONS.own
    const pending = {
      id,
      status: 'pending',
      total_count: 1,
      success_count: 0,
      failure_count: 0,
      pending_count: 1,
    }
    let asked = 0
    await using server = await pretending((request, response) => {
      if (request.method === 'POST') {
        response.statusCode = 202
        return response.end(JSON.stringify(pending))
      }
      if (!request.url!.includes('/status/')) return response.end(DISCOVERED)
      asked += 1
      return response.end(
        JSON.stringify(
          asked < 2
            ? pending
            : { ...pending, status: 'complete', success_count: 1, pending_count: 0 },
        ),
      )
    })
    await using birch = await birchWith(server.url, pushing)
    await birch.take(bundleOf(tool(1)))
    expect(await birch.exchanges.run('alder', 'push')).toMatchObject({ objects: 1, new: 1 })
    expect(asked).toBe(2)
  })

  test('of one object for which a server refuses everything keeps nothing else back', async () => {
    const bad = tool(3).id
    const held = new Set<string>()
    await using server = await pretending(async (request, response) => {
      const objects = await postedIn(request)
      if (!objects) return response.end(DISCOVERED)
      const ids = objects.map(({ id }) => id)
      response.statusCode = ids.includes(bad) ? 400 : 202
      if (ids.includes(bad)) return response.end('{"title":"Invalid"}')
      for (const id of ids) held.add(id)
      return response.end(
        JSON.stringify({
          id: COLLECTIONS.own,
          status: 'complete',
          total_count: ids.length,
          success_count: ids.length,
          failure_count: 0,
          pending_count: 0,
        }),
      )
    })
    await using birch = await birchWith(server.url, pushing)
    await birch.take(bundleOf(...[1, 2, 3, 4].map((at) => tool(at))))
    const report = await birch.exchanges.run('alder', 'push')
    expect(report.refusal).toBeUndefined()
    expect(report).toMatchObject({ objects: 4, new: 3, failed: 1, failures: [{ id: bad }] })
    expect(held).toEqual(new Set([1, 2, 4].map((at) => tool(at).id)))
    // A recall need not be told where it was refused; it has to be where that is not sure.
    const db = birch.database.as<Tables>()
    const at = { remote: 'alder', pushes: COLLECTIONS.feed }
    expect((await sentTo(db, bad, at)).entries).toEqual([])
    await db.updateTable('taxii_refused').set({ unsure: 1 }).execute()
    expect((await sentTo(db, bad, at)).entries).toHaveLength(1)
  })

  test('has a cursor of what it sends, and to where (93)', async () => {
    await using alder = await openServer(kind)
    await using birch = await birchWith(alder.url, pushing)
    await birch.take(bundleOf(tool(1)))
    expect(await birch.exchanges.run('alder', 'push')).toMatchObject({ new: 1 })
    const cursor = await cursorAt(birch)
    expect(cursor.after).toMatch(STAMP)
    const other = { pushes: COLLECTIONS.shared, collection: 'inbox', root: `${alder.url}/other/` }
    for (const [key, value] of Object.entries(other)) {
      birch.settle({ remotes: [remoteAt(alder.url, { ...pushing, [key]: value })] })
      expect([key, await cursorAt(birch)]).toEqual([key, {}])
    }
    birch.settle({ remotes: [remoteAt(alder.url, pushing)] })
    expect(await cursorAt(birch)).toEqual(cursor)
  })

  test('of a collection that is not put before the remote’s party is refused', async () => {
    await using birch = await birchWith('http://127.0.0.1:1', { pushes: COLLECTIONS.own })
    expect((await birch.exchanges.run('alder', 'push')).refusal).toMatchObject({
      code: 'collection.unknown',
    })
  })
})

describe('both ways', () => {
  test('each has everything, nothing comes back to where it came from, and it comes to rest', async () => {
    await using alder = await openServer(kind)
    await using birch = await birchWith(alder.url, { pushes: COLLECTIONS.feed })
    await alder.post('shared', [tool(1), tool(2)], 'alder')
    await birch.take(bundleOf(tool(3), address(4)))
    const round = async () => [
      await birch.exchanges.run('alder', 'pull'),
      await birch.exchanges.run('alder', 'push'),
    ]
    const [pulled, pushed] = await round()
    expect([pulled!.new, pushed!.objects]).toEqual([2, 2])
    // What was pushed is in the collection that is pulled: it comes once, and is known.
    const [again, rest] = await round()
    expect([again!.new, again!.held, rest!.objects]).toEqual([0, 2, 0])
    for (const [one, other] of [await round(), await round()])
      expect([one!.objects, other!.objects]).toEqual([0, 0])
    const all = [tool(1), tool(2), tool(3), address(4)]
    expect([await heldAt(alder, ...all), await heldAt(birch, ...all)]).toEqual([4, 4])
    // What is taken out at Alder does not come back from Birch, which has it from there by now.
    await alder.at('shared', `objects/${tool(3).id}/`, { as: 'alder', method: 'DELETE' })
    await birch.exchanges.reset('alder', 'push')
    expect((await birch.exchanges.run('alder', 'push')).objects).toBe(0)
    expect((await alder.at('shared', `objects/${tool(3).id}/`, { as: 'alder' })).status).toBe(404)
  })

  test('a secret goes over TLS, or to this machine alone (88)', async () => {
    await using birch = await birchWith('http://taxii.example')
    expect(await birch.exchanges.run('alder', 'pull')).toMatchObject({
      refusal: { code: 'taxii.malformed' },
    })
  })

  test('a remote is asked by itself as often as its setting says', async () => {
    await using alder = await openServer(kind)
    await alder.post('shared', [tool(1)], 'alder')
    await using birch = await birchWith(alder.url, { every: 5 })
    while ((await heldAt(birch, tool(1))) === 0)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await birch.exchanges.list())[0]!.exchanges[0]!.report).toMatchObject({ new: 1 })
  })
})
