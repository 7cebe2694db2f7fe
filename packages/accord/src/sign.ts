import { concat, fromBase64, fromUtf8, toBase64, toHex, toUtf8, type Sha256 } from '@entente/log'
import { canonical } from './canonical.ts'
import { AccordError } from './error.ts'
import type { ActId } from './id.ts'

/** Payload type of an act in its DSSE envelope. */
export const ACT_TYPE = 'application/vnd.entente.act+json'

/** C2SP tlog-tiles gives the length of an entry two bytes. */
export const MOST_ENTRY_BYTES = 65_535
const MOST_SIGNATURES = 16
const KEYID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

const HEAD = '{"payload":"'

/** Whoever signs an act: a key's name and what it does. */
export type ActSigner = {
  readonly keyid: string
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** What an entry of a strand holds. Nothing in it is proved yet. */
export type Envelope = {
  readonly payload: Uint8Array
  readonly signatures: readonly { readonly keyid: string; readonly sig: Uint8Array }[]
}

/** DSSE v1.0.2 pre-authentication encoding: the bytes that are signed, type included. */
export function pae(type: string, body: Uint8Array): Uint8Array {
  const head = `DSSEv1 ${toUtf8(type).length} ${type} ${body.length} `
  return concat(toUtf8(head), body)
}

/** What a signature is checked against is read at once: one place for it spares an allocation per act. */
let scratch = new Uint8Array(4096)

/** The bytes that signatures of an act are over; they hold until the next act is asked for. */
export function signedBytes(payload: Uint8Array): Uint8Array {
  const head = `DSSEv1 ${ACT_TYPE.length} ${ACT_TYPE} ${payload.length} `
  const length = head.length + payload.length
  if (scratch.length < length) scratch = new Uint8Array(length * 2)
  for (let at = 0; at < head.length; at++) scratch[at] = head.charCodeAt(at)
  scratch.set(payload, head.length)
  return scratch.subarray(0, length)
}

/** SHA-256 of the payload bytes: what other acts call this one. */
export const actId = (payload: Uint8Array, sha256: Sha256): ActId =>
  `sha256:${toHex(sha256(payload))}` as ActId

/** Signs a payload and makes the log entry: the canonical bytes of a DSSE envelope. */
export function seal(payload: Uint8Array, signers: readonly ActSigner[]): Uint8Array {
  if (signers.length < 1 || signers.length > MOST_SIGNATURES)
    throw malformed(`expected 1 to ${MOST_SIGNATURES} signers, got ${signers.length}`)
  const message = pae(ACT_TYPE, payload)
  const entry = toUtf8(
    canonical({
      payload: toBase64(payload),
      payloadType: ACT_TYPE,
      signatures: signers.map(({ keyid, sign }) => ({ keyid, sig: toBase64(sign(message)) })),
    }),
  )
  assertSize(entry)
  return entry
}

/** Opens a log entry: exactly one byte form of an envelope is accepted, whatever it says. */
export function openEntry(entry: Uint8Array): Envelope {
  assertSize(entry)
  const text = readText(entry)
  const { payload, payloadType, signatures } = readShape(text)
  if (payloadType !== ACT_TYPE)
    throw new AccordError(
      'envelope.type',
      `expected payload type ${ACT_TYPE}, got ${JSON.stringify(payloadType.slice(0, 80))}`,
    )
  // No string in it needs an escape, so this is its canonical form.
  const signed = signatures.map(({ keyid, sig }) => `{"keyid":"${keyid}","sig":"${sig}"}`).join(',')
  const tail = `","payloadType":"${ACT_TYPE}","signatures":[${signed}]}`
  if (
    text.length !== HEAD.length + payload.length + tail.length ||
    !text.startsWith(HEAD) ||
    !text.startsWith(payload, HEAD.length) ||
    !text.endsWith(tail)
  )
    throw new AccordError(
      'envelope.not-canonical',
      'expected the canonical form of RFC 8785, got another form of the same envelope',
    )
  return {
    payload: bytesOf(payload),
    signatures: signatures.map(({ keyid, sig }) => ({ keyid, sig: bytesOf(sig) })),
  }
}

/** The id of the act in an entry that may be refused; undefined where none can be read. */
export function findActId(entry: Uint8Array, sha256: Sha256): ActId | undefined {
  try {
    return actId(bytesOf(readShape(readText(entry)).payload), sha256)
  } catch (error) {
    if (error instanceof AccordError) return undefined
    throw error
  }
}

function readText(entry: Uint8Array): string {
  try {
    return fromUtf8(entry)
  } catch (cause) {
    throw malformed('expected an envelope in UTF-8, got bytes that are not', { cause })
  }
}

type Shape = {
  readonly payload: string
  readonly payloadType: string
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[]
}

function readShape(text: string): Shape {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw malformed('expected an envelope in JSON, got bytes that are not', { cause })
  }
  if (
    !hasKeys(value, 3) ||
    typeof value['payload'] !== 'string' ||
    typeof value['payloadType'] !== 'string' ||
    !Array.isArray(value['signatures'])
  )
    throw malformed('expected an envelope of payload, payloadType and signatures, got another form')
  const { payload, payloadType } = value
  return { payload, payloadType, signatures: readSignatures(value['signatures']) }
}

function readSignatures(values: readonly unknown[]): Shape['signatures'] {
  if (values.length < 1 || values.length > MOST_SIGNATURES)
    throw malformed(`expected 1 to ${MOST_SIGNATURES} signatures, got ${values.length}`)
  const keyids = new Set<string>()
  return values.map((value) => {
    if (
      !hasKeys(value, 2) ||
      typeof value['keyid'] !== 'string' ||
      typeof value['sig'] !== 'string'
    )
      throw malformed('expected signatures of keyid and sig, got another form')
    const { keyid, sig } = value
    if (!KEYID.test(keyid) || keyids.has(keyid))
      throw malformed('expected a key id, and each once, in the signatures')
    keyids.add(keyid)
    return { keyid, sig }
  })
}

const hasKeys = (value: unknown, count: number): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.keys(value).length === count

function bytesOf(text: string): Uint8Array {
  try {
    return fromBase64(text)
  } catch (cause) {
    throw new AccordError(
      'envelope.base64',
      'expected canonical base64 in the envelope, got another form',
      { cause },
    )
  }
}

function assertSize({ length }: Uint8Array) {
  if (length > MOST_ENTRY_BYTES)
    throw new AccordError(
      'envelope.too-large',
      `expected an entry of at most ${MOST_ENTRY_BYTES} bytes, got ${length}`,
    )
}

const malformed = (message: string, options?: ErrorOptions) =>
  new AccordError('envelope.malformed', message, options)
