import { describe, expect, it } from 'vitest'
import { isPrimeOrder } from '../test/edwards.ts'
import { concat, fromHex } from './base64.ts'
import { ed25519 } from './ed25519.ts'

const P = 2n ** 255n - 19n
const L = 2n ** 252n + 27742317777372353535851937790883648493n
const SIGN = 2n ** 255n
const encode = (number: bigint) =>
  Uint8Array.from({ length: 32 }, (_, at) => Number((number >> BigInt(8 * at)) & 255n))
/** The base point of RFC 8032 section 5.1: y = 4/5. */
const BASE = fromHex('5866666666666666666666666666666666666666666666666666666666666666')

/** A library that believes everything: only the form is left to decide. */
const form = ed25519({ verify: () => true, isPrimeOrder: () => true })
const takes = (r: Uint8Array, s: bigint, key = BASE) =>
  form.verify(key, new Uint8Array(), concat(r, encode(s)))

describe('the form of a signature', () => {
  it.each([
    ['zero', 0n, true],
    ['one below the group order', L - 1n, true],
    ['the group order', L, false],
    ['one above it', L + 1n, false],
    ['the largest number of 32 bytes', 2n ** 256n - 1n, false],
  ])('with an S of %s', (_, s, isGood) => {
    expect(takes(BASE, s)).toBe(isGood)
  })

  it.each([
    ['the base point', BASE, true],
    ['the base point with its other sign', encode(SIGN + (P * 4n + 4n) / 5n), true],
    ['y = 0', encode(0n), true],
    ['y = p - 1', encode(P - 1n), true],
    ['y = p - 1 and a sign', encode(SIGN + P - 1n), false],
    ['y = p', encode(P), false],
    ['y = p and a sign', encode(SIGN + P), false],
    ['y = p + 1, which is 1', encode(P + 1n), false],
    ['y = 2^255 - 1', encode(SIGN - 1n), false],
    ['y = 1, which is neutral', encode(1n), false],
    ['y = 1 and a sign', encode(SIGN + 1n), false],
    ['y = 2 and a sign', encode(SIGN + 2n), true],
  ])('with an R of %s', (_, r, isGood) => {
    expect(takes(r, 1n)).toBe(isGood)
  })

  it.each([0, 32, 63, 65, 128])('of %i bytes is none', (length) => {
    expect(form.verify(BASE, new Uint8Array(), new Uint8Array(length))).toBe(false)
  })
})

describe('the form of a key', () => {
  it.each([
    ['the base point', BASE, true],
    ['y = p', encode(P), false],
    ['y = p + 1', encode(P + 1n), false],
    ['y = 1 and a sign', encode(SIGN + 1n), false],
    ['y = p - 1 and a sign', encode(SIGN + P - 1n), false],
    ['31 bytes', BASE.subarray(1), false],
    ['33 bytes', concat(BASE, Uint8Array.of(0)), false],
  ])('%s', (_, key, isGood) => {
    expect(form.isKey(key)).toBe(isGood)
    expect(takes(BASE, 1n, key)).toBe(isGood)
  })

  it('is asked of the library, and its answer remembered', () => {
    let asked = 0
    const { isKey, verify } = ed25519({
      verify: () => true,
      isPrimeOrder: (key) => {
        asked++
        return isPrimeOrder(key)
      },
    })
    // y = 0 and y = -1 have the orders 4 and 2; y = 2 is no point: (y² - 1)/(dy² + 1) is no square.
    const weak = [encode(0n), encode(P - 1n), encode(2n)]
    for (const key of [BASE, ...weak, BASE, ...weak]) {
      expect(isKey(key)).toBe(key === BASE)
      expect(verify(key, new Uint8Array(), concat(BASE, encode(1n)))).toBe(key === BASE)
    }
    expect(asked).toBe(4)
  })

  it('is not what the library would believe without asking', () => {
    const never = ed25519({ verify: () => true, isPrimeOrder: () => false })
    expect(never.verify(BASE, new Uint8Array(), concat(BASE, encode(1n)))).toBe(false)
  })
})
