import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Alg } from '@entente/accord'
import { ML_DSA_44_KEY } from '@entente/log'
import { KeyError } from './error.ts'

export { KeyError } from './error.ts'
import { writeNew } from '../durable.ts'
import { readBox, writeBox } from './box.ts'
import { readJsonFile } from '../json-file.ts'

/** A key that this node holds: it can sign, and the private part never leaves this object. */
export type HeldKey = {
  readonly name: string
  /** 32 bytes of Ed25519, or 1,312 of ML-DSA-44. */
  readonly publicKey: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}

/**
 * The keys this node holds. They are encrypted at rest under one secret: whoever has both the
 * data directory and that secret can sign. A secret given by `ENTENTE_NODE_KEY` is never written
 * down; without it `node.key` lies beside the keys, which keeps them out of a copied backup of
 * `keys/` and out of nothing else.
 */
export type Keys = {
  readonly names: () => readonly string[]
  /** A new key of Ed25519, unless another kind is said. */
  readonly create: (name: string, alg?: Alg) => HeldKey
  readonly load: (name: string) => HeldKey
  /** A secret text that is no signing key, encrypted in the same way; made where it is missing. */
  readonly secret: (name: string, make: () => Promise<string>) => Promise<string>
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

const KeyFile = z.strictObject({
  v: z.literal(1),
  alg: z.enum(['ed25519', 'ml-dsa-44']),
  cipher: z.literal('aes-256-gcm'),
  publicKey: z.base64(),
  iv: z.base64(),
  tag: z.base64(),
  /** PKCS#8, encrypted; the name and the public key are authenticated with it. */
  ciphertext: z.base64(),
})

/** Opens the keys of a data directory; `secret` is `ENTENTE_NODE_KEY` where it is set: 32 bytes, base64. */
export function openKeys(dataDirectory: string, secret?: string): Keys {
  const directory = join(dataDirectory, 'keys')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const key = secret === undefined ? nodeKey(dataDirectory) : parseSecret(secret)
  const path = (name: string) => {
    if (!NAME.test(name)) {
      throw new KeyError('key.name', `expected letters, digits, dots and hyphens, got ${name}`)
    }
    return join(directory, `${name}.json`)
  }
  const loaded = new Map<string, HeldKey>()
  return {
    names: () =>
      readdirSync(directory)
        .filter((file) => file.endsWith('.json'))
        .map((file) => file.slice(0, -'.json'.length))
        .toSorted(),
    create: (name, alg = 'ed25519') => {
      const file = path(name)
      if (existsSync(file)) throw new KeyError('key.exists', `expected a new name, got ${name}`)
      const privateKey = newPrivateKey(alg)
      writeNew(file, JSON.stringify(encrypted(name, { privateKey, alg }, key), null, 2))
      const held = heldKey(name, privateKey)
      loaded.set(name, held)
      return held
    },
    load: (name) => {
      const known = loaded.get(name)
      if (known) return known
      const held = heldKey(name, decrypted(name, path(name), key))
      loaded.set(name, held)
      return held
    },
    secret: async (name, make) => {
      const file = path(name).replace(/\.json$/, '.secret')
      const known = readBox(name, file, key)
      if (known !== undefined) return known
      const text = await make()
      writeBox(name, file, { key, text })
      return text
    },
  }
}

function heldKey(name: string, privateKey: KeyObject): HeldKey {
  return {
    name,
    publicKey: rawPublicKey(privateKey),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  }
}

const newPrivateKey = (alg: Alg): KeyObject =>
  alg === 'ed25519'
    ? generateKeyPairSync('ed25519').privateKey
    : generateKeyPairSync('ml-dsa-44').privateKey

/** The end of a SubjectPublicKeyInfo is the key itself. */
function rawPublicKey(privateKey: KeyObject): Uint8Array {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const length = privateKey.asymmetricKeyType === 'ml-dsa-44' ? ML_DSA_44_KEY : 32
  return new Uint8Array(spki.subarray(-length))
}

const associated = (name: string, publicKey: string) =>
  Buffer.from(`entente-key/1\n${name}\n${publicKey}`)

function encrypted(
  name: string,
  { privateKey, alg }: { readonly privateKey: KeyObject; readonly alg: Alg },
  key: Buffer,
): z.infer<typeof KeyFile> {
  const publicKey = Buffer.from(rawPublicKey(privateKey)).toString('base64')
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associated(name, publicKey))
  const plain = privateKey.export({ format: 'der', type: 'pkcs8' })
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()])
  plain.fill(0)
  return {
    v: 1,
    alg,
    cipher: 'aes-256-gcm',
    publicKey,
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    ciphertext: ciphertext.toString('base64'),
  }
}

function decrypted(name: string, file: string, key: Buffer): KeyObject {
  if (!existsSync(file)) {
    throw new KeyError('key.missing', `expected a key named ${name} in this node, got none`)
  }
  try {
    const stored = KeyFile.parse(readJsonFile(file))
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(stored.iv, 'base64'), {
      authTagLength: 16,
    })
    decipher.setAAD(associated(name, stored.publicKey))
    decipher.setAuthTag(Buffer.from(stored.tag, 'base64'))
    const plain = Buffer.concat([
      decipher.update(Buffer.from(stored.ciphertext, 'base64')),
      decipher.final(),
    ])
    const privateKey = createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' })
    plain.fill(0)
    return privateKey
  } catch (cause) {
    throw new KeyError(
      'key.unreadable',
      `expected ${name} to open with this node's secret, got another secret or a changed file`,
      { cause },
    )
  }
}

function nodeKey(dataDirectory: string): Buffer {
  const file = join(dataDirectory, 'node.key')
  if (!existsSync(file)) writeNew(file, `${randomBytes(32).toString('base64')}\n`)
  return parseSecret(readFileSync(file, 'utf8').trim())
}

function parseSecret(text: string): Buffer {
  const secret = Buffer.from(text, 'base64')
  if (secret.length !== 32 || secret.toString('base64') !== text) {
    throw new KeyError('key.unreadable', 'expected a node key of 32 bytes in base64')
  }
  return secret
}
