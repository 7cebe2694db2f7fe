import { isEqual, toHex } from './base64.ts'
import type { Sha256 } from './crypto.ts'
import { LogError } from './error.ts'

// RFC 6962 section 2.1 (tree) and RFC 9162 section 2.1 (verification).
const LEAF = 0
const NODE = 1
/** Trees of up to 2^53 leaves have paths of at most 53 hashes; the protocol allows 63. */
const MOST_HASHES = 63

export const emptyRoot = (sha256: Sha256): Uint8Array => sha256(new Uint8Array())

/** What is hashed is put together here: a hash reads it at once, and nothing else ever sees it. */
let scratch = new Uint8Array(2048)

export function leafHash(sha256: Sha256, entry: Uint8Array): Uint8Array {
  const length = entry.length + 1
  if (scratch.length < length) scratch = new Uint8Array(length * 2)
  scratch[0] = LEAF
  scratch.set(entry, 1)
  return sha256(scratch.subarray(0, length))
}

export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  scratch[0] = NODE
  scratch.set(left, 1)
  scratch.set(right, 33)
  return sha256(scratch.subarray(0, 65))
}

/** Largest power of two below `n`, for n > 1. */
export function split(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** Exact up to 2^53, which a logarithm in floating point is not from 2^49 on. */
export const isPowerOfTwo = (n: number): boolean => n === 1 || (n > 1 && split(n) * 2 === n)

/** Proves that a leaf is at an index of the tree with this root, or says which root came out. */
export function verifyInclusion(
  sha256: Sha256,
  claim: {
    readonly index: number
    readonly size: number
    readonly leaf: Uint8Array
    readonly proof: readonly Uint8Array[]
    readonly root: Uint8Array
  },
): void {
  const { index, size, leaf, proof, root } = claim
  assertSizes(index, size)
  if (index >= size)
    throw new LogError('tree.range', `expected an index below ${size}, got ${index}`)
  assertHashes([leaf, root, ...proof], proof.length)
  let node = index
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) throw malformed('too long')
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sha256, sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2)
        last = Math.floor(last / 2)
      }
    } else hash = nodeHash(sha256, hash, sibling)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  if (last !== 0) throw malformed('too short')
  assertRoot(hash, root)
}

/** Proves that one tree is the beginning of another, or says which root came out. */
export function verifyConsistency(
  sha256: Sha256,
  claim: {
    readonly from: number
    readonly to: number
    readonly proof: readonly Uint8Array[]
    readonly fromRoot: Uint8Array
    readonly toRoot: Uint8Array
  },
): void {
  const { from, to, proof, fromRoot, toRoot } = claim
  assertSizes(from, to)
  if (from > to) throw new LogError('tree.range', `expected sizes in order, got ${from} and ${to}`)
  if (from === 0) throw new LogError('tree.range', 'expected a tree with leaves, got size 0')
  if (from === to) {
    if (proof.length > 0) throw malformed('not empty for equal sizes')
    assertRoot(fromRoot, toRoot)
    return
  }
  assertHashes([fromRoot, toRoot, ...proof], proof.length)
  if (proof.length === 0) throw malformed('empty')
  const path = isPowerOfTwo(from) ? [fromRoot, ...proof] : proof
  const { small, large } = climb(sha256, path, from - 1, to - 1)
  assertRoot(small, fromRoot)
  assertRoot(large, toRoot)
}

/** RFC 9162 section 2.1.4.2, steps 3 to 6: both roots from one path. */
function climb(sha256: Sha256, path: readonly Uint8Array[], from: number, to: number) {
  let node = from
  let last = to
  while (node % 2 === 1) {
    node = (node - 1) / 2
    last = Math.floor(last / 2)
  }
  let small = path[0]!
  let large = path[0]!
  for (const sibling of path.slice(1)) {
    if (last === 0) throw malformed('too long')
    if (node % 2 === 1 || node === last) {
      small = nodeHash(sha256, sibling, small)
      large = nodeHash(sha256, sibling, large)
      while (node % 2 === 0 && node !== 0) {
        node = node / 2
        last = Math.floor(last / 2)
      }
    } else large = nodeHash(sha256, large, sibling)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  if (last !== 0) throw malformed('too short')
  return { small, large }
}

function assertSizes(...sizes: readonly number[]) {
  for (const size of sizes)
    if (!Number.isSafeInteger(size) || size < 0)
      throw new LogError('tree.range', `expected a whole number, got ${size}`)
}

function assertHashes(hashes: readonly Uint8Array[], proofLength: number) {
  if (proofLength > MOST_HASHES) throw malformed(`longer than ${MOST_HASHES} hashes`)
  for (const { length } of hashes)
    if (length !== 32)
      throw new LogError('proof.malformed', `expected hashes of 32 bytes, got ${length}`)
}

function assertRoot(computed: Uint8Array, expected: Uint8Array) {
  if (isEqual(computed, expected)) return
  throw new LogError(
    'proof.root-mismatch',
    `expected root ${toHex(expected)}, got ${toHex(computed)}`,
    {
      evidence: { expected: toHex(expected), computed: toHex(computed) },
    },
  )
}

const malformed = (what: string) =>
  new LogError('proof.malformed', `expected a proof of the right length, got one that is ${what}`)
