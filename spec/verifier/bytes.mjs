// Bytes and JSON: spec/log.md section 1, spec/act.md section 1.
import { createHash } from 'node:crypto'

/** A refusal with a code of spec/errors.md. */
export class Refused extends Error {
  constructor(code) {
    super(code)
    this.code = code
  }
}

/** What this work gives, or `{refused: code}`. */
export function attempt(work) {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code }
    throw error
  }
}

export const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
export const idOf = (bytes) => `sha256:${sha256(bytes).toString('hex')}`

/** The bytes of a base64 text in its one form, else undefined. */
export function fromBase64(text) {
  if (typeof text !== 'string') return undefined
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

/** Text of UTF-8 bytes; undefined where a byte is wrong. */
export function textOf(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** RFC 8785. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.keys(value).toSorted()
  return `{${fields.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

const DEEPEST = 32
const LARGEST = 1_048_576

const isWellFormed = (value, depth = 0) => {
  if (typeof value === 'string') return value.isWellFormed()
  if (value === null || typeof value !== 'object') return true
  if (depth >= DEEPEST) throw new Refused('json.too-deep')
  return Object.entries(value).every(
    ([key, one]) => key.isWellFormed() && isWellFormed(one, depth + 1),
  )
}

/** The value of canonical JSON bytes. What stands twice or in another form gives other bytes when written again. */
export function readCanonical(bytes) {
  if (bytes.length > LARGEST) throw new Refused('json.too-large')
  const text = textOf(bytes)
  let value
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refused('json.malformed')
  }
  if (!isWellFormed(value)) throw new Refused('json.malformed')
  if (canonical(value) !== text) throw new Refused('json.not-canonical')
  return value
}
