import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyBundle, type CharterId } from '@entente/accord'
import type {
  CaseEvidence,
  CaseSummary,
  Desk,
  IncidentsView,
  MatchesView,
  OpenedFromReport,
  ReportDraftView,
  ReportPreview,
} from '../src/api.ts'
import { readConfig, writeConfig } from '../src/config.ts'
import { freePort, startNode, stopNode, type NodeProcess } from '../src/demo/constellation.ts'
import { objectsOf, putEvidence, takeIn } from '../src/demo/evidence.ts'
import { foundCoalition, NODES } from '../src/demo/exercise.ts'
import {
  assetsFile,
  CSIRT_PERSON,
  foundOperators,
  linden,
  lineIn,
  OPERATORS,
  rowan,
  type Operator,
} from '../src/demo/operators.ts'
import { logIn, until, type PersonClient } from '../src/demo/person.ts'
import { crypto } from '../src/platform/crypto.ts'
import { inventoryOf, SHARED } from './inventories.ts'
import { formsOf, recordWire, type Wire } from './wire.ts'

const run = promisify(execFile)
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const FIXTURE = new URL('../../../examples/quiet-modem/quiet-modem.json', import.meta.url)
const place = mkdtempSync(join(tmpdir(), 'entente-operators-'))
const data = join(place, 'demo')

const INVENTORY = { XO: inventoryOf('QX7'), XL: inventoryOf('LZ4') }
const CANARY = INVENTORY.XO.canary

/** An indicator that Rowan has from elsewhere, and its authority has not. */
const ROWANS_OWN = 'indicator--0f7c2d64-3e15-4b0a-9c58-71a2d3e4f506'
/** "Where the material came from" and "Which authorities of Alder lost their connection". */
const RED_NOTE = 'note--5b0c1f0e-6f0a-4b4e-9d57-2c8a4f6d7e31'
const STRICT_NOTE = 'note--e2a94b17-6c3d-4f58-a1b0-8d5c7e9f0a26'
const RED_WORDS = 'must not be named outside Alder'
const STRICT_WORDS = 'own authorities use the same terminals'

/** All that an operator's node and its authority's say to each other. */
type Wires = { readonly toAuthority: Wire; readonly toOperator: Wire }
const wires = new Map<Operator, Wires>()
const wiresOf = (operator: Operator) => wires.get(operator)!
const saidBy = (operator: Operator) => {
  const { toAuthority, toOperator } = wiresOf(operator)
  return Buffer.concat([toAuthority.sent(), toOperator.received()])
}
const saidTo = (operator: Operator) => {
  const { toAuthority, toOperator } = wiresOf(operator)
  return Buffer.concat([toAuthority.received(), toOperator.sent()])
}
const has = (bytes: Buffer, value: string) => formsOf(value).some((form) => bytes.includes(form))
const nodes = new Map<string, NodeProcess>()
const people = new Map<string, PersonClient>()
const ports = new Map<string, number>()

const urlOf = (party: string) => `http://127.0.0.1:${ports.get(party)}`
const COALITION = ['XA', 'XB', 'XC', 'CO']

function peersOf(party: string): Record<string, string> {
  const operator = OPERATORS.find(({ id }) => id === party)
  const through = ({ port }: Wire) => `http://127.0.0.1:${port}`
  if (operator) return { [operator.authority]: through(wiresOf(operator).toAuthority) }
  return Object.fromEntries([
    ...COALITION.filter((other) => other !== party).map((other) => [other, urlOf(other)]),
    ...OPERATORS.filter(({ authority }) => authority === party).map((one) => [
      one.id,
      through(wiresOf(one).toOperator),
    ]),
  ]) as Record<string, string>
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

const officer = ({ id }: Operator) => people.get(`${id} security`)!
const csirtOf = ({ authority }: Operator) => people.get(`${authority} ${CSIRT_PERSON}`)!
const officerOfRowan = () => officer(rowan)
const csirt = () => csirtOf(rowan)
const alder = () => people.get('XA desk')!
const birch = () => people.get('XB desk')!
const line = (operator: Operator) => lineIn(data, operator)
let root: CharterId

const post = <T>(person: PersonClient, path: string, body: unknown) =>
  person.ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const incidents = (person: PersonClient) => person.ask<IncidentsView>('/api/v1/incidents')

/** The fixture's first indicator under another id, with nothing that marks it. */
function anotherIndicator(): string {
  const { objects, ...bundle } = JSON.parse(readFileSync(FIXTURE, 'utf8')) as {
    objects: { type: string; object_marking_refs?: unknown }[]
  }
  const { object_marking_refs: _marks, ...indicator } = objects.find(
    ({ type }) => type === 'indicator',
  )!
  return JSON.stringify({ ...bundle, objects: [{ ...indicator, id: ROWANS_OWN }] })
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
  post<ReportDraftView>(officerOfRowan(), '/api/v1/incidents/drafts', {
    regime: 'nis2',
    stage,
    ...(incident === undefined ? {} : { incident }),
    said: { ...said, ...more },
  })
const at = (draft: { readonly id: string }, verb: string) =>
  `/api/v1/incidents/drafts/${draft.id}/${verb}`
async function fileDraft(draft: ReportDraftView, names: readonly string[] = []) {
  const { payload } = await post<ReportPreview>(officerOfRowan(), at(draft, 'preview'), {})
  return post<ReportDraftView>(officerOfRowan(), at(draft, 'file'), { payload, names })
}

beforeAll(async () => {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  root = foundCoalition(data)
  foundOperators(data)
  for (const operator of OPERATORS)
    wires.set(operator, { toAuthority: await recordWire(), toOperator: await recordWire() })
  for (const party of NODES) ports.set(party, await freePort(0))
  for (const operator of OPERATORS) {
    wiresOf(operator).toAuthority.target = ports.get(operator.authority)
    wiresOf(operator).toOperator.target = ports.get(operator.id)
  }
  await Promise.all(NODES.map(start))
}, 180_000)

afterAll(async () => {
  await Promise.all([...nodes.values()].map((node) => stopNode(node)))
  for (const { toAuthority, toOperator } of wires.values()) {
    await toAuthority.stop()
    await toOperator.stop()
  }
  rmSync(place, { recursive: true, force: true })
})

/** Every object that a case names, at this person's node, once it is here or refused. */
const settledEvidence = (person: PersonClient, id: CharterId) =>
  until('the evidence', async () => {
    const { objects } = await person.ask<CaseEvidence>(`/api/v1/cases/${id}/evidence`)
    const isDone = objects.every(({ held, refusal }) => held || refusal !== undefined)
    return isDone && objects.length > 0 ? objects : undefined
  })

describe('the intelligence comes by sharing', () => {
  test('to the coalition, and from each CSIRT over the reporting line, all that it holds', async () => {
    await takeIn(alder())
    const ids = await objectsOf(alder())
    expect(ids).toEqual(expect.arrayContaining([RED_NOTE, STRICT_NOTE]))
    await putEvidence(alder(), root, ids)
    const atBirch = await settledEvidence(birch(), root)
    const here = atBirch.filter(({ held }) => held).map(({ id }) => id)
    expect(ids.filter((id) => !here.includes(id))).toEqual([RED_NOTE])
    // Nobody looks at the preview here: what may not go has to stay of itself.
    await putEvidence(csirtOf(linden), line(linden), ids)
    await putEvidence(csirtOf(rowan), line(rowan), here)
  })

  test.each([
    // Alder says before whom it puts its own TLP:AMBER+STRICT; Birch was given it for itself.
    [linden, RED_NOTE, 'expected an object releasable to XL, got TLP:RED'],
    [
      rowan,
      STRICT_NOTE,
      'expected an object releasable to XO, got TLP:AMBER+STRICT of another source',
    ],
  ])('as far as its labels let it go to $name', async (operator, note, detail) => {
    const objects = await settledEvidence(officer(operator), line(operator))
    expect(objects.filter(({ held }) => !held)).toMatchObject([
      { id: note, refusal: { code: 'marking.audience', detail } },
    ])
    const indicators = objects.filter(({ id, held }) => held && id.startsWith('indicator--'))
    expect(indicators).toHaveLength(4)
  })

  test('and what is not for an operator stands in no byte to it and not in its store', () => {
    const stored = ({ id }: Operator) =>
      Buffer.concat(
        ['entente.db', 'entente.db-wal'].map((name) => readFileSync(join(data, id, name))),
      )
    for (const operator of OPERATORS)
      for (const bytes of [saidTo(operator), stored(operator)]) {
        expect(has(bytes, RED_WORDS)).toBe(false)
        // What Alder gave to Linden is found by the same search.
        expect(has(bytes, STRICT_WORDS)).toBe(operator === linden)
      }
  })
})

describe('two operators, six processes that speak HTTP only', () => {
  test.each(OPERATORS)(
    '$name takes in its inventory and finds at home what the intelligence touches',
    async (operator) => {
      const person = officer(operator)
      await person.ask('/api/v1/assets?name=assets.csv', {
        method: 'POST',
        body: INVENTORY[operator.id].text,
      })
      const { matches, assets } = await person.ask<MatchesView>('/api/v1/matches')
      expect(assets).toBe(3)
      expect(new Set(matches.flatMap(({ why }) => why.map(({ column }) => column)))).toEqual(
        new Set(Object.keys(SHARED)),
      )
      const { incidents: items } = await person.ask<Desk>('/api/v1/desk')
      expect(items).toContainEqual({ does: 'look-at-matches', assets: 3 })
    },
  )

  test('an operator’s own intelligence is matched beside what it was given', async () => {
    const body = anotherIndicator()
    await officer(rowan).ask('/api/v1/imports?name=own.json', { method: 'POST', body })
    named = await until('all five indicators to have matched', async () => {
      const { matches } = await officer(rowan).ask<MatchesView>('/api/v1/matches')
      const ids = [...new Set(matches.map(({ indicator }) => indicator.id))]
      return ids.length === 5 ? ids : undefined
    })
    expect(named).toContain(ROWANS_OWN)
  })

  test('Linden warns Alder’s CSIRT, which acknowledges it', async () => {
    const [person, other] = [officer(linden), csirtOf(linden)]
    const draft = await post<ReportDraftView>(person, '/api/v1/incidents/drafts', {
      regime: 'nis2',
      stage: 'early-warning',
      said: { ...said, title: 'Clinics cut off', touched: 3 },
    })
    const { payload } = await post<ReportPreview>(person, at(draft, 'preview'), {})
    await post(person, at(draft, 'file'), { payload })
    const seen = await until('the report', async () => (await incidents(other)).incidents[0])
    expect(seen).toMatchObject({ side: 'authority', title: 'Clinics cut off', awareAt })
    const [report] = seen.reports
    await post(other, '/api/v1/incidents/receipts', { line: seen.line, of: report!.act })
    await until(
      'the receipt',
      async () => (await incidents(person)).incidents[0]?.reports[0]?.receipt,
    )
    // Birch's CSIRT learns nothing of it.
    expect((await incidents(csirt())).incidents).toEqual([])
  })

  test('warns its authority, whose node shows the clocks of NIS2', async () => {
    const filed = await fileDraft(await draftOf('early-warning', { touched: 1, indicators: named }))
    expect(filed.state).toBe('filed')
    const seen = await until('the report', async () => (await incidents(csirt())).incidents[0])
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
      'the receipt',
      async () => (await incidents(officerOfRowan())).incidents[0]?.reports[0]?.receipt,
    )
    expect(receipt.remarks).toBe('Keep images.')
    const [seen] = (await incidents(officerOfRowan())).incidents
    expect(seen?.feedback?.state).toBe('met')
    expect((await csirt().ask<Desk>('/api/v1/desk')).incidents).toEqual([])
  })

  test.each(OPERATORS)(
    '$name shows nothing of its inventory in any byte to or from its authority’s node',
    (operator) => {
      const [by, to] = [saidBy(operator), saidTo(operator)]
      expect(by.length).toBeGreaterThan(5_000)
      expect(to.length).toBeGreaterThan(10_000)
      // What did go over the wire is found by the same search: the recording is of the right thing.
      for (const value of operator === rowan ? [said.title, ...named] : ['Clinics cut off'])
        expect(has(by, value)).toBe(true)
      for (const value of Object.values(SHARED)) expect(has(to, value)).toBe(true)
      const { values } = INVENTORY[operator.id]
      expect(values.filter((value) => has(by, value))).toEqual([])
      // What the authority's node sends is the intelligence, which names some of the same things.
      const known = new Set<string>(Object.values(SHARED))
      expect(values.filter((value) => !known.has(value) && has(to, value))).toEqual([])
    },
  )

  test('refuses a report whose words name the inventory, until the person says so', async () => {
    const [seen] = (await incidents(officerOfRowan())).incidents
    const account = `The device ${CANARY.id} restarts.`
    const answers = { 'initial-assessment': 'One site.' }
    const draft = await draftOf('incident-notification', { account, answers }, seen?.incident)
    const preview = await post<ReportPreview>(officerOfRowan(), at(draft, 'preview'), {})
    expect(preview.fromInventory).toEqual([{ column: 'id', value: CANARY.id, field: 'account' }])
    await expect(fileDraft(draft)).rejects.toThrow('report.inventory')
    const { toOperator } = wiresOf(rowan)
    const received = toOperator.received().length
    await fileDraft(draft, [CANARY.id])
    await until('the notification', async () => (await incidents(csirt())).incidents[0]?.reports[1])
    // The twin of the canary test: what a person let go is seen by the same search.
    const bytes = toOperator.received().subarray(received)
    expect(has(bytes, CANARY.id)).toBe(true)
  })

  test('gives the final report a month from the notification, on both sides alike', async () => {
    const clocks = await Promise.all(
      [officerOfRowan(), csirt()].map(
        async (person) => (await incidents(person)).incidents[0]!.clocks,
      ),
    )
    const [own, theirs] = clocks.map((all) => all.find(({ stage }) => stage === 'final-report'))
    expect(own?.state).toBe('running')
    expect(own?.dueAt).toBe(theirs?.dueAt)
  })

  test.each(OPERATORS)(
    '$name is a party of its reporting line and of nothing else',
    async (operator) => {
      const cases = async (person: PersonClient) =>
        (await person.ask<{ cases: CaseSummary[] }>('/api/v1/cases')).cases
      const own = await cases(officer(operator))
      expect(own.map(({ id, line: isLine, root: isRoot }) => ({ id, isLine, isRoot }))).toEqual([
        { id: line(operator), isLine: true, isRoot: false },
      ])
      for (const party of ['XA', 'XB', 'XC']) {
        const ids = (await cases(people.get(`${party} desk`)!)).map(({ id }) => id)
        expect(ids.includes(line(operator))).toBe(party === operator.authority)
      }
    },
  )

  test('has a record that verifies offline', async () => {
    const id = line(rowan)
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
    const line = (await incidents(officerOfRowan())).lines[0]!.id
    const seen = await officerOfRowan().file(line, 'sighting', {
      sightingOf: INDICATOR,
      count: 3,
      firstSeen: '2026-11-23T21:14:00Z',
    })
    const assessed = await officerOfRowan().file(line, 'self-assessment', {
      regime: 'nis2-21-2',
      measures: [{ measure: 'b', level: 'tested', assessedOn: '2026-11-20' }],
    })
    const { name } = (await incidents(csirt())).lines[0]!.operator
    await until('both on the desk', async () =>
      (await told(csirt())).length === 2 ? true : undefined,
    )
    expect(await told(csirt())).toEqual([
      ['sighting', name, 1],
      ['self-assessment', name, 1],
    ])
    expect(await told(officerOfRowan())).toEqual([])
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
    const line = (await incidents(officerOfRowan())).lines[0]!.id
    const said = { sightingOf: INDICATOR, count: 1, firstSeen: '2026-11-23T21:14:00Z', ...more }
    await expect(officerOfRowan().file(line, 'sighting', said as never)).rejects.toThrow(
      'act.malformed',
    )
  })
})

describe('the network goes away', () => {
  test('a report that was ordered waits at home, over a restart, and is sent when the line answers', async () => {
    await stopNode(nodes.get('XB')!)
    await stopNode(nodes.get('XO')!)
    wiresOf(rowan).toAuthority.target = undefined
    await start('XO')
    const [seen] = (await incidents(officerOfRowan())).incidents
    const draft = await draftOf(
      'intermediate-report',
      { answers: { status: 'Half of them answer again.' } },
      seen?.incident,
    )
    expect((await fileDraft(draft)).state).toBe('waiting')
    const { incidents: items } = await officerOfRowan().ask<Desk>('/api/v1/desk')
    expect(items).toContainEqual(
      expect.objectContaining({ does: 'send-report', stage: 'intermediate-report' }),
    )
    await stopNode(nodes.get('XO')!, 'SIGKILL')
    await start('XO')
    expect((await officerOfRowan().ask<ReportDraftView>(at(draft, '').slice(0, -1))).state).toBe(
      'waiting',
    )
    wiresOf(rowan).toAuthority.target = ports.get('XB')
    await start('XB')
    const report = await until('the report that waited', async () =>
      (await incidents(csirt())).incidents[0]?.reports.find(
        ({ stage }) => stage === 'intermediate-report',
      ),
    )
    expect(report.answers).toEqual({ status: 'Half of them answer again.' })
    expect((await officerOfRowan().ask<ReportDraftView>(at(draft, '').slice(0, -1))).state).toBe(
      'filed',
    )
  })
})

describe('the authority', () => {
  test('opens a case from the report, with what the operator named and what it holds itself', async () => {
    const [seen] = (await incidents(csirt())).incidents
    const order = {
      line: line(rowan),
      incident: seen!.incident,
      title: 'Wiper against terminals',
      grade: { scale: 'admiralty', version: '1', value: 'B2' },
    }
    const open = () => post<OpenedFromReport>(birch(), '/api/v1/incidents/cases', order)
    await expect(post(csirt(), '/api/v1/incidents/cases', order)).rejects.toThrow('case.opening')
    // Evidence needs another's clearance for now: the case is opened, and what goes into it is not signed.
    settle('XB', { clearance: ['evidence'] })
    const refused = await until('the root case to be read again', () =>
      open().then(
        () => expect.fail('expected a refusal'),
        (error: unknown) => (String(error).includes('503') ? undefined : String(error)),
      ),
    )
    expect(refused).toContain('draft.needed')
    const begun = (await incidents(csirt())).incidents[0]?.opened
    expect(begun).toBeDefined()
    settle('XB', { clearance: [] })
    const opened = await open()
    expect(opened.case).toBe(begun)
    // Birch does not speak for what it does not hold.
    expect(opened.notHeld).toEqual([ROWANS_OWN])
    expect(new Set(opened.parties)).toEqual(new Set(COALITION))
    const view = await birch().view(opened.case)
    const evidence = view.acts.flatMap(({ act }) => (act?.kind === 'evidence' ? [act] : []))
    expect(evidence).toHaveLength(1)
    expect(new Set(evidence[0]?.objects.map(({ id }) => id))).toEqual(
      new Set(named.filter((id) => id !== ROWANS_OWN)),
    )
    expect(evidence[0]?.custodian).toBe('XB')
    const text = JSON.stringify(view)
    for (const word of ['Rowan', said.account, CANARY.id, CANARY.name, CANARY.address])
      expect(text).not.toContain(word)
    await expect(open()).rejects.toThrow('incident.opened')
    await until('Alder to know the case', async () =>
      (await alder().ask<{ cases: CaseSummary[] }>('/api/v1/cases')).cases.find(
        ({ id }) => id === opened.case,
      ),
    )
  })
})

function settle(party: string, settled: Partial<ReturnType<typeof readConfig>>): void {
  const directory = join(data, party)
  writeConfig(directory, { ...readConfig(directory), ...settled })
}

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
    await entente('login', await officerOfRowan().link())
    const taken = await entente('assets', 'import', assetsFile(data, rowan))
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
