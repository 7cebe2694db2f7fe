import ical, { ICalAlarmType } from 'ical-generator'
import type { Language } from '@entente/lexicon'
import { release, type Releasable } from '@entente/release'
import type { ReminderView } from './api.ts'
import { EXERCISE } from './words.ts'

const DAY = 86_400

/** Seconds before the date at which a calendar calls: a week, and a day. */
const CALLS = [7 * DAY, DAY] as const

/** Seconds after which a program that reads it again learns what moved and what is done (RFC 7986, section 5.7). */
const REFRESH = 3600

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
 * and where to look, whether it is an exercise, and nothing of a case, a text, or who takes part. What is done is in it no
 * more, and so no more in a calendar that reads it from its address.
 */
export function calendarOf(
  reminders: readonly ReminderView[],
  { lang, origin, now }: About,
): Releasable<string> {
  // Without a METHOD it says how things stand and schedules nothing (RFC 5545, section 3.7.2): PUBLISH would ask for an
  // organizer (RFC 5546, section 3.2.1), and nobody is one here.
  const calendar = ical({
    name: 'Entente',
    prodId: { company: 'Entente', product: 'Entente', language: lang.toUpperCase() },
    ttl: REFRESH,
  })
  for (const { event: uid, moved, at, says, then, exercise } of reminders) {
    if (at === undefined) continue
    const page = `${origin}/reminders`
    const summary = `${exercise ? `${EXERCISE[lang]} ` : ''}${says[lang]}`
    const event = calendar.createEvent({
      // A date that moved is the same event in a later revision (RFC 5545, sections 3.8.4.7 and 3.8.7.4).
      id: `${uid}@entente`,
      sequence: moved,
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
