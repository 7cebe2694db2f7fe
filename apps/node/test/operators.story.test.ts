import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyBundle } from '@entente/accord'
import type {
  CaseSummary,
  Desk,
  IncidentsView,
  MatchesView,
  OpenedFromReport,
  ReportDraftView,
  ReportPreview,
} from '../src/api.ts'
import { quietModem } from '../src/demo/coalition.ts'
import { freePort, startNode, stopNode, type NodeProcess } from '../src/demo/constellation.ts'
import { assetsFile, CSIRT_PERSON, foundOperators, lineIn } from '../src/demo/operators.ts'
import { logIn, type PersonClient } from '../src/demo/person.ts'
import { found } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'
import { crypto } from '../src/platform/crypto.ts'
import { formsOf, recordWire, type Wire } from './wire.ts'

const run = promisify(execFile)
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const FIXTURE = new URL('../../../examples/quiet-modem/quiet-modem.json', import.meta.url)
const place = mkdtempSync(join(tmpdir(), 'entente-operators-'))
const data = join(place, 'demo')

/** One canary per column; the domain is one that an indicator names, so that the asset is touched. */
const CANARY = {
  id: 'QX7-CANARY-ASSET-0001',
  name: 'Quokka relay canaryname',
  kind: 'canarykind-vsat',
  hash: '5462b494b6fc3269f97acc65f5e606470838e8b10413ac39064ccfbc886e8ab4',
  address: '198.18.77.203',
  domain: 'update.vesta-terminals.example',
  url: 'https://canary-url.example/quokka',
  cpe: 'cpe:2.3:h:canaryvendor:quokka:9.9:*:*:*:*:*:*:*',
  owner: 'Canary owner Wombat',
  site: 'Canary site Bilby',
  note: 'canary note about a numbat',
}
const columns = Object.keys(CANARY) as (keyof typeof CANARY)[]
const INVENTORY = [
  columns.join(','),
  columns.map((column) => CANARY[column]).join(','),
  'QX7-CANARY-ASSET-0002,Untouched canarything,,,,,,,,,',
].join('\n')
const CANARIES = [...Object.values(CANARY), 'QX7-CANARY-ASSET-0002', 'Untouched canarything']

/** All that the operator's node and its authority's say to each other. */
let toAuthority: Wire
let toOperator: Wire
const nodes = new Map<string, NodeProcess>()
const people = new Map<string, PersonClient>()
const ports = new Map<string, number>()

const urlOf = (party: string) => `http://127.0.0.1:${ports.get(party)}`
const COALITION = ['XA', 'XB', 'XC', 'CO']

function peersOf(party: string): Record<string, string> {
  if (party === 'XO') return { XB: `http://127.0.0.1:${toAuthority.port}` }
  const others = COALITION.filter((other) => other !== party).map((other) => [other, urlOf(other)])
  return {
    ...(Object.fromEntries(others) as Record<string, string>),
    ...(party === 'XB' ? { XO: `http://127.0.0.1:${toOperator.port}` } : {}),
  }
}

async function start(party: string): Promise<void> {
  const node = await startNode({
    party,
    data: join(data, party),
    port: ports.get(party)!,
    peers: peersOf(party),
  })
  nodes.set(party, node)
  for (const { person, url } of node.links) people.set(`${party} ${person}`, await logIn(url))
}

const rowan = () => people.get('XO security')!
const csirt = () => people.get(`XB ${CSIRT_PERSON}`)!
const birch = () => people.get('XB desk')!

const post = <T>(person: PersonClient, path: string, body: unknown) =>
  person.ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const incidents = (person: PersonClient) => person.ask<IncidentsView>('/api/v1/incidents')

async function until<T>(look: () => Promise<T | undefined>, seconds = 30): Promise<T> {
  for (const endAt = Date.now() + seconds * 1000; Date.now() < endAt;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`expected it within ${seconds} s, got nothing`)
}

const takeInventory = (text: string) =>
  rowan().ask('/api/v1/assets?name=assets.csv', { method: 'POST', body: text })
const importFixture = (person: PersonClient) =>
  person.ask('/api/v1/imports?name=quiet-modem.json', {
    method: 'POST',
    body: readFileSync(FIXTURE),
  })

/** The fixture with this indicator and what marks it, and nothing else. */
function oneIndicator(id: string): string {
  const { objects, ...bundle } = JSON.parse(readFileSync(FIXTURE, 'utf8')) as {
    objects: { id: string; type: string }[]
  }
  const kept = objects.filter((object) => object.id === id || object.type === 'marking-definition')
  return JSON.stringify({ ...bundle, objects: kept })
}

const awareAt = `${new Date(Date.now() - 3_600_000).toISOString().slice(0, 19)}Z`
const said = {
  awareAt,
  title: 'Remote control lost',
  account: 'Turbines do not answer over the satellite network.',
  suspectedMalicious: true,
  crossBorder: true,
}
let named: readonly string[] = []

const draftOf = (stage: string, more: object = {}, incident?: string) =>
  post<ReportDraftView>(rowan(), '/api/v1/incidents/drafts', {
    regime: 'nis2',
    stage,
    ...(incident === undefined ? {} : { incident }),
    said: { ...said, ...more },
  })
const at = (draft: { readonly id: string }, verb: string) =>
  `/api/v1/incidents/drafts/${draft.id}/${verb}`
async function fileDraft(draft: ReportDraftView, names: readonly string[] = []) {
  const { payload } = await post<ReportPreview>(rowan(), at(draft, 'preview'), {})
  return post<ReportDraftView>(rowan(), at(draft, 'file'), { payload, names })
}

beforeAll(async () => {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const directoryOf = (party: string) => join(data, party)
  const founded = found(quietModem, directoryOf, new Date())
  for (const party of COALITION)
    writeFounded(directoryOf(party), founded.charters, [founded.keyActs[party]!])
  foundOperators(data)
  toAuthority = await recordWire()
  toOperator = await recordWire()
  for (const party of [...COALITION, 'XO']) ports.set(party, await freePort(0))
  toAuthority.target = ports.get('XB')
  toOperator.target = ports.get('XO')
  await Promise.all([...COALITION, 'XO'].map(start))
}, 60_000)

afterAll(async () => {
  await Promise.all([...nodes.values()].map((node) => stopNode(node)))
  await toAuthority.stop()
  await toOperator.stop()
  rmSync(place, { recursive: true, force: true })
})

describe('an operator, five processes that speak HTTP only', () => {
  test('takes in its inventory and finds at home what the intelligence touches', async () => {
    await takeInventory(INVENTORY)
    await importFixture(rowan())
    const { matches, assets } = await rowan().ask<MatchesView>('/api/v1/matches')
    expect(assets).toBe(1)
    expect(new Set(matches.flatMap(({ why }) => why.map(({ column }) => column)))).toEqual(
      new Set(['hash', 'domain']),
    )
    named = [...new Set(matches.map(({ indicator }) => indicator.id))]
    const { incidents: items } = await rowan().ask<Desk>('/api/v1/desk')
    expect(items).toContainEqual({ does: 'look-at-matches', assets: 1 })
  })

  test('warns its authority, whose node shows the clocks of NIS2', async () => {
    const filed = await fileDraft(await draftOf('early-warning', { touched: 1, indicators: named }))
    expect(filed.state).toBe('filed')
    const seen = await until(async () => (await incidents(csirt())).incidents[0])
    expect(seen).toMatchObject({ side: 'authority', regime: 'nis2', title: said.title, awareAt })
    const due = (hours: number) =>
      `${new Date(Date.parse(awareAt) + hours * 3_600_000).toISOString().slice(0, 19)}Z`
    const clock = (stage: string) => seen.clocks.find((one) => one.stage === stage)
    expect(clock('early-warning')).toMatchObject({ dueAt: due(24), state: 'met' })
    expect(clock('incident-notification')).toMatchObject({ dueAt: due(72), state: 'running' })
    expect(clock('final-report')?.state).toBe('waiting')
    expect(seen.reports[0]?.receivedAt).toMatch(/Z$/)
  })

  test('is acknowledged, and learns of it', async () => {
    const [item] = (await csirt().ask<Desk>('/api/v1/desk')).incidents
    expect(item).toMatchObject({ does: 'acknowledge', stage: 'early-warning', isOver: false })
    if (item?.does !== 'acknowledge') throw new Error('expected a report to acknowledge')
    await post(csirt(), '/api/v1/incidents/receipts', {
      line: item.line,
      of: item.act,
      remarks: 'Keep images.',
    })
    const receipt = await until(
      async () => (await incidents(rowan())).incidents[0]?.reports[0]?.receipt,
    )
    expect(receipt.remarks).toBe('Keep images.')
    const [seen] = (await incidents(rowan())).incidents
    expect(seen?.feedback?.state).toBe('met')
    expect((await csirt().ask<Desk>('/api/v1/desk')).incidents).toEqual([])
  })

  test('shows nothing of its inventory in any byte to or from its authority’s node', () => {
    const bytes = Buffer.concat([
      toAuthority.sent(),
      toAuthority.received(),
      toOperator.sent(),
      toOperator.received(),
    ])
    expect(bytes.length).toBeGreaterThan(10_000)
    // What did go over the wire is found by the same search: the recording is of the right thing.
    for (const value of [said.title, said.account, ...named])
      expect(formsOf(value).some((form) => bytes.includes(form))).toBe(true)
    const found = CANARIES.filter((value) => formsOf(value).some((form) => bytes.includes(form)))
    expect(found).toEqual([])
  })

  test('refuses a report whose words name the inventory, until the person says so', async () => {
    const [seen] = (await incidents(rowan())).incidents
    const account = `The device ${CANARY.id} restarts.`
    const answers = { 'initial-assessment': 'One site.' }
    const draft = await draftOf('incident-notification', { account, answers }, seen?.incident)
    const preview = await post<ReportPreview>(rowan(), at(draft, 'preview'), {})
    expect(preview.fromInventory).toEqual([{ column: 'id', value: CANARY.id, field: 'account' }])
    await expect(fileDraft(draft)).rejects.toThrow('report.inventory')
    const before = toOperator.received().length
    await fileDraft(draft, [CANARY.id])
    await until(async () => (await incidents(csirt())).incidents[0]?.reports[1])
    // The twin of the canary test: what a person let go is seen by the same search.
    const bytes = toOperator.received().subarray(before)
    expect(formsOf(CANARY.id).some((form) => bytes.includes(form))).toBe(true)
  })

  test('gives the final report a month from the notification, on both sides alike', async () => {
    const clocks = await Promise.all(
      [rowan(), csirt()].map(async (person) => (await incidents(person)).incidents[0]!.clocks),
    )
    const [own, theirs] = clocks.map((all) => all.find(({ stage }) => stage === 'final-report'))
    expect(own?.state).toBe('running')
    expect(own?.dueAt).toBe(theirs?.dueAt)
  })

  test('is a party of its reporting line and of nothing else, and no other node knows of it', async () => {
    const cases = async (person: PersonClient) =>
      (await person.ask<{ cases: CaseSummary[] }>('/api/v1/cases')).cases
    expect((await cases(rowan())).map(({ id, line, root }) => ({ id, line, root }))).toEqual([
      { id: lineIn(data), line: true, root: false },
    ])
    for (const party of ['XA', 'XC'])
      expect((await cases(people.get(`${party} desk`)!)).map(({ id }) => id)).not.toContain(
        lineIn(data),
      )
  })

  test('has a record that verifies offline', async () => {
    const id = lineIn(data)
    const bundle = await csirt().ask<object>(`/api/v1/cases/${id}/bundle`)
    expect(() => verifyBundle(JSON.stringify(bundle), { charterId: id, crypto })).not.toThrow()
  })
})

const INDICATOR = 'indicator--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111'
const told = async (person: PersonClient) =>
  (await person.ask<Desk>('/api/v1/desk')).incidents.flatMap((item) =>
    item.does === 'look-at-told' ? [[item.what, item.operator, item.count]] : [],
  )

describe('beside its reports, an operator', () => {
  test('tells what it saw and how far it is: it stands on its authority’s desk until acknowledged', async () => {
    const line = (await incidents(rowan())).lines[0]!.id
    const seen = await rowan().file(line, 'sighting', {
      sightingOf: INDICATOR,
      count: 3,
      firstSeen: '2026-11-23T21:14:00Z',
    })
    const assessed = await rowan().file(line, 'self-assessment', {
      regime: 'nis2-21-2',
      measures: [{ measure: 'b', level: 'tested', assessedOn: '2026-11-20' }],
    })
    const { name } = (await incidents(csirt())).lines[0]!.operator
    await until(async () => ((await told(csirt())).length === 2 ? true : undefined))
    expect(await told(csirt())).toEqual([
      ['sighting', name, 1],
      ['self-assessment', name, 1],
    ])
    expect(await told(rowan())).toEqual([])
    for (const of of [seen.id, assessed.id])
      await post(csirt(), '/api/v1/incidents/receipts', { line, of })
    expect(await told(csirt())).toEqual([])
    const { state } = await csirt().view(line)
    expect([state.sightings, state['self-assessments']]).toEqual([[seen.id], [assessed.id]])
  })

  test.each([
    ['where', { where: CANARY.id }],
    ['in words', { says: `It was ${CANARY.name}.` }],
    ['of an address', { sightingOf: CANARY.address }],
    ['under a name of its own', { sightingOf: `indicator--${CANARY.id}` }],
  ])('cannot say %s it was seen: nothing of the inventory fits in', async (_what, more) => {
    const line = (await incidents(rowan())).lines[0]!.id
    const said = { sightingOf: INDICATOR, count: 1, firstSeen: '2026-11-23T21:14:00Z', ...more }
    await expect(rowan().file(line, 'sighting', said as never)).rejects.toThrow('act.malformed')
  })
})

describe('the network goes away', () => {
  test('a report that was ordered waits at home, over a restart, and is sent when the line answers', async () => {
    await stopNode(nodes.get('XB')!)
    await stopNode(nodes.get('XO')!)
    toAuthority.target = undefined
    await start('XO')
    const [seen] = (await incidents(rowan())).incidents
    const draft = await draftOf(
      'intermediate-report',
      { answers: { status: 'Half of them answer again.' } },
      seen?.incident,
    )
    expect((await fileDraft(draft)).state).toBe('waiting')
    const { incidents: items } = await rowan().ask<Desk>('/api/v1/desk')
    expect(items).toContainEqual(
      expect.objectContaining({ does: 'send-report', stage: 'intermediate-report' }),
    )
    await stopNode(nodes.get('XO')!, 'SIGKILL')
    await start('XO')
    expect((await rowan().ask<ReportDraftView>(at(draft, '').slice(0, -1))).state).toBe('waiting')
    toAuthority.target = ports.get('XB')
    await start('XB')
    const report = await until(async () =>
      (await incidents(csirt())).incidents[0]?.reports.find(
        ({ stage }) => stage === 'intermediate-report',
      ),
    )
    expect(report.answers).toEqual({ status: 'Half of them answer again.' })
    expect((await rowan().ask<ReportDraftView>(at(draft, '').slice(0, -1))).state).toBe('filed')
  })
})

describe('the authority', () => {
  test('opens a case from the report, with what the operator named and what it holds itself', async () => {
    const [held, ...others] = named
    const [seen] = (await incidents(csirt())).incidents
    const line = lineIn(data)
    const order = {
      line,
      incident: seen!.incident,
      title: 'Wiper against terminals',
      grade: { scale: 'admiralty', version: '1', value: 'B2' },
    }
    await expect(post(csirt(), '/api/v1/incidents/cases', order)).rejects.toThrow('case.opening')
    // Birch holds one of the indicators itself, and does not speak for what it does not hold.
    await birch().ask('/api/v1/imports?name=one.json', {
      method: 'POST',
      body: oneIndicator(held!),
    })
    const opened = await until(() =>
      post<OpenedFromReport>(birch(), '/api/v1/incidents/cases', order).catch((error) => {
        // The root case is read again after the restart: a person tries till it is.
        if (String(error).includes('503')) return undefined
        throw error
      }),
    )
    expect(opened.notHeld).toEqual(others)
    expect(new Set(opened.parties)).toEqual(new Set(COALITION))
    const view = await birch().view(opened.case)
    const [evidence] = view.acts.flatMap(({ act }) => (act?.kind === 'evidence' ? [act] : []))
    expect(evidence?.objects.map(({ id }) => id)).toEqual([held])
    expect(evidence?.custodian).toBe('XB')
    expect(others.length).toBeGreaterThan(0)
    const text = JSON.stringify(view)
    for (const word of ['Rowan', said.account, ...CANARIES.slice(0, 3)])
      expect(text).not.toContain(word)
    const [after] = (await incidents(csirt())).incidents
    expect(after?.opened).toBe(opened.case)
    await expect(post(birch(), '/api/v1/incidents/cases', order)).rejects.toThrow('incident.opened')
    const alder = people.get('XA desk')!
    await until(async () =>
      (await alder.ask<{ cases: CaseSummary[] }>('/api/v1/cases')).cases.find(
        ({ id }) => id === opened.case,
      ),
    )
  })
})

describe('the command line', () => {
  test('takes an inventory in at a running node, and refuses a bad one by line and column', async () => {
    const session = join(place, 'session.json')
    const entente = (...words: readonly string[]) =>
      run(process.execPath, [
        '--conditions=entente-source',
        '--disable-warning=ExperimentalWarning',
        MAIN,
        ...words,
        '--session',
        session,
      ])
    await entente('login', await rowan().link())
    const taken = await entente('assets', 'import', assetsFile(data))
    expect(taken.stdout).toContain('assets.csv: 9 assets')
    const matches = await entente('assets', 'match')
    expect(matches.stdout).toContain('RW-T-001 Terminal Hill 1 matches')
    const bad = join(place, 'bad.csv')
    writeFileSync(bad, 'id,name,address\n1,a,198.51.100.300\n')
    await expect(entente('assets', 'import', bad)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('line 2, column address') as string,
    })
    const list = await entente('incident', 'list')
    expect(list.stdout).toContain('early-warning')
    expect(list.stdout).toContain('acknowledged')
  })
})
