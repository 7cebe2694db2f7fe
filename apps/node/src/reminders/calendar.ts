import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator'
import type { Language } from '@entente/lexicon'
import { release, type Releasable } from '@entente/release'
import type { ReminderView } from './api.ts'
import { EXERCISE } from './words.ts'

const DAY = 86_400

/** Seconds before the date at which a calendar calls: a week, and a day. */
const CALLS = [7 * DAY, DAY] as const

type About = {
  readonly lang: Language
  /** Where this node answers, as whoever asks reached it: `https://node.example`. */
  readonly origin: string
  /** RFC 3339, by this node's clock. */
  readonly now: string
}

/**
 * An iCalendar object (RFC 5545) of what is due by a date. Whoever has its address reads it, and
 * calendars are kept by others: an event says which kind of thing is due, when, what happens then
 * and where to look, whether it is an exercise, and nothing of a case, a text, or who takes part.
 */
export function calendarOf(
  reminders: readonly ReminderView[],
  { lang, origin, now }: About,
): Releasable<string> {
  const calendar = ical({
    name: 'Entente',
    prodId: { company: 'Entente', product: 'Entente', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { id, at, says, then, exercise } of reminders) {
    if (at === undefined) continue
    const page = `${origin}/reminders`
    const summary = `${exercise ? `${EXERCISE[lang]} ` : ''}${says[lang]}`
    const event = calendar.createEvent({
      id: `${id}@entente`,
      stamp: new Date(now),
      // It has no end: one that were its beginning is none (RFC 5545, section 3.8.2.2).
      start: new Date(at),
      summary,
      description: `${then[lang]}\n${page}`,
      url: page,
    })
    for (const trigger of CALLS)
      event.createAlarm({ type: ICalAlarmType.display, trigger, description: summary })
  }
  return release(
    { value: calendar.toString(), marking: { tlp: 'TLP:CLEAR', public: true } },
    { kind: 'public' },
  )
}
