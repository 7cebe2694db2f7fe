import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseCharter } from '@entente/accord'
import type { AlarmsView, CoalitionView } from '../src/api.ts'
import { signAddress } from '../src/addresses/note.ts'
import { freePort, startNode, stopNode, type NodeProcess } from '../src/demo/constellation.ts'
import { nations } from '../src/demo/nations.ts'
import { logIn, until, type PersonClient } from '../src/demo/person.ts'
import { addPeers } from '../src/parties/peers.ts'
import { found } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'
import { crypto } from '../src/platform/crypto.ts'
import { signRequest } from '../src/platform/http/signature.ts'
import { openKeys } from '../src/platform/keys/index.ts'
import { entente } from './two-nations.ts'

const directory = mkdtempSync(join(tmpdir(), 'entente-moved-'))
const dataOf = (party: string) => join(directory, party)
const three = nations(3)
const founded = found(
  {
    ...three,
    parties: three.parties.map((party) => ({
      ...party,
      colleagues: [{ id: 'ops', name: 'Operations', role: 'administrator' as const }],
    })),
  },
  dataOf,
  new Date(),
)
const root = parseCharter(founded.charters[0]!, crypto)
const originOf = (party: string) => root.parties.find(({ id }) => id === party)!.origin
const NAMES = ['XA', 'XB', 'XC'] as const
type Name = (typeof NAMES)[number]
const nodes: Partial<Record<Name, NodeProcess>> = {}
const people = {} as Record<Name, PersonClient>
const ports = {} as Record<Name, number>
const at = (port: number) => `http://127.0.0.1:${port}`

async function start(party: Name): Promise<void> {
  const node = await startNode({ party, data: dataOf(party), port: ports[party], peers: {} })
  nodes[party] = node
  people[party] = await logIn(node.links.find(({ person }) => person === 'ops')!.url)
}

beforeAll(async () => {
  for (const party of NAMES) {
    writeFounded(dataOf(party), founded.charters, founded.keyActs[party]!)
    ports[party] = await freePort(0)
  }
  // Alder and Birch know each other, Birch and Cedar do; Alder knows where Cedar is, and Cedar not where Alder.
  addPeers(dataOf('XA'), { XB: at(ports.XB), XC: at(ports.XC) })
  addPeers(dataOf('XB'), { XA: at(ports.XA), XC: at(ports.XC) })
  addPeers(dataOf('XC'), { XB: at(ports.XB) })
  await Promise.all(NAMES.map(start))
}, 60_000)

afterAll(async () => {
  await Promise.all(Object.values(nodes).map((node) => stopNode(node)))
  rmSync(directory, { recursive: true, force: true })
})

/** Cedar, as a person at that party's node sees it. */
const cedarAt = async (party: Name) =>
  (await people[party].ask<CoalitionView>('/api/v1/coalition')).parties.find(
    ({ id }) => id === 'XC',
  )!
const alarmAt = (party: Name, code: string) =>
  until(`the alarm ${code} at ${party}`, async () =>
    (await people[party].ask<AlarmsView>('/api/v1/alarms')).alarms.find(
      (one) => one.code === code && one.ended === undefined,
    ),
  )
const isThere = (party: Name, url: string) =>
  until(`Cedar at ${url} for ${party}`, async () => {
    const cedar = await cedarAt(party)
    return cedar.address === url && cedar.status === 'reachable' ? cedar : undefined
  })

/** Somebody who has Birch's log key brings Alder a note. */
async function bring(note: string) {
  const url = `${at(ports.XA)}/log/${root.id.slice('sha256:'.length)}/addresses`
  const key = openKeys(dataOf('XB')).load('log')
  const headers = signRequest(
    { method: 'POST', url, to: originOf('XA') },
    { keyid: originOf('XB'), sign: key.sign },
    Math.floor(Date.now() / 1_000),
  )
  return fetch(url, { method: 'POST', body: note, headers: { ...headers } })
}

describe('a node that moves', () => {
  test('is followed by whom it can reach, and by who learns it from these', async () => {
    const before = at(ports.XC)
    await isThere('XA', before)
    await isThere('XB', before)
    await stopNode(nodes.XC!)
    ports.XC = await freePort(0)
    const after = at(ports.XC)
    const moved = await entente('move', after, '--data', dataOf('XC'))
    expect(moved).toMatchObject({ code: 0, out: expect.stringContaining(after) })
    await start('XC')
    // Birch is told by Cedar itself; for Alder the old address is dead, and Cedar does not know where Alder is.
    for (const party of ['XB', 'XA'] as const) {
      const cedar = await isThere(party, after)
      expect(cedar.moved).toMatchObject({ from: before, to: after, state: 'followed' })
      expect(await alarmAt(party, 'address.moved')).toMatchObject({
        kind: 'moved-peer',
        party: 'XC',
        says: { en: expect.stringContaining('Cedar') },
        evidence: { from: before, to: after },
      })
    }
  }, 60_000)

  test('is asked there for good once an administrator confirms it', async () => {
    const after = at(ports.XC)
    const view = await people.XB.ask<CoalitionView>('/api/v1/peers/XC', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: after }),
    })
    const cedar = view.parties.find(({ id }) => id === 'XC')!
    expect(cedar.address).toBe(after)
    expect(cedar).not.toHaveProperty('moved')
    await until('the alarm to end', async () => {
      const { alarms } = await people.XB.ask<AlarmsView>('/api/v1/alarms')
      return alarms.some(({ code, ended }) => code === 'address.moved' && ended) || undefined
    })
  })

  test('is not followed to where it never said, and people see who brought that', async () => {
    const counter = Math.floor(Date.now() / 1_000) + 1_000
    const forged = signAddress(
      { counter, url: at(ports.XB) },
      { ...openKeys(dataOf('XB')).load('log'), name: originOf('XC') },
      crypto,
    )
    const answer = await bring(forged)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'address.unsigned' })
    expect(await alarmAt('XA', 'address.unsigned')).toMatchObject({
      kind: 'false-address',
      party: 'XB',
      evidence: { note: forged },
    })
    expect((await bring('x'.repeat(4_000))).status).toBe(413)
    expect((await cedarAt('XA')).address).toBe(at(ports.XC))
  })

  test('is asked at the operator’s address again where an administrator refuses the move', async () => {
    const { moved } = await cedarAt('XA')
    const view = await people.XA.ask<CoalitionView>('/api/v1/peers/XC/move', { method: 'DELETE' })
    expect(view.parties.find(({ id }) => id === 'XC')).toMatchObject({
      address: moved!.from,
      moved: { state: 'refused' },
    })
    // What a stranger to the coalition asks is not answered.
    const path = `/log/${root.id.slice('sha256:'.length)}/addresses`
    expect((await fetch(`${at(ports.XA)}${path}`)).status).toBe(401)
  })
})
