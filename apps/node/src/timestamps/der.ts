import { TimestampError } from './error.ts'

/**
 * Distinguished encoding rules (ITU-T X.690, section 10) as far as tokens and certificates need them: definite
 * lengths in their one shortest form, tags below 31, nothing behind what was read. A reader that takes two
 * encodings for one value would let a signature cover what somebody else does not read.
 */
export type Der = {
  /** The identifier octet. */
  readonly tag: number
  /** Identifier, length and content. */
  readonly bytes: Uint8Array
  readonly content: Uint8Array
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** `[number]`, holding other elements. */
export const context = (number: number): number => 0xa0 | number
/** `[number]` in place of the tag of a value that holds no elements. */
export const implicit = (number: number): number => 0x80 | number

export const malformed = (expected: string, got: string): TimestampError =>
  new TimestampError('token.malformed', `expected ${expected}, got ${got}`)

/** Reads exactly one element, and nothing behind it. */
export function readDer(bytes: Uint8Array): Der {
  const der = elementAt(bytes, 0)
  if (der.bytes.length !== bytes.length)
    throw malformed('nothing behind an element', `${bytes.length - der.bytes.length} bytes more`)
  return der
}

/** The elements that one with this tag holds, in order. */
export function elementsOf(der: Der | undefined, tag: number): readonly Der[] {
  const { content } = expectTag(der, tag)
  const found: Der[] = []
  for (let at = 0; at < content.length;) {
    const element = elementAt(content, at)
    found.push(element)
    at += element.bytes.length
  }
  return found
}

export function expectTag(der: Der | undefined, tag: number): Der {
  if (der?.tag === tag) return der
  throw malformed(`an element with tag ${tag}`, der ? `tag ${der.tag}` : 'none')
}

/** A walk over the elements of a sequence: each is taken in its place, or is not there. */
export function walk(elements: readonly Der[]) {
  let at = 0
  return {
    next: (tag: number): Der => expectTag(elements[at++], tag),
    any: (): Der => {
      const der = elements[at++]
      if (!der) throw malformed('one more element', 'none')
      return der
    },
    optional: (tag: number): Der | undefined =>
      elements[at]?.tag === tag ? elements[at++] : undefined,
    end: (): void => {
      if (at < elements.length) throw malformed('no more elements', `tag ${elements[at]!.tag}`)
    },
  }
}

/** Digits and dots. */
export function oidOf(der: Der | undefined): string {
  const { content } = expectTag(der, TAG.oid)
  const arcs: bigint[] = []
  let arc = 0n
  let isInside = false
  for (const octet of content) {
    if (!isInside && octet === 0x80) throw malformed('the shortest form of an arc', 'a longer one')
    arc = (arc << 7n) | BigInt(octet & 0x7f)
    isInside = octet > 0x7f
    if (isInside) continue
    arcs.push(arc)
    arc = 0n
  }
  const [first] = arcs
  if (first === undefined || isInside || content.length > 64)
    throw malformed('an object identifier', 'other bytes')
  const top = first < 80n ? first / 40n : 2n
  return [top, first - top * 40n, ...arcs.slice(1)].join('.')
}

export function integerOf(der: Der, tag: number = TAG.integer): bigint {
  const { content } = expectTag(der, tag)
  const [first, second] = content
  if (first === undefined || content.length > 64) throw malformed('an integer', 'other bytes')
  if (second !== undefined && (first === 0 ? second < 0x80 : first === 0xff && second > 0x7f))
    throw malformed('the shortest form of an integer', 'a longer one')
  return BigInt.asIntN(content.length * 8, BigInt(`0x${Buffer.from(content).toString('hex')}`))
}

export function booleanOf(der: Der): boolean {
  const { content } = expectTag(der, TAG.boolean)
  if (content.length === 1 && (content[0] === 0 || content[0] === 0xff)) return content[0] === 0xff
  throw malformed('a truth value', 'other bytes')
}

/** Writes one element around these bytes. */
export function encode(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts)
  const { length } = content
  if (length < 0x80) return new Uint8Array(Buffer.concat([Buffer.of(tag, length), content]))
  const hex = length.toString(16)
  const octets = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return new Uint8Array(Buffer.concat([Buffer.of(tag, 0x80 | octets.length), octets, content]))
}

function elementAt(bytes: Uint8Array, at: number): Der {
  const tag = bytes[at]
  if (tag === undefined) throw malformed('an element', 'nothing')
  if ((tag & 0x1f) === 0x1f) throw malformed('a tag below 31', 'a higher one')
  const { length, start } = lengthAt(bytes, at + 1)
  if (start + length > bytes.length)
    throw malformed(`${length} bytes of content`, `${bytes.length - start}`)
  return {
    tag,
    bytes: bytes.subarray(at, start + length),
    content: bytes.subarray(start, start + length),
  }
}

function lengthAt(bytes: Uint8Array, at: number): { length: number; start: number } {
  const first = bytes[at]
  if (first === undefined) throw malformed('a length', 'nothing')
  if (first < 0x80) return { length: first, start: at + 1 }
  const octets = bytes.subarray(at + 1, at + 1 + (first & 0x7f))
  // Three octets say more than the longest token has.
  if (first === 0x80 || first > 0x83 || octets.length !== (first & 0x7f))
    throw malformed('a definite length of at most three octets', 'another')
  const length = octets.reduce((sum, octet) => sum * 256 + octet, 0)
  if (octets[0] === 0 || length < 0x80)
    throw malformed('the shortest form of a length', 'a longer one')
  return { length, start: at + 1 + octets.length }
}
