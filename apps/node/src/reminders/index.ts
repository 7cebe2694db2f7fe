import type { Hono } from 'hono'
import { urgentIn, type Alarms } from '../alarms/index.ts'
import type { Person } from '../config.ts'
import type { PersonEnv } from '../parties/routes.ts'
import type { Database } from '../platform/db/index.ts'
import { createMailing, startMailing } from './mailing.ts'
import type { MailSetting } from './mail-setting.ts'
import { mailStore } from './mail-store.ts'
import { calendarRoutes, dueNow, reminderRoutes, type RemindersOptions } from './routes.ts'
import { reminderStore } from './store.ts'

/** What is due of a node's nation, told in the page, by calendar and by mail. */
export type Reminding = {
  /** `/api/v1/reminders`, behind the login. */
  readonly routes: Hono<PersonEnv>
  /** `/calendar/{secret}.ics`. */
  readonly calendars: Hono
  readonly stop: () => Promise<void>
}

type Options = Omit<RemindersOptions, 'store'> & {
  readonly database: Database
  readonly nation: string
  readonly alarms: Pick<Alarms, 'list'>
  readonly people: () => readonly Person[]
  readonly mailSetting: () => MailSetting | undefined
  readonly warn: (line: string) => void
}

export function createReminding(options: Options): Reminding {
  const { database, people, mailSetting: setting, warn } = options
  const own = { ...options, store: reminderStore(database) }
  const store = mailStore(database)
  const due = async () => {
    const dueOf = await dueNow(own)
    const urgent = urgentIn(options.alarms, options.files.list())
    return (person: string) => [...dueOf(person), ...urgent]
  }
  const mailing = createMailing({ ...options, store, setting, due })
  const { wake, stop } = startMailing(mailing, warn)
  const canSend = () => setting() !== undefined
  return {
    routes: reminderRoutes(own, { ...mailing, store, canSend, wake }),
    calendars: calendarRoutes(own, people),
    stop,
  }
}
