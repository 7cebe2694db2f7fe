import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { fromBase64, fromHex, toHex } from '../src/base64.ts'
import { LogError } from '../src/error.ts'
import { leafHash, verifyConsistency, verifyInclusion } from '../src/merkle.ts'
import { createTree } from '../src/tree.ts'
import { sha256 } from './crypto.ts'
import { describeVectors, jsonFiles, readJson } from './vectors.ts'

/** Whether a proof is believed; anything that is thrown and no LogError fails the test. */
function isBelieved(verify: () => void): boolean {
  try {
    verify()
    return true
  } catch (error) {
    if (error instanceof LogError) return false
    throw error
  }
}

/** In Go, where the vectors come from, an absent list is null. */
const hashes = (list: readonly string[] | null) => (list ?? []).map(fromBase64)

type Expected = { readonly desc: string; readonly wantErr: boolean }
type Inclusion = Expected & {
  readonly leafIdx: number
  readonly treeSize: number
  readonly root: string
  readonly leafHash: string
  readonly proof: readonly string[] | null
}
type Consistency = Expected & {
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
  readonly proof: readonly string[] | null
}

describeVectors('transparency-dev/merkle', 'transparency-dev-merkle/testdata', (path) => {
  it('has its 98 inclusion proofs answered as it says', () => {
    const vectors = jsonFiles(`${path}/inclusion`)
    expect(vectors).toHaveLength(98)
    let good = 0
    for (const file of vectors) {
      const { leafIdx, treeSize, wantErr, ...given } = readJson<Inclusion>(file)
      const believed = isBelieved(() =>
        verifyInclusion(sha256, {
          index: leafIdx,
          size: treeSize,
          leaf: fromBase64(given.leafHash),
          proof: hashes(given.proof),
          root: fromBase64(given.root),
        }),
      )
      expect(believed, file).toBe(!wantErr)
      if (believed) good++
    }
    expect(good).toBe(6)
  })

  it('has its 98 consistency proofs answered as it says', () => {
    const vectors = jsonFiles(`${path}/consistency`)
    expect(vectors).toHaveLength(98)
    let good = 0
    for (const file of vectors) {
      const { size1, size2, wantErr, ...given } = readJson<Consistency>(file)
      const believed = isBelieved(() =>
        verifyConsistency(sha256, {
          from: size1,
          to: size2,
          proof: hashes(given.proof),
          fromRoot: fromBase64(given.root1),
          toRoot: fromBase64(given.root2),
        }),
      )
      expect(believed, file).toBe(!wantErr)
      if (believed) good++
    }
    expect(good).toBe(6)
  })
})

type ReferenceTree = {
  readonly leafInputs: readonly string[]
  readonly nodeHashes: Readonly<Record<string, readonly string[]>>
  readonly rootHashesSize1to8: readonly string[]
  readonly emptyRoot: string
}

describeVectors('the reference tree', 'extracted/rfc6962-reference-tree.json', (path) => {
  const { leafInputs, nodeHashes, rootHashesSize1to8, emptyRoot } = readJson<ReferenceTree>(path)

  it('has the roots of none to 8 leaves, and every node between', () => {
    const tree = createTree(sha256)
    expect(toHex(tree.root())).toBe(emptyRoot)
    const roots = leafInputs.map((leaf) => {
      tree.append(leafHash(sha256, fromHex(leaf)))
      return toHex(tree.root())
    })
    expect(roots).toEqual(rootHashesSize1to8)
    expect(roots).toHaveLength(8)
    let seen = 0
    for (const [level, expected] of ['level0', 'level1', 'level2', 'level3'].entries())
      for (const [index, node] of nodeHashes[expected]!.entries()) {
        expect(toHex(tree.subtreeHash(level, index))).toBe(node)
        seen++
      }
    expect(seen).toBe(15)
  })
})

type Accumulated = {
  readonly sha256: Readonly<
    Record<'subtreeHashes' | 'inclusionProofs' | 'consistencyProofs', string>
  >
  readonly counts: {
    readonly inclusionProofs: number
    readonly consistencyProofs: number
    readonly ofWhichStartZero: number
  }
}

/**
 * The subtrees [start, end) of draft-ietf-plants-merkle-tree-certs, in the order of its vectors;
 * those without leaves are among them.
 */
function* subtrees(most: number): Generator<readonly [number, number]> {
  for (let end = 0; end <= most; end++)
    for (let start = 0; start <= end; start++) {
      let width = 1
      while (width < end - start) width *= 2
      if (start % width === 0) yield [start, end]
    }
}

describeVectors('one digest over all proofs', 'extracted/subtree-accumulated.json', (path) => {
  const expected = readJson<Accumulated>(path)
  const tree = createTree(sha256)
  for (let leaf = 0; leaf < 130; leaf++) tree.append(leafHash(sha256, Uint8Array.of(leaf)))
  const words = (proof: readonly Uint8Array[]) => proof.map((hash) => ` ${toHex(hash)}`).join('')

  it('covers the hash of every subtree of up to 130 leaves', () => {
    const digest = createHash('sha256')
    for (const [start, end] of subtrees(130))
      digest.update(`[${start}, ${end}) ${toHex(tree.subtreeRoot(start, end))}\n`)
    expect(digest.digest('hex')).toBe(expected.sha256.subtreeHashes)
  })

  it('covers 12,807 inclusion proofs, and each of them verifies', () => {
    const digest = createHash('sha256')
    let count = 0
    for (const [start, end] of subtrees(130))
      for (let index = start; index < end; index++) {
        const proof = tree.subtreeInclusion(index, start, end)
        digest.update(`${index} [${start}, ${end})${words(proof)}\n`)
        // A subtree is a tree of its own.
        verifyInclusion(sha256, {
          index: index - start,
          size: end - start,
          leaf: tree.subtreeHash(0, index),
          proof,
          root: tree.subtreeRoot(start, end),
        })
        if (start === 0) expect(tree.inclusion(index, end)).toEqual(proof)
        count++
      }
    expect(count).toBe(12_807)
    expect(count).toBe(expected.counts.inclusionProofs)
    expect(digest.digest('hex')).toBe(expected.sha256.inclusionProofs)
  })

  it('covers 42,893 consistency proofs; the 8,646 from the beginning verify', () => {
    const digest = createHash('sha256')
    const counts = { all: 0, fromZero: 0 }
    for (let size = 0; size <= 130; size++)
      for (const [start, end] of subtrees(size)) {
        const proof = tree.subtreeConsistency(start, end, size)
        digest.update(`[${start}, ${end}) ${size}${words(proof)}\n`)
        counts.all++
        if (start > 0) continue
        counts.fromZero++
        if (end === 0) continue
        expect(tree.consistency(end, size)).toEqual(proof)
        verifyConsistency(sha256, {
          from: end,
          to: size,
          proof,
          fromRoot: tree.root(end),
          toRoot: tree.root(size),
        })
      }
    expect(counts).toEqual({ all: 42_893, fromZero: 8646 })
    expect(counts.all).toBe(expected.counts.consistencyProofs)
    expect(counts.fromZero).toBe(expected.counts.ofWhichStartZero)
    expect(digest.digest('hex')).toBe(expected.sha256.consistencyProofs)
  })
})
