import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActId } from '@entente/accord'
import type { CalendarMade, DraftView, RemindersView } from '../src/api.ts'
import { readConfig, writeConfig } from '../src/config.ts'
import { freePort } from '../src/demo/constellation.ts'
import { logIn, until, type PersonClient } from '../src/demo/person.ts'
import { situation } from '../src/demo/texts.ts'
import { found } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'
import { ROLES, type Role } from '../src/parties/role.ts'
import { payloadOf } from '../src/positions/payload.ts'
import { serve, type Serving } from '../src/serve.ts'
import { withFirstCase } from './first-case.ts'
import { EXIM, openMailServer, USER } from './mail-server.ts'

const data = mkdtempSync(join(tmpdir(), 'entente-clearance-'))
const directoryOf = (party: string) => join(data, party)
const steps = { ...withFirstCase.steps, advisory: { rule: 'qualified-majority' as const } }
const chosen = { ...withFirstCase, steps, minimum: 2, blocking: 1 }
const founded = found(chosen, directoryOf, new Date('2026-11-24T12:00:00Z'))
const DAY = 86_400
/** To the second, as reminders tell it. */
const expiry = Math.floor(Date.now() / 1000) + 5 * DAY
const instantOf = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
const at = instantOf(expiry)
const voteEnds = expiry + DAY
const urls: Record<string, string> = {}
const nodes: Serving[] = []
let people: Readonly<Record<Role, PersonClient>>
let silent: ActId
let open: ActId
let vote: ActId

const remindersOf = async (person: PersonClient) =>
  (await person.ask<RemindersView>('/api/v1/reminders')).reminders
const clearancesOf = async (role: Role) =>
  (await remindersOf(people[role])).filter(({ what }) => what === 'clearance')
const payload = async (on: ActId, statement: string) => {
  const { party, view } = people.drafter
  const said = { on, union: 'complies-with-statement', national: 'complies', statement } as const
  const claimedAt = '2026-11-25T12:00:00Z'
  return payloadOf(await view(founded.case), party, { kind: 'comply', claimedAt, ...said })
}
const write = async (role: Role, on: ActId, statement = 'first') =>
  people[role].post<DraftView>('/api/v1/drafts', {
    case: founded.case,
    payload: await payload(on, statement),
  })
const does = (role: Role, { id }: DraftView, what: string, said: object) =>
  people[role].post<DraftView>(`/api/v1/drafts/${id}/${what}`, said)

beforeAll(async () => {
  for (const party of ['XA', 'XB', 'CO']) {
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
    urls[party] = `http://127.0.0.1:${await freePort(0)}`
  }
  const config = readConfig(directoryOf('XA'))
  const [first] = config.people
  writeConfig(directoryOf('XA'), {
    ...config,
    clearance: ['comply', 'receipt'],
    people: ROLES.map((role) => ({ ...first!, id: `a-${role}`, role })),
  })
  for (const party of Object.keys(urls)) {
    const port = Number(new URL(urls[party]!).port)
    nodes.push(await serve({ data: directoryOf(party), port, peers: urls }))
  }
  const chair = await logIn((await nodes[2]!.links())[0]!.url)
  const put = async (step: 'term' | 'situation' | 'advisory', more: object) =>
    (
      await chair.file(founded.case, 'propose', {
        step: { id: step, kind: step },
        text: situation,
        ...more,
      })
    ).id
  silent = await put('term', { expiry })
  open = await put('situation', {})
  vote = await put('advisory', { expiry: voteEnds })
  const links = await nodes[0]!.links()
  const entered = ROLES.map(async (role) => {
    const { url } = links.find(({ person }) => person === `a-${role}`)!
    return [role, await logIn(url)] as const
  })
  people = Object.fromEntries(await Promise.all(entered)) as Record<Role, PersonClient>
  await until('the texts at Alder', async () =>
    (await people.signatory.view(founded.case)).state.steps.length === 3 ? true : undefined,
  )
}, 60_000)

afterAll(async () => {
  await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()))
  rmSync(data, { recursive: true, force: true })
})

describe('a draft that waits for clearance', () => {
  test('reminds those who may clear it, by the end of its silence, until it is cleared', async () => {
    const draft = await write('drafter', silent)
    expect(await clearancesOf('legal-adviser')).toMatchObject([
      {
        at,
        isOver: false,
        title: situation.title,
        case: founded.case,
        says: { en: 'Clear or return a draft', es: 'Autorizar o devolver un borrador' },
        page: `/drafts/${draft.id}`,
        isRead: false,
      },
    ])
    for (const role of ROLES.filter((one) => one !== 'legal-adviser'))
      expect(await clearancesOf(role), role).toEqual([])
    await does('legal-adviser', draft, 'clear', { act: draft.act })
    expect(await clearancesOf('legal-adviser')).toEqual([])
  })

  test('reminds anew once it was returned and changed, and no more once it is withdrawn', async () => {
    const draft = await write('drafter', silent, 'second')
    const [before] = await clearancesOf('legal-adviser')
    await people['legal-adviser'].ask(`/api/v1/reminders/${before!.id}/read`, { method: 'PUT' })
    await does('legal-adviser', draft, 'return', { comment: 'say why' })
    expect(await clearancesOf('legal-adviser')).toEqual([])
    await does('drafter', draft, 'change', { payload: await payload(silent, 'third') })
    const [after] = await clearancesOf('legal-adviser')
    expect(after).toMatchObject({ event: before!.event, at, isRead: false })
    expect(after!.id).not.toBe(before!.id)
    await does('drafter', draft, 'drop', {})
    expect(await clearancesOf('legal-adviser')).toEqual([])
  })

  test('has no date where its text is under no deadline, and reminds nobody who wrote in it', async () => {
    const other = await write('drafter', open)
    const [reminder] = await clearancesOf('legal-adviser')
    expect(reminder).not.toHaveProperty('at')
    const own = await write('legal-adviser', silent, 'own')
    expect(await clearancesOf('legal-adviser')).toHaveLength(1)
    await does('drafter', other, 'drop', {})
    await does('legal-adviser', own, 'drop', {})
  })

  test('is due by the end of its vote, and a receipt by the last second in which it helps', async () => {
    const voting = await write('drafter', vote)
    expect(await clearancesOf('legal-adviser')).toMatchObject([{ at: instantOf(voteEnds) }])
    await does('drafter', voting, 'drop', {})
    const said = { kind: 'receipt', claimedAt: '2026-11-25T12:00:00Z', of: silent } as const
    const receipt = await people.drafter.post<DraftView>('/api/v1/drafts', {
      case: founded.case,
      payload: payloadOf(await people.drafter.view(founded.case), people.drafter.party, said),
    })
    expect(await clearancesOf('legal-adviser')).toMatchObject([
      { at: instantOf(expiry - withFirstCase.notice) },
    ])
    await does('drafter', receipt, 'drop', {})
  })

  test('is read by nobody whom it does not remind', async () => {
    const draft = await write('drafter', silent, 'fourth')
    const [{ id } = { id: '' }] = await clearancesOf('legal-adviser')
    await expect(
      people.administrator.ask(`/api/v1/reminders/${id}/read`, { method: 'PUT' }),
    ).rejects.toThrow('reminder.unknown')
    await does('drafter', draft, 'drop', {})
  })

  test('is in the calendar of those who may clear it alone, and says nothing of the case', async () => {
    const draft = await write('drafter', silent, 'fifth')
    const eventsOf = async (role: Role) => {
      const { path } = await people[role].post<CalendarMade>('/api/v1/reminders/calendar', {})
      const text = await (await fetch(`${people[role].url}${path}?lang=es`)).text()
      for (const kept of [situation.title, withFirstCase.title, founded.case, draft.id, 'Alder'])
        expect(text.replaceAll('\r\n ', '')).not.toContain(kept)
      return new ICAL.Component(ICAL.parse(text) as never)
        .getAllSubcomponents('vevent')
        .map((event) => new ICAL.Event(event))
        .filter(({ summary }) => summary.includes('borrador'))
    }
    const [event, ...more] = await eventsOf('legal-adviser')
    expect(more).toEqual([])
    expect(event!.summary).toBe('EJERCICIO Autorizar o devolver un borrador')
    expect(event!.startDate.toJSDate().getTime()).toBe(expiry * 1000)
    expect(await eventsOf('drafter')).toEqual([])
    await does('drafter', draft, 'drop', {})
    expect(await eventsOf('legal-adviser')).toEqual([])
  })

  test.skipIf(EXIM === undefined)('is mailed to those alone, that and not what', async () => {
    const server = await openMailServer(EXIM!)
    try {
      const { host, port, ca, passwordFile } = server
      const [from, page] = ['node@alder.example', 'https://alder.example']
      writeConfig(directoryOf('XA'), {
        ...readConfig(directoryOf('XA')),
        mail: { host, port, ca, user: USER, passwordFile, from, page },
      })
      await server.start()
      const draft = await write('drafter', silent, 'sixth')
      for (const [role, lang] of [
        ['drafter', 'en'],
        ['legal-adviser', 'es'],
      ] as const)
        await people[role].ask('/api/v1/reminders/mail', {
          method: 'PUT',
          body: JSON.stringify({ address: `${role}@alder.example`, lang, days: 7 }),
          headers: { 'content-type': 'application/json' },
        })
      const owed = async (role: Role) =>
        (await remindersOf(people[role])).filter((one) => one.at !== undefined).length
      const [drafters, advisers] = [await owed('drafter'), await owed('legal-adviser')]
      expect(advisers).toBe(drafters + 1)
      const mailsTo = (role: Role, count: number) =>
        until(`${count} mails to the ${role}`, () => {
          const found = server.to(`${role}@alder.example`)
          return Promise.resolve(found.length >= count ? found : undefined)
        })
      const mails = await mailsTo('legal-adviser', advisers)
      // Sent before those to the legal adviser, as persons are mailed in their order.
      expect(await mailsTo('drafter', drafters)).toHaveLength(drafters)
      const by = `${at.slice(0, 16).replace('T', ' ')} UTC`
      const subject = `EJERCICIO Entente: se espera algo de Alder hasta ${by}`
      expect(mails.filter((mail) => mail.subject === subject).length).toBeGreaterThan(0)
      for (const { all } of mails)
        for (const kept of [situation.title, draft.id, 'orrador', 'a-legal-adviser'])
          expect(all.replaceAll('\r\n ', '')).not.toContain(kept)
    } finally {
      await server[Symbol.asyncDispose]()
    }
  })
})
