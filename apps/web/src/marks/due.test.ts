import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import { en } from '../i18n/en/index.ts'
import { es } from '../i18n/es/index.ts'
import { sayLength } from './due.tsx'

const HOUR = 3600
const english = createIntl({ locale: 'en-GB', messages: en })
const spanish = createIntl({ locale: 'es-ES', messages: es })

describe('how long it still is', () => {
  it.each([
    [HOUR + 55 * 60, '1 h 55 min'],
    [HOUR + 55 * 60 + 59, '1 h 55 min'],
    [23 * HOUR + 59 * 60, '23 h 59 min'],
    [24 * HOUR, '1 d 0 h'],
    [72 * HOUR - 1, '2 d 23 h'],
    [59, '0 min'],
    [0, '0 min'],
    [-HOUR, '1 h 0 min'],
  ])('is said of %i seconds as %s, and never rounded up', (seconds, said) => {
    expect(sayLength(english, seconds)).toBe(said)
    expect(sayLength(spanish, seconds)).toBe(said)
  })
})
