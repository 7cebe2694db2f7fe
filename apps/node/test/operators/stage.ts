import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { CharterId } from '@entente/accord'
import type { IncidentsView, ReportDraftView, ReportPreview } from '../../src/api.ts'
import { freePort, startNode, stopNode } from '../../src/demo/constellation.ts'
import type { NodeProcess } from '../../src/demo/constellation.ts'
import { NODES, foundCoalition } from '../../src/demo/exercise.ts'
import { CSIRT_PERSON, OPERATORS, foundOperators, lineIn, rowan } from '../../src/demo/operators.ts'
import type { Operator } from '../../src/demo/operators.ts'
import { logIn } from '../../src/demo/person.ts'
import type { PersonClient } from '../../src/demo/person.ts'
import { inventoryOf } from '../inventories.ts'
import { formsOf, recordWire } from '../wire.ts'
import type { Wire } from '../wire.ts'

/** Three nations, their chair and two operators, each its own process: all parts of the story use them in turn. */
export const run = promisify(execFile)
export const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
export const FIXTURE = new URL('../../../../examples/quiet-modem/quiet-modem.json', import.meta.url)
export const place = mkdtempSync(join(tmpdir(), 'entente-operators-'))
export const data = join(place, 'demo')

export const INVENTORY = { XO: inventoryOf('QX7'), XL: inventoryOf('LZ4') }
export const CANARY = INVENTORY.XO.canary

/** An indicator that Rowan has from elsewhere, and its authority has not. */
export const ROWANS_OWN = 'indicator--0f7c2d64-3e15-4b0a-9c58-71a2d3e4f506'
/** "Where the material came from" and "Which authorities of Alder lost their connection". */
export const RED_NOTE = 'note--5b0c1f0e-6f0a-4b4e-9d57-2c8a4f6d7e31'
export const STRICT_NOTE = 'note--e2a94b17-6c3d-4f58-a1b0-8d5c7e9f0a26'
export const RED_WORDS = 'must not be named outside Alder'
export const STRICT_WORDS = 'own authorities use the same terminals'

/** All that an operator's node and its authority's say to each other. */
export type Wires = { readonly toAuthority: Wire; readonly toOperator: Wire }
export const wires = new Map<Operator, Wires>()
export const wiresOf = (operator: Operator) => wires.get(operator)!
export const saidBy = (operator: Operator) => {
  const { toAuthority, toOperator } = wiresOf(operator)
  return Buffer.concat([toAuthority.sent(), toOperator.received()])
}
export const saidTo = (operator: Operator) => {
  const { toAuthority, toOperator } = wiresOf(operator)
  return Buffer.concat([toAuthority.received(), toOperator.sent()])
}
export const has = (bytes: Buffer, value: string) =>
  formsOf(value).some((form) => bytes.includes(form))
export const nodes = new Map<string, NodeProcess>()
export const people = new Map<string, PersonClient>()
export const ports = new Map<string, number>()

export const urlOf = (party: string) => `http://127.0.0.1:${ports.get(party)}`
export const COALITION = ['XA', 'XB', 'XC', 'CO']

export function peersOf(party: string): Record<string, string> {
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

export async function start(party: string): Promise<void> {
  const node = await startNode({
    party,
    data: join(data, party),
    port: ports.get(party)!,
    peers: peersOf(party),
  })
  nodes.set(party, node)
  for (const { person, url } of node.links) people.set(`${party} ${person}`, await logIn(url))
}

export const officer = ({ id }: Operator) => people.get(`${id} security`)!
export const csirtOf = ({ authority }: Operator) => people.get(`${authority} ${CSIRT_PERSON}`)!
export const officerOfRowan = () => officer(rowan)
export const csirt = () => csirtOf(rowan)
export const alder = () => people.get('XA desk')!
export const birch = () => people.get('XB desk')!
export const line = (operator: Operator) => lineIn(data, operator)
export let root: CharterId

export const post = <T>(person: PersonClient, path: string, body: unknown) =>
  person.ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
export const incidents = (person: PersonClient) => person.ask<IncidentsView>('/api/v1/incidents')

/** The fixture's first indicator under another id, with nothing that marks it. */
export function anotherIndicator(): string {
  const { objects, ...bundle } = JSON.parse(readFileSync(FIXTURE, 'utf8')) as {
    objects: { type: string; object_marking_refs?: unknown }[]
  }
  const { object_marking_refs: _marks, ...indicator } = objects.find(
    ({ type }) => type === 'indicator',
  )!
  return JSON.stringify({ ...bundle, objects: [{ ...indicator, id: ROWANS_OWN }] })
}

export const awareAt = `${new Date(Date.now() - 3_600_000).toISOString().slice(0, 19)}Z`
export const said = {
  awareAt,
  title: 'Remote control lost',
  account: 'Turbines do not answer over the satellite network.',
  suspectedMalicious: true,
  crossBorder: true,
}
/** The indicators that matched at Rowan, once they have. */
export let named: readonly string[] = []
export const nowNamed = (ids: readonly string[]): void => void (named = ids)

export const draftOf = (stage: string, more: object = {}, incident?: string) =>
  post<ReportDraftView>(officerOfRowan(), '/api/v1/incidents/drafts', {
    regime: 'nis2',
    stage,
    ...(incident === undefined ? {} : { incident }),
    said: { ...said, ...more },
  })
export const at = (draft: { readonly id: string }, verb: string) =>
  `/api/v1/incidents/drafts/${draft.id}/${verb}`
export async function fileDraft(draft: ReportDraftView, names: readonly string[] = []) {
  const { payload } = await post<ReportPreview>(officerOfRowan(), at(draft, 'preview'), {})
  return post<ReportDraftView>(officerOfRowan(), at(draft, 'file'), { payload, names })
}

export async function setUp(): Promise<void> {
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
}

export async function clearAway(): Promise<void> {
  await Promise.all([...nodes.values()].map((node) => stopNode(node)))
  for (const { toAuthority, toOperator } of wires.values()) {
    await toAuthority.stop()
    await toOperator.stop()
  }
  rmSync(place, { recursive: true, force: true })
}
