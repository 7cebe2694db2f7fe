import { createHash } from 'node:crypto'
import type { Content } from './marked.ts'

/** Of our own: what is named by it is named by what it holds. */
const NAMESPACE = Buffer.from('b6f1d2f6a3f54b0e9a54e9a1c0f2d7be', 'hex')

/**
 * A STIX bundle of these objects, each byte for byte as it was received. Its id is a UUIDv5 of their
 * hashes (RFC 9562 section 5.5), so that the same objects give the same bytes.
 */
export function writeBundle(contents: readonly Content[]): Uint8Array {
  const id = bundleId(contents.map(({ sha256 }) => sha256))
  const parts: (string | Uint8Array)[] = [`{"type":"bundle","id":"${id}","objects":[\n`]
  for (const [index, { bytes }] of contents.entries())
    parts.push(...(index === 0 ? [bytes] : [',\n', bytes]))
  parts.push('\n]}\n')
  return new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array))))
}

function bundleId(hashes: readonly string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(hashes.join('\n')).digest()
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `bundle--${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
