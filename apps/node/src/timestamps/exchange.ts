import { elementsOf, encode, integerOf, malformed, readDer, TAG, walk } from './der.ts'
import { TimestampError } from './error.ts'

/** What is sent to an authority and what it answers (RFC 3161, section 2.4). */

const SHA256 = encode(
  TAG.sequence,
  // 2.16.840.1.101.3.4.2.1
  encode(TAG.oid, Uint8Array.from([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01])),
)

/** A request for a token over this SHA-256 hash, with the authority's certificate in the answer. */
export function timestampRequest(sha256: Uint8Array, nonce: bigint): Uint8Array {
  return encode(
    TAG.sequence,
    encode(TAG.integer, Uint8Array.of(1)),
    encode(TAG.sequence, SHA256, encode(TAG.octetString, sha256)),
    encode(TAG.integer, unsigned(nonce)),
    encode(TAG.boolean, Uint8Array.of(0xff)),
  )
}

/** The shortest octets of a whole number that is not negative. */
function unsigned(value: bigint): Uint8Array {
  const hex = value.toString(16)
  const octets = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return octets[0]! > 0x7f ? Buffer.concat([Buffer.of(0), octets]) : octets
}

/** The token in an answer; throws `token.rejected` where the authority granted none. */
export function tokenIn(response: Uint8Array): Uint8Array {
  const parts = walk(elementsOf(readDer(response), TAG.sequence))
  const [status, ...reasons] = elementsOf(parts.next(TAG.sequence), TAG.sequence)
  if (!status) throw malformed('a status', 'none')
  const granted = integerOf(status)
  // 0 granted, 1 granted with modifications: what was modified is held against the request anyway.
  if (granted !== 0n && granted !== 1n) {
    const said = reasons.find(({ tag }) => tag === TAG.sequence)
    const words = said
      ? elementsOf(said, TAG.sequence).map(({ content }) =>
          Buffer.from(content).toString('utf8').replaceAll(/\p{C}/gu, '�').slice(0, 200),
        )
      : []
    throw new TimestampError(
      'token.rejected',
      `expected a token, got status ${granted}${words.length > 0 ? `: ${words.join('; ')}` : ''}`,
    )
  }
  const token = parts.next(TAG.sequence).bytes
  parts.end()
  return token
}
