import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  concat,
  fromBase64,
  fromHex,
  fromUtf8,
  isEqual,
  toBase64,
  toHex,
  toUtf8,
} from './base64.ts'

describe('base64', () => {
  // RFC 4648 section 10.
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('of %j is %j', (text, encoded) => {
    expect(toBase64(toUtf8(text))).toBe(encoded)
    expect(fromUtf8(fromBase64(encoded))).toBe(text)
  })

  it('is what node makes of any bytes, also of many', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(toBase64(bytes))).toEqual(bytes)
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'))
        expect(fromHex(toHex(bytes))).toEqual(bytes)
      }),
    )
    const many = new Uint8Array(100_001).map((_, at) => at)
    expect(isEqual(fromBase64(toBase64(many)), many)).toBe(true)
  })

  it.each([
    'Zg',
    'Zg=',
    'Zh==',
    'Zm9=',
    'Zm8',
    '====',
    'Z===',
    '=Zg=',
    'Zg==Zg==',
    'Zm9v\n',
    'Zm 9v===',
    'Zm-_',
    'Zm9\u0161',
  ])('%j is not in its one form', (text) => {
    expect(() => fromBase64(text)).toThrow(expect.objectContaining({ code: 'base64.malformed' }))
  })

  it('has exactly one form: what is read is written as it was', () => {
    const letters = fc.string({
      unit: fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '+', '/', '=', 'B'),
      maxLength: 12,
    })
    fc.assert(
      fc.property(letters, (text) => {
        let bytes: Uint8Array
        try {
          bytes = fromBase64(text)
        } catch {
          expect(Buffer.from(text, 'base64').toString('base64')).not.toBe(text)
          return
        }
        expect(toBase64(bytes)).toBe(text)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('text', () => {
  it.each([
    [[0xff]],
    [[0xc0, 0x80]],
    [[0xed, 0xa0, 0x80]],
    [[0xf4, 0x90, 0x80, 0x80]],
    [[0xe2, 0x80]],
  ])('of %j is no UTF-8', (bytes) => {
    expect(() => fromUtf8(Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({ code: 'text.malformed' }),
    )
  })
  it('keeps a byte order mark, which would otherwise be two forms of one text', () => {
    const bytes = concat(Uint8Array.of(0xef, 0xbb, 0xbf), toUtf8('a'))
    expect(toUtf8(fromUtf8(bytes))).toEqual(bytes)
  })
  it.each(['0', 'AB', '0g', '0x00'])('%j is no lower-case hex', (text) => {
    expect(() => fromHex(text)).toThrow(expect.objectContaining({ code: 'base64.malformed' }))
  })
})
