import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js'
import { toUtf8 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

type FixedKey = {
  readonly publicKey: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** An Ed25519 key whose seed is the hash of its name. Whoever reads this holds it too. */
export function fixedKey(name: string): FixedKey {
  const known = fixed.get(name) ?? madeKey(name)
  fixed.set(name, known)
  return known
}
const fixed = new Map<string, FixedKey>()

const seedOf = (name: string): Uint8Array => crypto.sha256(toUtf8(`entente vectors: ${name}`))

/** An ML-DSA-44 key that follows from its name in the same way, and signs the same bytes alike each time (FIPS 204, section 3.4). */
export function fixedSecond(name: string): FixedKey {
  const known = fixed.get(`second ${name}`)
  if (known) return known
  const { publicKey, secretKey } = ml_dsa44.keygen(seedOf(name))
  const made: FixedKey = {
    publicKey,
    sign: (message) => ml_dsa44.sign(message, secretKey, { extraEntropy: false }),
  }
  fixed.set(`second ${name}`, made)
  return made
}

function madeKey(name: string): FixedKey {
  const key = Buffer.concat([PKCS8, seedOf(name)])
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return {
    publicKey: new Uint8Array(spki.subarray(-32)),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  }
}
