import { createHash } from 'node:crypto'

/** Of our own: what is named by it is named by what it holds. */
const NAMESPACE = Buffer.from('b6f1d2f6a3f54b0e9a54e9a1c0f2d7be', 'hex')

/** The UUIDv5 of a text (RFC 9562 section 5.5): the same text gives the same one. */
export function namedUuid(text: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(text).digest()
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
