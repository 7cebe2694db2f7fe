import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical, parseCharter, seal, type CharterId, type PartyId } from '@entente/accord'
import { fromBase64, toBase64 } from '@entente/log'
import { ask } from '../src/federation/client.ts'
import {
  caseMigrations,
  caseStore,
  federationRoutes,
  openCaseFiles,
  startPulling,
  type CaseFile,
} from '../src/federation/index.ts'
import { caseCharter, rootState, type Chosen } from '../src/parties/case-charter.ts'
import { found } from '../src/parties/found.ts'
import { openCase, type Wanted } from '../src/parties/open-case.ts'
import { openingStore } from '../src/parties/opening-store.ts'
import { signOpening } from '../src/parties/opening.ts'
import { partiesMigrations } from '../src/parties/store.ts'
import { createTakeUp } from '../src/parties/take-up.ts'
import { systemClock as clock } from '../src/platform/clock.ts'
import { crypto } from '../src/platform/crypto.ts'
import { openDatabase } from '../src/platform/db/index.ts'
import { onError } from '../src/platform/http/problem.ts'
import { startServer } from '../src/platform/http/server.ts'
import { openKeys } from '../src/platform/keys/index.ts'
import { withFirstCase } from './first-case.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-opening-'))
const directoryOf = (party: string) => join(data, party)
const founded = found(withFirstCase, directoryOf, new Date('2026-11-24T12:00:00Z'))
const [rootBytes] = founded.charters
const root = parseCharter(rootBytes!, crypto)
const urls = new Map<string, string>()
const keyids = { XA: 'XA-mfa-1', XB: 'XB-mfa-1', XC: 'XC-mfa-1', CO: 'CO-office-1' } as const
type Name = keyof typeof keyids
const claimedAt = '2026-11-25T12:00:00Z'

/** What the nodes' logs say. */
const warnings: string[] = []

/** What Birch's node says was opened, besides what it says truly. */
let lies: { readonly charter: Uint8Array; readonly opening: Uint8Array } | undefined
const idOf = (charter: Uint8Array) => parseCharter(charter, crypto).id

async function startNode(party: Name) {
  const keys = openKeys(directoryOf(party))
  const database = await openDatabase(':memory:', [...caseMigrations, ...partiesMigrations])
  const openings = openingStore(database)
  const caseFiles = await openCaseFiles({
    store: caseStore(database),
    party: party as PartyId,
    clock,
    crypto,
    warn: (line) => void warnings.push(line),
    logSigner: (origin) => ({ ...keys.load('log'), name: origin }),
    witnessSigner: { ...keys.load('witness'), name: `${party.toLowerCase()}.example/witness` },
    peers: () => [...urls].map(([peer, url]) => ({ party: peer as PartyId, url })),
  })
  const file = await caseFiles.add(rootBytes!)
  const app = new Hono()
  app.onError(onError(() => {}))
  if (party === 'XB') lying(app)
  app.route('/', federationRoutes({ caseFiles, name: party, openings }))
  const server = await startServer(app.fetch)
  urls.set(party, server.url)
  const offered = createTakeUp({ caseFiles, openings, crypto })
  const pulling = startPulling({ caseFiles, interval: 20, offered })
  return {
    party: party as PartyId,
    caseFiles,
    openings,
    file,
    keys,
    open: (wanted: Wanted, keyid: string = keyids[party]): Promise<CaseFile> =>
      openCase({ caseFiles, openings, crypto }, wanted, {
        party: party as PartyId,
        keyid,
        sign: keys.load(keyid).sign,
        claimedAt,
      }),
    stop: async () => {
      await pulling.stop()
      await server.stop()
      await caseFiles.close()
      await database.close()
    },
  }
}

/** A node that offers what it should not, in the place of what it holds. */
function lying(app: Hono) {
  app.get('/log/:root/cases', async (c, next) =>
    lies ? c.json({ cases: [idOf(lies.charter)] }) : next(),
  )
  app.get('/log/:root/cases/:id/:what', async (c, next) => {
    if (!lies) return next()
    const bytes = c.req.param('what') === 'charter' ? lies.charter : lies.opening
    return c.body(new Uint8Array(bytes))
  })
}

type Node = Awaited<ReturnType<typeof startNode>>
let nodes: Record<Name, Node>

beforeAll(async () => {
  const names = ['XA', 'XB', 'XC', 'CO'] as const
  const started = await Promise.all(names.map(startNode))
  nodes = Object.fromEntries(started.map((node) => [node.party, node])) as Record<Name, Node>
  await Promise.all(names.map((name) => nodes[name].file.file(founded.keyActs[name]![0]!)))
  for (const node of started)
    await until(() => names.every((name) => node.file.final()[name as PartyId] === 1))
})

afterAll(async () => {
  await Promise.all(Object.values(nodes).map((node) => node.stop()))
  rmSync(data, { recursive: true, force: true })
})

async function until(isSo: () => boolean, seconds = 10): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !isSo(); await pause(10))
    if (Date.now() > end) throw new Error(`expected it within ${seconds} s: ${String(isSo)}`)
}

const holds = (name: Name, id: CharterId) => nodes[name].caseFiles.get(id) !== undefined
const parties = (...names: Name[]) => names as unknown as PartyId[]

describe('a case that is opened while nodes run', () => {
  test('reaches all its parties, each with the same charter, and is worked on there', async () => {
    const opened = await nodes.CO.open({ title: 'Wiper against terminals' })
    const { id, chair, steps, parent } = opened.charter
    expect({ chair, steps, case: parent?.case }).toEqual({
      chair: 'CO',
      steps: withFirstCase.steps,
      case: root.id,
    })
    await until(() => (['XA', 'XB', 'XC'] as const).every((name) => holds(name, id)))
    const payload = canonical({
      v: 1,
      charter: id,
      party: 'CO',
      kind: 'propose',
      claimedAt,
      step: { id: 'position', kind: 'position' },
      text: { lang: 'en', title: 'A text', clauses: [{ id: '1', text: 'One clause.' }] },
    })
    const sign = nodes.CO.keys.load(keyids.CO).sign
    const filed = await opened.file(
      seal(new TextEncoder().encode(payload), [{ keyid: keyids.CO, sign }]),
    )
    await until(() => opened.final()['CO' as PartyId] === 1)
    const seen = () => nodes.XC.caseFiles.get(id)!.state().state.steps
    await until(() => seen().length === 1)
    expect(seen()[0]).toMatchObject({ id: 'position', versions: [{ id: filed.id, number: 1 }] })
  })

  test('hands down the key acts of its parties byte for byte, and no root key signs', async () => {
    const { charter } = await nodes.XA.open({ title: 'Keys', parties: parties('XA', 'XC') })
    expect(charter.keys).toEqual({
      XA: [toBase64(founded.keyActs['XA']![0]!)],
      XC: [toBase64(founded.keyActs['XC']![0]!)],
    })
  })

  test('is for anyone to read where its opener says so, and then takes no other acts', async () => {
    const opened = await nodes.XB.open({ title: 'What we publish', public: true })
    const { id, tlp, public: isPublic } = opened.charter
    expect({ tlp, isPublic }).toEqual({ tlp: 'TLP:CLEAR', isPublic: true })
    await until(() => (['XA', 'XC', 'CO'] as const).every((name) => holds(name, id)))
    const checkpoint = await fetch(`${urls.get('XC')}/log/${id.slice(7)}/XC/checkpoint`)
    expect(checkpoint.status).toBe(200)
    const said = { v: 1, charter: id, party: 'XB', kind: 'evidence', claimedAt, title: 'Not here' }
    const object = { id: 'malware--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111', sha256: '3f'.repeat(32) }
    const grade = { scale: 'admiralty', version: '1', value: 'B2' }
    const payload = canonical({ ...said, objects: [object], grade, custodian: 'XB' })
    const sign = nodes.XB.keys.load(keyids.XB).sign
    await expect(
      opened.file(seal(new TextEncoder().encode(payload), [{ keyid: keyids.XB, sign }])),
    ).rejects.toThrow(expect.objectContaining({ code: 'act.not-public' }))
  })

  test('is known to nobody whom it does not name', async () => {
    const { charter } = await nodes.XA.open({ title: 'Two of us', parties: parties('XB') })
    await until(() => holds('XB', charter.id))
    // More rounds than a peer needs to be asked for new cases.
    await pause(600)
    expect([holds('XC', charter.id), holds('CO', charter.id)]).toEqual([false, false])
    const ours = await asked('XC', 'XA', 'cases')
    expect(ours.status).toBe(200)
    expect(ours.text()).not.toContain(charter.id)
    const hex = charter.id.slice('sha256:'.length)
    for (const what of ['charter', 'opening']) {
      expect((await asked('XC', 'XA', `cases/${hex}/${what}`)).status).toBe(404)
      expect((await asked('XB', 'XA', `cases/${hex}/${what}`)).status).toBe(200)
    }
    expect((await asked('XC', 'XA', `cases/${'0'.repeat(64)}/charter`)).text()).toBe(
      (await asked('XC', 'XA', `cases/${hex}/charter`)).text(),
    )
    const unsigned = await fetch(`${urls.get('XA')}/log/${root.id.slice(7)}/cases`)
    expect(unsigned.status).toBe(401)
  })

  test('is chaired by its opener where the chair of the coalition takes no part', async () => {
    const { charter } = await nodes.XA.open({ title: 'Without office', parties: parties('XB') })
    expect([charter.chair, charter.quorum, charter.witnesses.length]).toEqual(['XA', 2, 2])
  })

  test.each([
    ['parties of another coalition', { parties: ['XZ'] }, 'case.stranger'],
    ['a chair that neither chairs the coalition nor opens it', { chair: 'XB' }, 'case.stranger'],
    [
      'a rule other than the coalition agreed',
      { steps: { position: { rule: 'each-its-own' } } },
      'case.rule',
    ],
  ])('is refused with %s', async (_what, wanted, code) => {
    const open = nodes.XA.open({ title: 'Wrong', ...wanted } as Wanted)
    await expect(open).rejects.toMatchObject({ code })
  })

  test('is refused to a key whose mandate does not have open-case', async () => {
    const open = nodes.XA.open({ title: 'By the root key' }, 'root-1')
    await expect(open).rejects.toMatchObject({ code: 'case.opening' })
  })
})

/** Signs a GET as the node of that party, as federation does. */
const asked = (from: Name, at: Name, path: string) =>
  ask(`${urls.get(at)}/log/${root.id.slice('sha256:'.length)}/${path}`, {
    limit: 1024 * 1024,
    signer: {
      keyid: root.parties.find(({ id }) => id === from)!.origin,
      sign: nodes[from].keys.load('log').sign,
    },
    to: root.parties.find(({ id }) => id === at)!.origin,
    now: Math.floor(Date.now() / 1000),
  })

describe('a case that is not what it should be', () => {
  const chosen: Chosen = {
    title: 'A lie',
    parties: parties('XA', 'XB', 'XC', 'CO'),
    chair: 'CO' as PartyId,
    tlp: root.tlp,
    steps: root.steps,
    name: 'a-lie-00000000',
  }
  const state = () =>
    rootState(nodes.XB.file, { XA: 1, XB: 1, XC: 1, CO: 1 } as Record<PartyId, number>, crypto)
  const opening = (charter: Uint8Array, { keyid = keyids.XB as string, party = 'XB' } = {}) =>
    signOpening(
      {
        charter: root.id,
        case: idOf(charter),
        party: party as PartyId,
        claimedAt,
      },
      { keyid, sign: nodes.XB.keys.load(keyid).sign },
    )
  const lieOf = (change: (charter: Record<string, unknown>) => object, name = 'a-lie-0000') => {
    const bytes = caseCharter(root, { ...chosen, name }, state(), crypto)
    const told = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
    return new TextEncoder().encode(canonical({ ...told, ...change(told) }))
  }
  const alarmsAt = (name: Name, id: CharterId) =>
    nodes[name].caseFiles.alarms().filter(({ evidence }) => evidence['case'] === id)

  /** Birch's own root key gives Birch's authority another key: true, and not in its strand. */
  const anotherKey = () => {
    const { payload } = JSON.parse(new TextDecoder().decode(founded.keyActs['XB']![0])) as {
      payload: string
    }
    const act = JSON.parse(new TextDecoder().decode(fromBase64(payload))) as { key: object }
    const key = { ...act.key, pub: toBase64(openKeys(directoryOf('XB')).load('log').publicKey) }
    return toBase64(
      seal(new TextEncoder().encode(canonical({ ...act, key })), [
        { keyid: 'XB-root-1', sign: nodes.XB.keys.load('root-1').sign },
      ]),
    )
  }
  const keysOf = (charter: Record<string, unknown>) => charter['keys'] as Record<string, string[]>
  type Cut = Record<string, { size: number; root: string }>
  const cutOf = (charter: Record<string, unknown>) =>
    (charter['parent'] as { case: string; cut: Cut }).cut
  const cut = (change: (cut: Cut) => Cut) => (charter: Record<string, unknown>) => ({
    parent: { case: root.id, cut: change(cutOf(charter)) },
  })
  const members = (charter: Record<string, unknown>) =>
    charter['parties'] as { id: string; population?: number; origin: string; log: string }[]

  test.each([
    [
      'a key that its party’s strand does not give',
      (charter: Record<string, unknown>) => ({ keys: { ...keysOf(charter), XB: [anotherKey()] } }),
      'case.altered',
    ],
    [
      'a party left without its keys',
      (charter: Record<string, unknown>) => ({ keys: { ...keysOf(charter), XA: [] } }),
      'case.altered',
    ],
    [
      'another weight of a member',
      (charter: Record<string, unknown>) => ({
        parties: members(charter).map((one) =>
          one.id === 'XB' ? { ...one, population: 999 } : one,
        ),
      }),
      'case.altered',
    ],
    ['another time for coming back', () => ({ cure: 1 }), 'case.altered'],
    ['an exercise that would be none', () => ({ exercise: false }), 'case.altered'],
    [
      'a root case that was another',
      cut((trees) => ({ ...trees, XA: { size: 1, root: trees['XB']!.root } })),
      'case.cut',
    ],
    ['a root case without one of its parties', cut(({ XC: _gone, ...trees }) => trees), 'case.cut'],
    [
      'a rule other than the coalition agreed',
      () => ({ steps: { position: { rule: 'each-its-own' } } }),
      'case.rule',
    ],
    ['a chair of its own choosing', () => ({ chair: 'XA' }), 'case.stranger'],
  ])('with %s is refused with evidence, and not taken up', async (_what, change, code) => {
    const charter = lieOf(change)
    lies = { charter, opening: opening(charter) }
    const id = idOf(charter)
    await until(() => alarmsAt('XA', id).length > 0)
    expect(alarmsAt('XA', id)).toEqual([
      expect.objectContaining({ code, party: 'XB', charter: root.id }),
    ])
    expect(alarmsAt('XA', id)[0]!.evidence['charter']).toBe(new TextDecoder().decode(charter))
    expect(holds('XA', id)).toBe(false)
    lies = undefined
  })

  test.each([
    ['signed by the party’s witness key', () => ({ keyid: 'witness' })],
    ['signed for another party', () => ({ party: 'XA' })],
  ])('and an opening %s is refused', async (what, by) => {
    const charter = lieOf(() => ({ title: what }))
    lies = { charter, opening: opening(charter, by()) }
    const id = idOf(charter)
    await until(() => alarmsAt('XC', id).length > 0)
    expect(alarmsAt('XC', id)[0]!.code).toBe('case.opening')
    expect(holds('XC', id)).toBe(false)
    lies = undefined
  })

  test.each([
    ['nothing', ''],
    ['another form', '{}'],
    ['another type', canonical({ payload: '', payloadType: 'text/plain', signatures: [] })],
    [
      'base64 that is read in two ways',
      canonical({
        payload: 'AB==',
        payloadType: 'application/vnd.entente.opening+json',
        signatures: [{ keyid: keyids.XB, sig: 'AB==' }],
      }),
    ],
  ])('nor is %s an opening', async (what, bytes) => {
    const charter = lieOf(() => ({ title: `Opened by ${what}` }))
    lies = { charter, opening: new TextEncoder().encode(bytes) }
    const id = idOf(charter)
    await until(() => alarmsAt('XC', id).length > 0)
    expect(alarmsAt('XC', id)[0]!.code).toBe('case.opening')
    expect(holds('XC', id)).toBe(false)
    lies = undefined
  })

  test('nor may it take the names of strands that another case has', async () => {
    const honest = await nodes.XB.open({ title: 'The first' })
    await until(() => holds('XA', honest.charter.id))
    const [, name] = /root\/[a-z]{2}\/(.+)$/.exec(honest.charter.parties[0]!.origin) ?? []
    const charter = lieOf(() => ({ title: 'The second' }), name)
    lies = { charter, opening: opening(charter) }
    const id = idOf(charter)
    await until(() => alarmsAt('XA', id).length > 0)
    expect(alarmsAt('XA', id)[0]).toMatchObject({
      code: 'case.altered',
      message: expect.stringContaining('expected new names of strands') as string,
    })
    lies = undefined
  })

  test('while the same charter unaltered is taken up', async () => {
    const charter = lieOf(() => ({}), 'no-lie-0000')
    lies = { charter, opening: opening(charter) }
    await until(() => holds('XA', idOf(charter)) && holds('XC', idOf(charter)))
    lies = undefined
  })
})

describe('a case whose opener went away', () => {
  test('is learnt from whoever takes part in it: its opening proves itself', async () => {
    const { charter } = await nodes.CO.open({ title: 'Handed on', parties: parties('XA', 'XB') })
    await until(() => holds('XA', charter.id) && holds('XB', charter.id))
    await nodes.CO.stop()
    const { XB } = nodes
    await XB.stop()
    // A store without the case, as after a backup from before it was opened.
    nodes.XB = await startNode('XB')
    await until(() => holds('XB', charter.id))
    nodes.CO = await startNode('CO')
  })

  test('and nobody who takes no part was asked for any of it', () => {
    expect(warnings.filter((line) => /^(pulling|federation):/.test(line))).toEqual([])
  })
})
