import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  attachmentId,
  canonical,
  parseCharter,
  parseFrame,
  seal,
  type CharterId,
  type PartyId,
} from '@entente/accord'
import { createTree, formatCheckpoint, leafHash, signNote } from '@entente/log'
import {
  caseMigrations,
  caseStore,
  federationRoutes,
  openCaseFiles,
  startPulling,
  type Told,
} from '../src/federation/index.ts'
import { caseCharter, rootState } from '../src/parties/case-charter.ts'
import { found } from '../src/parties/found.ts'
import { openingStore } from '../src/parties/opening-store.ts'
import { signOpening } from '../src/parties/opening.ts'
import { partiesMigrations } from '../src/parties/store.ts'
import { createTakeUp } from '../src/parties/take-up.ts'
import { systemClock as clock } from '../src/platform/clock.ts'
import { crypto } from '../src/platform/crypto.ts'
import { openDatabase, type Database } from '../src/platform/db/index.ts'
import { onError } from '../src/platform/http/problem.ts'
import { startServer } from '../src/platform/http/server.ts'
import { openKeys } from '../src/platform/keys/index.ts'
import { withFirstCase } from './first-case.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-later-'))
const directoryOf = (party: string) => join(data, party)
const founded = found(withFirstCase, directoryOf, new Date('2026-11-27T12:00:00Z'))
const rootBytes = founded.charters[0]!
const root = parseCharter(rootBytes, crypto)
const NAMES = ['XA', 'XB', 'XC', 'CO'] as const
type Name = (typeof NAMES)[number]
const PARTIES = NAMES as readonly string[] as readonly PartyId[]
const [XA, XB, XC] = PARTIES as [PartyId, PartyId, PartyId]
const urls = new Map<string, string>()
const claimedAt = '2026-11-27T13:00:00Z'
const encoded = (value: unknown) => new TextEncoder().encode(canonical(value))

async function startNode(party: Name, database: Database) {
  const keys = openKeys(directoryOf(party))
  const openings = openingStore(database)
  const told: Told[] = []
  const caseFiles = await openCaseFiles({
    store: caseStore(database),
    party: party as PartyId,
    clock,
    crypto,
    tell: (one) => Promise.resolve(void told.push(one)),
    logSigner: (origin) => ({ ...keys.load('log'), name: origin }),
    witnessSigner: { ...keys.load('witness'), name: `${party.toLowerCase()}.example/witness` },
    peers: () => [...urls].map(([peer, url]) => ({ party: peer as PartyId, url })),
  })
  const file = await caseFiles.add(rootBytes)
  const app = new Hono()
  app.onError(onError(() => {}))
  app.route('/', federationRoutes({ caseFiles, name: party, openings }))
  const server = await startServer(app.fetch)
  urls.set(party, server.url)
  const offered = createTakeUp({ caseFiles, openings, crypto })
  const pulling = startPulling({ caseFiles, interval: 20, offered })
  const stop = async () => {
    await pulling.stop()
    await server.stop()
    await caseFiles.close()
  }
  const mirrorOf = (id: CharterId) => caseFiles.mirrored().find(({ charter }) => charter.id === id)
  return { party, caseFiles, openings, file, keys, told, database, stop, mirrorOf }
}

let nodes: Record<Name, Awaited<ReturnType<typeof startNode>>>

beforeAll(async () => {
  const started = []
  for (const party of NAMES) {
    const database = await openDatabase(':memory:', [...caseMigrations, ...partiesMigrations])
    started.push([party, await startNode(party, database)] as const)
  }
  nodes = Object.fromEntries(started) as typeof nodes
  for (const party of NAMES)
    await until(() =>
      nodes[party].file.file(founded.keyActs[party]![0]!).then(
        () => true,
        () => false,
      ),
    )
  await until(() =>
    NAMES.every((party) => PARTIES.every((id) => nodes[party].file.final()[id] === 1)),
  )
}, 60_000)

afterAll(async () => {
  for (const { stop, database } of Object.values(nodes)) {
    await stop()
    await database.close()
  }
  rmSync(data, { recursive: true, force: true })
})

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await isSo()); await pause(20))
    if (Date.now() > end) throw new Error(`expected it within 30 s: ${String(isSo)}`)
}

/** A case of all under this root case; `changed` makes of it what a later version may write. */
function caseBytes(name: string, changed: object = {}): Uint8Array {
  const { chair, tlp, steps } = root
  const chosen = { title: name, parties: [...PARTIES], chair, tlp, steps, name }
  const sizes = nodes.XB.file.final()
  const bytes = caseCharter(root, chosen, rootState(nodes.XB.file, sizes, crypto), crypto)
  return encoded({ ...(JSON.parse(new TextDecoder().decode(bytes)) as object), ...changed })
}

/** Birch's ministry opens it, truly. */
const openingOf = (bytes: Uint8Array, by: Name = 'XB') =>
  signOpening(
    { charter: root.id, case: parseFrame(bytes, crypto).id, party: XB, claimedAt },
    { keyid: 'XB-mfa-1', sign: openKeys(directoryOf(by)).load(`${by}-mfa-1`).sign },
  )

/** What the node of a later version has: the case, who opened it, and acts of its own strand. */
async function birchHas(bytes: Uint8Array, opening: Uint8Array) {
  const { id } = parseFrame(bytes, crypto)
  await nodes.XB.openings.add(id, opening)
  await nodes.XB.caseFiles.mirror(bytes)
  return id
}

describe('a case under rules that a node does not know', () => {
  const attached = encoded({ notes: {} })
  const names = attachmentId(attached, crypto.sha256)
  let id: CharterId

  test('is kept and passed on by it, nothing of it is computed, and people are told', async () => {
    const changed = {
      rules: 'entente-rules/2',
      steps: { boycott: { rule: 'lottery' } },
      horizon: 9,
    }
    const bytes = caseBytes('later', changed)
    id = await birchHas(bytes, openingOf(bytes))
    for (const party of ['XA', 'XC', 'CO'] as const) {
      await until(() => nodes[party].mirrorOf(id) !== undefined)
      expect(nodes[party].caseFiles.get(id)).toBeUndefined()
      await until(() => nodes[party].told.some(({ code }) => code === 'charter.unknown-rules'))
      const { evidence } = nodes[party].told.find(({ code }) => code === 'charter.unknown-rules')!
      expect(evidence).toMatchObject({ case: id, mirrored: 'yes' })
    }
  })

  test('is witnessed by it: what a later version says there counts, unread, at the quorum', async () => {
    const mirror = nodes.XB.mirrorOf(id)!
    const acts = [
      { kind: 'evidence', in: 'a form of later days' },
      { kind: 'boycott', attached: names },
    ]
    const signer = { keyid: 'XB-mfa-1', sign: nodes.XB.keys.load('XB-mfa-1').sign }
    const entries = acts.map((said) => seal(encoded({ v: 2, party: 'XB', ...said }), [signer]))
    await mirror.attach(attached)
    const tree = createTree(crypto.sha256)
    for (const entry of entries) tree.append(leafHash(crypto.sha256, entry))
    const log = { ...nodes.XB.keys.load('log'), name: mirror.notes.origin(XB) }
    const checkpoint = { origin: log.name, size: tree.size, root: tree.root() }
    const note = signNote(formatCheckpoint(checkpoint), log, crypto.sha256)
    await mirror.strand(XB).recover(entries, mirror.notes.read(XB, note))
    await mirror.own.bring()
    await until(() => mirror.final()[XB] === 2)
    for (const party of ['XA', 'XC', 'CO'] as const) {
      const here = nodes[party].mirrorOf(id)!
      await until(() => here.final()[XB] === 2)
      expect(here.strand(XB).entries()).toEqual(entries)
      expect(here.attachments().get(names)).toEqual(attached)
      expect(here.heads()).toEqual(mirror.heads())
      expect(here.heads()).not.toHaveProperty('digest')
    }
    // Nobody is accused of anything, and the node's own word is never put there.
    const alarms = NAMES.flatMap((party) => nodes[party].caseFiles.alarms())
    expect(new Set(alarms.map(({ code }) => code))).toEqual(new Set(['charter.unknown-rules']))
    await expect(nodes.XA.mirrorOf(id)!.own.file(entries[0]!)).rejects.toMatchObject({
      code: 'charter.unknown-rules',
    })
  })

  test('is not kept where another opened it, or its strands are not those of the root case', async () => {
    const rules = 'entente-rules/3'
    const forged = caseBytes('forged', { rules })
    const forgedId = await birchHas(forged, openingOf(forged, 'XA'))
    const { parties } = parseCharter(caseBytes('stray'), crypto)
    const stray = parties.map((party) =>
      party.id === XC ? parties.find(({ id: one }) => one === XA)! : party,
    )
    const other = caseBytes('other', {
      rules,
      quorum: root.quorum,
      witnesses: root.witnesses.slice(0, 3),
    })
    expect(() => parseFrame(caseBytes('stray', { rules, parties: stray }), crypto)).toThrow()
    const otherId = await birchHas(other, openingOf(other))
    const why = (of: CharterId) =>
      nodes.XA.told.find(({ evidence }) => evidence['case'] === of)?.evidence['mirrored']
    await until(() => why(forgedId) !== undefined && why(otherId) !== undefined)
    expect(why(forgedId)).toContain('no: case.opening')
    expect(why(otherId)).toContain('no: case.altered')
    expect(nodes.XA.mirrorOf(forgedId)).toBeUndefined()
    expect(nodes.XA.mirrorOf(otherId)).toBeUndefined()
  })
})

describe('a node that comes to know the rules of a case that it only mirrored', () => {
  test('computes it as the others do, also what was said before', async () => {
    const bytes = caseBytes('understood')
    const { id } = parseCharter(bytes, crypto)
    // Cedar runs an earlier version, so to say: it keeps the case by its frame. Birch and Alder take part.
    await nodes.XC.caseFiles.mirror(bytes)
    await nodes.XB.openings.add(id, openingOf(bytes))
    const [birch] = [await nodes.XB.caseFiles.add(bytes)]
    await until(
      () => nodes.XA.caseFiles.get(id) !== undefined && nodes.CO.caseFiles.get(id) !== undefined,
    )
    const said = {
      v: 1,
      charter: id,
      party: 'XB',
      kind: 'evidence',
      claimedAt,
      title: 'A sample',
      objects: [{ id: 'malware--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111', sha256: '3f'.repeat(32) }],
      grade: { scale: 'admiralty', version: '1', value: 'B2' },
      custodian: 'XB',
    }
    await birch.file(
      seal(encoded(said), [{ keyid: 'XB-mfa-1', sign: nodes.XB.keys.load('XB-mfa-1').sign }]),
    )
    // It is offered to Cedar, which knows these rules after all, by whoever holds it.
    await until(() => nodes.XC.caseFiles.get(id)?.final()[XB] === 1)
    const cedar = nodes.XC.caseFiles.get(id)!
    expect(cedar.state()).toEqual(birch.state())
    expect(cedar.state().state.evidence).toHaveLength(1)
    expect(nodes.XC.told).toContainEqual(
      expect.objectContaining({
        code: 'charter.unknown-rules',
        isOver: true,
        evidence: { case: id },
      }),
    )
    const store = caseStore(nodes.XC.database)
    expect((await store.charters()).map((one) => parseCharter(one, crypto).id)).toContain(id)
    expect(await store.mirrored()).toHaveLength(1)
  })

  test('holds what it only mirrors after it was started anew, and still reads nothing of it', async () => {
    const [mirrored] = await caseStore(nodes.XC.database).mirrored()
    const { id } = parseFrame(mirrored!, crypto)
    const before = nodes.XC.mirrorOf(id)!.heads()
    await nodes.XC.stop()
    nodes.XC = await startNode('XC', nodes.XC.database)
    expect(nodes.XC.mirrorOf(id)!.heads()).toEqual(before)
    expect(nodes.XC.caseFiles.get(id)).toBeUndefined()
  })
})
