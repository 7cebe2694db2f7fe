import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto'
import { ed25519 } from '../src/ed25519.ts'
import type { Crypto, Signer } from '../src/crypto.ts'
import { isPrimeOrder } from './edwards.ts'

const SPKI = Buffer.from('302a300506032b6570032100', 'hex')
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** What the tests of log give it: node's SHA-256 and Ed25519, behind log's own check of form. */
export const crypto: Crypto = {
  sha256: (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer')),
  ...ed25519({
    isPrimeOrder,
    verify: (publicKey, message, signature) => {
      const key = Buffer.concat([SPKI, publicKey])
      return verify(null, message, createPublicKey({ key, format: 'der', type: 'spki' }), signature)
    },
  }),
}

export const { sha256 } = crypto

/** A key that follows from a seed of 32 bytes, so that a failing test can be run again. */
export function signerOf(name: string, seed: Uint8Array): Signer {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    name,
    publicKey: new Uint8Array(spki.subarray(SPKI.length)),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  }
}

export const seeded = (name: string, byte: number): Signer =>
  signerOf(name, new Uint8Array(32).fill(byte))
