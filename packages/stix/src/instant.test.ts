import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantKey } from './instant.ts'

describe('two timestamps', () => {
  it.each([
    ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00.000Z'],
    ['2020-01-01T00:00:00.1Z', '2020-01-01T00:00:00.100000Z'],
  ])('are one instant: %s and %s', (one, other) => {
    expect(instantKey(one)).toBe(instantKey(other))
    expect(instantKey(one)).toBeDefined()
  })

  it.each([
    ['2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000000001Z'],
    ['2020-01-01T00:00:00.0009999Z', '2020-01-01T00:00:00.001Z'],
    ['2020-01-01T00:00:00.9Z', '2020-01-01T00:00:01Z'],
    ['2020-01-01T00:00:00.09Z', '2020-01-01T00:00:00.1Z'],
    ['2019-12-31T23:59:60Z', '2020-01-01T00:00:00Z'],
  ])('differ where milliseconds would not tell them apart: %s before %s', (one, other) => {
    expect(instantKey(one)! < instantKey(other)!).toBe(true)
  })

  it('sort as whole seconds and fractions do, at any precision', () => {
    const digits = fc.stringMatching(/^\d{0,12}$/)
    const written = fc.tuple(fc.integer({ min: 0, max: 59 }), digits)
    const textOf = ([second, fraction]: [number, string]) =>
      `2020-02-29T10:20:${String(second).padStart(2, '0')}${fraction === '' ? '' : `.${fraction}`}Z`
    const picoseconds = ([second, fraction]: [number, string]) =>
      BigInt(second) * 10n ** 12n + BigInt(fraction.padEnd(12, '0'))
    fc.assert(
      fc.property(written, written, (a, b) => {
        const [left, right] = [instantKey(textOf(a))!, instantKey(textOf(b))!]
        const [p, q] = [picoseconds(a), picoseconds(b)]
        return p === q ? left === right : p < q === left < right
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a text that is no timestamp of STIX', () => {
  it.each([
    'yesterday',
    '2020-01-01',
    '2020-01-01T00:00:00',
    '2020-01-01T00:00:00.Z',
    '2020-01-01T00:00:00+00:00',
    '2020-01-01t00:00:00z',
    '2020-02-30T00:00:00Z',
    '2021-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2020-13-01T00:00:00Z',
    '2020-00-01T00:00:00Z',
    '2020-01-01T24:00:00Z',
    '2020-01-01T00:60:00Z',
    '2020-01-01T00:00:61Z',
    ' 2020-01-01T00:00:00Z',
    '2020-01-01T00:00:00Z\n',
  ])('is refused: %j', (text) => expect(instantKey(text)).toBeUndefined())

  it('is not one with a leap day', () => {
    expect(instantKey('2020-02-29T00:00:00Z')).toBe('2020-02-29T00:00:00')
    expect(instantKey('2000-02-29T00:00:00Z')).toBe('2000-02-29T00:00:00')
  })
})
