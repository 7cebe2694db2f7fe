import { describe, expect, test } from 'vitest'
import { custody } from './custody-option.ts'

describe('--custody', () => {
  test('is gathered verb by verb', () => {
    const first = custody('comply=browser-held')
    expect(custody('publish=token', first)).toEqual({ comply: 'browser-held', publish: 'token' })
  })
  test.each(['comply', '=token', 'comply=node-held', 'comply=safe'])('is not %s', (text) => {
    expect(() => custody(text)).toThrow(/expected a kind of act/)
  })
})
