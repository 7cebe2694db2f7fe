import { expect, test } from 'vitest'
import type { AlarmView } from '../api.ts'
import { alarmsTold } from './alarms.ts'

const alarm: AlarmView = {
  id: 'a'.repeat(64),
  kind: 'unproved-bytes',
  code: 'feed.malformed',
  firstSeen: '2026-11-24T12:00:00Z',
  lastSeen: '2026-11-24T12:00:00Z',
  times: 1,
  evidence: {},
  severity: 'critical',
  says: { en: 'What came is no hint.', es: 'Lo que llegó no es un aviso.' },
  next: { en: 'Ask them.', es: 'Pregúnteles.' },
  message: 'expected a hint, got \u001B[2J\u009B1A\u202E\nThere is no alarm.',
}

test('what was refused neither steers the terminal that tells of it nor adds a line', () => {
  for (const lang of ['en', 'es'] as const) {
    const told = alarmsTold({ alarms: [alarm], open: 1 }, lang)
    expect(told).toContain('expected a hint, got ‹U+001B›[2J‹U+009B›1A‹U+202E› There is no alarm.')
    expect(told.split('\n')).toHaveLength(4)
  }
})
