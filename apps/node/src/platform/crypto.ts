import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto'
import { ed25519 as noble } from '@noble/curves/ed25519.js'
import { ed25519, isMlDsa44, toBase64, withMlDsa44, type Crypto } from '@entente/log'

/** The head of a SubjectPublicKeyInfo: id-Ed25519 (RFC 8410), id-ml-dsa-44 (RFC 9881). */
const SPKI = {
  ed25519: Buffer.from('302a300506032b6570032100', 'hex'),
  mlDsa44: Buffer.from('30820532300b06096086480165030403110382052100', 'hex'),
}
const MOST_KEYS = 10_000
const imported = new Map<string, KeyObject>()

/** Importing a key costs as much as using it once: keys are kept. */
function keyObject(publicKey: Uint8Array): KeyObject {
  const name = toBase64(publicKey)
  const known = imported.get(name)
  if (known) return known
  const key = createPublicKey({
    key: Buffer.concat([isMlDsa44(publicKey) ? SPKI.mlDsa44 : SPKI.ed25519, publicKey]),
    format: 'der',
    type: 'spki',
  })
  if (imported.size >= MOST_KEYS) imported.clear()
  imported.set(name, key)
  return key
}

/** On the curve, and neither of small order nor with a small part. */
function isPrimeOrder(publicKey: Uint8Array): boolean {
  try {
    const point = noble.Point.fromBytes(publicKey)
    return !point.isSmallOrder() && point.isTorsionFree()
  } catch {
    // noble throws for what is no point of the curve.
    return false
  }
}

/** Read from text, because 32 bytes that JavaScript allocates itself cost a third of a Buffer from outside. */
function sha256(bytes: Uint8Array): Uint8Array {
  const text = hash('sha256', bytes, 'binary')
  const digest = new Uint8Array(32)
  for (let at = 0; at < 32; at++) digest[at] = text.charCodeAt(at)
  return digest
}

function verifyWith(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, message, keyObject(publicKey), signature)
}

/** The node's cryptography: node:crypto behind the one check of signature and key form. */
export const crypto: Crypto = {
  sha256,
  ...withMlDsa44(ed25519({ verify: verifyWith, isPrimeOrder }), verifyWith),
}
