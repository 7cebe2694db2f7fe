import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { crypto } from '../test/crypto.ts'
import { remembering } from './remembering.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const key = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(12))
const message = new TextEncoder().encode('a checkpoint')
const signature = new Uint8Array(sign(null, message, privateKey))
const altered = (bytes: Uint8Array) => bytes.with(3, bytes[3]! ^ 1)

function counted(most?: number) {
  let count = 0
  const { verify } = remembering(
    {
      ...crypto,
      verify: (...asked) => {
        count += 1
        return crypto.verify(...asked)
      },
    },
    most,
  )
  return { verify, count: () => count }
}

describe('signatures that are remembered', () => {
  it('are checked once where they are true', () => {
    const { verify, count } = counted()
    expect([1, 2, 3].map(() => verify(key, message, signature))).toEqual([true, true, true])
    expect(count()).toBe(1)
  })
  it('are no other signature, message or key', () => {
    const { verify, count } = counted()
    verify(key, message, signature)
    expect(verify(key, altered(message), signature)).toBe(false)
    expect(verify(key, message, altered(signature))).toBe(false)
    expect(verify(altered(key), message, signature)).toBe(false)
    expect(count()).toBe(4)
  })
  it('are checked each time where they are false, and where the message is long', () => {
    const { verify, count } = counted()
    for (const _ of [1, 2]) expect(verify(key, message, altered(signature))).toBe(false)
    expect(count()).toBe(2)
    const long = new Uint8Array(2_000)
    const signed = new Uint8Array(sign(null, long, privateKey))
    for (const _ of [1, 2]) expect(verify(key, long, signed)).toBe(true)
    expect(count()).toBe(4)
  })
  it('are forgotten before they are too many', () => {
    const { verify, count } = counted(1)
    const other = new Uint8Array(sign(null, key, privateKey))
    verify(key, message, signature)
    verify(key, key, other)
    verify(key, message, signature)
    expect(count()).toBe(3)
  })
})
