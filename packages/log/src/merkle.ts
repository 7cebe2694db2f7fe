import { isEqual, toHex } from './base64.ts'
import type { Sha256 } from './crypto.ts'
import { LogError } from './error.ts'

// RFC 6962 section 2.1 (tree) and RFC 9162 section 2.1 (verification).
const LEAF = 0
const NODE = 1
/** Trees of up to 2^53 leaves have paths of at most 53 hashes; the protocol allows 63. */
const MOST_HASHES = 63

export const emptyRoot = (sha256: Sha256): Uint8Array => sha256(new Uint8Array())

export function leafHash(sha256: Sha256, entry: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(entry.length + 1)
  prefixed[0] = LEAF
  prefixed.set(entry, 1)
  return sha256(prefixed)
}

export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(65)
  prefixed[0] = NODE
  prefixed.set(left, 1)
  prefixed.set(right, 33)
  return sha256(prefixed)
}

/** An append-only tree that keeps every complete subtree's hash. */
export type Tree = {
  readonly size: number
  /** Adds a leaf hash and returns its index. */
  append(leaf: Uint8Array): number
  root(size?: number): Uint8Array
  /** Proof that the leaf is in the tree of that size. */
  inclusion(index: number, size?: number): Uint8Array[]
  /** Proof that the tree of size `from` is the beginning of the tree of size `to`. */
  consistency(from: number, to?: number): Uint8Array[]
  /** Hash over the leaves from `start` up to and without `end`. */
  subtreeRoot(start: number, end: number): Uint8Array
  subtreeInclusion(index: number, start: number, end: number): Uint8Array[]
  subtreeConsistency(start: number, end: number, size: number): Uint8Array[]
  /** Hash of the complete subtree number `index` at `level` (0 are leaves). */
  subtreeHash(level: number, index: number): Uint8Array
}

/** Largest power of two below `n`, for n > 1. */
function split(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

export function createTree(sha256: Sha256): Tree {
  const levels: Uint8Array[][] = [[]]
  const leaves = levels[0]!

  function within(...ends: readonly number[]) {
    for (const end of ends)
      if (!Number.isSafeInteger(end) || end < 0 || end > leaves.length)
        throw new LogError('tree.range', `expected a size from 0 to ${leaves.length}, got ${end}`)
  }
  function hash(start: number, end: number): Uint8Array {
    const n = end - start
    if (n === 0) return emptyRoot(sha256)
    const level = Math.log2(n)
    if (Number.isInteger(level) && start % n === 0) return levels[level]![start / n]!
    const k = split(n)
    return nodeHash(sha256, hash(start, start + k), hash(start + k, end))
  }
  function path(index: number, start: number, end: number): Uint8Array[] {
    const n = end - start
    if (n <= 1) return []
    const k = split(n)
    return index < start + k
      ? [...path(index, start, start + k), hash(start + k, end)]
      : [...path(index, start + k, end), hash(start, start + k)]
  }
  /** Consistency of the subtree [start, end) with the tree over [from, to). */
  function proof(
    start: number,
    end: number,
    from: number,
    to: number,
    known: boolean,
  ): Uint8Array[] {
    if (start === from && end === to) return known ? [] : [hash(from, to)]
    const k = split(to - from)
    const middle = from + k
    if (end <= middle) return [...proof(start, end, from, middle, known), hash(middle, to)]
    if (start >= middle) return [...proof(start, end, middle, to, known), hash(from, middle)]
    return [...proof(middle, end, middle, to, false), hash(from, middle)]
  }
  return {
    get size() {
      return leaves.length
    },
    append(leaf) {
      leaves.push(leaf)
      for (let level = 0; levels[level]!.length % 2 === 0; level++) {
        const below = levels[level]!
        const parent = nodeHash(sha256, below.at(-2)!, below.at(-1)!)
        ;(levels[level + 1] ??= []).push(parent)
      }
      return leaves.length - 1
    },
    root(size = leaves.length) {
      within(size)
      return hash(0, size)
    },
    inclusion(index, size = leaves.length) {
      within(size, index + 1)
      if (index >= size)
        throw new LogError('tree.range', `expected an index below ${size}, got ${index}`)
      return path(index, 0, size)
    },
    consistency(from, to = leaves.length) {
      within(from, to)
      if (from > to)
        throw new LogError('tree.range', `expected sizes in order, got ${from} and ${to}`)
      return from === 0 || from === to ? [] : proof(0, from, 0, to, true)
    },
    subtreeRoot(start, end) {
      within(start, end)
      return hash(start, end)
    },
    subtreeInclusion(index, start, end) {
      within(start, end, index + 1)
      return path(index, start, end)
    },
    subtreeConsistency(start, end, size) {
      within(start, end, size)
      return start === end ? [] : proof(start, end, 0, size, true)
    },
    subtreeHash(level, index) {
      const found = levels[level]?.[index]
      if (!found)
        throw new LogError(
          'tree.range',
          `expected a complete subtree, got number ${index} at level ${level}`,
        )
      return found
    },
  }
}

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
  assertHashes([fromRoot, toRoot, ...proof], proof.length)
  if (from === to) {
    if (proof.length > 0) throw malformed('not empty for equal sizes')
    assertRoot(fromRoot, toRoot)
    return
  }
  if (proof.length === 0) throw malformed('empty')
  const path = Number.isInteger(Math.log2(from)) ? [fromRoot, ...proof] : proof
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
