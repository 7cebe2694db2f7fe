import { AccordError } from './error.ts'

/** How deep objects and arrays may lie in one another. */
export const MOST_DEPTH = 32
/** How many bytes are read as one JSON value. */
export const MOST_BYTES = 1_048_576

/** The one JSON text of a value (RFC 8785): what is hashed and signed, on every machine the same. */
export function canonical(value: unknown): string {
  return write(value, 0)
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeString(value)
    case 'number':
      if (!Number.isFinite(value)) throw malformed(`expected a finite number, got ${value}`)
      return JSON.stringify(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      assertDepth(depth + 1)
      return Array.isArray(value) ? writeArray(value, depth + 1) : writeObject(value, depth + 1)
    case 'undefined':
    case 'bigint':
    case 'symbol':
    case 'function':
      throw malformed(`expected a JSON value, got ${typeof value}`)
  }
}

function writeString(text: string): string {
  if (!text.isWellFormed()) throw malformed('expected well-formed text, got a lone surrogate')
  return JSON.stringify(text)
}

function writeArray(values: readonly unknown[], depth: number): string {
  let text = '['
  for (let index = 0; index < values.length; index++)
    text += `${index === 0 ? '' : ','}${write(values[index], depth)}`
  return `${text}]`
}

function writeObject(object: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(object)
  if (prototype !== Object.prototype && prototype !== null)
    throw malformed('expected a plain object, got an instance of a class')
  // RFC 8785 sorts by UTF-16 code units, as JavaScript compares strings.
  const members = Object.keys(object)
    .toSorted()
    .map(
      (name) => `${writeString(name)}:${write((object as Record<string, unknown>)[name], depth)}`,
    )
  return `{${members.join(',')}}`
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads bytes that must be the canonical form of their value. No two byte strings mean the same, so
 * doubled keys, white space and other escapes are refused with them.
 */
export function parseCanonical(bytes: Uint8Array): unknown {
  if (bytes.length > MOST_BYTES)
    throw new AccordError(
      'json.too-large',
      `expected at most ${MOST_BYTES} bytes, got ${bytes.length}`,
    )
  let text: string
  let value: unknown
  try {
    text = decoder.decode(bytes)
    value = JSON.parse(text)
  } catch (cause) {
    throw new AccordError('json.malformed', 'expected JSON in UTF-8, got bytes that are not', {
      cause,
    })
  }
  if (!isCanonical(text, value))
    throw new AccordError(
      'json.not-canonical',
      'expected the canonical form of RFC 8785, got another form of the same value',
    )
  return value
}

/** The platform's own writer is used where it provably writes the canonical form; it is faster. */
function isCanonical(text: string, value: unknown): boolean {
  // It writes lone surrogates, and in this way only.
  const isPlain = isSorted(value, 0) && !text.includes('\\ud')
  return (isPlain ? JSON.stringify(value) : canonical(value)) === text
}

/** Whether every object lists its keys in canonical order; refuses what lies too deep. */
function isSorted(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  assertDepth(depth + 1)
  if (Array.isArray(value)) {
    for (const one of value) if (!isSorted(one, depth + 1)) return false
    return true
  }
  let last: string | undefined
  for (const name of Object.keys(value)) {
    if (last !== undefined && last >= name) return false
    last = name
    if (!isSorted((value as Record<string, unknown>)[name], depth + 1)) return false
  }
  return true
}

function assertDepth(depth: number) {
  if (depth > MOST_DEPTH)
    throw new AccordError('json.too-deep', `expected at most ${MOST_DEPTH} levels, got more`)
}

const malformed = (message: string) => new AccordError('json.malformed', message)
