import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MailChoice, RemindersView } from '../src/api.ts'
import { remindersCommand } from '../src/cli/reminders.ts'
import { logIn as enter } from '../src/cli/session.ts'
import { readConfig, writeConfig } from '../src/config.ts'
import { freePort, startNode, stopNode, type NodeProcess } from '../src/demo/constellation.ts'
import { logIn, until, type PersonClient } from '../src/demo/person.ts'
import { situation } from '../src/demo/texts.ts'
import { found } from '../src/parties/found.ts'
import { writeFounded } from '../src/parties/founded.ts'
import { serve, type Serving } from '../src/serve.ts'
import { run } from './command.ts'
import { withFirstCase } from './first-case.ts'
import { EXIM, openMailServer, USER, type MailServer } from './mail-server.ts'

const DAY = 86_400_000
const data = mkdtempSync(join(tmpdir(), 'entente-mail-story-'))
const directoryOf = (party: string) => join(data, party)
const founded = found(withFirstCase, directoryOf, new Date('2026-11-24T12:00:00Z'))
/** In three days, to the minute. */
const expectedAt = Math.floor((Date.now() + 3 * DAY) / 60_000) * 60
const by = `${new Date(expectedAt * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
const urls: Record<string, string> = {}
const others: Serving[] = []
let server: MailServer
let node: NodeProcess
let alder: PersonClient

const startAlder = async () => {
  const port = Number(new URL(urls['XA']!).port)
  node = await startNode({ party: 'XA', data: directoryOf('XA'), port, peers: urls })
  alder = await logIn(node.link)
}
const configure = (more: object) =>
  writeConfig(directoryOf('XA'), { ...readConfig(directoryOf('XA')), ...more })
const remindersView = () => alder.ask<RemindersView>('/api/v1/reminders')
const choose = (choice: MailChoice | object) =>
  alder.ask<RemindersView>('/api/v1/reminders/mail', {
    method: 'PUT',
    body: JSON.stringify(choice),
    headers: { 'content-type': 'application/json' },
  })
/** `entente reminders` as Alder's person, who logs in anew: the node may have been killed since. */
async function reminders(...words: readonly string[]) {
  const session = join(data, 'session.json')
  await enter(await alder.link(), session)
  return run(remindersCommand(), ...words, '--session', session)
}
const desk = { address: 'desk@alder.example', lang: 'es', days: 7 } as const
const mailsTo = (address: string, count: number) =>
  until(`${count} mails to ${address}`, () => {
    const mails = server.to(address)
    return Promise.resolve(mails.length >= count ? mails : undefined)
  })

beforeAll(async () => {
  if (EXIM === undefined) return
  server = await openMailServer(EXIM)
  for (const party of ['XA', 'XB', 'CO']) {
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
    urls[party] = `http://127.0.0.1:${await freePort(0)}`
  }
  for (const party of ['XB', 'CO']) {
    const port = Number(new URL(urls[party]!).port)
    others.push(await serve({ data: directoryOf(party), port, peers: urls }))
  }
  await startAlder()
  const chair = await logIn((await others[1]!.links())[0]!.url)
  const { id } = await chair.file(founded.case, 'propose', {
    step: { id: 'situation', kind: 'situation' },
    text: situation,
  })
  await until('the text at Alder', async () =>
    (await alder.view(founded.case)).state.steps.length > 0 ? true : undefined,
  )
  await alder.file(founded.case, 'comply', {
    on: id,
    union: 'awaits-instructions',
    national: 'awaits-instructions',
    expectedAt,
  })
  await until('a reminder', async () => (await remindersView()).reminders[0])
}, 60_000)

afterAll(async () => {
  if (EXIM === undefined) return
  await stopNode(node)
  await Promise.all(others.map((one) => one[Symbol.asyncDispose]()))
  await server[Symbol.asyncDispose]()
  rmSync(data, { recursive: true, force: true })
})

describe.skipIf(EXIM === undefined)('mail of what is due, through a real mail server', () => {
  test('is not promised by a node that has no mail server', async () => {
    expect((await remindersView()).mail).toEqual({ canSend: false })
    await expect(choose(desk)).rejects.toThrow('reminder.no-mail')
    const { code, err } = await reminders('--mail', desk.address)
    expect([code, err]).toEqual([1, expect.stringContaining('reminder.no-mail')])
  })

  test('is not promised to what is no address', async () => {
    const { host, port, ca, passwordFile } = server
    const [from, page] = ['node@alder.example', 'https://alder.example']
    configure({ mail: { host, port, ca, user: USER, passwordFile, from, page } })
    for (const address of ['desk', 'a@b.example\r\nBcc: x@y.example', 'a@b.example, x@y.example'])
      await expect(choose({ ...desk, address })).rejects.toThrow('request')
    await expect(choose({ ...desk, days: 0 })).rejects.toThrow('request')
    expect((await remindersView()).mail).toEqual({ canSend: true })
  })

  test('is lost neither where the server is away nor where the node is killed then', async () => {
    const asked = ['--mail', desk.address, '--lang', desk.lang, '--days', String(desk.days)]
    const { code, out } = await reminders(...asked)
    expect(code).toBe(0)
    expect(out).toContain('El correo va a desk@alder.example, con 7 días de antelación.')
    expect((await remindersView()).mail.choice).toEqual(desk)
    await until('trouble', async () => (await remindersView()).mail.undeliveredSince)
    await stopNode(node, 'SIGKILL')
    await server.start()
    await startAlder()
    const [mail] = await mailsTo(desk.address, 1)
    expect(mail!.subject).toBe(`EJERCICIO Entente: se espera algo de Alder hasta ${by}`)
    expect(mail!.text).toContain('https://alder.example/reminders')
    expect((await remindersView()).mail.undeliveredSince).toBeUndefined()
  })

  test('went encrypted, from who logged in, and is answered by no machine', () => {
    const [mail] = server.to(desk.address)
    expect(mail!.headers.get('received')![0]).toMatch(/with esmtpsa\s+\(TLS1\.[23]\)/u)
    expect(mail!.headers.get('auto-submitted')).toEqual(['auto-generated'])
    expect(mail!.headers.get('message-id')![0]).toMatch(/^<[0-9a-f]{40}@alder\.example>$/u)
  })

  test('says nothing of the case, its text, the kind of act, or who takes part', () => {
    const [mail] = server.to(desk.address)
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(mail!.calendar!) as never).getFirstSubcomponent('vevent')!,
    )
    expect(event.startDate.toJSDate().getTime()).toBe(expectedAt * 1000)
    expect(event.summary).toBe('EJERCICIO Entente: se espera algo de Alder')
    const said = mail!.all.replaceAll('\r\n ', '')
    const kept = [situation.title, withFirstCase.title, founded.case.slice(7), 'instru', 'Birch']
    for (const one of [...kept, 'desk-officer', '/cases'])
      expect(said.toLowerCase()).not.toContain(one.toLowerCase())
  })

  test('is sent once, also where the node is killed and starts anew', async () => {
    await stopNode(node, 'SIGKILL')
    await startAlder()
    // Another choice has the node look again at once; what was sent stays sent.
    await choose({ ...desk, address: 'desk2@alder.example' })
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(server.to(desk.address)).toHaveLength(1)
    expect(server.to('desk2@alder.example')).toEqual([])
  })

  test('is stopped by whoever asked for it', async () => {
    const { code, out } = await reminders('--no-mail', '--json')
    expect([code, (JSON.parse(out) as RemindersView).mail]).toEqual([0, { canSend: true }])
  })
})
