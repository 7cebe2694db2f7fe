import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActId, PartyId, Text } from '@entente/accord'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { RemindersView } from '../../src/api.ts'
import { readConfig, writeConfig } from '../../src/config.ts'
import { freePort } from '../../src/demo/constellation.ts'
import { logIn, until, type PersonClient } from '../../src/demo/person.ts'
import { found } from '../../src/parties/found.ts'
import { writeFounded } from '../../src/parties/founded.ts'
import { signRequest } from '../../src/platform/http/signature.ts'
import { openKeys } from '../../src/platform/keys/index.ts'
import { serve, type Serving } from '../../src/serve.ts'
import { SharingSetting } from '../../src/sharing/setting.ts'
import { FORMAT_NAMES } from '../../src/sharing/write-as.ts'
import { createFinder } from '../canary/found.ts'
import { aviary } from '../canary/words.ts'
import { withFirstCase } from '../first-case.ts'
import { EXIM, openMailServer, USER, type MailServer } from '../mail-server.ts'
import { AUDIENCES, FILE, ROWS, SHARING } from './rows.ts'

/** What a node says where others look on: in mail, a calendar, a notification, a hint to peers, its log. None is for words. */
const words = aviary()
const find = createFinder()
const place = mkdtempSync(join(tmpdir(), 'entente-leaks-notifications-'))
const directoryOf = (party: string) => join(place, party)
const title = words.in('charter', 'its title')
const founded = found({ ...withFirstCase, title }, directoryOf, new Date())
const urls: Record<string, string> = {}
const nodes: Serving[] = []
const written: Buffer[] = []
let server: MailServer | undefined
let alder: PersonClient
let situation: ActId

/** No word of the case stands in it, and nothing of an object, whatever its marking. */
function tellsNothing(bytes: string | Uint8Array): void {
  expect([...find(Buffer.from(bytes))]).toEqual([])
  const text = Buffer.from(bytes).toString('latin1')
  for (const { canary, id } of ROWS) {
    expect(text).not.toContain(canary)
    expect(text).not.toContain(id)
  }
}

const remindersView = () => alder.ask<RemindersView>('/api/v1/reminders')
const choose = (address: string) =>
  alder.ask<RemindersView>('/api/v1/reminders/mail', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address, lang: 'en', days: 7 }),
  })

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      written.push(Buffer.from(chunk))
      return true
    })
  for (const party of ['XA', 'XB', 'CO']) {
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
    urls[party] = `http://127.0.0.1:${await freePort(0)}`
  }
  server = EXIM === undefined ? undefined : await openMailServer(EXIM)
  await server?.start()
  const { host, port, ca, passwordFile } = server ?? {}
  const mail = { host, port, ca, user: USER, passwordFile, from: 'node@alder.example' }
  writeConfig(directoryOf('XA'), {
    ...readConfig(directoryOf('XA')),
    sharing: SharingSetting.parse(SHARING),
    ...(server ? { mail: { ...mail, page: 'https://alder.example' } } : {}),
  } as never)
  for (const party of ['XA', 'XB', 'CO'])
    nodes.push(
      await serve({
        data: directoryOf(party),
        port: Number(new URL(urls[party]!).port),
        peers: urls,
      }),
    )
  alder = await logIn((await nodes[0]!.links())[0]!.url)
  await speak()
  await provoke()
}, 60_000)

afterAll(async () => {
  vi.restoreAllMocks()
  await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()))
  await server?.[Symbol.asyncDispose]()
  rmSync(place, { recursive: true, force: true })
})

/** Objects of every marking are taken in, and in the case there is a text on which Alder awaits instructions. */
async function speak(): Promise<void> {
  await alder.ask('/api/v1/imports', { method: 'POST', body: FILE })
  const chair = await logIn((await nodes[2]!.links())[0]!.url)
  const text: Text = {
    lang: 'en',
    title: words.in('propose', 'text.title'),
    clauses: [{ id: '1', text: words.in('propose', 'text.clauses[].text') }],
  }
  const step = { id: 'situation', kind: 'situation' } as const
  const { id } = await chair.file(founded.case, 'propose', { step, text })
  await until('the text at Alder', async () =>
    (await alder.view(founded.case)).state.steps.length > 0 ? true : undefined,
  )
  situation = id
  await awaitInstructions(3)
  await alder.file(founded.case, 'note', { says: words.in('note', 'says') })
  await until('a reminder', async () => (await remindersView()).reminders[0])
}

/** Alder says to the others on which day its capital will have spoken. */
const awaitInstructions = (days: number) =>
  alder.file(founded.case, 'comply', {
    on: situation,
    union: 'awaits-instructions',
    national: 'awaits-instructions',
    expectedAt: Math.floor(Date.now() / 1000) + days * 86_400,
    statement: words.in('comply', 'statement'),
  })

/** Whatever a node might put into its log: releases, refusals, files that are none, mail that nobody takes. */
async function provoke(): Promise<void> {
  const ids = ROWS.map(({ id }) => id)
  for (const { name: audience } of AUDIENCES)
    for (const format of FORMAT_NAMES)
      await alder.ask('/api/v1/releases/preview', {
        method: 'POST',
        body: JSON.stringify({ ids, audience, format }),
      })
  const refused = (path: string, body: string) =>
    expect(alder.ask(path, { method: 'POST', body })).rejects.toThrow()
  const [{ canary }] = ROWS as [(typeof ROWS)[number]]
  await refused('/api/v1/imports', FILE.slice(0, -9))
  await refused('/api/v1/hunts', JSON.stringify({ pattern: `[domain-name:value = '${canary}` }))
  await refused(`/api/v1/cases/${founded.case}/acts`, JSON.stringify({ says: title }))
  // A setting that cannot be read is told there, and what it was goes on.
  const setting = join(directoryOf('XA'), 'node.json')
  const was = readFileSync(setting)
  writeFileSync(setting, '{')
  await remindersView()
  await until('a line', () => Promise.resolve(written.length > 0 ? true : undefined))
  writeFileSync(setting, was)
}

describe('no word and no object is in', () => {
  test('what a browser notifies of, which is the kind of thing and its date', async () => {
    const { reminders } = await remindersView()
    // The page itself, where one has logged in, names the case.
    expect(reminders.map(({ caseTitle }) => caseTitle)).toContain(title)
    tellsNothing(JSON.stringify(reminders.map(({ says, then, at }) => ({ says, then, at }))))
  })

  test('a calendar, in either language', async () => {
    const { path } = await alder.post<{ path: string }>('/api/v1/reminders/calendar', {})
    for (const lang of ['en', 'es']) {
      const answer = await fetch(`${alder.url}${path}?lang=${lang}`)
      const text = (await answer.text()).replaceAll('\r\n ', '')
      expect(text).toContain('BEGIN:VEVENT')
      tellsNothing(JSON.stringify([...answer.headers]) + text)
    }
  })

  test('a hint to a party’s node that there is something new', async () => {
    const text = await hinted('XB' as PartyId)
    expect(text).toContain(founded.case)
    tellsNothing(text)
  })

  test.skipIf(EXIM === undefined)('mail, and what is said where it is not taken', async () => {
    await choose('desk@alder.example')
    const [mail] = await until('a mail', () => {
      const mails = server!.to('desk@alder.example')
      return Promise.resolve(mails.length > 0 ? mails : undefined)
    })
    expect(mail!.calendar).toContain('BEGIN:VEVENT')
    tellsNothing(mail!.all.replaceAll('\r\n ', ''))
    // Another day is another reminder, and this one goes into the log.
    await awaitInstructions(4)
    await choose('refused@alder.example')
    await until('trouble', async () => (await remindersView()).mail.undeliveredSince)
    expect(Buffer.concat(written).toString()).toContain('mail: ALARM')
  })

  test('the log of any node', async () => {
    const log = Buffer.concat(written)
    expect(log.toString()).toContain('XA ')
    tellsNothing(log)
  })
})

/** All that the feed of hints says to a party until it has told of the case. */
async function hinted(party: PartyId): Promise<string> {
  const { charter } = await alder.view(founded.case)
  const originOf = (id: string) => charter.parties.find((one) => one.id === id)!.origin
  const request = { method: 'GET', url: `${alder.url}/log/feed`, to: originOf('XA') }
  const { sign } = openKeys(directoryOf(party)).load('log')
  const ending = new AbortController()
  const answer = await fetch(request.url, {
    headers: signRequest(request, { keyid: originOf(party), sign }, Math.floor(Date.now() / 1000)),
    signal: ending.signal,
  })
  let text = JSON.stringify([...answer.headers])
  for await (const piece of answer.body as ReadableStream<Uint8Array>) {
    text += Buffer.from(piece).toString()
    if (text.includes(founded.case)) break
  }
  ending.abort()
  return text
}
