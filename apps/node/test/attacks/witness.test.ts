import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../../src/demo/person.ts'
import { versionOf } from '../../src/demo/play.ts'
import {
  agree,
  alarmed,
  evidence,
  looks,
  openField,
  says,
  sees,
  settles,
  type Field,
} from './field.ts'

/** Three honest nodes, and a process that has Birch’s keys and the witness keys of whoever is with it. */
let field: Field
const honest = ['XA', 'XC', 'CO'] as const
const ministry = [{ keyid: 'XB-mfa-1' }]
const now = () => Math.floor(Date.now() / 1000)

beforeAll(async () => {
  field = await openField({ hostile: 'XB' })
}, 60_000)
afterAll(() => field.close())

describe('row 20: a witness whose clock is wrong', () => {
  test.each([
    ['in the year 36812', 2 ** 40],
    ['in 1970', 0],
  ])('%s moves nothing that is decided, and who asked it is told', async (_when, time) => {
    const { attacker, people } = field
    await attacker.does('witnessesAt', time)
    const step = { id: `situation-${time}`, kind: 'situation' } as const
    const text = { lang: 'en', title: 'A text', clauses: [{ id: '1', text: 'So.' }] }
    const { id: on, final } = await people.CO.file(field.case, 'propose', { step, text })
    expect(final).toBe(true)
    await alarmed(people.CO, { kind: 'witness-clock', party: 'XB' })
    for (const party of ['XA', 'XC'] as const) {
      await sees(field, people[party], on)
      await people[party].file(field.case, 'comply', {
        on,
        union: 'complies',
        national: 'complies',
      })
    }
    const voice = { kind: 'comply', on, union: 'complies', national: 'complies' }
    const birch = await attacker.does('seals', voice, ministry)
    await attacker.does('logs', [birch.entry])
    await sees(field, people.CO, birch.id)
    // The honest quorum dates it: a liar’s time is one of four, and never the one that counts.
    const before = now()
    const { id } = await until('the chair to certify it', () =>
      people.CO.declare(field.case, on, 'adopted').catch((error: Error) => {
        if (/closing.unreached|certificate.untrue/.test(error.message)) return undefined
        throw error
      }),
    )
    await sees(field, people.XA, id)
    await settles(field, people.XA, 'it to be adopted', (view) =>
      Boolean(versionOf(view, on)?.adopted.includes(id)),
    )
    expect(now() - before).toBeLessThan(20)
    await attacker.does('witnessesAt', undefined)
  })

  test('that is fast while another is away poisons no tree: a certificate is made once that one is back', async () => {
    const { attacker, people } = field
    await field.halt('CO')
    await attacker.does('witnessesAt', 2 ** 40)
    const { id, final } = await says(field, 'XA', 'with a liar in the quorum')
    expect(final).toBe(true)
    await attacker.does('witnessesAt', undefined)
    await field.start('CO')
    await attacker.does('learns', 'CO', field.urlOf('CO'))
    await sees(field, people.CO, id)
    const step = { id: 'situation-after', kind: 'situation' } as const
    const text = { lang: 'en', title: 'A text', clauses: [{ id: '1', text: 'So.' }] }
    const { id: on } = await until('the chair to speak', () =>
      people.CO.file(field.case, 'propose', { step, text }).catch(() => undefined),
    )
    {
      const party = 'XC'
      await sees(field, people[party], on)
      await people[party].file(field.case, 'comply', {
        on,
        union: 'complies',
        national: 'complies',
      })
    }
    // Alder’s strand stands where the liar dated it, and nobody is asked to wait for that year.
    const asked = { on, result: 'adopted' }
    const answer = await people.CO.post(`/api/v1/cases/${field.case}/certificates`, asked).then(
      () => 'drafted',
      (error: Error) => /"code":"([^"]+)"/.exec(error.message)?.[1],
    )
    expect(answer).toBe('certificate.untrue')
  })
})

describe('row 8: more witnesses than may lie are with a member', () => {
  test('each of two nodes admits another history; the first time that they compare, it is proved', async () => {
    const { attacker, people, directoryOf } = field
    await agree(field, honest)
    const kept = await attacker.does('history')
    const [first, second] = await Promise.all(
      ['for Alder', 'for the chair'].map((title) =>
        attacker.does('seals', evidence(title), ministry),
      ),
    )
    // The keys of two witnesses of four: with one honest node for each history that is a quorum twice.
    const liars = [directoryOf('XB'), directoryOf('XC')]
    const forAlder = [...kept, first!.entry]
    const forChair = [...kept, second!.entry]
    for (const [to, entries] of [
      ['XA', forAlder],
      ['CO', forChair],
    ] as const) {
      const time = now()
      const colluding = liars.map((directory) => ({ directory, time }))
      const { note } = await attacker.does('asksToCosign', entries, kept.length, [to])
      const lines = (await attacker.does('cosignsWith', entries, colluding)).split('\n\n').at(-1)!
      const [, ...cosignatures] = lines.split('\n')
      await attacker.does('shows', to, entries, `${note}${cosignatures.join('\n')}`)
    }
    const isAdmitted = async (party: 'XA' | 'CO', id: string) =>
      until(`${party} to admit it`, async () =>
        (await people[party].view(field.case)).acts.some((act) => act.id === id) ? true : undefined,
      )
    await Promise.all([isAdmitted('XA', first!.id), isAdmitted('CO', second!.id)])
    for (const party of ['XA', 'CO'] as const) {
      const alarm = await alarmed(people[party], { kind: 'two-histories', party: 'XB' })
      expect(alarm.evidence).toMatchObject({ size: String(kept.length + 1) })
    }
    const { payload } = await people.XA.post<{ payload: string }>(
      `/api/v1/cases/${field.case}/accusations`,
      { of: 'XB' },
    )
    await people.XA.post(`/api/v1/cases/${field.case}/acts`, { payload })
    for (const party of honest)
      await until(`${party} to freeze the strand`, async () =>
        (await people[party].view(field.case)).state.forked ? true : undefined,
      )
    await looks(field, 'XA', { end: '/state' })
  })
})
