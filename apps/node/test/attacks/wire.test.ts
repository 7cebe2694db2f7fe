import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDisclosure, type PartyId } from '@entente/accord'
import type { AlarmsView, SealedView } from '../../src/api.ts'
import { until } from '../../src/demo/person.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { formsOf } from '../wire.ts'
import { alarmed, openField, says, sees, settles, type Field } from './field.ts'

/** Four honest nodes, and a process on the wire between Alder's and Birch's. */
let field: Field
beforeAll(async () => {
  field = await openField({ between: ['XA', 'XB'] })
}, 60_000)
afterAll(() => field.close())

describe('row 1: an outsider on the wire', () => {
  /** Alder and Cedar hold the same case, whoever stands between Alder and Birch. */
  const agree = async () => {
    const { digest } = await field.people.XC.view(field.case)
    await settles(field, field.people.XA, 'Alder to agree with Cedar', (view) => {
      return view.digest === digest
    })
  }

  test('drops everything: Alder sees that Birch is away, and reads it from those who mirror it', async () => {
    const { attacker, people } = field
    await attacker.does('takesTo', 'drops')
    const { id } = await says(field, 'XB', 'dropped')
    await sees(field, people.XA, id)
    await settles(field, people.XA, 'Birch to be away', ({ peers }) =>
      peers.some(({ party, status }) => party === 'XB' && status === 'unreachable'),
    )
    const alarm = await alarmed(people.XA, { kind: 'silent-peer', party: 'XB' })
    expect(alarm).toMatchObject({ code: 'peer.silent', severity: 'notice' })
    expect(alarm).not.toHaveProperty('ended')
    await agree()
  })

  test('alters what it passes on: nothing of it is admitted, and Alder is told what came', async () => {
    const { attacker, people } = field
    await attacker.does('takesTo', 'alters')
    const acts = []
    for (let at = 0; at < 4; at++) acts.push(await says(field, 'XB', `altered ${at}`))
    const alarm = await alarmed(people.XA, { kind: 'unproved-bytes', code: 'strand.checkpoint' })
    expect(alarm).toMatchObject({ severity: 'serious', party: 'XB', caseId: expect.any(String) })
    expect(alarm.evidence['got']).toContain('entente.example')
    for (const { id } of acts) await sees(field, people.XC, id)
    // Cedar's copy is as good as Birch's own: Alder has every act, and as it was signed.
    for (const { id } of acts) await sees(field, people.XA, id)
    await agree()
    const { state } = await people.XA.view(field.case)
    expect(state.void).toEqual([])
  })

  test('replays what was true once: nothing goes back, and Alder is told that others have more', async () => {
    const { attacker, people } = field
    await attacker.does('takesTo', 'passes')
    const { digest } = await people.XC.view(field.case)
    await settles(field, people.XA, 'Birch to be back', ({ peers, digest: own }) => {
      const birch = peers.find(({ party }) => party === 'XB')
      return birch?.status === 'reachable' && birch.sameState === true && own === digest
    })
    const { ended } = await alarmed(people.XA, { kind: 'silent-peer', party: 'XB' })
    expect(Date.parse(ended!)).toBeLessThanOrEqual(Date.now())
    const before = (await people.XA.view(field.case)).state.cut
    await attacker.does('takesTo', 'replays')
    const { id } = await says(field, 'XB', 'replayed')
    await sees(field, people.XC, id)
    // Whatever Cedar says makes Alder look at what else Cedar has.
    await says(field, 'XC', 'seen')
    await sees(field, people.XA, id)
    await alarmed(people.XA, { kind: 'rolled-back', party: 'XB' })
    await agree()
    const { cut } = (await people.XA.view(field.case)).state
    expect(cut['XB' as never]).not.toEqual(before['XB' as never])
  })

  test('passes a signed question on to another node: it is not answered there', async () => {
    const { attacker, urlOf } = field
    const path = `/log/${field.case.slice(7)}/state`
    expect(await attacker.does('passesOn', path, urlOf('XC'))).toBe(401)
    expect(await attacker.does('passesOn', path, urlOf('XB'))).toBe(200)
    await alarmed(field.people.XC, { kind: 'refused-request', evidence: { why: 'not-true' } })
  })
})

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

  test('row 23: the length of what is sealed tells nothing, and Alder asks in the same rhythm whether or not something is said', async () => {
    const { attacker } = field
    expect((await onTheWire(long)).bytes).toBe((await onTheWire(short)).bytes)
    const state = `/log/${field.case.slice(7)}/state`
    const gaps = async (work: () => Promise<unknown>) => {
      const began = (await attacker.does('heard')).length
      await Promise.all([work(), pause(3_000)])
      const times = (await attacker.does('heard'))
        .slice(began)
        .flatMap(({ path: asked, at }) => (asked === state ? [at] : []))
      const between = times.slice(1).map((at, index) => at - times[index]!)
      return between.toSorted((a, b) => a - b)[Math.floor(between.length / 2)]!
    }
    const quiet = await gaps(async () => {})
    const busy = await gaps(() => says(field, 'XB', 'said while somebody listens'))
    for (const gap of [quiet, busy]) {
      expect(gap).toBeGreaterThan(350)
      expect(gap).toBeLessThan(1_500)
    }
  })
})
