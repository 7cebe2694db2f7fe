import { canonical, instantKey, textOf } from '@entente/stix'
import { CacaoError } from './error.ts'
import { got, isObject, itemsOf, type Json } from './finding.ts'
import type { Playbook } from './read.ts'

/**
 * Signatures on playbooks: section 10.15 of CACAO 2.0, which is the JSON Signature Scheme of ITU-T X.590. What is signed is the
 * hexadecimal text of the hash over the RFC 8785 form of the playbook with this one signature in it, without its value.
 */

/** What a new signature says of itself. */
export type Signing = {
  /** `jss--UUID`; the caller brings the chance in it. */
  readonly id: string
  /** When it is made: RFC 3339 in UTC with three digits after the point. */
  readonly created: string
  /** The name of whoever signs, as people read it. */
  readonly signee: string
  /** The key: base64 of the DER form of its SubjectPublicKeyInfo, which is PEM without header and footer. */
  readonly publicKey: string
  /** An identity of STIX, where whoever signs has one. */
  readonly createdBy?: string
  readonly validUntil?: string
  /** Signs these bytes with Ed25519. */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array> | Uint8Array
}

/** The playbook with one more signature; what was signed before stays as it is. */
export async function signPlaybook(playbook: Playbook, signing: Signing): Promise<Json> {
  const { id, created, signee, publicKey, createdBy, validUntil, sign } = signing
  const unsigned: Json = {
    type: 'jss',
    id,
    ...(createdBy === undefined ? {} : { created_by: createdBy }),
    created,
    modified: created,
    signee,
    ...(validUntil === undefined ? {} : { valid_until: validUntil }),
    related_to: playbook.id,
    related_version: playbook.modified,
    hash_algorithm: 'sha-256',
    algorithm: 'Ed25519',
    public_key: publicKey,
  }
  const message = await messageOf(playbook.value, unsigned, 'SHA-256')
  const value = toBase64Url(await sign(message))
  const signatures = [{ ...unsigned, value }, ...itemsOf(playbook.value['signatures'])]
  return { ...playbook.value, signatures }
}

/** What a signature proves: that the holder of this key signed this version. Whose key it is, the reader has to know. */
export type Proof = {
  readonly id: string
  readonly signee: string
  readonly publicKey: string
  readonly algorithm: string
  readonly created: string
}

/** One signature, and what it proves or why it proves nothing. */
export type Report = {
  readonly id: string
  readonly signee: string
  readonly proof?: Proof
  readonly refused?: { readonly code: string; readonly reason: string }
}

/** Every signature of a playbook, in its order. `at` is the instant at which it is asked: signatures may have run out. */
export async function verifySignatures(playbook: Playbook, at: string): Promise<readonly Report[]> {
  const reports: Report[] = []
  for (const signature of itemsOf(playbook.value['signatures'])) {
    const said = isObject(signature) ? signature : {}
    const named = { id: textOf(said['id']), signee: textOf(said['signee']) }
    try {
      reports.push({ ...named, proof: await verifySignature(playbook, said, at) })
    } catch (error) {
      if (!(error instanceof CacaoError)) throw error
      reports.push({ ...named, refused: { code: error.code, reason: error.message } })
    }
  }
  return reports
}

/**
 * What one signature of a playbook proves.
 *
 * Throws `playbook-signature.malformed`, `.unsupported` (an algorithm, or a key that is only named), `.other-playbook`,
 * `.not-valid-now`, `.false`.
 */
export async function verifySignature(
  playbook: Playbook,
  signature: Json,
  at: string,
): Promise<Proof> {
  const said = readSignature(signature)
  if (said.relatedTo !== playbook.id || said.relatedVersion !== playbook.modified)
    throw refused(
      'playbook-signature.other-playbook',
      `a signature of ${playbook.id} as of ${playbook.modified}`,
      `${said.relatedTo} as of ${said.relatedVersion}`,
    )
  checkPeriod(signature, at)
  if (!(await verifyJss(playbook.value, signature)))
    throw refused('playbook-signature.false', 'a signature over this content', 'another')
  const { id, signee, publicKey, algorithm, created } = said
  return { id, signee, publicKey, algorithm, created }
}

/** Whether a signature of X.590 is one over this object, whatever the object is. Throws where it cannot be told. */
export async function verifyJss(object: Json, signature: Json): Promise<boolean> {
  const { value, signature: _counter, ...unsigned } = signature
  const { algorithm, hash_algorithm: hashAlgorithm, public_key: publicKey } = unsigned
  const hash = HASHES.get(textOf(hashAlgorithm))
  const scheme = SCHEMES.get(textOf(algorithm))
  if (hash === undefined || scheme === undefined)
    throw refused(
      'playbook-signature.unsupported',
      `${[...SCHEMES.keys()].join(', ')} over ${[...HASHES.keys()].join(' or ')}`,
      `${textOf(algorithm)} over ${textOf(hashAlgorithm)}`,
    )
  const message = await messageOf(object, unsigned, hash)
  return isSigned(scheme, { publicKey: textOf(publicKey), value: textOf(value) }, message)
}

/** Names of IANA's Named Information Hash Algorithm Registry. */
const HASHES: ReadonlyMap<string, 'SHA-256' | 'SHA-384' | 'SHA-512'> = new Map([
  ['sha-256', 'SHA-256'],
  ['sha-384', 'SHA-384'],
  ['sha-512', 'SHA-512'],
])

type Scheme = {
  readonly key: RsaHashedImportParams | EcKeyImportParams | Algorithm
  readonly verify: AlgorithmIdentifier | RsaPssParams | EcdsaParams
}
const rsa = (bits: number): [string, Scheme] => [
  `RS${bits}`,
  {
    key: { name: 'RSASSA-PKCS1-v1_5', hash: `SHA-${bits}` },
    verify: { name: 'RSASSA-PKCS1-v1_5' },
  },
]
const pss = (bits: number): [string, Scheme] => [
  `PS${bits}`,
  {
    key: { name: 'RSA-PSS', hash: `SHA-${bits}` },
    verify: { name: 'RSA-PSS', saltLength: bits / 8 },
  },
]
const ecdsa = (bits: number, curve: string): [string, Scheme] => [
  `ES${bits}`,
  {
    key: { name: 'ECDSA', namedCurve: curve },
    verify: { name: 'ECDSA', hash: `SHA-${bits}` },
  },
]
/** What a reader finds in Node and in browsers alike. Post-quantum schemes of the vocabulary are not among them. */
const SCHEMES: ReadonlyMap<string, Scheme> = new Map([
  ['Ed25519', { key: { name: 'Ed25519' }, verify: { name: 'Ed25519' } }],
  ...[256, 384, 512].flatMap((bits) => [rsa(bits), pss(bits)]),
  ecdsa(256, 'P-256'),
  ecdsa(384, 'P-384'),
  ecdsa(512, 'P-521'),
])

type Said = Proof & { readonly relatedTo: string; readonly relatedVersion: string }

function readSignature(signature: Json): Said {
  const text = (name: string): string => {
    const value = signature[name]
    if (typeof value === 'string' && value !== '') return value
    throw refused('playbook-signature.malformed', `a text in ${name}`, got(value))
  }
  if (signature['type'] !== 'jss')
    throw refused('playbook-signature.malformed', '"type": "jss"', got(signature['type']))
  if (signature['public_key'] === undefined)
    throw refused(
      'playbook-signature.unsupported',
      'the key in public_key',
      'a key that is named only',
    )
  return {
    id: text('id'),
    signee: text('signee'),
    created: text('created'),
    relatedTo: text('related_to'),
    relatedVersion: text('related_version'),
    algorithm: text('algorithm'),
    publicKey: text('public_key'),
  }
}

function checkPeriod(signature: Json, at: string): void {
  const { revoked, valid_from: from, valid_until: until } = signature
  const now = instantKey(at)
  const key = (value: unknown) => (typeof value === 'string' ? instantKey(value) : undefined)
  if (now === undefined)
    throw refused('playbook-signature.malformed', 'an instant with Z to ask at', at)
  const [begins, ends] = [key(from), key(until)]
  const isNow =
    revoked !== true &&
    (from === undefined || (begins !== undefined && begins <= now)) &&
    (until === undefined || (ends !== undefined && now < ends))
  if (isNow) return
  const came = revoked === true ? 'a revoked one' : `one from ${got(from)} until ${got(until)}`
  throw refused('playbook-signature.not-valid-now', `a signature that holds at ${at}`, came)
}

/** The bytes that are signed: every other signature is left out, for each stands alone. */
async function messageOf(playbook: Json, unsigned: Json, hash: string): Promise<Uint8Array> {
  const text = canonical({ ...playbook, signatures: [unsigned] })
  const digest = await crypto.subtle.digest(hash, new TextEncoder().encode(text))
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'))
  return new TextEncoder().encode(hex.join(''))
}

async function isSigned(
  scheme: Scheme,
  said: { readonly publicKey: string; readonly value: string },
  message: Uint8Array,
): Promise<boolean> {
  try {
    const spki = fromBase64(said.publicKey)
    const key = await crypto.subtle.importKey('spki', spki, scheme.key, false, ['verify'])
    const value = fromBase64(said.value)
    return await crypto.subtle.verify(scheme.verify, key, value, new Uint8Array(message))
  } catch (error) {
    if (error instanceof CacaoError) throw error
    throw refused(
      'playbook-signature.malformed',
      `a key for the algorithm and a signature by it`,
      'something else',
      error,
    )
  }
}

/** Either alphabet, padded or not: keys are written in the one, signatures in the other, and both come as people copy them. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = text.replaceAll(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/')
  try {
    return Uint8Array.from(atob(plain.replace(/=+$/, '')), (one) => one.codePointAt(0)!)
  } catch (error) {
    throw refused('playbook-signature.malformed', 'base64', got(text), error)
  }
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const refused = (
  code: CacaoError['code'],
  expected: string,
  came: string,
  cause?: unknown,
): CacaoError => new CacaoError(code, `expected ${expected}, got ${came}`, { cause })
