import { freshScan, passOver } from '@entente/stix'
import { TaxiiError } from './error.ts'

/** How a page ends: where the next begins, if there is one. */
export type PageEnd = { readonly next?: string }

/** The members `more` and, where more follows, `next` (section 3.5); nothing where a page is empty. */
const ending = ({ next }: PageEnd) =>
  next === undefined ? '"more":false' : `"more":true,"next":${JSON.stringify(next)}`

/**
 * A TAXII 2.1 envelope (section 3.7) around objects as they were received: their texts are joined and
 * never parsed or written anew. Without objects it is `{}`: lists hold at least one item (section 2).
 */
export const writeEnvelope = (objects: readonly string[], page: PageEnd = {}): string =>
  objects.length === 0 ? '{}' : `{${ending(page)},"objects":[${objects.join(',')}]}`

/** The same for what is not an object as received: a manifest's records, the versions of an object. */
export function writeList(
  key: 'objects' | 'versions',
  items: readonly unknown[],
  page: PageEnd = {},
): string {
  if (items.length === 0) return '{}'
  return `{${ending(page)},${JSON.stringify(key)}:${JSON.stringify(items)}}`
}

/** An envelope as it came: each object's own bytes, and how the page ends. */
export type Enveloped = {
  readonly objects: readonly Uint8Array[]
  readonly more: boolean
  readonly next?: string
}

/**
 * Cuts an envelope into its objects without reading them: whoever takes them in checks each. What
 * cannot be an envelope is refused whole; members that the standard does not have are passed over.
 */
export function readEnvelope(bytes: Uint8Array): Enveloped {
  const reading: Reading = { bytes, at: startOf(bytes) }
  const members = new Map<string, unknown>()
  need(reading, '{')
  if (!meets(reading, '}')) {
    do readMember(reading, members)
    while (meets(reading, ','))
    need(reading, '}')
  }
  pass(reading)
  if (reading.at < bytes.length) refuse(reading, 'and nothing behind it')
  const [more, next] = [members.get('more'), members.get('next')]
  if (more !== undefined && typeof more !== 'boolean')
    refuse(reading, 'whose more is true or false')
  if (next !== undefined && typeof next !== 'string') refuse(reading, 'whose next is a text')
  return {
    objects: (members.get('objects') ?? []) as readonly Uint8Array[],
    more: more === true,
    ...(typeof next === 'string' && next !== '' ? { next } : {}),
  }
}

type Reading = { readonly bytes: Uint8Array; at: number }

/** RFC 8259 section 8.1: a byte order mark may be ignored. */
const startOf = (bytes: Uint8Array) =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0

const charAt = ({ bytes, at }: Reading) =>
  at < bytes.length ? String.fromCharCode(bytes[at]!) : undefined

const isSpace = (char: string | undefined) =>
  char === ' ' || char === '\n' || char === '\r' || char === '\t'

function pass(reading: Reading): void {
  while (isSpace(charAt(reading))) reading.at += 1
}

function meets(reading: Reading, char: string): boolean {
  pass(reading)
  if (charAt(reading) !== char) return false
  reading.at += 1
  return true
}

function need(reading: Reading, char: string): void {
  if (!meets(reading, char)) refuse(reading, `with ${char}`)
}

function refuse(reading: Reading, expected: string): never {
  const got = JSON.stringify(charAt(reading) ?? 'the end')
  throw new TaxiiError(
    'posted.malformed',
    `expected a TAXII envelope, ${expected} at byte ${reading.at}, got ${got}`,
  )
}

function readMember(reading: Reading, members: Map<string, unknown>): void {
  pass(reading)
  if (charAt(reading) !== '"') refuse(reading, 'with names in quotes')
  const name = parse(cut(reading)) as string
  if (members.has(name)) refuse(reading, `with ${JSON.stringify(name.slice(0, 60))} once`)
  need(reading, ':')
  members.set(name, name === 'objects' ? readObjects(reading) : parse(cut(reading)))
}

/** More of them are found faster than anything can be done with them: `{}` has two bytes. */
const MOST_OBJECTS = 200_000

function readObjects(reading: Reading): readonly Uint8Array[] {
  need(reading, '[')
  const found: Uint8Array[] = []
  if (meets(reading, ']')) return found
  do {
    pass(reading)
    if (charAt(reading) !== '{') refuse(reading, 'whose objects are objects')
    if (found.length >= MOST_OBJECTS) refuse(reading, `of at most ${MOST_OBJECTS} objects`)
    found.push(cut(reading))
  } while (meets(reading, ','))
  need(reading, ']')
  return found
}

/** The bytes of the value that begins here, found by its end and not yet read. */
function cut(reading: Reading): Uint8Array {
  pass(reading)
  const { bytes, at: from } = reading
  const first = charAt(reading)
  if (first === '{' || first === '[' || first === '"') {
    const scan = freshScan()
    const end = passOver(bytes, from, scan)
    if (scan.deepest > DEEPEST) refuse(reading, `at most ${DEEPEST} levels deep`)
    reading.at = end === -1 ? bytes.length : end
    if (end === -1) refuse(reading, 'whole')
  } else while (/[^\s,\]}]/.test(charAt(reading) ?? ',')) reading.at += 1
  if (reading.at === from) refuse(reading, 'with a value')
  return bytes.subarray(from, reading.at)
}

/** As deep as an object of STIX may be here, and the two levels around it. */
const DEEPEST = 66

function parse(piece: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(piece))
  } catch (cause) {
    const message = 'expected a TAXII envelope in JSON and UTF-8, got other bytes'
    throw new TaxiiError('posted.malformed', message, { cause })
  }
}
