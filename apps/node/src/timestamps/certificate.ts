import { X509Certificate } from 'node:crypto'
import {
  booleanOf,
  context,
  elementsOf,
  integerOf,
  oidOf,
  readDer,
  TAG,
  walk,
  type Der,
} from './der.ts'
import { TimestampError } from './error.ts'

/** An X.509 certificate (RFC 5280), with what Node does not tell of it. */
export type Certificate = {
  readonly x509: X509Certificate
  readonly bytes: Uint8Array
  /** DER of the issuer's name. */
  readonly issuer: Uint8Array
  /** Content of the serial number. */
  readonly serial: Uint8Array
  readonly extensions: ReadonlyMap<string, { readonly critical: boolean; readonly value: Der }>
}

const BASIC_CONSTRAINTS = '2.5.29.19'
const KEY_USAGE = '2.5.29.15'
const SUBJECT_KEY = '2.5.29.14'
const EXTENDED_USAGE = '2.5.29.37'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const ANY_USAGE = '2.5.29.37.0'
/** What is looked at here or by Node; another critical extension might forbid what we do. */
const UNDERSTOOD = new Set([BASIC_CONSTRAINTS, KEY_USAGE, EXTENDED_USAGE, '2.5.29.32'])
const MOST_ANCHOR_CHARACTERS = 65_536

/** Throws `token.malformed` where these bytes are no certificate. */
export function readCertificate(bytes: Uint8Array): Certificate {
  const [signed] = elementsOf(readDer(bytes), TAG.sequence)
  const parts = walk(elementsOf(signed, TAG.sequence))
  parts.optional(context(0))
  const serial = parts.next(TAG.integer).content
  parts.next(TAG.sequence)
  const issuer = parts.next(TAG.sequence).bytes
  for (let skipped = 0; skipped < 3; skipped++) parts.next(TAG.sequence)
  parts.optional(0x81)
  parts.optional(0x82)
  const extensions = extensionsIn(parts.optional(context(3)))
  parts.end()
  return { x509: x509Of(bytes), bytes, issuer, serial, extensions }
}

function x509Of(bytes: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(bytes)
  } catch (cause) {
    throw new TimestampError('token.malformed', 'expected a certificate, got other bytes', {
      cause,
    })
  }
}

function extensionsIn(tagged: Der | undefined): Certificate['extensions'] {
  const found = new Map<string, { critical: boolean; value: Der }>()
  if (!tagged) return found
  const [list] = elementsOf(tagged, context(3))
  for (const extension of elementsOf(list, TAG.sequence)) {
    const parts = walk(elementsOf(extension, TAG.sequence))
    const id = oidOf(parts.any())
    const critical = parts.optional(TAG.boolean)
    const value = parts.next(TAG.octetString)
    parts.end()
    if (found.has(id))
      throw new TimestampError('token.malformed', `expected extension ${id} once, got it twice`)
    found.set(id, { critical: critical ? booleanOf(critical) : false, value })
  }
  return found
}

/** Trust anchors as configuration and command line give them: one or more certificates in PEM (RFC 7468). */
export function readAnchors(pem: string): readonly Certificate[] {
  const found =
    pem.length > MOST_ANCHOR_CHARACTERS
      ? []
      : [...pem.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g)]
  if (found.length === 0 || found.length > 16)
    throw new TimestampError(
      'anchor.malformed',
      `expected 1 to 16 certificates in PEM, got ${found.length}`,
    )
  return found.map(([, base64 = '']) => {
    try {
      return readCertificate(new Uint8Array(Buffer.from(base64, 'base64')))
    } catch (cause) {
      if (!(cause instanceof TimestampError)) throw cause
      throw new TimestampError('anchor.malformed', `expected a certificate: ${cause.message}`, {
        cause,
      })
    }
  })
}

/** Whether it may sign tokens: time stamping its one purpose, marked critical (RFC 3161, section 2.3). */
export function assertTimeStamping(certificate: Certificate): void {
  const usage = certificate.extensions.get(EXTENDED_USAGE)
  const purposes = usage ? purposesOf(usage.value) : []
  if (usage?.critical && purposes.length === 1 && purposes[0] === TIME_STAMPING) return
  throw new TimestampError(
    'token.purpose',
    `expected a certificate for time stamping alone, marked critical, got ${purposes.join(', ') || 'no purpose'}${usage && !usage.critical ? ' not marked critical' : ''}`,
  )
}

const purposesOf = ({ content }: Der): readonly string[] =>
  elementsOf(readDer(content), TAG.sequence).map(oidOf)

export const keyIdentifierOf = ({ extensions }: Certificate): Uint8Array | undefined => {
  const value = extensions.get(SUBJECT_KEY)?.value
  return value && readDer(value.content).content
}

/** Whether `issuer` vouches for `subject`, with `below` certificates of issuers between it and the signer. */
export function vouches(issuer: Certificate, subject: Certificate, below: number): boolean {
  const { x509, extensions } = issuer
  const usage = extensions.get(EXTENDED_USAGE)
  const purposes = usage ? purposesOf(usage.value) : [ANY_USAGE]
  return (
    x509.ca &&
    below <= mostBelow(issuer) &&
    purposes.some((purpose) => purpose === TIME_STAMPING || purpose === ANY_USAGE) &&
    subject.x509.checkIssued(x509) &&
    subject.x509.verify(x509.publicKey)
  )
}

/** Whether nothing in it is critical that is not understood here. */
export const isUnderstood = ({ extensions }: Certificate): boolean =>
  [...extensions].every(([id, { critical }]) => !critical || UNDERSTOOD.has(id))

function mostBelow({ extensions }: Certificate): number {
  const constraints = extensions.get(BASIC_CONSTRAINTS)
  if (!constraints) return 0
  const length = elementsOf(readDer(constraints.value.content), TAG.sequence)[1]
  return length ? Number(integerOf(length)) : Number.POSITIVE_INFINITY
}

/** Whether it was valid at that instant, to the second. */
export function isValidAt({ x509 }: Certificate, instant: Date): boolean {
  return x509.validFromDate <= instant && instant <= x509.validToDate
}
