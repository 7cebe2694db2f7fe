import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '@entente/accord'
import type { CalendarMade, RemindersView, ReservationsView } from '../src/api.ts'
import { logIn as openSession } from '../src/cli/session.ts'
import { freePort } from '../src/demo/constellation.ts'
import { logIn, until, type PersonClient } from '../src/demo/person.ts'
import { situation } from '../src/demo/texts.ts'
import { found } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'
import { serve, type Serving } from '../src/serve.ts'
import { withFirstCase } from './first-case.ts'
import { outcomeOf } from './people.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const data = mkdtempSync(join(tmpdir(), 'entente-reminders-'))
const directoryOf = (party: string) => join(data, party)
const founded = found(withFirstCase, directoryOf, new Date('2026-11-24T12:00:00Z'))
const urls: Record<string, string> = {}
const nodes: Record<string, Serving> = {}
const start = async (party: string) => {
  const port = Number(new URL(urls[party]!).port)
  nodes[party] = await serve({ data: directoryOf(party), port, peers: urls })
}
const enter = async (party: string) => logIn((await nodes[party]!.links())[0]!.url)
const remindersOf = async (person: PersonClient) =>
  (await person.ask<RemindersView>('/api/v1/reminders')).reminders

/** 1 December 2026, 09:30 UTC. */
const EXPECTED_AT = 1_796_117_400
let alder: PersonClient

beforeAll(async () => {
  for (const party of ['XA', 'XB', 'CO']) {
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
    urls[party] = `http://127.0.0.1:${await freePort(0)}`
  }
  await Promise.all(Object.keys(urls).map(start))
  const chair = await enter('CO')
  const { id } = await chair.file(founded.case, 'propose', {
    step: { id: 'situation', kind: 'situation' },
    text: situation,
  })
  alder = await enter('XA')
  await until('the text at Alder', async () =>
    (await alder.view(founded.case)).state.steps.length > 0 ? true : undefined,
  )
  await alder.file(founded.case, 'comply', {
    on: id,
    union: 'awaits-instructions',
    national: 'awaits-instructions',
    expectedAt: EXPECTED_AT,
  })
  await until('a reminder', async () => (await remindersOf(alder))[0])
})

afterAll(async () => {
  await Promise.all(Object.values(nodes).map((node) => node[Symbol.asyncDispose]()))
  rmSync(data, { recursive: true, force: true })
})

const eventsAt = async (url: string) => {
  const answer = await fetch(url)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const text = await answer.text()
  for (const kept of [situation.title, withFirstCase.title, founded.case, 'Alder'])
    expect(text.replaceAll('\r\n ', '')).not.toContain(kept)
  return new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event))
}

/** Runs `entente` with these words as Alder's person; gives what it says. */
async function entente(...words: string[]): Promise<string> {
  const session = join(data, 'session.json')
  await openSession((await nodes['XA']!.links())[0]!.url, session)
  const flags = ['--conditions=entente-source', '--disable-warning=ExperimentalWarning', MAIN]
  const all = [...flags, ...words, '--session', session]
  return (await promisify(execFile)(process.execPath, all)).stdout
}

describe('a date on which a nation expects its instructions', () => {
  test('is due of that nation, with what it lies in, and of nobody else', async () => {
    expect(await remindersOf(alder)).toMatchObject([
      {
        what: 'instructions',
        at: '2026-12-01T09:30:00Z',
        title: situation.title,
        case: founded.case,
        isRead: false,
      },
    ])
    expect(await remindersOf(await enter('XB'))).toEqual([])
  })

  test('is told at the command line, in the language that is asked for, and as JSON', async () => {
    const told = await entente('reminders', '--lang', 'es')
    expect(told).toContain('2026-12-01T09:30:00Z')
    expect(told).toContain(`Decir lo que instruye su capital: ${situation.title}`)
    const view = JSON.parse(await entente('reminders', '--json')) as RemindersView
    expect(view.reminders).toMatchObject([{ what: 'instructions' }])
    const url = (await entente('reminders', '--calendar')).trim()
    expect(await eventsAt(url)).toHaveLength(1)
  })

  test('is in a calendar without logging in, and says nothing of the case', async () => {
    const { path } = await alder.post<CalendarMade>('/api/v1/reminders/calendar', {})
    const [event] = await eventsAt(`${alder.url}${path}`)
    expect(event!.startDate.toJSDate().toISOString()).toBe('2026-12-01T09:30:00.000Z')
    expect(event!.summary).toBe('EXERCISE Say what your capital instructs')
    const [spanish] = await eventsAt(`${alder.url}${path}?lang=es`)
    expect(spanish!.summary).toBe('EJERCICIO Decir lo que instruye su capital')
    expect(spanish!.uid).toBe(event!.uid)
  })

  test('is in a calendar at no other address, nor at one that was shut or made another', async () => {
    const make = async () => (await alder.post<CalendarMade>('/api/v1/reminders/calendar', {})).path
    const statusOf = async (path: string) => (await fetch(`${alder.url}${path}`)).status
    const [first, second] = [await make(), await make()]
    expect(await statusOf(first)).toBe(404)
    expect(await statusOf(second)).toBe(200)
    expect(await statusOf(`/calendar/${'A'.repeat(43)}.ics`)).toBe(404)
    const shut = await alder.ask<RemindersView>('/api/v1/reminders/calendar', { method: 'DELETE' })
    expect(shut.hasCalendar).toBe(false)
    expect(await statusOf(second)).toBe(404)
  })

  test('stays read by who read it, after a restart as well, and nothing else can be', async () => {
    const [one] = await remindersOf(alder)
    const read = (id: string) => alder.ask(`/api/v1/reminders/${id}/read`, { method: 'PUT' })
    await read(one!.id)
    await expect(read('0'.repeat(64))).rejects.toThrow('reminder.unknown')
    await nodes['XA']![Symbol.asyncDispose]()
    await start('XA')
    alder = await enter('XA')
    expect(await remindersOf(alder)).toMatchObject([{ id: one!.id, isRead: true }])
  })

  test('is due no more once the instructions are said', async () => {
    const view = await alder.view(founded.case)
    const on = view.state.steps[0]!.versions[0]!.id
    await alder.file(founded.case, 'comply', { on, union: 'complies', national: 'complies' })
    await until('no reminder', async () =>
      (await remindersOf(alder)).length === 0 ? true : undefined,
    )
    expect(await remindersOf(alder)).toEqual([])
  })
})

describe('the state of a case', () => {
  test('is sent once to who asks again and again, until it is another', async () => {
    const entered = await fetch(await alder.link(), { redirect: 'manual' })
    const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
    const path = `${urls['XA']}/api/v1/cases/${founded.case}/state`
    const unless = async (etag?: string, headers: Record<string, string> = { cookie }) => {
      const named = etag === undefined ? {} : { 'if-none-match': etag }
      const answer = await fetch(path, { headers: { ...headers, ...named } })
      return { status: answer.status, etag: answer.headers.get('etag'), body: await answer.text() }
    }
    const first = await unless()
    const { digest, state } = JSON.parse(first.body) as { digest: string; state: object }
    expect(digest).toBe(`sha256:${createHash('sha256').update(canonical(state)).digest('hex')}`)
    const etag = `"${digest}"`
    expect(first).toMatchObject({ status: 200, etag })
    for (const named of [etag, `W/${etag}`, `"another", ${etag}`, '*'])
      expect(await unless(named)).toEqual({ status: 304, etag, body: '' })
    for (const named of ['"another"', digest, ''])
      expect(await unless(named)).toEqual({ ...first, status: 200 })
    // Whoever may not read it is not told either that it has it.
    expect(await unless(etag, {})).toMatchObject({ status: 401, etag: null })

    const on = (await alder.view(founded.case)).state.steps[0]!.versions[0]!.id
    await alder.file(founded.case, 'comply', { on, union: 'complies', national: 'complies' })
    const after = await until('another state', async () => {
      const now = await unless(etag)
      return now.status === 200 ? now : undefined
    })
    expect(after.etag).not.toBe(etag)
    expect(after.body).not.toBe(first.body)
  })
})

describe('the register of a nation’s own reservations', () => {
  const text = 'Alder does not attribute before its own forensics are done.'
  const registerOf = async (person: PersonClient) =>
    (await person.ask<ReservationsView>('/api/v1/reservations')).reservations

  test('tells what was reserved, where, and what became of it', async () => {
    const on = (await alder.view(founded.case)).state.steps[0]!.versions[0]!.id
    const clause = situation.clauses[0]!.id
    const reserve = (of: string) =>
      alder.file(founded.case, 'comply', {
        on,
        union: 'complies-with-reservation',
        national: 'complies',
        reservations: [{ axis: 'union', clause: of as typeof clause, text }],
      })
    expect(await outcomeOf(reserve('99'))).toBe('reservation.clause')
    await reserve(clause)
    await until('a reservation', async () => (await registerOf(alder))[0])
    const row = { version: on, number: 1, axis: 'union', clause, text, title: situation.title }
    expect(await registerOf(alder)).toMatchObject([
      { ...row, caseTitle: withFirstCase.title, state: 'holds', effect: 'excepts' },
    ])
    expect(await registerOf(await enter('XB'))).toEqual([])
    await alder.file(founded.case, 'comply', { on, union: 'complies', national: 'complies' })
    await until('what replaces it', async () =>
      (await registerOf(alder))[0]?.state === 'replaced' ? true : undefined,
    )
  })

  test('is told at the command line, in both languages and as JSON', async () => {
    const told = await entente('reservations')
    expect(told).toContain('clause 1, Union voice: replaced by a later voice')
    expect(told).toContain(text)
    expect(await entente('reservations', '--lang', 'es')).toContain('sustituida por una voz')
    const view = JSON.parse(await entente('reservations', '--json')) as ReservationsView
    expect(view.reservations).toEqual(await registerOf(alder))
  })
})
