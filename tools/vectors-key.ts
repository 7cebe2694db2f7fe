import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
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

function madeKey(name: string): FixedKey {
  const seed = crypto.sha256(toUtf8(`entente vectors: ${name}`))
  const key = Buffer.concat([PKCS8, seed])
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return {
    publicKey: new Uint8Array(spki.subarray(-32)),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  }
}
