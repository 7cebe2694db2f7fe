import { LogError } from './error.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUE = new Int8Array(128).fill(-1)
for (let index = 0; index < 64; index++) VALUE[ALPHABET.charCodeAt(index)] = index

/** Standard base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  // In pieces, because a call takes a bounded number of arguments.
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

/** Six bits; negative for what is no letter of the alphabet. */
function valueAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < 128 ? VALUE[code]! : -1
}

/** The one base64 form of some bytes: padding required, no stray bits, no white space. */
export function fromBase64(text: string): Uint8Array {
  const length = text.length
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  if (length % 4 !== 0) throw malformed(text)
  const bytes = new Uint8Array((length / 4) * 3 - padding)
  // Whole groups of four letters first; a letter that is none makes the sum negative.
  const whole = padding === 0 ? length : length - 4
  let written = 0
  for (let at = 0; at < whole; at += 4) {
    const bits =
      (valueAt(text, at) << 18) |
      (valueAt(text, at + 1) << 12) |
      (valueAt(text, at + 2) << 6) |
      valueAt(text, at + 3)
    if (bits < 0) throw malformed(text)
    bytes[written++] = bits >> 16
    bytes[written++] = bits >> 8
    bytes[written++] = bits
  }
  if (padding === 0) return bytes
  const first = (valueAt(text, whole) << 6) | valueAt(text, whole + 1)
  if (first < 0 || (padding === 2 && first & 15)) throw malformed(text)
  bytes[written++] = first >> 4
  if (padding === 2) return bytes
  const last = valueAt(text, whole + 2)
  if (last < 0 || last & 3) throw malformed(text)
  bytes[written] = (first << 4) | (last >> 2)
  return bytes
}

const malformed = (text: string) =>
  new LogError(
    'base64.malformed',
    `expected canonical base64, got ${JSON.stringify(text.slice(0, 80))}`,
  )

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export const toHex = (bytes: Uint8Array): string => {
  const whole = bytes.length - (bytes.length % 4)
  let text = ''
  // Four at once: short pieces are copied, and only long ones are chained.
  for (let at = 0; at < whole; at += 4)
    text += HEX[bytes[at]!]! + HEX[bytes[at + 1]!]! + HEX[bytes[at + 2]!]! + HEX[bytes[at + 3]!]!
  for (let at = whole; at < bytes.length; at++) text += HEX[bytes[at]!]!
  return text
}

export function fromHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(text))
    throw new LogError(
      'base64.malformed',
      `expected lower-case hex, got ${JSON.stringify(text.slice(0, 80))}`,
    )
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(at * 2, at * 2 + 2), 16),
  )
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const toUtf8 = (text: string): Uint8Array => encoder.encode(text)

/** UTF-8 as it must be: a wrong byte is an error and never a replacement character. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch (cause) {
    throw new LogError('text.malformed', 'expected UTF-8, got bytes that are not', { cause })
  }
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])
