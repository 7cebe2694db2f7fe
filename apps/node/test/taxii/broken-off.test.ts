import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { taxiiCommand } from '../../src/cli/taxii.ts'
import { readConfig, writeConfig } from '../../src/config.ts'
import { intelligenceStore } from '../../src/intelligence/index.ts'
import { openStore } from '../../src/open-store.ts'
import { found } from '../../src/parties/found.ts'
import { writeFounded } from '../../src/parties/founded.ts'
import type { RemoteView } from '../../src/taxii/api.ts'
import { run } from '../command.ts'
import { withFirstCase } from '../first-case.ts'
import { tool } from './objects.ts'
import { TAXII } from './server.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'entente-broken-off-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))
const data = join(place, 'XB')

const PAGES = 4
const ON_A_PAGE = 300
const dateOf = (page: number) => `2026-11-25T00:00:0${page}.000000Z`
const objectsOf = (page: number) =>
  Array.from({ length: ON_A_PAGE }, (_, at) => tool((page - 1) * ON_A_PAGE + at))

/** A server of some pages, which tells a test which of them is asked for; the test answers when it sends it. */
async function paged(asked: (page: number, send: () => void) => void) {
  const server = createServer((request, response) => {
    const after = new URL(request.url ?? '', 'http://a.example').searchParams.get('added_after')
    const page = after === null ? 1 : Number(after.slice(18, 19)) + 1
    const objects = page <= PAGES ? objectsOf(page) : []
    response.setHeader('content-type', TAXII)
    if (objects.length > 0) response.setHeader('x-taxii-date-added-last', dateOf(page))
    const body = JSON.stringify({ objects, ...(page < PAGES ? { more: true } : {}) })
    asked(page, () => response.end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const status = async () =>
  (
    JSON.parse((await run(taxiiCommand(), 'status', '--data', data, '--json')).out) as {
      remotes: readonly RemoteView[]
    }
  ).remotes[0]!.exchanges[0]!

/** How many objects of each page are held. */
async function heldOfEach() {
  await using database = await openStore(data)
  const store = intelligenceStore(database)
  const pages = Array.from({ length: PAGES }, (_, at) => objectsOf(at + 1))
  return await Promise.all(
    pages.map(async (page) => (await store.held(page.map(({ id }) => id))).size),
  )
}

const pulling = () =>
  spawn(process.execPath, [
    '--conditions=entente-source',
    '--disable-warning=ExperimentalWarning',
    MAIN,
    'taxii',
    'pull',
    'alder',
    '--data',
    data,
  ])

describe('a pull that breaks off', () => {
  test('because its process is killed has each page with its place, and the next brings the rest once', async () => {
    const founded = found(
      withFirstCase,
      (party) => join(place, party),
      new Date('2026-11-24T12:00:00Z'),
    )
    writeFounded(data, founded.charters, founded.keyActs['XB']!)
    let child: ChildProcess | undefined
    let after = 0
    const sent: number[] = []
    await using server = await paged((page, send) => {
      sent.push(page)
      send()
      const killed = child
      // Of the first page it has nothing yet: what is killed is killed while it writes, or waits for more.
      if (killed && page > 1) setTimeout(() => killed.kill('SIGKILL'), after)
    })
    const root = server.url
    const remotes = [{ id: 'alder', party: 'XA', root, collection: 'shared' }]
    const config = readConfig(data)
    writeConfig(data, { ...config, taxii: { ...config.taxii, remotes } })
    for (after of [0, 8]) {
      child = pulling()
      await new Promise((resolve) => child!.once('close', resolve))
      const held = await heldOfEach()
      const { cursor } = await status()
      const known = cursor.after === undefined ? 0 : Number(cursor.after.slice(18, 19))
      expect(held).toEqual(held.map((_, at) => (at < known ? ON_A_PAGE : 0)))
      expect(known).toBeGreaterThan(0)
    }
    child = undefined
    expect((await run(taxiiCommand(), 'pull', 'alder', '--data', data)).code).toBe(0)
    expect(await heldOfEach()).toEqual([300, 300, 300, 300])
    // What was kept with its place was asked for once.
    expect(sent.filter((page) => page === 1)).toHaveLength(1)
  }, 60_000)

  test('before it began, for a file that its setting names, says so in its status, and goes on once it is there', async () => {
    await using server = await paged((_, send) => send())
    const secretFile = join(place, 'secret')
    const config = readConfig(data)
    const remote = { id: 'cedar', party: 'XC', root: server.url, collection: 'shared', secretFile }
    writeConfig(data, { ...config, taxii: { ...config.taxii, remotes: [remote] } })
    const refusal = {
      code: 'remote.unreadable',
      message: 'expected a file that this node reads as secretFile, got ENOENT',
    }
    expect(await run(taxiiCommand(), 'pull', 'cedar', '--data', data)).toMatchObject({
      code: 1,
      err: expect.stringContaining(`${refusal.code}: ${refusal.message}`) as string,
    })
    expect(await status()).toMatchObject({ report: { refusal } })
    writeFileSync(secretFile, '\n')
    await run(taxiiCommand(), 'pull', 'cedar', '--data', data)
    expect((await status()).report?.refusal?.message).toMatch(/first line of secretFile, got none/)
    writeFileSync(secretFile, 'secret\n')
    expect((await run(taxiiCommand(), 'pull', 'cedar', '--data', data)).code).toBe(0)
    expect(await status()).toMatchObject({ report: { objects: 1_200, held: 1_200 } })
  })
})
