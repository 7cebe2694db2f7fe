import { sha1 } from '@noble/hashes/legacy.js'

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const encoder = new TextEncoder()
/** The bytes of the namespaces that are in use: few, and each for many names. */
const known = new Map<string, Uint8Array>()

/** The UUID that a name has in a namespace, which is a UUID itself: version 5 of RFC 4122 section 4.3. */
export function nameUuid(namespace: string, name: string): string {
  const own = bytesOf(namespace)
  const text = encoder.encode(name)
  const bytes = new Uint8Array(own.length + text.length)
  bytes.set(own)
  bytes.set(text, own.length)
  const digest = sha1(bytes)
  // The version and the variant are put over the digest.
  digest[6] = (digest[6]! & 0x0f) | 0x50
  digest[8] = (digest[8]! & 0x3f) | 0x80
  let uuid = ''
  for (let at = 0; at < 16; at += 1)
    uuid += (at === 4 || at === 6 || at === 8 || at === 10 ? '-' : '') + HEX[digest[at]!]!
  return uuid
}

function bytesOf(namespace: string): Uint8Array {
  const held = known.get(namespace)
  if (held) return held
  const pairs = namespace.replaceAll('-', '').match(/../g) ?? []
  const bytes = Uint8Array.from(pairs, (byte) => parseInt(byte, 16))
  known.set(namespace, bytes)
  return bytes
}
