import {
  booleanOf,
  context,
  elementsOf,
  expectTag,
  implicit,
  integerOf,
  malformed,
  oidOf,
  readDer,
  TAG,
  walk,
  type Der,
} from './der.ts'
import { TimestampError } from './error.ts'

/** The most bytes of one token: certificates of a long chain fit. */
export const MOST_TOKEN_BYTES = 65_536
const MOST_CERTIFICATES = 16

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

const DIGESTS: Readonly<Record<string, Digest>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
export type Digest = 'sha256' | 'sha384' | 'sha512'

/** What an authority says in a token (TSTInfo, RFC 3161 section 2.4.2). */
type TimeStated = {
  readonly policy: string
  readonly algorithm: Digest | undefined
  readonly imprint: Uint8Array
  readonly serial: bigint
  /** RFC 3339 in UTC, with the fraction that the token has. */
  readonly at: string
  /** How far from `at` the time may lie, in seconds; absent where the authority does not say. */
  readonly accuracy?: number
  readonly nonce?: bigint
}

/** A token taken apart (SignedData, RFC 5652 section 5); nothing in it is proved yet. */
export type Token = {
  readonly says: TimeStated
  /** The bytes of TSTInfo. */
  readonly content: Uint8Array
  /** The certificates that came with it, each DER. */
  readonly certificates: readonly Uint8Array[]
  readonly digest: Digest
  /** What was signed: the attributes as a SET. */
  readonly attributes: Uint8Array
  readonly messageDigest: Uint8Array
  /** The hash of the signer's certificate that the signature covers (RFC 5816). */
  readonly certificateHash: { readonly algorithm: Digest | 'sha1'; readonly hash: Uint8Array }
  /** Issuer (DER) and serial number (its content), or a key identifier. */
  readonly signer:
    | { readonly issuer: Uint8Array; readonly serial: Uint8Array }
    | { readonly keyIdentifier: Uint8Array }
  readonly signatureAlgorithm: string
  readonly signature: Uint8Array
}

/** Takes a token apart; throws `token.malformed` where it is not one, to the last byte. */
export function readToken(bytes: Uint8Array): Token {
  if (bytes.length > MOST_TOKEN_BYTES)
    throw new TimestampError(
      'token.too-large',
      `expected at most ${MOST_TOKEN_BYTES} bytes, got ${bytes.length}`,
    )
  const info = walk(elementsOf(readDer(bytes), TAG.sequence))
  expectOid(info.next(TAG.oid), SIGNED_DATA, 'signed data')
  const [signedData, ...others] = elementsOf(info.next(context(0)), context(0))
  if (others.length > 0) throw malformed('one signed data', 'several')
  info.end()
  const data = walk(elementsOf(signedData, TAG.sequence))
  integerOf(data.any())
  data.next(TAG.set)
  const content = contentOf(data.next(TAG.sequence))
  const bag = data.optional(context(0))
  data.optional(context(1))
  const [signerInfo, second] = elementsOf(data.next(TAG.set), TAG.set)
  data.end()
  if (second) throw malformed('one signer', 'several')
  const certificates = bag ? elementsOf(bag, context(0)).map((one) => one.bytes) : []
  if (certificates.length > MOST_CERTIFICATES)
    throw malformed(`at most ${MOST_CERTIFICATES} certificates`, `${certificates.length}`)
  return { says: timeStated(content), content, certificates, ...signerOf(signerInfo) }
}

function contentOf(encapsulated: Der): Uint8Array {
  const parts = walk(elementsOf(encapsulated, TAG.sequence))
  expectOid(parts.next(TAG.oid), TST_INFO, 'the content of a token')
  const [octets, more] = elementsOf(parts.next(context(0)), context(0))
  parts.end()
  if (more) throw malformed('one content', 'several')
  return expectTag(octets, TAG.octetString).content
}

function signerOf(der: Der | undefined) {
  const parts = walk(elementsOf(der, TAG.sequence))
  integerOf(parts.any())
  const signer = identifierOf(parts.any())
  const digest = digestOf(parts.next(TAG.sequence))
  const signed = parts.next(context(0))
  const signatureAlgorithm = oidOf(elementsOf(parts.next(TAG.sequence), TAG.sequence)[0])
  const signature = parts.next(TAG.octetString).content
  parts.optional(context(1))
  parts.end()
  if (!digest)
    throw new TimestampError('token.algorithm', 'expected SHA-256, SHA-384 or SHA-512, got another')
  const attributes = new Uint8Array(signed.bytes)
  // Signed as the SET that they are, and sent under the tag of their place (RFC 5652, section 5.4).
  attributes[0] = TAG.set
  return { signer, digest, attributes, signatureAlgorithm, signature, ...attributesIn(signed) }
}

function attributesIn(signed: Der) {
  const found = new Map<string, Der>()
  for (const attribute of elementsOf(signed, context(0))) {
    const parts = walk(elementsOf(attribute, TAG.sequence))
    const type = oidOf(parts.any())
    const [value, more] = elementsOf(parts.next(TAG.set), TAG.set)
    parts.end()
    if (found.has(type) || !value || more)
      throw malformed('every attribute once, with one value', type)
    found.set(type, value)
  }
  expectOid(found.get(CONTENT_TYPE), TST_INFO, 'the content type that was signed')
  return {
    messageDigest: expectTag(found.get(MESSAGE_DIGEST), TAG.octetString).content,
    certificateHash: certificateHash(
      found.get(SIGNING_CERTIFICATE_V2),
      found.get(SIGNING_CERTIFICATE),
    ),
  }
}

/** ESSCertIDv2 (RFC 5816), else ESSCertID (RFC 2634): which certificate the signature is to be checked with. */
function certificateHash(second: Der | undefined, first: Der | undefined) {
  const [ids] = elementsOf(second ?? first, TAG.sequence)
  const [id] = elementsOf(ids, TAG.sequence)
  const parts = walk(elementsOf(id, TAG.sequence))
  if (!second) return { algorithm: 'sha1' as const, hash: parts.next(TAG.octetString).content }
  const named = parts.optional(TAG.sequence)
  const algorithm = named ? digestOf(named) : 'sha256'
  if (!algorithm)
    throw new TimestampError(
      'token.algorithm',
      'expected a certificate named by SHA-256, SHA-384 or SHA-512, got another hash',
    )
  return { algorithm, hash: parts.next(TAG.octetString).content }
}

function identifierOf(der: Der): Token['signer'] {
  if (der.tag === implicit(0)) return { keyIdentifier: der.content }
  const parts = walk(elementsOf(der, TAG.sequence))
  const issuer = parts.next(TAG.sequence).bytes
  const serial = parts.next(TAG.integer).content
  parts.end()
  return { issuer, serial }
}

function timeStated(content: Uint8Array): TimeStated {
  const parts = walk(elementsOf(readDer(content), TAG.sequence))
  const version = integerOf(parts.any())
  if (version !== 1n) throw malformed('version 1 of a token', `${version}`)
  const policy = oidOf(parts.any())
  const [named, imprint, more] = elementsOf(parts.next(TAG.sequence), TAG.sequence)
  if (more) throw malformed('a message imprint', 'more')
  const algorithm = digestOf(named)
  const serial = integerOf(parts.any())
  const at = timeOf(parts.next(TAG.generalizedTime))
  const accuracy = parts.optional(TAG.sequence)
  const ordering = parts.optional(TAG.boolean)
  if (ordering) booleanOf(ordering)
  const nonce = parts.optional(TAG.integer)
  parts.optional(context(0))
  assertKnown(parts.optional(context(1)))
  parts.end()
  return {
    policy,
    algorithm,
    imprint: expectTag(imprint, TAG.octetString).content,
    serial,
    at,
    ...(accuracy ? { accuracy: accuracyOf(accuracy) } : {}),
    ...(nonce ? { nonce: integerOf(nonce) } : {}),
  }
}

/** Nothing that we do not understand may change what the rest means. */
function assertKnown(extensions: Der | undefined): void {
  if (!extensions) return
  for (const extension of elementsOf(extensions, context(1))) {
    const [id, critical] = elementsOf(extension, TAG.sequence)
    if (critical?.tag === TAG.boolean && booleanOf(critical))
      throw malformed('no critical extension', oidOf(id))
  }
}

/** GeneralizedTime in UTC, to the second or finer (RFC 3161, section 2.4.2). */
function timeOf({ content }: Der): string {
  const text = Buffer.from(content).toString('latin1')
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{0,8}[1-9])?Z$/.exec(text)
  const [, year, month, day, hour, minute, second, fraction = ''] = parts ?? []
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const known = parts && new Date(`${at}Z`)
  if (!known || Number.isNaN(known.getTime()) || known.toISOString().slice(0, 19) !== at)
    throw malformed('a time in UTC', 'other text')
  return `${at}${fraction}Z`
}

function accuracyOf(der: Der): number {
  const parts = walk(elementsOf(der, TAG.sequence))
  const seconds = parts.optional(TAG.integer)
  const millis = parts.optional(implicit(0))
  const micros = parts.optional(implicit(1))
  parts.end()
  const below = (part: Der | undefined, tag: number, most: bigint) => {
    const value = part ? integerOf(part, tag) : 0n
    if (value < 0n || value > most) throw malformed(`0 to ${most}`, `${value}`)
    return Number(value)
  }
  const whole = below(seconds, TAG.integer, 31_536_000n)
  const parted = below(millis, implicit(0), 999n) * 1000 + below(micros, implicit(1), 999n)
  return whole + parted / 1_000_000
}

const digestOf = (der: Der | undefined): Digest | undefined =>
  DIGESTS[oidOf(elementsOf(der, TAG.sequence)[0])]

function expectOid(der: Der | undefined, expected: string, what: string): void {
  const got = oidOf(der)
  if (got !== expected) throw malformed(`${what} (${expected})`, got)
}
