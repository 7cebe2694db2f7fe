import { generateKeyPairSync, sign } from 'node:crypto'
import { formatVkey, parseVkey, type Signer, type Vkey } from '@entente/log'
import { crypto } from '../src/platform/crypto.ts'

/** Who signs notes under this name, with a new key. */
export function signerNamed(name: string): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    name,
    publicKey: new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  }
}

/** Its key as others have it: 1 signs checkpoints, 4 cosigns them (C2SP tlog-cosignature). */
export const vkeyOf = ({ name, publicKey }: Signer, type: 1 | 4): Vkey =>
  parseVkey(formatVkey(name, type, publicKey, crypto.sha256), crypto.sha256)
