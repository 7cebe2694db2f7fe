import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDisclosure, type PartyId } from '@entente/accord'
import type { AlarmsView, SealedView } from '../../src/api.ts'
import { until } from '../../src/demo/person.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { formsOf } from '../wire.ts'
import { alarmed, openField, says, sees, settles, type Field } from './field.ts'

/** Four honest nodes, and a process on the wire between Alder's and Birch's, which watches and passes everything on. */
let field: Field
beforeAll(async () => {
  field = await openField({ between: ['XA', 'XB'] })
}, 60_000)
afterAll(() => field.close())

const WORDS = 'ATTACK-CANARY-93c1: an intercept of the ministry says so'

describe('rows 15, 22 and 23: what is sealed for Alder', () => {
  const path = () => `/api/v1/cases/${field.case}/disclosures`
  const made = (value: string) =>
    makeDisclosure({ name: 'says', value, salt: randomBytes(16) }, crypto.sha256)
  const partAt = async (party: 'XA' | 'XB' | 'XC', digest: string) => {
    const { sealed } = await field.people[party].ask<SealedView>(path())
    return sealed.find((part) => part.digest === digest)
  }
  /** Birch seals these words for Alder, whose node fetches them through whoever stands on the wire. */
  const sealed = async (value: string) => {
    const { disclosure, digest } = made(value)
    await field.people.XB.post(path(), { disclosures: [disclosure] })
    const to = ['XA' as PartyId]
    await field.people.XB.file(field.case, 'note', { sealed: [{ name: 'says', digest, to }] })
    await until('Alder to have the words', async () =>
      (await partAt('XA', digest))?.delivery === 'delivered' ? true : undefined,
    )
    return { disclosure, digest }
  }
  let long: Awaited<ReturnType<typeof sealed>>
  let short: Awaited<ReturnType<typeof sealed>>
  beforeAll(async () => {
    await field.attacker.does('takesTo', 'passes')
    long = await sealed(WORDS)
    short = await sealed('No.')
  })
  const holds = (bytes: Uint8Array) =>
    [...formsOf(WORDS), Buffer.from(long.disclosure)].some((form) =>
      Buffer.from(bytes).includes(form),
    )
  const onTheWire = async ({ digest }: { digest: string }) =>
    (await field.attacker.does('heard')).find(
      (one) => one.path.includes(`/sealed/${digest}/`) && one.status === 200,
    )!

  test('row 15: a reader without need to know asks every node for everything, and has no byte of it', async () => {
    const { attacker, urlOf, charter } = field
    const id = field.case
    const urls = Object.fromEntries((['XA', 'XB', 'CO'] as const).map((one) => [one, urlOf(one)]))
    await until('Cedar to have the act', async () => (await partAt('XC', short.digest)) && true)
    const { asked, bytes } = await attacker.does('asksForAll', {
      party: 'XC',
      directory: field.directoryOf('XC'),
      charter: field.charterBytes,
      urls,
      paths: field.pathsOf('XA'),
      places: {
        case: [id.slice(7)],
        id: [id],
        act: (await field.people.XB.view(id)).acts.map((one) => one.id),
        party: charter.parties.map(({ id: one }) => one),
        rest: ['entries/000.p/1', 'entries/000.p/2', 'entries/000.p/8', '0/000.p/2'],
        sha256: ['3f'.repeat(32)],
        digest: [long.digest, short.digest],
        opened: [id.slice(7)],
        what: ['charter', 'opening'],
        hash: ['0'.repeat(64)],
        hex: [id.slice(7)],
        file: [`${id.slice(7)}.json`],
        step: ['situation'],
        token: ['x'],
      },
      link: await field.linkOf('XC'),
    })
    expect(asked).toBeGreaterThan(200)
    // It was asked for, and the acts came: the digest is there, and its words are not.
    expect(Buffer.from(bytes).includes(long.digest)).toBe(true)
    expect(holds(bytes)).toBe(false)
    expect(await partAt('XC', long.digest)).toMatchObject({ delivery: 'not-for-us' })
    expect(await partAt('XB', long.digest)).toMatchObject({ readers: ['XA'] })
    // The search would find it where it is for the reader.
    expect(holds(Buffer.from(JSON.stringify(await partAt('XA', long.digest))))).toBe(true)
    await alarmed(field.people.XA, { kind: 'refused-request', evidence: { why: 'unsigned' } })
    // Cedar asked in its own name, as every party's node does from time to time for words that it may be handed later:
    // it is answered as if there were none, and nobody is accused of anything.
    const inItsName = { party: 'XC', directory: field.directoryOf('XC'), to: 'XB' } as const
    const answers = await Promise.all(
      [long.digest, 'A'.repeat(43)].map((digest) =>
        attacker.does('asksForSealed', {
          ...inItsName,
          url: urlOf('XB'),
          charter: field.charterBytes,
          digest,
        }),
      ),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toMatchObject({
      status: 404,
      text: expect.stringContaining('disclosure.not-here'),
    })
    const { alarms } = await field.people.XB.ask<AlarmsView>('/api/v1/alarms')
    expect(alarms.filter(({ party }) => party === 'XC')).toEqual([])
  })

  test('row 22: what is recorded on the way today is closed with a key that a quantum computer does not open', async () => {
    const all = await field.attacker.does('bytes')
    expect(all.some(holds)).toBe(false)
    const files = all
      .map((one) => Buffer.from(one).toString('latin1'))
      .filter((one) => one.startsWith('age-encryption.org/v1'))
    expect(files.length).toBeGreaterThan(1)
    for (const file of files) {
      const stanzas = file.slice(0, file.indexOf('\n---')).match(/^-> \S+/gm)
      expect(stanzas).toEqual(['-> mlkem768x25519'])
    }
  })

  test('row 23: who seals or reads words is told what a watcher of the lines still sees', async () => {
    for (const party of ['XA', 'XB'] as const) {
      const { watched } = await field.people[party].ask<SealedView>(path())
      expect(watched.en).toContain(
        'sees which nodes send one another something, when, and how many',
      )
      expect(watched.es).toContain('ve qué nodos se envían algo, cuándo y cuántos')
    }
  })

  test('row 23: Alder is told that its line to Birch is not encrypted, for whoever watches it reads what is not sealed', async () => {
    const title = 'WATCHED-CANARY-57d2'
    const { id } = await says(field, 'XB', title)
    await sees(field, field.people.XA, id)
    const read = await field.attacker.does('bytes')
    expect(read.some((one) => formsOf(title).some((form) => Buffer.from(one).includes(form)))).toBe(
      true,
    )
    const alarm = await alarmed(field.people.XA, {
      kind: 'open-line',
      code: 'line.plain',
      party: 'XB',
    })
    expect(alarm).toMatchObject({
      severity: 'serious',
      says: {
        en: expect.stringContaining('whoever watches the line reads it'),
        es: expect.stringContaining('quien vigile la línea lo lee'),
      },
    })
    expect(alarm).not.toHaveProperty('ended')
    // Its other lines do not leave the machine.
    const { alarms } = await field.people.XA.ask<AlarmsView>('/api/v1/alarms')
    expect(alarms.filter(({ kind }) => kind === 'open-line')).toHaveLength(1)
  })

  // That requests keep their rhythm where no feed tells of anything is proved by a simulated clock: simulation/watched.test.ts.
  test('row 23: the length of what is sealed tells nothing', async () => {
    expect((await onTheWire(long)).bytes).toBe((await onTheWire(short)).bytes)
  })

  test('row 23: with the feed a watcher sees at once that Birch said something, and not how much it sealed', async () => {
    const { attacker, people } = field
    await attacker.does('takesFeed', 'passes')
    const hints = async () => attacker.does('pushed')
    const before = (await hints()).length
    await until('the feed to be open', async () =>
      (await hints()).length > before ? true : undefined,
    )
    /** All that passes in two seconds in which this is done: hints, and how much is asked because of them. */
    const seen = async (work: () => Promise<unknown>) => {
      await pause(1_000)
      const began = [(await hints()).length, (await attacker.does('heard')).length] as const
      await Promise.all([work(), pause(2_000)])
      return {
        hints: (await hints()).slice(began[0]).map(({ bytes }) => bytes),
        asked: (await attacker.does('heard')).length - began[1],
      }
    }
    // Twice, as what was held long is read again now and then.
    const quiet = [await seen(async () => {}), await seen(async () => {})]
    expect(quiet.flatMap((one) => one.hints)).toEqual([])
    // This is not hidden, and people are told so where they seal and read words (above).
    const busy = await seen(() => says(field, 'XB', 'said while somebody listens to the feed'))
    expect(busy.hints.length).toBeGreaterThan(0)
    expect(busy.asked).toBeGreaterThan(Math.min(...quiet.map((one) => one.asked)))
    const few = await seen(() => sealed('No.'))
    const many = await seen(() => sealed(WORDS))
    expect(few.hints).toEqual(many.hints)
    await attacker.does('takesFeed', 'cut')
    await settles(field, people.XA, 'Alder to have it all', ({ digest }) => digest !== '')
  })
})
