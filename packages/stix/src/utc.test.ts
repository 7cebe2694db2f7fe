import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantIn, instantOf, secondsOf } from './utc.ts'

test('seconds are the instant that the platform writes for them, and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (seconds) => {
      const text = new Date(seconds * 1000).toISOString()
      expect(instantOf(seconds)).toBe(text)
      expect(secondsOf(text)).toBe(seconds)
    }),
  )
})

test.each([
  ['2026-11-18T08:00:00.123456+00:00', '2026-11-18T08:00:00.123Z'],
  ['2026-11-18T08:00:00+02:00', '2026-11-18T06:00:00.000Z'],
  ['2026-11-18 08:00:00', '2026-11-18T08:00:00.000Z'],
  ['2026-11-18', undefined],
  ['2026-13-18T08:00:00Z', undefined],
  ['soon', undefined],
  [null, undefined],
])('an instant of MISP, %s, is %s in STIX', (text, instant) => {
  expect(instantIn(text)).toBe(instant)
})
