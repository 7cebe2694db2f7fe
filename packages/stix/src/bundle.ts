import { StixError, got, type Place, type StixErrorCode } from './error.ts'
import { examine, offsetOf, step } from './examine.ts'
import { isOlder } from './family.ts'
import { isObject, type Json } from './finding.ts'
import { isId } from './identifier.ts'
import { liftObject } from './lift.ts'
import { readCommon, type Common } from './object.ts'
import { walk } from './references.ts'
import { freshScan, passOver, type Scan } from './scan.ts'
import { validateObject } from './validate.ts'

/** One object of a bundle, with the bytes it came in. */
export type Received = Common & {
  readonly bytes: Uint8Array
  readonly value: Readonly<Record<string, unknown>>
  /** Every id it refers to, each once. */
  readonly references: readonly string[]
  /** The line of the file on which it begins, counted from 1. */
  readonly line: number
  /** It came as STIX 2.0, and `bytes` are what it became. */
  readonly lifted?: true
}

/** An object of a bundle that does not conform, and everything that is wrong with it. */
export type SetAside = {
  /** As far as it has one. */
  readonly id?: string
  readonly line: number
  readonly faults: readonly ObjectFault[]
}
export type ObjectFault = Place & {
  readonly code: 'object.malformed' | 'object.version-2.0'
  /** `expected …, got …` */
  readonly reason: string
}

/** What a bundle said beside its objects. */
export type BundleRead = {
  readonly id: string
  readonly objects: number
  /** The bundle's own properties beyond type, id and objects, which have no place here. */
  readonly notKept: readonly string[]
}

/** Takes a bundle's bytes as they come in; every method refuses with a `StixError`. */
export type BundleReader = {
  readonly push: (chunk: Uint8Array) => void
  /** Says that nothing more comes. Only now is the bundle whole, and what was read of it valid. */
  readonly end: () => BundleRead
}

/** Bounds on one object, for whoever sends a bundle may send anything. */
export type BundleLimits = { readonly bytes: number; readonly depth: number }

export const BUNDLE_LIMITS: BundleLimits = { bytes: 16 * 1024 * 1024, depth: 64 }

export type BundleOptions = {
  readonly limits?: BundleLimits
  /** Whether objects of STIX 2.0 are lifted; without it they do not conform. */
  readonly lift?: boolean
  /** Takes what does not conform, and reading goes on; without it the first of them ends the reading. */
  readonly onSetAside?: (object: SetAside) => void
}

/**
 * Reads a STIX 2.1 bundle (section 8) without holding it: each object is cut out of the bytes, put to
 * what the standard demands and handed on as soon as its last byte is here.
 */
export function readBundle(
  onObject: (object: Received) => void,
  { limits = BUNDLE_LIMITS, lift = false, onSetAside }: BundleOptions = {},
): BundleReader {
  const reading: Reading = {
    onObject,
    onSetAside,
    lift,
    limits,
    expects: 'bundle',
    line: 1,
    objects: 0,
    key: '',
    keys: new Map(),
    bytesSeen: 0,
    capture: undefined,
    decoder: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }),
  }
  return { push: (chunk) => push(reading, chunk), end: () => end(reading) }
}

type Expects =
  | 'bundle'
  | 'key or }'
  | 'key'
  | 'colon'
  | 'value'
  | 'comma or }'
  | 'object or ]'
  | 'object'
  | 'comma or ]'
  | 'end'

type Reading = {
  readonly onObject: (object: Received) => void
  readonly onSetAside: ((object: SetAside) => void) | undefined
  readonly lift: boolean
  readonly limits: BundleLimits
  readonly decoder: TextDecoder
  expects: Expects
  line: number
  objects: number
  key: string
  /** The bundle's own properties but `objects`. */
  readonly keys: Map<string, unknown>
  bytesSeen: number
  /** The value that is being cut out. */
  capture: Capture | undefined
}

type Capture = {
  readonly as: 'key' | 'value' | 'object'
  /** A number, true, false or null: it ends where something else begins. */
  readonly scalar: boolean
  readonly scan: Scan
  readonly pieces: Uint8Array[]
  size: number
}

function push(reading: Reading, chunk: Uint8Array) {
  let at = reading.bytesSeen === 0 ? lengthOfMark(chunk) : 0
  reading.bytesSeen += chunk.length
  while (at < chunk.length) {
    if (reading.capture) {
      at = goOn(reading, reading.capture, chunk, at)
      continue
    }
    const byte = chunk[at]!
    if (byte === 0x0a) reading.line += 1
    else if (!isSpace(byte)) {
      if (meet(reading, byte)) continue
    }
    at += 1
  }
}

/** RFC 8259 section 8.1: a byte order mark may be ignored. Only one that comes in one piece is. */
const lengthOfMark = (chunk: Uint8Array) =>
  chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0

const isSpace = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

const ENDS_SCALAR: ReadonlySet<number> = new Set([0x20, 0x0a, 0x0d, 0x09, 0x2c, 0x5d, 0x7d])

/** What of a bundle itself is kept: its id, beside its objects. */
const KEPT: ReadonlySet<string> = new Set(['type', 'id', 'objects'])

/** Takes one byte between values; true where it begins a value that must be cut out from here. */
function meet(reading: Reading, byte: number): boolean {
  const char = String.fromCharCode(byte)
  switch (reading.expects) {
    case 'bundle':
      return need(reading, char, '{', 'key or }')
    case 'key or }':
      return char === '}' ? close(reading) : begin(reading, 'key', char)
    case 'key':
      return begin(reading, 'key', char)
    case 'colon':
      return need(reading, char, ':', 'value')
    case 'value':
      return reading.key === 'objects'
        ? need(reading, char, '[', 'object or ]')
        : begin(reading, 'value', char)
    case 'comma or }':
      if (char === '}') return close(reading)
      reading.key = ''
      return need(reading, char, ',', 'key')
    case 'object or ]':
      if (char === ']')
        return refuse(reading, 'bundle.malformed', 'one object or more, got an empty list')
      return begin(reading, 'object', char)
    case 'object':
      return begin(reading, 'object', char)
    case 'comma or ]':
      return char === ']'
        ? need(reading, char, ']', 'comma or }')
        : need(reading, char, ',', 'object')
    case 'end':
      return refuse(reading, 'json.trailing', `nothing behind the bundle, got ${show(char)}`)
  }
}

/** Goes on where the byte is the one that has to stand here. */
function need(reading: Reading, char: string, needed: string, then: Expects): false {
  if (char === needed) {
    reading.expects = then
    return false
  }
  const came = show(char)
  switch (needed) {
    case '{':
      return refuse(reading, 'bundle.expected', `a STIX bundle, got ${came}`)
    case '[':
      return refuse(reading, 'bundle.malformed', `a list of objects, got ${came}`)
    default:
      return refuse(reading, 'json.malformed', `${show(needed)}, got ${came}`)
  }
}

const show = (char: string) => JSON.stringify(char)

function begin(reading: Reading, as: Capture['as'], char: string): true {
  if (as === 'key' && char !== '"')
    return refuse(reading, 'json.malformed', `a key in quotes, got ${show(char)}`)
  const scalar = char !== '{' && char !== '[' && char !== '"'
  if (scalar && !/[-0-9tfn]/.test(char))
    return refuse(reading, 'json.malformed', `a JSON value, got ${show(char)}`)
  reading.capture = { as, scalar, scan: freshScan(), pieces: [], size: 0 }
  return true
}

/** Passes over the captured value as far as this chunk goes; answers where to go on. */
function goOn(reading: Reading, capture: Capture, chunk: Uint8Array, from: number): number {
  const { scan, pieces } = capture
  const found = capture.scalar ? endOfScalar(chunk, from) : passOver(chunk, from, scan)
  const to = found === -1 ? chunk.length : found
  capture.size += to - from
  if (capture.size > reading.limits.bytes)
    return refuse(reading, 'json.too-large', `at most ${reading.limits.bytes} bytes, got more`)
  if (scan.deepest > reading.limits.depth)
    return refuse(reading, 'json.too-deep', `at most ${reading.limits.depth} levels, got more`)
  if (found === -1) {
    pieces.push(chunk.slice(from))
    return to
  }
  reading.capture = undefined
  const last = chunk.subarray(from, to)
  finish(reading, capture, pieces.length === 0 ? last.slice() : join(pieces, last, capture.size))
  reading.line += scan.lines
  return to
}

function endOfScalar(chunk: Uint8Array, from: number): number {
  for (let at = from; at < chunk.length; at++) if (ENDS_SCALAR.has(chunk[at]!)) return at
  return -1
}

function join(pieces: readonly Uint8Array[], last: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  whole.set(last, at)
  return whole
}

function finish(reading: Reading, { as, scan }: Capture, bytes: Uint8Array) {
  switch (as) {
    case 'key': {
      const key = parse(reading, bytes, scan).value as string
      reading.key = key
      if (reading.keys.has(key))
        refuse(reading, 'json.duplicate-key', `every key once, got ${show(key.slice(0, 60))} twice`)
      reading.keys.set(key, undefined)
      reading.expects = 'colon'
      return
    }
    case 'value':
      takeValue(reading, parse(reading, bytes, scan).value)
      reading.expects = 'comma or }'
      return
    case 'object':
      takeObject(reading, bytes, scan)
      reading.objects += 1
      reading.expects = 'comma or ]'
  }
}

function takeValue(reading: Reading, value: unknown) {
  if (reading.key === 'type' && value !== 'bundle')
    refuse(reading, 'bundle.expected', `a STIX bundle ("type": "bundle"), got ${got(value)}`)
  if (reading.key === 'id' && !(isId(value) && value.startsWith('bundle--')))
    refuse(reading, 'bundle.malformed', `an id of bundle-- and a UUID, got ${got(value)}`)
  // Only these two are looked at again: nobody can fill the memory with the others.
  if (reading.key === 'type' || reading.key === 'id') reading.keys.set(reading.key, value)
}

function takeObject(reading: Reading, bytes: Uint8Array, scan: Scan) {
  const { text, value, references } = parse(reading, bytes, scan)
  if (!isObject(value)) {
    const reason = `expected a STIX object, got ${got(value)}`
    return setAside(reading, text, {}, [{ code: 'object.malformed', path: '', reason }])
  }
  const lifted = isOlder(value) ? (reading.lift ? liftObject(value) : undefined) : value
  if (lifted === undefined) {
    const reason = reading.lift ? NOT_LIFTED : NOT_CURRENT
    return setAside(reading, text, value, [{ code: 'object.version-2.0', path: '', reason }])
  }
  const faults = validateObject(lifted, { advice: false })
  if (faults.length > 0) return setAside(reading, text, value, faults)
  const { line } = reading
  const common = readCommon(lifted)
  if (lifted === value) return reading.onObject({ ...common, bytes, value, references, line })
  return reading.onObject({
    ...common,
    bytes: new TextEncoder().encode(JSON.stringify(lifted)),
    value: lifted,
    references,
    line,
    lifted: true,
  })
}

const NOT_CURRENT = 'expected "spec_version": "2.1", got an object of STIX 2.0'
const NOT_LIFTED =
  'expected STIX 2.1, got an object of STIX 2.0 with a number that cannot be written again as it was'

type Wrong = {
  readonly code?: ObjectFault['code']
  readonly path: string
  readonly reason: string
}

function setAside(reading: Reading, text: string, { id }: Json, wrong: readonly Wrong[]) {
  const faults = wrong.map(({ code = 'object.malformed', path, reason }) => ({
    code,
    reason,
    line: reading.line + linesIn(text, offsetOf(text, path)),
    path: pathOf(reading) + path,
  }))
  if (reading.onSetAside)
    return reading.onSetAside({ ...(isId(id) ? { id } : {}), line: reading.line, faults })
  const { code, reason, line, path } = faults[0]!
  throw new StixError(code, reason, { line, path })
}

/** Reads a value that was cut out; where it is not JSON, looks again for what exactly is wrong. */
function parse(reading: Reading, bytes: Uint8Array, { members }: Scan) {
  const text = decode(reading, bytes)
  try {
    const value: unknown = JSON.parse(text)
    const walked = walk({ value })
    if (walked.members - 1 === members) return { text, value, references: walked.references }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  const fault = examine(text)
  if (!fault) throw new TypeError('expected a fault in a text that JSON.parse refused, got none')
  throw new StixError(fault.code, fault.reason, {
    line: reading.line + linesIn(text, fault.offset),
    path: pathOf(reading) + fault.path,
  })
}

function decode(reading: Reading, bytes: Uint8Array): string {
  try {
    return reading.decoder.decode(bytes)
  } catch (cause) {
    const reason = 'expected UTF-8, got other bytes'
    throw new StixError('json.encoding', reason, placeOf(reading), { cause })
  }
}

function linesIn(text: string, offset: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1))
    lines += 1
  return lines
}

/** The bundle's closing brace: now it is known whether it is one. */
function close(reading: Reading): false {
  reading.key = ''
  reading.expects = 'end'
  if (!reading.keys.has('type'))
    return refuse(reading, 'bundle.expected', 'a STIX bundle ("type": "bundle"), got no type')
  if (!reading.keys.has('id'))
    return refuse(reading, 'bundle.malformed', 'an id of bundle-- and a UUID, got nothing')
  return false
}

function end(reading: Reading): BundleRead {
  if (reading.expects === 'bundle')
    return refuse(reading, 'bundle.expected', 'a STIX bundle, got an empty file')
  if (reading.expects !== 'end' || reading.capture)
    return refuse(reading, 'json.truncated', 'the rest of the bundle, got the end of the file')
  return {
    id: reading.keys.get('id') as string,
    objects: reading.objects,
    notKept: [...reading.keys.keys()].filter((key) => !KEPT.has(key)),
  }
}

function pathOf({ expects, key, objects }: Reading): string {
  if (key === 'objects' && (expects === 'object' || expects === 'object or ]'))
    return `$.objects[${objects}]`
  return key === '' ? '$' : `$${step(key)}`
}

const placeOf = (reading: Reading) => ({ line: reading.line, path: pathOf(reading) })

function refuse(reading: Reading, code: StixErrorCode, expected: string): never {
  throw new StixError(code, `expected ${expected}`, placeOf(reading))
}
