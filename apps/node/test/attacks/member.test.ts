import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AlarmKind } from '../../src/alarms/api.ts'
import { outcomeOf } from '../people.ts'
import {
  agree,
  alarmed,
  evidence,
  looks,
  openField,
  sees,
  settles,
  type Field,
  type Name,
} from './field.ts'

/** Three honest nodes, and a process in the place of Birch's that has Birch's keys. */
let field: Field
beforeAll(async () => {
  field = await openField({ hostile: 'XB' })
}, 60_000)
afterAll(() => field.close())

const MINISTRY = 'XB-mfa-1'
const ministry = [{ keyid: MINISTRY }]
const honest = ['XA', 'XC', 'CO'] as const

/** The act is on record at Alder and counts for nothing there, for this reason. */
async function isVoid(id: string, code: string, kind: AlarmKind) {
  const { XA: alder } = field.people
  const seen = await sees(field, alder, id)
  expect(seen.void?.code).toBe(code)
  const { state } = await alder.view(field.case)
  expect(state.void).toContainEqual(expect.objectContaining({ party: 'XB', act: id, code }))
  expect(state.evidence).not.toContain(id)
  await alarmed(alder, { kind, code, party: 'XB', evidence: { act: id } })
}

describe('row 2: a node’s operator forges an act of its ministry', () => {
  test.each([
    ['under the name of its key, with the key of the log', MINISTRY, 'act.signature'],
    ['under the name of the key that did sign', 'XB-log-1', 'act.unsigned'],
  ])('%s: every reader finds it void', async (_how, keyid, code) => {
    const { attacker } = field
    const forged = await attacker.does('seals', evidence(`forged ${keyid}`), [
      { keyid, key: 'log' },
    ])
    const answers = await attacker.does('logs', [forged.entry])
    // Witnesses see trees and no acts: they cosign what only grew.
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await isVoid(forged.id, code, 'forged-act')
    await agree(field, honest)
  })
})

describe('row 3: a node’s operator reorders and replays acts of its authority', () => {
  const text = {
    lang: 'en',
    title: 'A text',
    clauses: [{ id: '1', text: 'Modems are signed for.' }],
  }

  test('what stands in another order, or twice, is void; what was said first stands', async () => {
    const { attacker, people } = field
    const step = { id: 'situation', kind: 'situation' } as const
    const { id: on } = await people.CO.file(field.case, 'propose', { step, text } as never)
    const voices = { kind: 'comply', on, union: 'complies' }
    const said = await attacker.does('seals', { ...voices, national: 'complies' }, ministry)
    const later = { ...voices, national: 'objects', prev: said.id }
    const objects = await attacker.does('seals', later, ministry)
    await attacker.does('logs', [objects.entry, said.entry, said.entry])
    await sees(field, people.XA, said.id)
    const { acts, state } = await people.XA.view(field.case)
    const birch = acts
      .filter(({ party, act, id }) => party === 'XB' && (act?.kind === 'comply' || id === said.id))
      .toSorted((a, b) => a.index - b.index)
    expect(birch.map(({ id, void: reason }) => [id, reason?.code])).toEqual([
      [objects.id, 'act.stale-prev'],
      [said.id, undefined],
      [said.id, 'act.twice'],
    ])
    for (const [id, code] of [
      [objects.id, 'act.stale-prev'],
      [said.id, 'act.twice'],
    ] as const)
      await alarmed(people.XA, { kind: 'repeated-act', code, party: 'XB', evidence: { act: id } })
    const version = state.steps[0]?.versions.find(({ id }) => id === on)
    expect(version?.voices).toMatchObject({ XB: { union: 'complies', national: 'complies' } })
    await agree(field, honest)
  })
})

describe('rows 5 to 7: a member that shows other histories', () => {
  let kept: readonly Uint8Array[]
  let other: readonly Uint8Array[]
  /** Entries as Alder holds them, and as many of which the last is another. */
  beforeAll(async () => {
    const { attacker, people } = field
    const first = await attacker.does('seals', evidence('what Birch said'), ministry)
    await attacker.does('logs', [first.entry])
    await sees(field, people.XA, first.id)
    kept = await attacker.does('history')
    const rewritten = await attacker.does('seals', evidence('what Birch would have said'), ministry)
    other = [...kept.slice(0, -1), rewritten.entry]
  })

  test('row 6: a member takes back what it said: no witness cosigns it, and the proof is shown', async () => {
    const { attacker, people } = field
    const digest = await agree(field, honest)
    const statuses = async (entries: readonly Uint8Array[], old: number) => {
      const { answers } = await attacker.does('asksToCosign', entries, old)
      return answers.map(({ status }) => status)
    }
    const [smaller, size] = [kept.slice(0, -1), kept.length]
    expect(await statuses(smaller, smaller.length)).toEqual([409, 409, 409])
    expect(await statuses(smaller, size)).toEqual([400, 400, 400])
    expect(await statuses(other, size)).toEqual([409, 409, 409])
    expect(await statuses([...other, other[0]!], size)).toEqual([422, 422, 422])
    const note = await attacker.does('cosignsWith', other, [])
    await attacker.does('shows', '*', other, note)
    const alarm = await alarmed(people.XA, { kind: 'two-histories', party: 'XB' })
    expect(alarm).toMatchObject({ severity: 'critical', code: 'strand.fork' })
    expect(alarm.evidence).toMatchObject({ there: note, size: String(size) })
    expect(await agree(field, honest)).toBe(digest)
  })

  test('row 7: as many witnesses as may lie cosign another history at any time: it counts nowhere', async () => {
    const { attacker, people } = field
    const digest = await agree(field, honest)
    const longer = [...other, kept[0]!]
    const time = 2 ** 40
    const liar = [{ directory: field.directoryOf('XB'), time }]
    const note = await attacker.does('cosignsWith', longer, liar)
    await attacker.does('shows', 'XC', longer, note)
    await looks(field, 'XC', { end: `${field.case.slice(7)}/XB/checkpoint` })
    await alarmed(people.XC, { kind: 'two-histories', party: 'XB' })
    expect((await people.XC.view(field.case)).digest).toBe(digest)
    // The same tree as Cedar holds, with another end: below the quorum too it is a proof.
    const same = await attacker.does('cosignsWith', other, liar)
    await attacker.does('shows', 'XC', other, same)
    await alarmed(people.XC, { kind: 'two-histories', party: 'XB' })
    expect((await people.XC.view(field.case)).digest).toBe(digest)
  })

  test('row 5: a member shows one history to some and another to others: anyone accuses it, and its strand is frozen', async () => {
    const { attacker, people } = field
    await attacker.does('shows', 'CO', other, await attacker.does('cosignsWith', other, []))
    await alarmed(people.CO, { kind: 'two-histories', party: 'XB' })
    const { payload } = await people.CO.post<{ payload: string }>(
      `/api/v1/cases/${field.case}/accusations`,
      { of: 'XB' },
    )
    const accused = await people.CO.post<{ id: string }>(`/api/v1/cases/${field.case}/acts`, {
      payload,
    })
    for (const one of honest) {
      const { state } = await settles(
        field,
        people[one],
        'the strand to be frozen',
        (view) => (view.state.forked ?? []).length > 0,
      )
      expect(state.forked).toMatchObject([{ party: 'XB', by: accused.id }])
      await alarmed(people[one], { kind: 'accused', party: 'XB', evidence: { act: accused.id } })
    }
    await agree(field, honest)
    // Nobody is accused who showed one history.
    const falsely = (of: Name) =>
      outcomeOf(people.CO.post(`/api/v1/cases/${field.case}/accusations`, { of }))
    expect(await falsely('XC')).toBe('accuse.unproved')
  })
})
