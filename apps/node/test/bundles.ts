import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** A UUID that follows from a word, so that a test can name an object twice. */
export function uuid(word: string): string {
  const hex = createHash('sha256').update(word).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const DATE = '2026-11-02T09:00:00.000Z'

/** An identity that a word names, with whatever else it should say. */
export const identity = (word: string, more: Record<string, unknown> = {}) => ({
  type: 'identity',
  spec_version: '2.1',
  id: `identity--${uuid(word)}`,
  created: DATE,
  modified: DATE,
  name: word,
  ...more,
})

export const bundle = (...objects: readonly unknown[]): string =>
  JSON.stringify({ type: 'bundle', id: `bundle--${uuid('bundle')}`, objects })

export const packed = (text: string): Uint8Array => new Uint8Array(gzipSync(text))

/** Bytes as a file or a network would give them. */
export async function* stream(content: string | Uint8Array, size = 64 * 1024) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  for (let from = 0; from < bytes.length; from += size) {
    await Promise.resolve()
    yield bytes.subarray(from, from + size)
  }
}
