import { createHash, randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { PartyId } from '@entente/accord'
import { LANGUAGES } from '@entente/lexicon'
import type { Person } from '../config.ts'
import type { CaseFiles } from '../federation/index.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { instant, seconds, type Clock } from '../platform/clock.ts'
import { Refusal } from '../platform/http/problem.ts'
import { sendBytes } from '../platform/http/send.ts'
import type { CalendarMade, RemindersView } from './api.ts'
import { calendarOf } from './calendar.ts'
import { remindersIn } from './reminders.ts'
import type { ReminderStore } from './store.ts'

type Options = {
  readonly files: Pick<CaseFiles, 'list'>
  readonly party: PartyId
  readonly store: ReminderStore
  readonly clock: Clock
}

const hash = (secret: string) => createHash('sha256').update(secret).digest('hex')

const dueNow = ({ files, party, clock }: Options) =>
  remindersIn(files.list(), { party, now: seconds(clock) })

/** `/api/v1/reminders`: what is due of this party, and what of it the person who asks has read. */
export function reminderRoutes(options: Options): Hono<PersonEnv> {
  const { store, clock } = options
  const app = new Hono<PersonEnv>()
  const shown = async ({ id }: Person): Promise<RemindersView> => {
    const read = await store.readBy(id)
    return {
      reminders: dueNow(options).map((one) => ({ ...one, isRead: read.has(one.id) })),
      now: instant(clock),
      hasCalendar: await store.hasCalendar(id),
    }
  }
  app.get('/api/v1/reminders', async (context) => context.json(await shown(context.get('person'))))
  app.put('/api/v1/reminders/:id/read', async (context) => {
    const id = context.req.param('id')
    if (!dueNow(options).some((one) => one.id === id))
      throw new Refusal(404, 'reminder.unknown', 'expected something that is due here, got another')
    const person = context.get('person')
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
  return app
}

/**
 * `/calendar/{secret}.ics`: for calendar programs, which cannot log in. Its address is a secret of 256
 * bits kept as a hash, and is worth nothing once its person is shut out or made another.
 */
export function calendarRoutes(options: Options, people: () => readonly Person[]): Hono {
  const app = new Hono()
  app.get('/calendar/:file{[A-Za-z0-9_-]{43}\\.ics}', async (context) => {
    const secret = context.req.param('file').slice(0, -'.ics'.length)
    const person = await options.store.calendarOf(hash(secret))
    if (!people().some(({ id }) => id === person))
      throw new Refusal(404, 'calendar.unknown', 'expected the address of a calendar, got another')
    const asked = context.req.query('lang')
    const lang = LANGUAGES.find((one) => one === asked) ?? 'en'
    const { origin } = new URL(context.req.url)
    const calendar = calendarOf(dueNow(options), { lang, origin, now: instant(options.clock) })
    return sendBytes(context, calendar, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
    })
  })
  return app
}
