import { namedUuid } from './named-uuid.ts'
import type { Content } from './marked.ts'

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

const bundleId = (hashes: readonly string[]): string => `bundle--${namedUuid(hashes.join('\n'))}`
