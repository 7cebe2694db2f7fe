// The two kinds of key and signature; the length of the key says which: spec/log.md section 2.
import { createPublicKey, verify as libraryVerify } from 'node:crypto'
import * as ed25519 from './ed25519.mjs'

/** SubjectPublicKeyInfo of id-ml-dsa-44 up to the key, RFC 9881. */
const SPKI = Buffer.from('30820532300b06096086480165030403110382052100', 'hex')

/** Whether a key makes second signatures: ML-DSA-44. */
export const isSecond = (key) => key.length === 1312

/** `ed25519` or `ml-dsa-44`. */
export const algOf = (key) => (isSecond(key) ? 'ml-dsa-44' : 'ed25519')

/** Whether bytes are a key of that kind; of either where none is named. */
export const isKey = (key, alg = key && algOf(key)) =>
  key !== undefined && alg === algOf(key) && (isSecond(key) || ed25519.isKey(key))

/** Whether this key signed this message. */
export function verify(key, message, signature) {
  if (!isSecond(key)) return ed25519.verify(key, message, signature)
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI, key]),
    format: 'der',
    type: 'spki',
  })
  return libraryVerify(null, message, publicKey, signature)
}
