import type { Sha256 } from './crypto.ts'
import { LogError } from './error.ts'
import { createHashes, type Hashes } from './hashes.ts'
import { emptyRoot, isPowerOfTwo, nodeHash, split } from './merkle.ts'

/** An append-only tree that keeps every complete subtree's hash. */
export type Tree = {
  readonly size: number
  /** Adds a leaf hash and returns its index. */
  append(leaf: Uint8Array): number
  root(size?: number): Uint8Array
  /** Root over the leaves and these after them, of which none is taken in. */
  rootWith(leaves: readonly Uint8Array[]): Uint8Array
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

/** Every complete subtree by level and number. */
type Nodes = { readonly sha256: Sha256; readonly levels: Hashes[] }
type Range = { readonly start: number; readonly end: number }

/** Roots that are remembered: that of now, and of the sizes that certificates cite. */
const MOST_ROOTS = 256

export function createTree(sha256: Sha256): Tree {
  const leaves = createHashes()
  const nodes: Nodes = { sha256, levels: [leaves] }
  // Leaves only come on top: the root of a size stays what it is.
  const known = new Map<number, Uint8Array>()
  return {
    get size() {
      return leaves.length
    },
    append: (leaf) => append(nodes, leaf),
    root(size = leaves.length) {
      assertWithin(leaves.length, size)
      const root = known.get(size) ?? hash(nodes, 0, size)
      if (known.size >= MOST_ROOTS) known.clear()
      known.set(size, root)
      return root
    },
    rootWith: (more) => rootWith(nodes, more),
    inclusion(index, size = leaves.length) {
      assertWithin(leaves.length, size)
      assertLeaf(index, 0, size)
      return path(nodes, index, { start: 0, end: size })
    },
    consistency(from, to = leaves.length) {
      assertWithin(leaves.length, to)
      assertWithin(to, from)
      const whole = { start: 0, end: to }
      return from === 0 || from === to ? [] : proof(nodes, { start: 0, end: from }, whole, true)
    },
    subtreeRoot(start, end) {
      assertSubtree(leaves.length, start, end)
      return hash(nodes, start, end)
    },
    subtreeInclusion(index, start, end) {
      assertSubtree(leaves.length, start, end)
      assertLeaf(index, start, end)
      return path(nodes, index, { start, end })
    },
    subtreeConsistency(start, end, size) {
      assertWithin(leaves.length, size)
      assertSubtree(size, start, end)
      return start === end ? [] : proof(nodes, { start, end }, { start: 0, end: size }, true)
    },
    subtreeHash(level, index) {
      const found = nodes.levels[level]?.at(index)
      if (found) return found
      throw outOfRange('a complete subtree', `number ${index} at level ${level}`)
    },
  }
}

function append({ sha256, levels }: Nodes, leaf: Uint8Array): number {
  levels[0]!.push(leaf)
  for (let level = 0; levels[level]!.length % 2 === 0; level++) {
    const below = levels[level]!
    const last = below.length - 1
    const parent = nodeHash(sha256, below.at(last - 1)!, below.at(last)!)
    ;(levels[level + 1] ??= createHashes()).push(parent)
  }
  return levels[0]!.length - 1
}

function hash(nodes: Nodes, start: number, end: number): Uint8Array {
  const n = end - start
  if (n === 0) return emptyRoot(nodes.sha256)
  if (isPowerOfTwo(n) && start % n === 0) return nodes.levels[Math.log2(n)]!.at(start / n)!
  const middle = start + split(n)
  return nodeHash(nodes.sha256, hash(nodes, start, middle), hash(nodes, middle, end))
}

/** The complete subtrees side by side, the widest first; each further leaf joins those that are as wide as it has become. */
function rootWith({ sha256, levels }: Nodes, more: readonly Uint8Array[]): Uint8Array {
  const size = levels[0]!.length
  const row: { readonly level: number; readonly hash: Uint8Array }[] = []
  for (let level = levels.length - 1, start = 0; level >= 0; level--) {
    const width = 2 ** level
    if (size - start < width) continue
    row.push({ level, hash: levels[level]!.at(start / width)! })
    start += width
  }
  for (const leaf of more) {
    let joined = { level: 0, hash: leaf }
    while (row.at(-1)?.level === joined.level)
      joined = { level: joined.level + 1, hash: nodeHash(sha256, row.pop()!.hash, joined.hash) }
    row.push(joined)
  }
  if (row.length === 0) return emptyRoot(sha256)
  return row.map(({ hash: one }) => one).reduceRight((right, left) => nodeHash(sha256, left, right))
}

/** RFC 6962 section 2.1.1, from the leaf up. */
function path(nodes: Nodes, index: number, { start, end }: Range): Uint8Array[] {
  if (end - start <= 1) return []
  const middle = start + split(end - start)
  return index < middle
    ? [...path(nodes, index, { start, end: middle }), hash(nodes, middle, end)]
    : [...path(nodes, index, { start: middle, end }), hash(nodes, start, middle)]
}

/** RFC 6962 section 2.1.2, of a subtree with the tree over `whole`; `known` where its hash is. */
function proof(nodes: Nodes, part: Range, whole: Range, known: boolean): Uint8Array[] {
  const { start, end } = whole
  if (part.start === start && part.end === end) return known ? [] : [hash(nodes, start, end)]
  const middle = start + split(end - start)
  const left = { start, end: middle }
  const right = { start: middle, end }
  if (part.end <= middle) return [...proof(nodes, part, left, known), hash(nodes, middle, end)]
  if (part.start >= middle) return [...proof(nodes, part, right, known), hash(nodes, start, middle)]
  const rest = { start: middle, end: part.end }
  return [...proof(nodes, rest, right, false), hash(nodes, start, middle)]
}

function assertWithin(most: number, size: number) {
  if (!Number.isSafeInteger(size) || size < 0 || size > most)
    throw outOfRange(`a size from 0 to ${most}`, size)
}

function assertLeaf(index: number, start: number, end: number) {
  if (!Number.isSafeInteger(index) || index < start || index >= end)
    throw outOfRange(`an index in [${start}, ${end})`, index)
}

/** Of draft-ietf-plants-merkle-tree-certs: leaves that stand under one node in every tree. */
function assertSubtree(most: number, start: number, end: number) {
  assertWithin(most, end)
  assertWithin(end, start)
  let width = 1
  while (width < end - start) width *= 2
  if (start % width !== 0) throw outOfRange('a subtree', `[${start}, ${end})`)
}

const outOfRange = (expected: string, got: string | number) =>
  new LogError('tree.range', `expected ${expected}, got ${got}`)
