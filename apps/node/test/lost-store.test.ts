import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CharterId } from '@entente/accord'
import type { AlarmsView, Opened } from '../src/api.ts'
import { readConfig, writeConfig } from '../src/config.ts'
import { logIn, until, type PersonClient } from '../src/demo/person.ts'
import { found } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'
import { serve, type Serving } from '../src/serve.ts'
import { withFirstCase } from './first-case.ts'

const PARTIES = ['XA', 'XB', 'XC', 'CO'] as const
type Name = (typeof PARTIES)[number]

const data = mkdtempSync(join(tmpdir(), 'entente-lost-'))
const directoryOf = (party: string) => join(data, party)
const founded = found(withFirstCase, directoryOf, new Date())
/** Birch's directory as it was before its node ever ran: its keys, and nothing that was said. */
const early = join(data, 'early')
const nodes = new Map<Name, Serving>()
const people = {} as Record<Name, PersonClient>

async function start(party: Name) {
  const node = await serve({ data: directoryOf(party), port: 0, peers: {} })
  nodes.set(party, node)
  for (const other of PARTIES) {
    const config = readConfig(directoryOf(other))
    writeConfig(directoryOf(other), { ...config, peers: { ...config.peers, [party]: node.url } })
  }
  people[party] = await logIn((await node.links())[0]!.url)
}
async function halt(party: Name) {
  await nodes.get(party)?.[Symbol.asyncDispose]()
  nodes.delete(party)
}
const says = (party: Name, words: string, id: CharterId = founded.case) =>
  people[party].file(id, 'note', { says: words })
const refusal = (filing: Promise<unknown>) =>
  filing.then(
    () => 'filed',
    (error: Error) => error.message,
  )

beforeAll(async () => {
  for (const party of PARTIES)
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
  cpSync(directoryOf('XB'), early, { recursive: true })
  await Promise.all(PARTIES.map(start))
}, 60_000)
afterAll(async () => {
  await Promise.all(PARTIES.map(halt))
  rmSync(data, { recursive: true, force: true })
})

describe('row 21: a node put back with keys from before its first act', () => {
  test('signs nothing while too few witnesses answer, and says which it waits for', async () => {
    const { id } = await says('XB', 'Said before everything was lost.')
    await until('Alder and Cedar to hold it', async () => {
      const views = await Promise.all([people.XA.view(founded.case), people.XC.view(founded.case)])
      return views.every(({ acts }) => acts.some((act) => act.id === id && act.final)) || undefined
    })
    await Promise.all(PARTIES.map(halt))
    rmSync(directoryOf('XB'), { recursive: true })
    cpSync(early, directoryOf('XB'), { recursive: true })
    await start('XB')
    const said = await refusal(says('XB', 'Said as if for the first time.'))
    expect(said).toContain('"code":"strand.unasked"')
    expect(said).toContain('0 of the 2 answers that it needs')
    for (const one of ['xa', 'xc', 'co']) expect(said).toContain(`${one}.example/witness`)
    const { acts } = await people.XB.view(founded.case)
    expect(acts.filter(({ party }) => party === 'XB')).toEqual([])
  })

  test('has back what it said once they answer, and goes on from there; its people are told', async () => {
    await Promise.all([start('XA'), start('XC'), start('CO')])
    await until('Birch to sign again', () => says('XB', 'Said after it.').catch(() => undefined))
    const held = await until('all to hold both', async () => {
      const { acts, state } = await people.XA.view(founded.case)
      const ours = acts.filter(({ party, final }) => party === 'XB' && final)
      return ours.length >= 2 ? { ours, state } : undefined
    })
    expect(held.ours.map(({ index }) => index)).toEqual([0, 1])
    expect(held.state).not.toHaveProperty('forked')
    const { alarms } = await people.XB.ask<AlarmsView>('/api/v1/alarms')
    const own = alarms.find(({ kind, caseId }) => kind === 'own-strand' && caseId === founded.case)
    expect(own).toMatchObject({ code: 'strand.behind', severity: 'critical', party: 'XB' })
  })
})

test('whoever opens a case says the first word in it, whether or not anybody answers', async () => {
  await Promise.all((['XB', 'XC', 'CO'] as const).map(halt))
  const opened = await people.XA.post<Opened>('/api/v1/cases', { title: 'Another modem' })
  expect(await says('XA', 'The first word.', opened.id)).toMatchObject({ index: 0, final: false })
})
