import { fromBase64, LogError, toBase64, toHex, toUtf8, type Crypto } from '@entente/log'
import { z } from 'zod'
import { canonical, parseCanonical } from './canonical.ts'
import { Base64, Custody } from './charter.ts'
import { AccordError } from './error.ts'
import { KeyId, PartyId, prose } from './id.ts'
import { readPublicKey } from './keys.ts'
import { pae } from './sign.ts'

const TYPE = 'application/vnd.entente.key-request+json'

/**
 * Whoever made a key where no node holds it asks the party's root keys to give it to an authority. The key signs
 * this itself, so that nobody has a key given that another holds. It stands on no record.
 */
const KeyRequest = z.strictObject({
  v: z.literal(1),
  party: PartyId,
  authority: z.strictObject({ id: KeyId, name: prose(120) }),
  key: z.strictObject({ keyid: KeyId, alg: z.literal('ed25519'), pub: Base64, custody: Custody }),
  /** Who holds it, for whoever reads the request: no act says so. */
  holder: prose(120),
  claimedAt: z.iso.datetime({ offset: false }),
})
export type KeyRequest = z.infer<typeof KeyRequest>

const Envelope = z.strictObject({
  payload: Base64,
  payloadType: z.literal(TYPE),
  signatures: z.array(z.strictObject({ keyid: KeyId, sig: Base64 })).length(1),
})

/** Bytes that are read as a request at most. */
export const MOST_REQUEST_BYTES = 4096
const FINGERPRINT = 12

/** The id of such a key: its authority's, and the first twelve hex digits of the SHA-256 of the key. No two keys share one by chance. */
export const keyIdOf = (
  authority: string,
  publicKey: Uint8Array,
  { sha256 }: Pick<Crypto, 'sha256'>,
): string =>
  `${authority.slice(0, 64 - FINGERPRINT - 1)}-${toHex(sha256(publicKey)).slice(0, FINGERPRINT)}`

/** The bytes that the new key signs to ask for itself. */
export const requestPayload = (request: Omit<KeyRequest, 'v'>): Uint8Array =>
  toUtf8(canonical(KeyRequest.parse({ v: 1, ...request })))

/** What is signed of such bytes: DSSE v1.0.2, type included. */
export const requestMessage = (payload: Uint8Array): Uint8Array => pae(TYPE, payload)

/** The request as it is handed on: the canonical bytes of a DSSE envelope with the one signature. */
export const sealRequest = (payload: Uint8Array, keyid: string, sig: Uint8Array): Uint8Array =>
  toUtf8(
    canonical({
      payload: toBase64(payload),
      payloadType: TYPE,
      signatures: [{ keyid, sig: toBase64(sig) }],
    }),
  )

/** `sha256:` and the SHA-256 of the request: what its holder and whoever has the root keys compare. */
export const requestId = (bytes: Uint8Array, { sha256 }: Pick<Crypto, 'sha256'>): string =>
  `sha256:${toHex(sha256(bytes))}`

/**
 * Opens a request. Refused where it has another form (`key-request.malformed`), where its key is none of good form
 * (`key.form`), or where its id or its signature is not that of its key (`key-request.unproved`).
 */
export function openRequest(
  bytes: Uint8Array,
  crypto: Pick<Crypto, 'sha256' | 'isKey' | 'verify'>,
): KeyRequest {
  const { request, payload, keyid, sig } = read(bytes)
  const { key, authority } = request
  const publicKey = readPublicKey(key, crypto)
  if (!publicKey)
    throw new AccordError(
      'key.form',
      `expected an Ed25519 key of canonical form and prime order for ${key.keyid}, got another`,
    )
  const own = keyIdOf(authority.id, publicKey, crypto)
  if (key.keyid !== own || keyid !== own)
    throw unproved(`expected the id ${own} for this key, got ${key.keyid} signed by ${keyid}`)
  if (!crypto.verify(publicKey, requestMessage(payload), sig))
    throw unproved(`expected a true signature of ${own} itself, got a false one`)
  return request
}

function read(bytes: Uint8Array) {
  if (bytes.length > MOST_REQUEST_BYTES)
    throw malformed(`expected at most ${MOST_REQUEST_BYTES} bytes, got ${bytes.length}`)
  try {
    const { payload, signatures } = Envelope.parse(parseCanonical(bytes))
    const content = fromBase64(payload)
    const request = KeyRequest.parse(parseCanonical(content))
    const [{ keyid, sig } = { keyid: '', sig: '' }] = signatures
    return { request, payload: content, keyid, sig: fromBase64(sig) }
  } catch (cause) {
    const isMalformed = [AccordError, LogError, z.ZodError].some((kind) => cause instanceof kind)
    if (!isMalformed) throw cause
    throw malformed(
      'expected a signed request for a key in canonical JSON, got another form',
      cause,
    )
  }
}

const malformed = (message: string, cause?: unknown) =>
  new AccordError('key-request.malformed', message, { cause })
const unproved = (message: string) => new AccordError('key-request.unproved', message)
