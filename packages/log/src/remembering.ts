import { concat } from './base64.ts'
import type { Crypto } from './crypto.ts'
import { isMlDsa44 } from './ml-dsa.ts'

/** Signatures that are remembered: the cosignatures of 64 parties' trees, a few of each. */
const MOST = 16_384
/** Bytes of a message that is remembered with its signature: a checkpoint, and not an act. */
const LONGEST = 1_024

/**
 * The same cryptography, with the signatures that proved true: the same checkpoint with the same cosignatures comes from
 * every peer, again in every audit and once more in every certificate. What proved false is checked each time.
 */
export function remembering(crypto: Crypto, most = MOST): Crypto {
  const known = new Set<string>()
  return {
    ...crypto,
    verify: (publicKey, message, signature) => {
      if (message.length > LONGEST) return crypto.verify(publicKey, message, signature)
      // Keys and signatures of other lengths are never true: no two of these names are of different things.
      const said = [publicKey, signature, message]
      // What is long is remembered by its hash, which no other name is as short as.
      const name = isMlDsa44(publicKey)
        ? text(crypto.sha256(concat(...said)))
        : said.map(text).join('')
      if (known.has(name)) return true
      const isTrue = crypto.verify(publicKey, message, signature)
      if (isTrue) {
        if (known.size >= most) known.clear()
        known.add(name)
      }
      return isTrue
    },
  }
}

/** One character for each byte. */
const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
