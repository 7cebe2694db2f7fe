import { toHex } from './base64.ts'
import type { VerifySignature } from './crypto.ts'

// RFC 8032 section 5.1: p = 2^255 - 19 and the group order L, little-endian as they are encoded.
const P = littleEndian(2n ** 255n - 19n)
const L = littleEndian(2n ** 252n + 27742317777372353535851937790883648493n)

function littleEndian(number: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((number >> BigInt(8 * at)) & 255n))
}

/** Whether a < b, both 32 bytes little-endian. Nothing here is secret. */
function isBelow(a: Uint8Array, b: Uint8Array): boolean {
  for (let at = 31; at >= 0; at--) if (a[at] !== b[at]) return a[at]! < b[at]!
  return false
}

/** y < p, and no negative zero: one encoding per point. */
function isCanonicalPoint(encoded: Uint8Array): boolean {
  const y = encoded.slice()
  const isNegative = (y[31]! & 128) !== 0
  y[31] = y[31]! & 127
  if (!isBelow(y, P)) return false
  if (!isNegative) return true
  // x is 0 only where y is 1 or -1; its sign bit must then be clear.
  const isOne = y[0] === 1 && y.every((byte, at) => at === 0 || byte === 0)
  const isMinusOne = y[0] === P[0]! - 1 && y.every((byte, at) => at === 0 || byte === P[at])
  return !isOne && !isMinusOne
}

/** The neutral element as a point is encoded: y = 1. Some libraries take it as R, some refuse it. */
const isNeutral = (encoded: Uint8Array): boolean =>
  encoded[0] === 1 && encoded.every((byte, at) => at === 0 || byte === 0)

function hasCanonicalForm(signature: Uint8Array): boolean {
  if (signature.length !== 64 || !isBelow(signature.subarray(32), L)) return false
  const r = signature.subarray(0, 32)
  return isCanonicalPoint(r) && !isNeutral(r)
}

/** Keys whose form was checked are remembered up to this many. */
const MOST_KEYS = 10_000

/**
 * The one check of signature and key form that stands before every Ed25519 library, so that all of
 * them agree on every input: S < L, R canonical and not neutral, the key canonical and of
 * prime order. `raw.verify`
 * must count R byte for byte, as a verifier without cofactor does.
 */
export function ed25519(raw: {
  readonly verify: VerifySignature
  /** Whether the point is on the curve and of prime order: neither small nor with a small part. */
  readonly isPrimeOrder: (publicKey: Uint8Array) => boolean
}): { readonly verify: VerifySignature; readonly isKey: (publicKey: Uint8Array) => boolean } {
  const checked = new Map<string, boolean>()
  const isKey = (publicKey: Uint8Array): boolean => {
    if (publicKey.length !== 32) return false
    const name = toHex(publicKey)
    const known = checked.get(name)
    if (known !== undefined) return known
    const good = isCanonicalPoint(publicKey) && raw.isPrimeOrder(publicKey)
    if (checked.size >= MOST_KEYS) checked.clear()
    checked.set(name, good)
    return good
  }
  return {
    isKey,
    verify: (publicKey, message, signature) =>
      hasCanonicalForm(signature) && isKey(publicKey) && raw.verify(publicKey, message, signature),
  }
}
