import { concat, fromBase64, toBase64, toHex, toUtf8 } from './base64.ts'
import type { Crypto, Sha256, Signer } from './crypto.ts'
import { LogError } from './error.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { isMlDsa44, ML_DSA_44_KEY } from './ml-dsa.ts'

// C2SP signed-note and tlog-cosignature.
const MOST_BYTES = 1_000_000
const MOST_SIGNATURES = 100

/** Ed25519 note signature; Ed25519 cosignature/v1 with a time; ML-DSA-44 cosignature with a time. */
export type VkeyType = 1 | 4 | 6

export type Vkey = {
  readonly name: string
  /** Eight lower-case hex digits that follow from name, type and key. */
  readonly id: string
  readonly type: VkeyType
  readonly raw: Uint8Array
}

type NoteSignature = {
  readonly name: string
  readonly id: string
  readonly signature: Uint8Array
  /** The signature line as it stood, without its line feed. */
  readonly line: string
}

const isName = (name: string) =>
  name.length > 0 && name.isWellFormed() && !/[\s+\p{Cc}]/u.test(name)

/** First four bytes of SHA-256 over name, line feed, type and key. */
function keyId(name: string, type: number, raw: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(concat(toUtf8(`${name}\n`), Uint8Array.of(type), raw)).subarray(0, 4)
}

export function formatVkey(name: string, type: VkeyType, raw: Uint8Array, sha256: Sha256): string {
  if (!isName(name)) throw malformedVkey(`the name ${JSON.stringify(name)}`)
  const id = toHex(keyId(name, type, raw, sha256))
  return `${name}+${id}+${toBase64(concat(Uint8Array.of(type), raw))}`
}

export function parseVkey(text: string, sha256: Sha256): Vkey {
  const [, name, id, key] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? []
  if (!name || !id || !key || !isName(name)) throw malformedVkey('no name+id+key')
  const bytes = readKey(key)
  const type = bytes[0]
  const raw = bytes.subarray(1)
  if (type !== 1 && type !== 4 && type !== 6) throw malformedVkey(`key type ${type}`)
  const length = type === 6 ? ML_DSA_44_KEY : 32
  if (raw.length !== length) throw malformedVkey(`${raw.length} bytes of key`)
  const computed = toHex(keyId(name, type, raw, sha256))
  if (computed !== id) throw malformedVkey(`id ${id} where ${computed} follows from the key`)
  return { name, id, type, raw }
}

function readKey(text: string): Uint8Array {
  try {
    return fromBase64(text)
  } catch (cause) {
    throw new LogError('vkey.malformed', 'expected a verifier key, got base64 that is not', {
      cause,
    })
  }
}

const malformedVkey = (got: string) =>
  new LogError('vkey.malformed', `expected a verifier key, got ${got}`)

/** A signed note taken apart: its text, up to the blank line, and its signature lines. */
export type ParsedNote = { readonly text: string; readonly signatures: readonly NoteSignature[] }

/** Takes a signed note apart; nothing in it is believed yet. */
export function parseNote(note: string): ParsedNote {
  if (note.length > MOST_BYTES) throw malformedNote(`more than ${MOST_BYTES} bytes`)
  // Control characters below U+0020 but for the line feed.
  if (!note.isWellFormed() || /[^\P{Cc}\n\u007f-\u009f]/u.test(note))
    throw malformedNote('control characters')
  const end = note.lastIndexOf('\n\n')
  if (end < 0) throw malformedNote('no blank line')
  const text = note.slice(0, end + 1)
  const rest = note.slice(end + 2)
  if (!rest.endsWith('\n')) throw malformedNote('no signature lines')
  const lines = rest.slice(0, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) throw malformedNote(`${lines.length} signatures`)
  return { text, signatures: lines.map(parseSignature) }
}

function parseSignature(line: string): NoteSignature {
  const [, name, key] = /^\u2014 ([^ ]+) ([^ ]+)$/u.exec(line) ?? []
  if (!name || !key || !isName(name)) throw malformedNote('a malformed signature line')
  let bytes: Uint8Array
  try {
    bytes = fromBase64(key)
  } catch (cause) {
    throw new LogError('note.malformed', 'expected a signed note, got base64 that is not', {
      cause,
    })
  }
  if (bytes.length < 5) throw malformedNote('a signature without its bytes')
  return { name, id: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4), line }
}

const malformedNote = (got: string) =>
  new LogError('note.malformed', `expected a signed note, got ${got}`)

/** A key that signed a note truly, and when, where it is a witness. */
export type Verified = { readonly vkey: Vkey; readonly time?: number }

/**
 * Checks the signatures of the keys that are known, each once; signatures of unknown keys are
 * passed over. One false signature of a known key rejects the note. A note that was taken apart before
 * is not taken apart again.
 */
export function openNote(
  note: string | ParsedNote,
  vkeys: readonly Vkey[],
  crypto: Pick<Crypto, 'verify'>,
): { text: string; verified: readonly Verified[] } {
  const { text, signatures } = typeof note === 'string' ? parseNote(note) : note
  const message = toUtf8(text)
  const verified: Verified[] = []
  const seen = new Set<string>()
  for (const signature of signatures) {
    const known = vkeys.filter(({ name, id }) => name === signature.name && id === signature.id)
    const vkey = known[0]
    if (!vkey) continue
    if (known.length > 1)
      throw new LogError(
        'note.ambiguous',
        `expected one key ${vkey.name}+${vkey.id}, got ${known.length}`,
      )
    const once = `${vkey.name}+${vkey.id}`
    if (seen.has(once)) continue
    seen.add(once)
    verified.push(check(vkey, signature, { text, message, crypto }))
  }
  if (verified.length === 0)
    throw new LogError('note.unknown-keys', 'expected a signature of a known key, got none')
  return { text, verified }
}

function check(
  vkey: Vkey,
  { signature, line }: NoteSignature,
  { text, message, crypto }: { text: string; message: Uint8Array; crypto: Pick<Crypto, 'verify'> },
): Verified {
  const refuse = () =>
    new LogError('note.signature', `expected a true signature of ${vkey.name}, got a false one`, {
      evidence: { text, line },
    })
  if (vkey.type === 1) {
    if (signature.length !== 64 || !crypto.verify(vkey.raw, message, signature)) throw refuse()
    return { vkey }
  }
  if (signature.length < 8) throw refuse()
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0)
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) throw refuse()
  const signed = cosigned(text, Number(time), vkey)
  if (!signed || !crypto.verify(vkey.raw, signed, signature.subarray(8))) throw refuse()
  return { vkey, time: Number(time) }
}

/** What a cosigner signs of a checkpoint (C2SP tlog-cosignature); undefined where its kind of signature can be over no such text. */
function cosigned(
  text: string,
  time: number,
  { name, raw }: Pick<Vkey, 'name' | 'raw'>,
): Uint8Array | undefined {
  if (!isMlDsa44(raw)) return toUtf8(`cosignature/v1\ntime ${time}\n${text}`)
  const { origin, size, root } = readTree(text) ?? {}
  if (origin === undefined || size === undefined || !root) return undefined
  const names = [name, origin].map(toUtf8)
  if (names.some(({ length }) => length < 1 || length > 255)) return undefined
  const [cosigner, log] = names.map((one) => concat(Uint8Array.of(one.length), one))
  return concat(
    toUtf8('subtree/v1\n\0'),
    cosigner!,
    number(time),
    log!,
    number(0),
    number(size),
    root,
  )
}

/** Eight bytes, big-endian. */
function number(value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value))
  return bytes
}

function readTree(text: string) {
  try {
    return parseCheckpoint(text)
  } catch (error) {
    if (error instanceof LogError) return undefined
    throw error
  }
}

const signatureLine = (name: string, id: Uint8Array, bytes: Uint8Array) =>
  `\u2014 ${name} ${toBase64(concat(id, bytes))}\n`

/** A note: the text, a blank line and the signer's line. */
export function signNote(text: string, signer: Signer, sha256: Sha256): string {
  const id = keyId(signer.name, 1, signer.publicKey, sha256)
  return `${text}\n${signatureLine(signer.name, id, signer.sign(toUtf8(text)))}`
}

/** The type of a cosigner's key: Ed25519 or ML-DSA-44. */
export const cosignerType = (publicKey: Uint8Array): 4 | 6 => (isMlDsa44(publicKey) ? 6 : 4)

/** One cosignature line: this witness has seen this checkpoint at this time, in seconds. */
export function cosign(text: string, signer: Signer, time: number, sha256: Sha256): string {
  const { name, publicKey } = signer
  const message = cosigned(text, time, { name, raw: publicKey })
  if (!message)
    throw new LogError(
      'checkpoint.malformed',
      'expected a checkpoint with names of 1 to 255 bytes to be cosigned with ML-DSA-44, got another text',
    )
  const id = keyId(name, cosignerType(publicKey), publicKey, sha256)
  return signatureLine(name, id, concat(number(time), signer.sign(message)))
}
