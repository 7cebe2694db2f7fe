import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { ActId, CharterId } from '@entente/accord'
import type { ReminderView } from './api.ts'
import { calendarOf } from './calendar.ts'
import { wordsOf } from './words.ts'

const hex = 'a'.repeat(64)
const reminder = (what: ReminderView['what'], more: Partial<ReminderView> = {}): ReminderView => ({
  id: hex,
  event: hex,
  moved: 0,
  what,
  ...wordsOf(what),
  at: '2026-12-01T09:30:00Z',
  isOver: false,
  case: `sha256:${hex}` as CharterId,
  caseTitle: 'Wiper against satellite terminals',
  exercise: true,
  title: 'A text that only its parties read',
  of: `sha256:${'b'.repeat(64)}` as ActId,
  page: `/cases/sha256%3A${hex}`,
  ...more,
})
const about = { lang: 'es', origin: 'https://alder.example', now: '2026-11-24T12:00:00Z' } as const
const written = (...reminders: readonly ReminderView[]) => calendarOf(reminders, about).value
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event))

test('an event has the date, the words and the alarms, as another program reads them', () => {
  const [event, ...others] = eventsOf(written(reminder('silence')))
  expect(others).toEqual([])
  expect(event!.uid).toBe(`${hex}@entente`)
  expect(event!.startDate.toJSDate().toISOString()).toBe('2026-12-01T09:30:00.000Z')
  expect(event!.summary).toBe('EJERCICIO Responder a un texto en silencio')
  expect(event!.description).toBe(`${wordsOf('silence').then.es}\nhttps://alder.example/reminders`)
  const alarms = event!.component.getAllSubcomponents('valarm')
  expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual([
    '-P7D',
    '-P1D',
  ])
})

test('an event is a moment: it has a beginning, and no end that would have to be later', () => {
  const [event] = eventsOf(written(reminder('silence')))
  expect(event!.component.getFirstProperty('dtend')).toBeNull()
  expect(event!.component.getFirstProperty('dtstart')!.type).toBe('date-time')
})

test('it says how things stand and is no invitation: nobody has called anybody to it', () => {
  const text = written(reminder('silence'))
  expect(text).not.toMatch(/^(METHOD|ORGANIZER|ATTENDEE)/m)
  expect(eventsOf(text)[0]!.component.getFirstPropertyValue('dtstamp')!.toString()).toBe(
    '2026-11-24T12:00:00Z',
  )
})

test('what is no exercise is not called one, and what is one is, also where it rings', () => {
  const real = written(reminder('voice', { exercise: false }))
  expect(real).not.toContain('EJERCICIO')
  expect(written(reminder('voice')).match(/EJERCICIO/g)).toHaveLength(3)
})

test('the same thing is the same event whenever it is written', () => {
  const later = calendarOf([reminder('voice')], { ...about, now: '2026-11-25T12:00:00Z' }).value
  expect(eventsOf(later)[0]!.uid).toBe(eventsOf(written(reminder('voice')))[0]!.uid)
})

test('what moved is the same event in a later revision, and what is done is none', () => {
  const moved = { at: '2026-12-09T09:30:00Z', id: 'c'.repeat(64), moved: 1 }
  const [before, after] = [written(reminder('silence')), written(reminder('silence', moved))]
  const [was, is] = [eventsOf(before)[0]!, eventsOf(after)[0]!]
  expect(is.uid).toBe(was.uid)
  expect([was.sequence, is.sequence]).toEqual([0, 1])
  expect(is.startDate.toJSDate().toISOString()).toBe('2026-12-09T09:30:00.000Z')
  expect(eventsOf(written())).toEqual([])
  expect(after).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n')
})

test('lines are folded at 75 octets and end in CRLF, in every kind and both languages', () => {
  const kinds = [
    'acknowledgement',
    'answer',
    'silence',
    'vote',
    'certificate',
    'new-version',
    'voice',
    'reaffirmation',
    'mandate',
    'sounding',
    'clearance',
  ] as const
  for (const lang of ['en', 'es'] as const) {
    const text = calendarOf(
      kinds.map((kind) => reminder(kind)),
      { ...about, lang },
    ).value
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(eventsOf(text)).toHaveLength(kinds.length)
  }
})

test('nothing of a case, a text or a page of them is in it, and no date is no event', () => {
  const unfolded = written(reminder('mandate')).replaceAll('\r\n ', '')
  for (const kept of ['Wiper', 'only its parties', 'sha256', '/cases'])
    expect(unfolded).not.toContain(kept)
  const { at: _, ...dateless } = reminder('receipt')
  expect(eventsOf(written(dateless))).toEqual([])
})
