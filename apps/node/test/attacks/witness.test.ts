import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RemindersView } from '../../src/api.ts'
import { logIn, until } from '../../src/demo/person.ts'
import { versionOf } from '../../src/demo/play.ts'
import { outcomeOf } from '../people.ts'
import {
  agree,
  alarmed,
  openField,
  says,
  sees,
  settles,
  startAttacker,
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
    // Alder’s strand stands where the liar dated it, and nobody is asked to wait for that year.
    const { id: certificate } = await until('the chair to certify it', () =>
      people.CO.declare(field.case, on, 'adopted').catch((error: Error) => {
        if (/closing.unreached|certificate.untrue/.test(error.message)) return undefined
        throw error
      }),
    )
    await settles(field, people.XA, 'it to be adopted', (view) =>
      Boolean(versionOf(view, on)?.adopted.includes(certificate)),
    )
  })
})

/** Debian's libfaketime: whatever a process asks of the system's clock is told an hour more. */
const faketime = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`)
  .find((file) => existsSync(file))

describe('row 20: a node whose own clock somebody moved', () => {
  test.skipIf(!faketime)(
    faketime
      ? 'an hour ahead ends no silence early: it is refused, and both sides are told'
      : 'an hour ahead, LEFT OUT: libfaketime is not installed',
    { timeout: 60_000 },
    async () => {
      const { attacker, people } = field
      await attacker.does('witnessesAt', now())
      const step = { id: 'term-1', kind: 'term' } as const
      const text = { lang: 'en', title: 'A text', clauses: [{ id: '1', text: 'So.' }] }
      const expiry = now() + 1_800
      const { id: on } = await people.CO.file(field.case, 'propose', { step, text, expiry })
      const voice = { on, union: 'complies', national: 'complies' } as const
      for (const party of ['XA', 'XC'] as const) {
        await sees(field, people[party], on)
        await people[party].file(field.case, 'comply', voice)
      }
      const birch = await attacker.does('seals', { kind: 'comply', ...voice }, ministry)
      await attacker.does('logs', [birch.entry])
      for (const party of honest) await sees(field, people[party], birch.id)
      await agree(field, honest)
      await field.halt('XC')
      const moved = await startAttacker({
        LD_PRELOAD: faketime!,
        FAKETIME: '+1h',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      })
      try {
        const link = await moved.does('runs', field.directoryOf('XC'), {})
        const cedar = await logIn(link)
        field.meet(['XA', 'CO'], 'XC', new URL(link).origin)
        // By its own clock the silence has been over for half an hour.
        const { reminders } = await cedar.ask<RemindersView>('/api/v1/reminders')
        expect(reminders.find(({ of }) => of === on)).toMatchObject({ what: 'certificate' })
        const declared = outcomeOf(cedar.declare(field.case, on, 'adopted'))
        await alarmed(cedar, { kind: 'witness-clock', party: 'XA' })
        // Nothing that it asks for is true at that hour: it reads nothing more, and cosigns nothing that it has not read.
        const named = field.charter.parties.find(({ id }) => id === 'XC')!.origin
        await alarmed(people.XA, { kind: 'refused-request', evidence: { why: 'not-true', named } })
        // Of the quorum only its own witness has that hour.
        expect(await declared).toBe('closing.unreached')
        expect(versionOf(await people.XA.view(field.case), on)?.adopted).toEqual([])
      } finally {
        await moved.stop()
      }
      await field.start('XC')
      await attacker.does('learns', 'XC', field.urlOf('XC'))
      await agree(field, honest)
    },
  )
})
