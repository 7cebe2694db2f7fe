import { createHash, randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { PartyId } from '@entente/accord'
import { LANGUAGES } from '@entente/lexicon'
import { z } from 'zod'
import type { Person } from '../config.ts'
import type { CaseFiles } from '../federation/index.ts'
import type { Uncleared } from '../parties/people.ts'
import { readRequest } from '../parties/request.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { instant, seconds, type Clock } from '../platform/clock.ts'
import { Refusal } from '../platform/http/problem.ts'
import { sendBytes } from '../platform/http/send.ts'
import type { CalendarMade, ReminderView, RemindersView } from './api.ts'
import { calendarOf } from './calendar.ts'
import { clearancesIn, inOrder, remindersIn } from './reminders.ts'
import type { Mailing } from './mailing.ts'
import { MailAddress } from './mail-setting.ts'
import type { MailStore } from './mail-store.ts'
import type { ReminderStore } from './store.ts'

export type RemindersOptions = {
  readonly files: Pick<CaseFiles, 'list'>
  readonly party: PartyId
  readonly store: ReminderStore
  readonly clock: Clock
  /** Drafts that wait for clearance, with those who may clear them. */
  readonly uncleared: () => Promise<readonly Uncleared[]>
}

/** How a person's mail is chosen and sent. */
export type MailOptions = Pick<Mailing, 'undeliveredSince'> & {
  readonly store: MailStore
  /** Whether this node has a mail server. */
  readonly canSend: () => boolean
  /** Has what is owed sent at once. */
  readonly wake: () => void
}

/** `PUT /api/v1/reminders/mail`. */
const Choice = z.strictObject({
  address: MailAddress,
  lang: z.enum(LANGUAGES),
  days: z.int().min(1).max(60),
})

const hash = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** What is due of this party, as a person of it is told: what is awaited of some of its people alone, those alone. */
export async function dueNow({
  files,
  party,
  clock,
  uncleared,
}: Omit<RemindersOptions, 'store'>): Promise<(person: string) => readonly ReminderView[]> {
  const asked = { party, now: seconds(clock) }
  const ofAll = await remindersIn(files.list(), asked)
  const ofSome = clearancesIn(files.list(), await uncleared(), asked)
  return (person) =>
    inOrder([
      ...ofAll,
      ...ofSome.flatMap(({ by, reminder }) => (by.includes(person) ? [reminder] : [])),
    ])
}

/** `/api/v1/reminders`: what is due of this party, and what of it the person who asks has read. */
export function reminderRoutes(options: RemindersOptions, mail: MailOptions): Hono<PersonEnv> {
  const { store, clock } = options
  const app = new Hono<PersonEnv>()
  const shown = async ({ id }: Person): Promise<RemindersView> => {
    const read = await store.readBy(id)
    return {
      reminders: (await dueNow(options))(id).map((one) => ({ ...one, isRead: read.has(one.id) })),
      now: instant(clock),
      hasCalendar: await store.hasCalendar(id),
      mail: await mailOf(id, mail),
    }
  }
  app.get('/api/v1/reminders', async (context) => context.json(await shown(context.get('person'))))
  app.put('/api/v1/reminders/:id/read', async (context) => {
    const id = context.req.param('id')
    const person = context.get('person')
    if (!(await dueNow(options))(person.id).some((one) => one.id === id))
      throw new Refusal(404, 'reminder.unknown', 'expected something that is due here, got another')
    await store.read(person.id, id, instant(clock))
    return context.json(await shown(person))
  })
  app.post('/api/v1/reminders/calendar', async (context) => {
    const secret = randomBytes(32).toString('base64url')
    await store.openCalendar(context.get('person').id, hash(secret), instant(clock))
    return context.json({ path: `/calendar/${secret}.ics` } satisfies CalendarMade, 201)
  })
  app.delete('/api/v1/reminders/calendar', async (context) => {
    const person = context.get('person')
    await store.shutCalendar(person.id)
    return context.json(await shown(person))
  })
  app.put('/api/v1/reminders/mail', async (context) => {
    if (!mail.canSend())
      throw new Refusal(
        409,
        'reminder.no-mail',
        'expected a mail server in the configuration of this node, got none',
      )
    const choice = await readRequest(context.req.raw, Choice)
    const person = context.get('person')
    await mail.store.choose(person.id, choice, instant(clock))
    mail.wake()
    return context.json(await shown(person))
  })
  app.delete('/api/v1/reminders/mail', async (context) => {
    const person = context.get('person')
    await mail.store.stop(person.id)
    return context.json(await shown(person))
  })
  return app
}

async function mailOf(person: string, mail: MailOptions): Promise<RemindersView['mail']> {
  const choice = await mail.store.choiceOf(person)
  const since = choice && mail.undeliveredSince(person)
  return {
    canSend: mail.canSend(),
    ...(choice ? { choice } : {}),
    ...(since === undefined ? {} : { undeliveredSince: new Date(since * 1000).toISOString() }),
  }
}

/**
 * `/calendar/{secret}.ics`: for calendar programs, which cannot log in. Its address is a secret of 256
 * bits kept as a hash, and is worth nothing once its person is shut out or made another.
 */
export function calendarRoutes(options: RemindersOptions, people: () => readonly Person[]): Hono {
  const app = new Hono()
  app.get('/calendar/:file{[A-Za-z0-9_-]{43}\\.ics}', async (context) => {
    const secret = context.req.param('file').slice(0, -'.ics'.length)
    const person = await options.store.calendarOf(hash(secret))
    if (person === undefined || !people().some(({ id }) => id === person))
      throw new Refusal(404, 'calendar.unknown', 'expected the address of a calendar, got another')
    const asked = context.req.query('lang')
    const lang = LANGUAGES.find((one) => one === asked) ?? 'en'
    const { origin } = new URL(context.req.url)
    const calendar = calendarOf((await dueNow(options))(person), {
      lang,
      origin,
      now: instant(options.clock),
    })
    return sendBytes(context, calendar, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
    })
  })
  return app
}
