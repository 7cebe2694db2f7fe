import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ActId, CharterId } from '@entente/accord'
import { EXIM, openMailServer, PASSWORD, USER, type MailServer } from '../../test/mail-server.ts'
import { openDatabase, type Database } from '../platform/db/index.ts'
import type { MailChoice, ReminderView } from './api.ts'
import { createMailing, type MailingOptions } from './mailing.ts'
import { MailSetting } from './mail-setting.ts'
import { mailStore } from './mail-store.ts'
import { reminderMigrations } from './store.ts'
import { wordsOf } from './words.ts'

const START = Date.parse('2026-12-01T00:00:00Z')
const hex = 'a'.repeat(64)
const reminder = (id: string, more: Partial<ReminderView> = {}): ReminderView => ({
  id: id.repeat(64),
  event: id.repeat(64),
  moved: 0,
  what: 'silence',
  ...wordsOf('silence'),
  at: '2026-12-03T09:30:00Z',
  isOver: false,
  case: `sha256:${hex}` as CharterId,
  caseTitle: 'Wiper against satellite terminals',
  exercise: false,
  title: 'A text that only its parties read',
  of: `sha256:${'b'.repeat(64)}` as ActId,
  page: `/cases/sha256%3A${hex}`,
  ...more,
})
const choice = (name: string): MailChoice => ({
  address: `${name}@alder.example`,
  lang: 'en',
  days: 7,
})

const folder = mkdtempSync(join(tmpdir(), 'entente-mailing-'))
let server: MailServer
let database: Database
let now: number
let log: string[]
let count = 0

beforeAll(async () => {
  if (EXIM === undefined) return
  server = await openMailServer(EXIM)
  await server.start()
}, 30_000)
beforeEach(async () => {
  now = START
  log = []
  count += 1
  mkdirSync(join(folder, `${count}`))
  database = await openDatabase(join(folder, `${count}/entente.db`), reminderMigrations)
})
afterEach(() => database.close())
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

const setting = (): MailSetting =>
  MailSetting.parse({
    host: server.host,
    port: server.port,
    ca: server.ca,
    user: USER,
    passwordFile: server.passwordFile,
    from: 'node@alder.example',
    page: 'https://alder.example/anything',
  })
const mailingOf = (more: Partial<MailingOptions> = {}) =>
  createMailing({
    store: mailStore(database),
    clock: { now: () => now },
    due: () => Promise.resolve(() => [reminder('1')]),
    people: () => [{ id: 'desk' }, { id: 'deputy' }],
    nation: 'Alder',
    setting,
    warn: (line) => void log.push(line),
    ...more,
  })
const wants = (person: string, name: string) =>
  mailStore(database).choose(person, choice(name), '2026-12-01T00:00:00Z')
const subjects = (name: string) =>
  server
    .to(choice(name).address)
    .map(({ subject }) => subject)
    .toSorted()
/** The server has delivered what it took: it says so before the file stands in its folder. */
const delivered = async (name: string, mails: number) => {
  for (let tries = 0; tries < 250 && subjects(name).length < mails; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(subjects(name)).toHaveLength(mails)
}

describe.skipIf(EXIM === undefined)('mail through a real server', () => {
  test('goes out once for all that is urgent of a day', async () => {
    await wants('desk', 'urgent')
    const urgent = { what: 'alarm', id: '9'.repeat(64), exercise: false } as const
    const mailing = mailingOf({
      due: () => Promise.resolve(() => [{ ...urgent, at: '2026-12-01T00:00:00Z' }]),
    })
    for (const day of [0, 0.5, 3]) {
      now = START + day * 86_400_000
      await mailing.round()
    }
    await delivered('urgent', 1)
    expect(subjects('urgent')).toEqual([
      'Entente: the node of Alder found on 2026-12-01 what has to be looked at',
    ])
    expect(log).toEqual([])
  })

  test('goes out once ahead and once about the last day, to each who asked', async () => {
    await wants('desk', 'once')
    await wants('deputy', 'twice')
    const mailing = mailingOf()
    for (const day of [0, 0.5, 1.9, 2, 3]) {
      now = START + day * 86_400_000
      await mailing.round()
    }
    await delivered('once', 2)
    await delivered('twice', 2)
    const due = 'Entente: something is due of Alder by 2026-12-03 09:30 UTC'
    expect(subjects('once')).toEqual([due, due])
    expect(log).toEqual([])
  })

  test('that was sent and not noted is sent again as the same mail', async () => {
    await wants('desk', 'again')
    await mailingOf().round()
    await database.as<{ reminder_mailed: object }>().deleteFrom('reminder_mailed').execute()
    await mailingOf().round()
    await mailingOf().round()
    await delivered('again', 2)
    const ids = server.to('again@alder.example').map(({ headers }) => headers.get('message-id'))
    expect(ids[0]).toEqual(ids[1])
  })

  test('to an address that is refused keeps nobody else waiting, and is told in the log', async () => {
    await wants('deputy', 'refused')
    await wants('desk', 'other')
    const mailing = mailingOf()
    await mailing.round()
    await delivered('other', 1)
    expect(log).toHaveLength(1)
    expect(log[0]).toMatch(/^mail: ALARM: mail to deputy is not delivered, tried 1 times.*550/u)
    expect(mailing.undeliveredSince('deputy')).toBe(START / 1000)
    expect(mailing.undeliveredSince('desk')).toBeUndefined()
  })

  test('is tried again after a minute, then two, then four, up to six hours', async () => {
    await wants('desk', 'later')
    const mailing = mailingOf({
      due: () => Promise.resolve(() => [reminder('2', { at: '2026-12-05T00:00:00Z' })]),
    })
    const tried: number[] = []
    for (let minute = 0; minute <= 24 * 60; minute++) {
      now = START + minute * 60_000
      const before = log.length
      await mailing.round()
      if (log.length > before) tried.push(minute)
    }
    expect(tried).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 871, 1231])
    expect(log.at(-1)).toContain('451')
  })

  test('without the right password is not sent, and the log has neither password', async () => {
    await wants('desk', 'locked')
    const wrong = join(folder, 'wrong')
    writeFileSync(wrong, 'hunter2\n')
    await mailingOf({ setting: () => ({ ...setting(), passwordFile: wrong }) }).round()
    expect(log).toHaveLength(1)
    expect(log[0]).toContain('the mail server takes no mail')
    expect(log[0]).not.toContain('hunter2')
    expect(log[0]).not.toContain(PASSWORD)
    expect(subjects('locked')).toEqual([])
  })

  test('is not sent to a server for which nobody vouches', async () => {
    await wants('desk', 'stranger')
    const { ca: _, ...stranger } = setting()
    await mailingOf({ setting: () => stranger }).round()
    expect(log[0]).toMatch(/the mail server takes no mail.*certificate/iu)
    expect(subjects('stranger')).toEqual([])
  })

  test('has no header that its nation’s name brings along', async () => {
    await wants('desk', 'name')
    const nation = 'Alder\r\nBcc: stranger2@birch.example\r\n\r\nSee'
    await mailingOf({ nation }).round()
    await delivered('name', 1)
    const [mail] = server.to('name@alder.example')
    expect([...mail!.headers.keys()]).not.toContain('bcc')
    expect(mail!.headers.get('to')).toEqual(['name@alder.example'])
    expect(mail!.subject).toBe(
      'Entente: something is due of Alder Bcc: stranger2@birch.example See by 2026-12-03 09:30 UTC',
    )
    expect(server.to('stranger2@birch.example')).toEqual([])
  })

  test('goes to nobody who was shut out, also where another comes in by the same name', async () => {
    await wants('desk', 'gone')
    await mailingOf({ people: () => [{ id: 'deputy' }] }).round()
    await mailingOf().round()
    expect(await mailStore(database).choiceOf('desk')).toBeUndefined()
    expect(subjects('gone')).toEqual([])
  })
})

test('a server on another machine is never spoken to without TLS', () => {
  const plain = {
    host: 'mail.example',
    port: 25,
    tls: 'none',
    from: 'a@b.example',
    page: 'https://b.example',
  }
  expect(() => MailSetting.parse(plain)).toThrow('expected TLS')
  expect(MailSetting.parse({ ...plain, host: '127.0.0.1' }).tls).toBe('none')
  const password = { host: 'localhost', user: 'a', passwordFile: '/b' }
  expect(() => MailSetting.parse({ ...plain, ...password })).toThrow('expected TLS')
})
