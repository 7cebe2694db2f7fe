import { createHash, verify, type KeyObject } from 'node:crypto'
import { isEqual, toHex } from '@entente/log'
import {
  assertTimeStamping,
  isUnderstood,
  isValidAt,
  keyIdentifierOf,
  readCertificate,
  vouches,
  type Certificate,
} from './certificate.ts'
import { TimestampError } from './error.ts'
import { readToken, type Digest, type Token } from './token.ts'

/** What a token proves: that this authority had seen the hash at this time. */
export type ProvedTime = {
  /** RFC 3339 in UTC. */
  readonly at: string
  /** Seconds by which `at` may be off; absent where the authority does not say. */
  readonly accuracy?: number
  /** Subject of the certificate that signed, and of the trusted one that it was traced to. */
  readonly authority: string
  readonly anchor: string
  readonly policy: string
  readonly serial: string
}

/** What a token is held against. */
export type Against = {
  readonly imprint: { readonly algorithm: Digest; readonly hash: Uint8Array }
  /** As it was asked with. */
  readonly nonce?: bigint
  /** Certificates that the reader trusts from elsewhere than the token. */
  readonly anchors: readonly Certificate[]
}

/** The longest way from a signer to an anchor. */
const MOST_STEPS = 6
const LEAST_RSA_BITS = 2048

/**
 * Proves a timestamp token (RFC 3161, RFC 5816) offline, or refuses it with a code. Whether a certificate on the way was revoked is
 * not asked: whoever trusts an anchor answers for that.
 */
export function verifyToken(bytes: Uint8Array, { imprint, nonce, anchors }: Against): ProvedTime {
  const token = readToken(bytes)
  const { says } = token
  if (says.algorithm !== imprint.algorithm || !isEqual(says.imprint, imprint.hash))
    throw new TimestampError(
      'token.imprint',
      `expected a token over ${imprint.algorithm} ${toHex(imprint.hash)}, got one over ${says.algorithm ?? 'another hash'} ${toHex(says.imprint)}`,
    )
  if (nonce !== undefined && says.nonce !== nonce)
    throw new TimestampError(
      'token.nonce',
      `expected nonce ${nonce}, got ${says.nonce ?? 'none'}: the answer is not to what was asked`,
    )
  const embedded = token.certificates.map(readCertificate)
  const signer = signerIn(token, [...embedded, ...anchors])
  assertSigned(token, signer.x509.publicKey)
  assertTimeStamping(signer)
  const anchor = traced(signer, { embedded, anchors, at: new Date(says.at) })
  return {
    at: says.at,
    ...(says.accuracy === undefined ? {} : { accuracy: says.accuracy }),
    authority: nameOf(signer),
    anchor: nameOf(anchor),
    policy: says.policy,
    serial: says.serial.toString(),
  }
}

/** One line of a name, whatever whoever made the certificate put into it. */
const nameOf = ({ x509 }: Certificate) =>
  x509.subject.replaceAll('\n', ', ').replaceAll(/\p{C}/gu, '�').slice(0, 300)

/** The certificate that the signature itself names by its hash; another one with the same key does not do. */
function signerIn({ certificateHash, signer }: Token, known: readonly Certificate[]): Certificate {
  const { algorithm, hash } = certificateHash
  const named = known.find(({ bytes }) =>
    isEqual(new Uint8Array(createHash(algorithm).update(bytes).digest()), hash),
  )
  const isNamedTwice =
    named &&
    ('issuer' in signer
      ? isEqual(named.issuer, signer.issuer) && isEqual(named.serial, signer.serial)
      : isEqual(keyIdentifierOf(named) ?? new Uint8Array(), signer.keyIdentifier))
  if (isNamedTwice) return named
  throw new TimestampError(
    'token.certificate',
    `expected the certificate with ${algorithm} ${toHex(hash)} in the token or among the anchors, got ${named ? 'one of another name' : 'others'}`,
  )
}

/** Signature algorithms by object identifier: the kind of key, and the digest where the name fixes it. */
const SIGNATURES: Readonly<Record<string, { readonly key: string; readonly digest?: Digest }>> = {
  '1.2.840.113549.1.1.1': { key: 'rsa' },
  '1.2.840.113549.1.1.11': { key: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', digest: 'sha512' },
  '1.2.840.10045.4.3.2': { key: 'ec', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', digest: 'sha512' },
  '1.3.101.112': { key: 'ed25519' },
}

function assertSigned(token: Token, key: KeyObject): void {
  const known = SIGNATURES[token.signatureAlgorithm]
  const bits = key.asymmetricKeyDetails?.modulusLength ?? LEAST_RSA_BITS
  if (!known || known.key !== key.asymmetricKeyType || bits < LEAST_RSA_BITS)
    throw new TimestampError(
      'token.algorithm',
      `expected RSA of ${LEAST_RSA_BITS} bits or more with PKCS #1, ECDSA or Ed25519, got ${token.signatureAlgorithm} with a key of ${key.asymmetricKeyType ?? 'unknown kind'}`,
    )
  const digest = known.digest ?? token.digest
  const content = createHash(token.digest).update(token.content).digest()
  const isSigned =
    isEqual(new Uint8Array(content), token.messageDigest) &&
    verify(known.key === 'ed25519' ? null : digest, token.attributes, key, token.signature)
  if (!isSigned)
    throw new TimestampError(
      'token.signature',
      'expected a signature over what the token says, got one over something else',
    )
}

type Tracing = {
  readonly embedded: readonly Certificate[]
  readonly anchors: readonly Certificate[]
  readonly at: Date
}

/** The anchor that a certificate is traced to, over certificates that were all valid at that time. */
function traced(signer: Certificate, { embedded, anchors, at }: Tracing): Certificate {
  const search = (isUsable: (one: Certificate) => boolean) => {
    // Each certificate is come to once, by its shortest way: whoever sends many that vouch for each other gains nothing.
    const rest = new Set([...anchors, ...embedded])
    let reached = [signer]
    for (let below = 0; below < MOST_STEPS && reached.length > 0; below++) {
      const usable = reached.filter((one) => isUsable(one) && isUnderstood(one))
      const anchor = usable.find((one) => anchors.some(({ bytes }) => isEqual(bytes, one.bytes)))
      if (anchor) return anchor
      for (const one of reached) rest.delete(one)
      reached = [...rest].filter((issuer) => usable.some((one) => vouches(issuer, one, below)))
    }
    return undefined
  }
  const found = search((one) => isValidAt(one, at))
  if (found) return found
  if (search(() => true))
    throw new TimestampError(
      'token.expired',
      `expected certificates that were valid at ${at.toISOString()}, got one that was not`,
    )
  throw new TimestampError(
    'token.anchor',
    `expected a certificate traced to one of the ${anchors.length} trusted, got ${nameOf(signer)}`,
  )
}
