import { expect, test } from 'vitest'
import type { RemindersView } from '../../../node/src/api.ts'
import { isExercise, toNotify } from './to-notify.ts'

type Reminder = RemindersView['reminders'][number]

const one = (id: string, at?: string, more: Partial<Reminder> = {}): Reminder => ({
  id,
  event: id,
  moved: 0,
  what: 'silence',
  says: { en: 'Answer a text under silence', es: 'Responder a un texto en silencio' },
  then: { en: 'then', es: 'entonces' },
  ...(at === undefined ? {} : { at }),
  isOver: false,
  isRead: false,
  case: `sha256:${'1'.repeat(64)}` as Reminder['case'],
  caseTitle: 'A case',
  exercise: true,
  title: 'A text',
  of: `sha256:${'2'.repeat(64)}` as Reminder['of'],
  page: '/',
  ...more,
})

test('what is due is told when it comes and on its last day, once each, and not once it is read', () => {
  const reminders = [
    one('a', '2026-12-10T12:00:00Z'),
    one('b'),
    one('c', undefined, { isRead: true }),
  ]
  let told: readonly string[] = []
  const at = (now: string, due: readonly Reminder[] = reminders) => {
    const found = toNotify({ reminders: due, now }, told)
    told = found.told
    return found.fresh.map(({ id }) => id)
  }
  expect(at('2026-12-01T12:00:00Z')).toEqual(['a', 'b'])
  expect(at('2026-12-09T11:59:59Z')).toEqual([])
  expect(at('2026-12-09T12:00:00Z')).toEqual(['a'])
  expect(at('2026-12-09T12:00:10Z')).toEqual([])
  const over = [one('a', '2026-12-10T12:00:00Z', { isOver: true })]
  expect(at('2026-12-10T12:00:00Z', over)).toEqual([])
  // What is gone is forgotten: only what is there is kept.
  expect(told).toEqual(['a'])
  expect(at('2026-12-10T12:00:00Z', [one('d', '2026-12-11T00:00:00Z')])).toEqual(['d'])
  expect(told).toEqual(['d', 'd last'])
})

test('what is told is called an exercise where all of it is one', () => {
  const real = one('b', undefined, { exercise: false })
  expect(isExercise([one('a')])).toBe(true)
  expect(isExercise([one('a'), one('c')])).toBe(true)
  expect(isExercise([one('a'), real])).toBe(false)
  expect(isExercise([real])).toBe(false)
})
