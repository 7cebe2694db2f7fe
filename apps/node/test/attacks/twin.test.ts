import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyBundle } from '@entente/accord'
import type { AlarmsView } from '../../src/api.ts'
import { readConfig, writeConfig } from '../../src/config.ts'
import { freePort } from '../../src/demo/constellation.ts'
import { logIn, until, type PersonClient } from '../../src/demo/person.ts'
import { originHash } from '../../src/federation/origin-hash.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { outcomeOf } from '../people.ts'
import { agree, alarmed, evidence, openField, says, sees, type Field, type Name } from './field.ts'

/** A process runs a party’s node as it likes: with nobody to talk to, or a second time from a copy. */
let field: Field
beforeAll(async () => {
  field = await openField({ hostile: 'XB' })
}, 60_000)
afterAll(() => field.close())

const files = (person: PersonClient, title: string) => {
  const { kind, ...said } = evidence(title, person.party as Name)
  return person.file(field.case, kind, said as never)
}

describe('row 4: a node’s operator withholds an act that it received', () => {
  test('it never says that the act is final, no record holds it, and it is final as soon as others have it', async () => {
    const { attacker, people } = field
    const directory = field.directoryOf('XB')
    const connected = readConfig(directory)
    const nobody = `http://127.0.0.1:${await freePort(0)}`
    const birch = await logIn(await attacker.does('runs', directory, {}))
    const others = async (status: string) =>
      (await birch.view(field.case)).peers.filter((peer) => peer.status === status).length === 3 ||
      undefined
    // It asked its witnesses, as it has to before it signs; then its operator cuts it off from them.
    await until('Birch to reach all others', () => others('reachable'))
    writeConfig(directory, { ...connected, peers: { XA: nobody, XC: nobody, CO: nobody } })
    await until('Birch to reach nobody', () => others('unreachable'))
    const filed = await files(birch, 'withheld')
    expect(filed).toMatchObject({ final: false })
    const proof = birch.ask(`/api/v1/cases/${field.case}/acts/${filed.id}/proof`)
    expect(await outcomeOf(proof)).toBe('act.unwitnessed')
    const view = await birch.view(field.case)
    expect(view.acts.find(({ id }) => id === filed.id)).toMatchObject({ final: false })
    expect(view.state.evidence).not.toContain(filed.id)
    // What a ministry demands before it believes that it has spoken is a record that verifies, with its act.
    const record = await birch.record(field.case)
    const { state } = verifyBundle(record, { charterId: field.case, crypto })
    expect(state.cut).toMatchObject({ XB: { size: 0 } })
    for (const other of ['XA', 'XC', 'CO'] as const)
      expect((await people[other].view(field.case)).acts.map(({ id }) => id)).not.toContain(
        filed.id,
      )
    expect(view.peers.map(({ status }) => status).toSorted()).toEqual([
      'self',
      'unreachable',
      'unreachable',
      'unreachable',
    ])
    for (const party of ['XA', 'XC', 'CO'] as const)
      expect(await alarmed(birch, { kind: 'silent-peer', party })).not.toHaveProperty('ended')
    await attacker.does('ends')
    writeConfig(directory, connected)
    await field.start('XB')
    await sees(field, people.XA, filed.id)
    expect((await people.XB.view(field.case)).acts[0]).toMatchObject({ final: true })
    // They answer again: Birch's people are told that too.
    await until('the silence of all three to be over', async () => {
      const { alarms } = await people.XB.ask<AlarmsView>('/api/v1/alarms')
      const silent = alarms.filter(({ kind }) => kind === 'silent-peer')
      return silent.length === 3 && silent.every(({ ended }) => ended) ? true : undefined
    })
  })
})

describe('row 21: a node that was put back from a backup, and a twin of it', () => {
  const urls = () =>
    Object.fromEntries((['XB', 'XC', 'CO'] as const).map((party) => [party, field.urlOf(party)]))
  let twin: PersonClient

  test('it signs nothing before it has what its strand said since, and tells its people why', async () => {
    const { attacker, people } = field
    await says(field, 'XA', 'before the backup')
    await field.halt('XA')
    const copy = join(field.data, 'copy')
    cpSync(field.directoryOf('XA'), copy, { recursive: true })
    await field.start('XA')
    const since = await until('Alder to sign again', () =>
      says(field, 'XA', 'since the backup').catch(() => undefined),
    )
    await sees(field, people.XB, since.id)
    // Nobody answers it at first: what it has is not enough to sign by.
    const nobody = `http://127.0.0.1:${await freePort(0)}`
    const reached = readConfig(copy)
    writeConfig(copy, { ...reached, peers: { XB: nobody, XC: nobody, CO: nobody } })
    twin = await logIn(await attacker.does('runs', copy, {}))
    expect(await outcomeOf(files(twin, 'by the twin'))).toBe('strand.unasked')
    writeConfig(copy, { ...reached, peers: urls() })
    // Then they do: it has what was said since before it signs a word of its own.
    const own = await until('the twin to sign', () =>
      files(twin, 'by the twin').catch(() => undefined),
    )
    expect(own.index).toBeGreaterThan(since.index)
    await sees(field, twin, since.id)
    const alarm = await alarmed(twin, { kind: 'own-strand', code: 'strand.behind', party: 'XA' })
    expect(alarm.severity).toBe('critical')
    expect(alarm.evidence['note']).toContain('/xa/')
    const acts = (await twin.view(field.case)).acts.filter(({ party }) => party === 'XA')
    expect(acts.map(({ index }) => index)).toEqual(acts.map((_act, index) => index))
  })

  test('where both sign at the same instant one of the two counts, and nothing forks', async () => {
    const { attacker, people } = field
    await agree(field, ['XA', 'XB', 'XC', 'CO'])
    const both = await Promise.all([
      says(field, 'XA', 'by the first').catch(String),
      files(twin, 'by the second').catch(String),
    ])
    const counts = both.map((filed) => typeof filed !== 'string' && filed.final)
    expect(counts.toSorted()).toEqual([false, true])
    const [first, second] = counts[0] ? [people.XA, twin] : [twin, people.XA]
    const [won, lost] = counts[0] ? both : both.toReversed()
    if (typeof won === 'string') throw new Error(`expected an act, got ${won}`)
    // Whoever signed what no quorum cosigned is told that its strand went on without it.
    const alarm = await alarmed(second, { kind: 'own-strand', party: 'XA' })
    expect(alarm).toMatchObject({ severity: 'critical' })
    // Of two nodes with one name the one that the quorum cosigned is left running, and all others have its act.
    if (first === twin) await field.halt('XA')
    else await attacker.does('ends')
    const others = ['XB', 'XC', 'CO'] as const
    field.meet(others, 'XA', first.url)
    for (const one of others) {
      await sees(field, people[one], won.id)
      const { acts, state } = await people[one].view(field.case)
      expect(state).not.toHaveProperty('forked')
      if (typeof lost !== 'string') expect(acts.map(({ id }) => id)).not.toContain(lost?.id)
    }
    await attacker.does('ends')
    await agree(field, others)
    const record = JSON.stringify(await people.XB.ask(`/api/v1/cases/${field.case}/bundle`))
    expect(verifyBundle(record, { charterId: field.case, crypto }).trusted).toBe(true)
  })

  test('what one witness alone had seen when the disk was lost comes back from that witness, and the strand goes on', async () => {
    const { people } = field
    await says(field, 'XC', 'before the other backup')
    await field.halt('XC')
    const backup = join(field.data, 'backup')
    cpSync(field.directoryOf('XC'), backup, { recursive: true })
    await field.start('XC')
    await until('Cedar to sign again', () =>
      says(field, 'XC', 'seen by all').catch(() => undefined),
    )
    await Promise.all([field.halt('XA'), field.halt('CO')])
    const lost = await says(field, 'XC', 'seen by Birch alone')
    expect(lost.final).toBe(false)
    const { origin } = field.charter.parties.find(({ id }) => id === 'XC')!
    const seen = `${field.urlOf('XB')}/witness/${originHash(origin)}/checkpoint`
    await until('Birch to cosign it', async () =>
      (await (await fetch(seen)).text()).includes(`\n${lost.index + 1}\n`) ? true : undefined,
    )
    await field.halt('XC')
    rmSync(field.directoryOf('XC'), { recursive: true })
    cpSync(backup, field.directoryOf('XC'), { recursive: true })
    await Promise.all([field.start('XC'), field.start('CO')])
    await sees(field, people.XC, lost.id)
    await sees(field, people.CO, lost.id)
    expect(await says(field, 'XC', 'after it')).toMatchObject({ index: lost.index + 1 })
    const alarm = await alarmed(people.XC, {
      kind: 'own-strand',
      code: 'strand.behind',
      party: 'XC',
    })
    expect(alarm.evidence['witness']).toBe('xb.example/witness')
  })
})
