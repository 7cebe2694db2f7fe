import { sha1 } from '@noble/hashes/legacy.js'

/** The UUID that a name has in a namespace, which is a UUID itself: version 5 of RFC 4122 section 4.3. */
export function nameUuid(namespace: string, name: string): string {
  const own = namespace.replaceAll('-', '').match(/../g) ?? []
  const text = new TextEncoder().encode(name)
  const bytes = new Uint8Array(own.length + text.length)
  bytes.set(own.map((byte) => parseInt(byte, 16)))
  bytes.set(text, own.length)
  const digest = sha1(bytes)
  // The version and the variant are put over the digest.
  digest[6] = (digest[6]! & 0x0f) | 0x50
  digest[8] = (digest[8]! & 0x3f) | 0x80
  const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0'))
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
