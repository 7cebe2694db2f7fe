import { ed25519 as noble } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js'
import { ed25519, withMlDsa44, type Crypto } from '@entente/log'

/** The point behind 32 bytes; undefined for what is none, for which noble throws. */
function point(bytes: Uint8Array) {
  try {
    return noble.Point.fromBytes(bytes)
  } catch {
    return undefined
  }
}

/**
 * noble checks with the cofactor, the node's library without. With a key of prime order both say
 * the same exactly where R has no small part, so that is asked beside it.
 */
function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return (
    point(signature.subarray(0, 32))?.isTorsionFree() === true &&
    noble.verify(signature, message, publicKey, { zip215: false })
  )
}

function isPrimeOrder(publicKey: Uint8Array): boolean {
  const key = point(publicKey)
  return key !== undefined && !key.isSmallOrder() && key.isTorsionFree()
}

/** The page's cryptography: noble behind the same check of signature and key form as the node's. */
export const crypto: Crypto = {
  sha256,
  ...withMlDsa44(ed25519({ verify, isPrimeOrder }), (publicKey, message, signature) =>
    ml_dsa44.verify(signature, message, publicKey),
  ),
}
