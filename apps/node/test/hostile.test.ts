import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseCharter, seal, type PartyId } from '@entente/accord'
import { createTree, encodeEntries, formatCheckpoint, leafHash, signNote } from '@entente/log'
import { alarmMigrations, alarmStore, openAlarms } from '../src/alarms/index.ts'
import {
  caseMigrations,
  caseStore,
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

const data = mkdtempSync(join(tmpdir(), 'entente-hostile-'))
const directoryOf = (party: string) => join(data, party)
const founded = found(withFirstCase, directoryOf, new Date('2026-11-24T12:00:00Z'))
const [, charterBytes] = founded.charters
const charter = parseCharter(charterBytes!, crypto)
const urls = new Map<string, string>()
const open: { close: () => Promise<void> }[] = []

async function startNode(party: string) {
  const keys = openKeys(directoryOf(party))
  const database = await openDatabase(':memory:', [...caseMigrations, ...alarmMigrations])
  const alarms = await openAlarms({
    store: alarmStore(database),
    party: party as PartyId,
    clock: { now: () => Date.now() },
    warn: (line) => expect.fail(line),
  })
  const caseFiles = await openCaseFiles({
    store: caseStore(database),
    party: party as PartyId,
    clock: { now: () => Date.now() },
    crypto,
    tell: alarms.raise,
    logSigner: (origin) => ({ ...keys.load('log'), name: origin }),
    witnessSigner: { ...keys.load('witness'), name: `${party.toLowerCase()}.example/witness` },
    peers: () => [...urls].map(([peer, url]) => ({ party: peer as PartyId, url })),
  })
  const file = await caseFiles.add(charterBytes!)
  const app = new Hono()
  app.onError(onError(() => {}))
  app.route('/', federationRoutes({ caseFiles, name: party }))
  const server = await startServer(app.fetch)
  urls.set(party, server.url)
  open.push({
    close: async () => {
      await server.stop()
      await caseFiles.close()
      await database.close()
    },
  })
  return {
    caseFiles,
    file,
    alarms,
    pulling: startPulling({ caseFiles, interval: 1, silentAfter: () => 0 }),
  }
}

const encode = (text: string) => new TextEncoder().encode(text)

/** A checkpoint over these entries that Birch's own log truly signs. */
function signedByBirch(entries: readonly Uint8Array[]): string {
  const tree = createTree(crypto.sha256)
  for (const entry of entries) tree.append(leafHash(crypto.sha256, entry))
  const origin = charter.parties.find(({ id }) => id === 'XB')!.origin
  const log = { ...openKeys(directoryOf('XB')).load('log'), name: origin }
  const checkpoint = formatCheckpoint({ origin, size: tree.size, root: tree.root() })
  return signNote(checkpoint, log, crypto.sha256)
}

/** Honest witnesses cosign whatever only grew and can be read, and do not judge what it says. */
async function cosigned(entries: readonly Uint8Array[]): Promise<string> {
  hostile = { note: '', entries }
  const signed = signedByBirch(entries)
  const lines = await Promise.all(
    ['XA', 'XC', 'CO'].map(async (party) => {
      const url = `${urls.get(party)}/witness/add-checkpoint`
      const answer = await fetch(url, { method: 'POST', body: `old 0\n\n${signed}` })
      expect(answer.status).toBe(200)
      return answer.text()
    }),
  )
  return `${signed}${lines.join('')}`
}

let alder: Awaited<ReturnType<typeof startNode>>
let hostile: { readonly note: string; readonly entries: readonly Uint8Array[] } = {
  note: '',
  entries: [],
}

beforeAll(async () => {
  alder = await startNode('XA')
  await startNode('XC')
  await startNode('CO')
  const app = new Hono()
  app.get('/log/:case/:party/checkpoint', (c) =>
    c.req.param('party') === 'XB' && hostile.note !== '' ? c.text(hostile.note) : c.notFound(),
  )
  app.get('/log/:case/:party/tile/entries/*', (c) =>
    c.body(new Uint8Array(encodeEntries(hostile.entries))),
  )
  const server = await startServer(app.fetch)
  urls.set('XB', server.url)
  open.push({ close: server.stop })
})

afterAll(async () => {
  await alder.pulling.stop()
  for (const one of open) await one.close()
  rmSync(data, { recursive: true, force: true })
})

const birch = () => alder.pulling.peers(charter.id).find(({ party }) => party === 'XB')!

/** Lets Alder's node look at Birch's until it has, refusals and their pauses included. */
async function alderSees(isSeen: () => boolean): Promise<void> {
  for (let at = 0; at < 400 && !isSeen(); at++) {
    await alder.pulling.once()
    await pause(5)
  }
}

describe('a party whose node lies', () => {
  it('gets no entry admitted that its witnesses did not cosign', async () => {
    const entry = seal(encode('{}'), [
      { keyid: 'XB-mfa-1', sign: openKeys(directoryOf('XB')).load('XB-mfa-1').sign },
    ])
    hostile = { entries: [entry], note: signedByBirch([entry]) }
    await alder.pulling.once()
    expect(alder.file.entries('XB' as PartyId)).toHaveLength(0)
  })

  it('cannot fill the place for evidence so that none is left for proof', async () => {
    for (let at = 0; at < 25; at++) {
      hostile = { note: `no checkpoint ${at}`, entries: [] }
      const before = birch().alarms.length
      await alderSees(() => birch().alarms.length > before || before >= 20)
    }
    const entries = [encode('no entry at all')]
    hostile = { entries, note: await cosigned(entries) }
    await alderSees(() => birch().alarms.some(({ code }) => code === 'strand.entry'))
    expect(birch().alarms.map(({ code }) => code)).toContain('strand.entry')
  })

  it('harms nobody by an entry that is none, though its witnesses cosigned it', async () => {
    expect(alder.file.entries('XB' as PartyId)).toHaveLength(0)
    expect(alder.file.state().state.cut['XB' as PartyId]?.size).toBe(0)
    expect(birch().status).toBe('refused')
  })
})

describe('a party whose node falls silent', () => {
  it('is an alarm once for each time, and again when it falls silent anew', async () => {
    const here = urls.get('XB')!
    const silences = () =>
      alder.alarms.list().filter(({ kind, party }) => kind === 'silent-peer' && party === 'XB')
    for (const times of [1, 2]) {
      urls.set('XB', 'http://127.0.0.1:1')
      for (let at = 0; at < 25; at++) await alder.pulling.once()
      expect(silences()).toMatchObject([{ code: 'peer.silent', times }])
      expect(silences()[0]).not.toHaveProperty('ended')
      urls.set('XB', here)
      await alder.pulling.once()
      expect(silences()).toMatchObject([{ ended: expect.any(String) }])
    }
  })
})

describe('a request that one party signed for another', () => {
  it('is not accepted by a third to which it is passed on', async () => {
    const path = `/log/${charter.id.slice(7)}/XC/checkpoint`
    const originOf = (party: string) => charter.parties.find(({ id }) => id === party)!.origin
    const { sign } = openKeys(directoryOf('XA')).load('log')
    const statusAtCedar = (to: string) => {
      const meant = { method: 'GET', url: `http://birch.example:4102${path}`, to: originOf(to) }
      const now = Math.floor(Date.now() / 1000)
      const headers = signRequest(meant, { keyid: originOf('XA'), sign }, now)
      const { hostname, port } = new URL(urls.get('XC')!)
      // Whoever passes a request on writes the host that the sender meant, not its own.
      const passedOn = { ...headers, host: 'birch.example:4102' }
      return new Promise<number | undefined>((resolve, reject) => {
        request({ hostname, port, path, headers: passedOn }, (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        })
          .on('error', reject)
          .end()
      })
    }
    expect(await statusAtCedar('XB')).toBe(401)
    expect(await statusAtCedar('XC')).toBe(200)
  })
})
