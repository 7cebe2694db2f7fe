import { LogError } from './error.ts'

/** Hashes of 32 bytes in the order in which they came. What `at` gives may be kept, and must not be written to. */
export type Hashes = {
  readonly length: number
  readonly push: (hash: Uint8Array) => void
  /** The hash at that place; undefined where there is none. */
  readonly at: (index: number) => Uint8Array | undefined
}

const HASH = 32
/** Hashes in one block, and in the smallest: most trees are small. */
const [MOST, LEAST] = [1024, 4]

/** Side by side in few blocks: by itself a hash of a long strand weighs as much again three times over. */
export function createHashes(): Hashes {
  const blocks: Uint8Array[] = []
  let length = 0
  return {
    get length() {
      return length
    },
    push: (hash) => {
      if (hash.length !== HASH)
        throw new LogError('tree.range', `expected a hash of ${HASH} bytes, got ${hash.length}`)
      const begin = (length % MOST) * HASH
      const number = Math.floor(length / MOST)
      const block = blocks[number] ?? new Uint8Array(LEAST * HASH)
      const wide = begin < block.length ? block : widened(block)
      wide.set(hash, begin)
      blocks[number] = wide
      length += 1
    },
    at: (index) => {
      if (!(index >= 0 && index < length)) return undefined
      const begin = (index % MOST) * HASH
      return blocks[Math.floor(index / MOST)]!.subarray(begin, begin + HASH)
    },
  }
}

function widened(block: Uint8Array): Uint8Array {
  const wide = new Uint8Array(block.length * 2)
  wide.set(block)
  return wide
}
