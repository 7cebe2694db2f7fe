import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { IntelligenceError } from './error.ts'

/** Bounds on one file, packed or not. JSON packs to a tenth; nothing honest packs to a hundredth. */
export type FileLimits = { readonly bytes: number; readonly ratio: number }

const FILE_LIMITS: FileLimits = { bytes: 8 * 1024 ** 3, ratio: 100 }

/** What may come out before its ratio to what went in is looked at. */
const FIRST = 4 * 1024 * 1024

const MAGIC = [0x1f, 0x8b] as const

/** The bytes of a file, unpacked where they begin as gzip does (RFC 1952), whatever its name says. */
export async function* unpack(
  source: AsyncIterable<Uint8Array>,
  limits: FileLimits = FILE_LIMITS,
): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(source)
  const isPacked = head.length >= 2 && head[0] === MAGIC[0] && head[1] === MAGIC[1]
  yield* isPacked ? gunzip(all, limits) : bounded(all, limits)
}

async function* bounded(source: AsyncIterable<Uint8Array>, { bytes }: FileLimits) {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > bytes) throw tooLarge(bytes)
    yield chunk
  }
}

async function* gunzip(source: AsyncIterable<Uint8Array>, { bytes, ratio }: FileLimits) {
  let packed = 0
  const count = async function* () {
    for await (const chunk of source) {
      packed += chunk.length
      yield chunk
    }
  }
  const unpacking = createGunzip({ chunkSize: 256 * 1024 })
  // Its errors come out of the loop below; a reader that leaves early is no error.
  const feeding = pipeline(count, unpacking).catch(() => undefined)
  let size = 0
  try {
    for await (const chunk of unpacking as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > bytes) throw tooLarge(bytes)
      // Deflate cannot pack a file of one's own making a thousandfold by accident.
      if (size > FIRST && size > packed * ratio)
        throw new IntelligenceError(
          'import.too-large',
          `expected gzip that unpacks to at most ${ratio} times its size, got more`,
        )
      yield chunk
    }
  } catch (error) {
    if (!isZlib(error)) throw error
    throw new IntelligenceError('gzip.malformed', `expected whole gzip, got ${error.message}`, {
      cause: error,
    })
  }
  await feeding
  if (unpacking.bytesWritten < packed)
    throw new IntelligenceError('gzip.malformed', 'expected nothing behind the gzip, got more')
}

const tooLarge = (bytes: number) =>
  new IntelligenceError('import.too-large', `expected at most ${bytes} bytes unpacked, got more`)

const isZlib = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

/** The first two bytes, however small the pieces are in which they come, and all bytes again. */
async function peek(source: AsyncIterable<Uint8Array>) {
  const iterator = source[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size < 2) {
    const next = await iterator.next()
    if (next.done) break
    first.push(next.value)
    size += next.value.length
  }
  async function* all() {
    yield* first
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { head: Buffer.concat(first).subarray(0, 2), all: all() }
}
