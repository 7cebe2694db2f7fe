import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseCharter, type PartyId } from '@entente/accord'
import {
  caseMigrations,
  caseStore,
  createFeeds,
  federationRoutes,
  openCaseFiles,
  startPulling,
} from '../src/federation/index.ts'
import { found } from '../src/parties/found.ts'
import { crypto } from '../src/platform/crypto.ts'
import { openDatabase } from '../src/platform/db/index.ts'
import { onError } from '../src/platform/http/problem.ts'
import { startServer } from '../src/platform/http/server.ts'
import { signRequest } from '../src/platform/http/signature.ts'
import { openKeys } from '../src/platform/keys/index.ts'
import { withFirstCase } from './first-case.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-feed-'))
const directoryOf = (party: string) => join(data, party)
const founded = found(withFirstCase, directoryOf, new Date('2026-11-26T12:00:00Z'))
const root = parseCharter(founded.charters[0]!, crypto)
const other = parseCharter(founded.charters[1]!, crypto)
const NAMES = ['XA', 'XB', 'XC', 'CO'] as const
const urls = new Map<string, string>()

/** So long that whatever comes sooner was not found by asking. */
const INTERVAL = 60_000

async function startNode(party: string, charters: readonly Uint8Array[]) {
  const keys = openKeys(directoryOf(party))
  const database = await openDatabase(':memory:', caseMigrations)
  const caseFiles = await openCaseFiles({
    store: caseStore(database),
    party: party as PartyId,
    clock: { now: () => Date.now() },
    crypto,
    logSigner: (origin) => ({ ...keys.load('log'), name: origin }),
    witnessSigner: { ...keys.load('witness'), name: `${party.toLowerCase()}.example/witness` },
    peers: () => [...urls].map(([peer, url]) => ({ party: peer as PartyId, url })),
  })
  for (const charter of charters) await caseFiles.add(charter)
  const feeds = createFeeds(caseFiles)
  const app = new Hono()
  app.onError(onError(() => {}))
  app.route('/', federationRoutes({ caseFiles, name: party }))
  app.route('/', feeds.routes)
  const server = await startServer(app.fetch)
  urls.set(party, server.url)
  return { party, caseFiles, feeds, server, database, file: caseFiles.get(root.id)! }
}

type Node = Awaited<ReturnType<typeof startNode>>
let nodes: Node[] = []
let pullings: ReturnType<typeof startPulling>[] = []

beforeAll(async () => {
  // The second case is held by Alder and Birch alone.
  const chartersOf = (party: string) =>
    founded.charters.slice(0, party === 'XA' || party === 'XB' ? 2 : 1)
  nodes = await Promise.all(NAMES.map((party) => startNode(party, chartersOf(party))))
  // Only now: each has to find the others at its first and, for a minute, only round.
  pullings = nodes.map(({ caseFiles }) => startPulling({ caseFiles, interval: INTERVAL }))
})

afterAll(async () => {
  await Promise.all(pullings.map((pulling) => pulling.stop()))
  const startedAt = performance.now()
  for (const { feeds, server, caseFiles, database } of nodes) {
    feeds.close()
    await server.stop()
    await caseFiles.close()
    await database.close()
  }
  // A node that stops does not wait for those who listen to it: each server would be given two seconds.
  expect(performance.now() - startedAt).toBeLessThan(NAMES.length * 2_000)
  rmSync(data, { recursive: true, force: true })
})

async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + INTERVAL / 2; !isSo(); await pause(10))
    if (Date.now() > end) throw new Error(`expected it before the next round: ${String(isSo)}`)
}

/** What a feed answers to a request that is signed with this key for this origin. */
async function listenTo(
  party: string,
  signed?: { readonly by: string; readonly as: string; readonly to: string },
): Promise<Response> {
  const url = `${urls.get(party)}/log/feed`
  const now = Math.floor(Date.now() / 1000)
  const headers = signed
    ? signRequest(
        { method: 'GET', url, to: signed.to },
        { keyid: signed.as, sign: openKeys(directoryOf(signed.by)).load('log').sign },
        now,
      )
    : {}
  return fetch(url, { headers: { ...headers } })
}

const originOf = (charter: typeof root, party: string) =>
  charter.parties.find(({ id }) => id === party)!.origin

/** The hints that stand in a feed when it is opened. */
async function firstHints(response: Response) {
  const reader = response.body!.getReader()
  const text = new TextDecoder()
  let got = ''
  // What is pushed at the opening comes in one go or a few; the heartbeat follows much later.
  for (const end = Date.now() + 2_000; Date.now() < end;) {
    const chunk = await Promise.race([reader.read(), pause(300)])
    if (!chunk?.value) break
    got += text.decode(chunk.value, { stream: true })
  }
  await reader.cancel()
  return got
    .split('\n\n')
    .flatMap((event) =>
      event.startsWith('data: ')
        ? [JSON.parse(event.slice(6)) as { case: string; size: number }]
        : [],
    )
}

describe('a feed', () => {
  test('brings an act to every other node long before it would be asked for', async () => {
    await nodes[0]!.file.file(founded.keyActs['XA']![0]!)
    for (const { file } of nodes) await until(() => file.final()['XA' as PartyId] === 1)
  })

  test('tells a party of the cases that it takes part in, and of no other', async () => {
    const signed = { by: 'XA', as: originOf(root, 'XA'), to: originOf(root, 'XB') }
    const toAlder = await firstHints(await listenTo('XB', signed))
    expect(toAlder.map((hint) => hint.case).toSorted()).toEqual([root.id, other.id].toSorted())
    const fromChair = { by: 'XA', as: originOf(root, 'XA'), to: originOf(root, 'CO') }
    const ofChair = await firstHints(await listenTo('CO', fromChair))
    expect(ofChair.map((hint) => hint.case)).toEqual([root.id])
  })

  test.each([
    ['nobody', undefined],
    [
      'a key that is not the party’s',
      { by: 'XC', as: originOf(root, 'XA'), to: originOf(root, 'XB') },
    ],
    ['a party, for another node', { by: 'XA', as: originOf(root, 'XA'), to: originOf(root, 'XC') }],
    [
      'a party under a name that is none',
      { by: 'XA', as: 'nobody.example/root/xa', to: originOf(root, 'XB') },
    ],
  ])('answers 401 to a request signed by %s', async (_, signed) => {
    const response = await listenTo('XB', signed)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'request.unsigned' })
  })

  test('is open once per party: the newest takes the place of the one before', async () => {
    const signed = { by: 'XC', as: originOf(root, 'XC'), to: originOf(root, 'XB') }
    const first = await listenTo('XB', signed)
    const reader = first.body!.getReader()
    const second = await listenTo('XB', signed)
    const ended = async () => {
      while (!(await reader.read()).done);
      return true
    }
    expect(await ended()).toBe(true)
    expect((await firstHints(second)).map((hint) => hint.case)).toContain(root.id)
  })
})
