import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyBundle } from '@entente/accord'
import type { AlarmsView, Filed } from '../../src/api.ts'
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

/** One of two nodes of one name, and what it signed where it was not refused. */
type One = { readonly person: PersonClient; readonly act: Filed | undefined }

describe('row 21: a node that was put back from a backup, and a twin of it', () => {
  const urls = () =>
    Object.fromEntries((['XB', 'XC', 'CO'] as const).map((party) => [party, field.urlOf(party)]))
  let twin: PersonClient
  let times = 0
  /** Both are to sign at once; undefined where one had what the other had signed, and signed on top of it. */
  async function collide(): Promise<readonly [One, One] | undefined> {
    times += 1
    const { XA } = field.people
    const [first, second] = await Promise.all([
      says(field, 'XA', `by the first, ${times}`).catch(() => undefined),
      files(twin, `by the second, ${times}`).catch(() => undefined),
    ])
    if (first && second && first.index !== second.index) return undefined
    return [
      { person: XA, act: first },
      { person: twin, act: second },
    ]
  }

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
    const none = (await twin.view(field.case)).acts.map(({ id }) => id)
    expect(none).not.toContain(since.id)
    writeConfig(copy, { ...reached, peers: urls() })
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
    const began = new Date().toISOString()
    const [first, second] = await until('both to sign for one place', collide)
    const isFinal = async ({ person, act }: One) =>
      (await person.view(field.case)).acts.some(({ id, final }) => id === act?.id && final)
    const won = await until('the quorum to cosign one of the two', async () => {
      if (await isFinal(first)) return first
      return (await isFinal(second)) ? second : undefined
    })
    const lost = won === first ? second : first
    expect(await isFinal(lost)).toBe(false)
    // Whoever wanted to sign what no quorum cosigns is told that its strand went on without it.
    const { severity } = await until('the other to be told', async () => {
      const { alarms } = await lost.person.ask<AlarmsView>('/api/v1/alarms')
      return alarms.find(({ kind, lastSeen }) => kind === 'own-strand' && lastSeen >= began)
    })
    expect(severity).toBe('critical')
    // Of two nodes with one name the one that the quorum cosigned is left running, and all others have its act.
    if (won.person === twin) await field.halt('XA')
    else await attacker.does('ends')
    const others = ['XB', 'XC', 'CO'] as const
    field.meet(others, 'XA', won.person.url)
    for (const one of others) {
      await sees(field, people[one], String(won.act?.id))
      const { acts, state } = await people[one].view(field.case)
      expect(state).not.toHaveProperty('forked')
      expect(acts.map(({ id }) => id)).not.toContain(lost.act?.id)
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
