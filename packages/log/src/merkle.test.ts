import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crypto } from '../test/crypto.ts'
import { concat, toHex, toUtf8 } from './base64.ts'
import { LogError } from './error.ts'
import { emptyRoot, leafHash, nodeHash, verifyConsistency, verifyInclusion } from './merkle.ts'
import { createTree, type Tree } from './tree.ts'

const { sha256 } = crypto
const leaf = (number: number) => leafHash(sha256, toUtf8(`act ${number}`))

function treeOf(size: number): Tree {
  const tree = createTree(sha256)
  for (let at = 0; at < size; at++) tree.append(leaf(at))
  return tree
}

/** RFC 6962 section 2.1 word for word, over whole lists and remembering nothing. */
function mth(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array())
  if (leaves.length === 1) return leaves[0]!
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha256(concat(Uint8Array.of(1), mth(leaves.slice(0, k)), mth(leaves.slice(k))))
}

const code = (attempt: () => unknown): string => {
  try {
    attempt()
  } catch (error) {
    if (error instanceof LogError) return error.code
    throw error
  }
  return 'believed'
}

describe('RFC 6962 section 2.1', () => {
  it('hashes the empty tree as SHA-256 of nothing', () => {
    // NIST CAVP SHA256ShortMsg, Len = 0.
    const digest = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    expect(toHex(emptyRoot(sha256))).toBe(digest)
    expect(toHex(createTree(sha256).root())).toBe(digest)
  })
  it('hashes a leaf behind 0x00 and a node behind 0x01', () => {
    const [left, right] = [leaf(0), leaf(1)]
    expect(left).toEqual(sha256(concat(Uint8Array.of(0), toUtf8('act 0'))))
    expect(nodeHash(sha256, left, right)).toEqual(sha256(concat(Uint8Array.of(1), left, right)))
  })
  it('makes the proofs of its example with seven leaves (section 2.1.3)', () => {
    const tree = treeOf(7)
    const [a, b, c, d, , f, j] = [0, 1, 2, 3, 4, 5, 6].map(leaf) as Uint8Array[]
    const e = leaf(4)
    const [g, h] = [nodeHash(sha256, a!, b!), nodeHash(sha256, c!, d!)]
    const i = nodeHash(sha256, e, f!)
    const k = nodeHash(sha256, g, h)
    const l = nodeHash(sha256, i, j!)
    expect(tree.inclusion(0)).toEqual([b, h, l])
    expect(tree.inclusion(3)).toEqual([c, g, l])
    expect(tree.inclusion(4)).toEqual([f, j, k])
    expect(tree.inclusion(6)).toEqual([i, k])
    expect(tree.consistency(3)).toEqual([c, d, g, l])
    expect(tree.consistency(4)).toEqual([l])
    expect(tree.consistency(6)).toEqual([i, j, k])
  })
})

describe('an append-only tree', () => {
  const tree = treeOf(300)
  const size = fc.integer({ min: 1, max: 300 })

  it('has at every size the root that is recomputed from its leaves', () => {
    const leaves = Array.from({ length: 300 }, (_, at) => leaf(at))
    for (let n = 0; n <= 300; n++) expect(toHex(tree.root(n))).toBe(toHex(mth(leaves.slice(0, n))))
  })

  it('has with further leaves the root that it would have if it took them in, and takes none in', () => {
    const leaves = Array.from({ length: 40 }, (_, at) => leaf(at))
    for (let n = 0; n <= 20; n++) {
      const grown = treeOf(n)
      const before = toHex(grown.root())
      for (let more = 0; more <= 20; more++) {
        const root = grown.rootWith(leaves.slice(n, n + more))
        expect(toHex(root)).toBe(toHex(mth(leaves.slice(0, n + more))))
      }
      expect([grown.size, toHex(grown.root())]).toEqual([n, before])
    }
  })

  it('grew to a root that does not depend on when it was asked', () => {
    const asked = createTree(sha256)
    for (let at = 0; at < 300; at++) {
      expect(asked.append(leaf(at))).toBe(at)
      expect(toHex(asked.root())).toBe(toHex(tree.root(at + 1)))
    }
  })

  it('proves each leaf of each size, and never as another leaf, index or size', () => {
    const claims = fc.record({ n: size, at: fc.nat(), m: size, other: fc.nat() })
    fc.assert(
      fc.property(claims, ({ n, at, m, other }) => {
        const index = at % n
        const proof = tree.inclusion(index, n)
        const claim = { index, size: n, leaf: leaf(index), proof, root: tree.root(n) }
        verifyInclusion(sha256, claim)
        const wrong = other % m
        if (m !== n)
          expect(code(() => verifyInclusion(sha256, { ...claim, root: tree.root(m) }))).toBe(
            'proof.root-mismatch',
          )
        if (wrong === index) return
        expect(code(() => verifyInclusion(sha256, { ...claim, leaf: leaf(wrong) }))).toBe(
          'proof.root-mismatch',
        )
        expect(code(() => verifyInclusion(sha256, { ...claim, index: wrong }))).not.toBe('believed')
      }),
      { numRuns: 2000 },
    )
  })

  it('proves that it only grew, and never that another tree did', () => {
    const forked = createTree(sha256)
    for (let at = 0; at < 300; at++) forked.append(leaf(at === 7 ? 1000 : at))
    const pair = fc.tuple(size, size).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    fc.assert(
      fc.property(pair, ([from, to]) => {
        const claim = {
          from,
          to,
          proof: tree.consistency(from, to),
          fromRoot: tree.root(from),
          toRoot: tree.root(to),
        }
        verifyConsistency(sha256, claim)
        if (to > 7)
          expect(code(() => verifyConsistency(sha256, { ...claim, toRoot: forked.root(to) }))).toBe(
            'proof.root-mismatch',
          )
        if (from > 7)
          expect(
            code(() => verifyConsistency(sha256, { ...claim, fromRoot: forked.root(from) })),
          ).toBe('proof.root-mismatch')
      }),
      { numRuns: 1000 },
    )
  })

  it('proves nothing with one bit turned, one hash more or one hash less', () => {
    const spoilt = fc.record({ n: fc.integer({ min: 2, max: 300 }), at: fc.nat(), bit: fc.nat() })
    fc.assert(
      fc.property(spoilt, ({ n, at, bit }) => {
        const index = at % n
        const proof = tree.inclusion(index, n)
        const claim = { index, size: n, leaf: leaf(index), root: tree.root(n) }
        const turned = proof.map((hash) => hash.slice())
        const place = bit % (proof.length * 256)
        turned[Math.floor(place / 256)]![Math.floor(place / 8) % 32]! ^= 1 << (place % 8)
        expect(code(() => verifyInclusion(sha256, { ...claim, proof: turned }))).toBe(
          'proof.root-mismatch',
        )
        for (const wrong of [proof.slice(1), proof.slice(0, -1), [...proof, leaf(0)]])
          expect(code(() => verifyInclusion(sha256, { ...claim, proof: wrong }))).toBe(
            'proof.malformed',
          )
      }),
      { numRuns: 500 },
    )
  })

  it('refuses with a code what it has no proof of', () => {
    const nowhere: readonly (() => unknown)[] = [
      () => tree.root(301),
      () => tree.root(-1),
      () => tree.root(1.5),
      () => tree.root(Number.NaN),
      () => tree.inclusion(-1, 4),
      () => tree.inclusion(4, 4),
      () => tree.inclusion(0, 0),
      () => tree.inclusion(0.5, 4),
      () => tree.consistency(5, 4),
      () => tree.consistency(-1, 4),
      () => tree.subtreeRoot(3, 1),
      () => tree.subtreeRoot(1, 3),
      () => tree.subtreeInclusion(1, 2, 4),
      () => tree.subtreeConsistency(4, 8, 7),
      () => tree.subtreeHash(9, 0),
      () => tree.subtreeHash(-1, 0),
      () => tree.subtreeHash(0, 300),
    ]
    for (const ask of nowhere) expect(code(ask), ask.toString()).toBe('tree.range')
  })
})

describe('a verifier', () => {
  it('refuses what is no claim about a tree', () => {
    const hash = leaf(0)
    const inclusion = { index: 0, size: 1, leaf: hash, proof: [], root: hash }
    const consistency = { from: 1, to: 2, proof: [hash], fromRoot: hash, toRoot: hash }
    const asked = [
      () => verifyInclusion(sha256, { ...inclusion, size: 0 }),
      () => verifyInclusion(sha256, { ...inclusion, index: -1 }),
      () => verifyInclusion(sha256, { ...inclusion, size: 2 ** 53 }),
      () => verifyInclusion(sha256, { ...inclusion, leaf: new Uint8Array(31) }),
      () => verifyInclusion(sha256, { ...inclusion, size: 2, proof: [new Uint8Array(33)] }),
      () => verifyInclusion(sha256, { ...inclusion, proof: Array(64).fill(hash) }),
      () => verifyConsistency(sha256, { ...consistency, from: 0 }),
      () => verifyConsistency(sha256, { ...consistency, from: 3 }),
      () => verifyConsistency(sha256, { ...consistency, to: 1 }),
      () => verifyConsistency(sha256, { ...consistency, proof: [] }),
      () => verifyConsistency(sha256, { ...consistency, fromRoot: new Uint8Array(40) }),
    ]
    expect(asked.map(code)).toEqual([
      ...Array<string>(3).fill('tree.range'),
      ...Array<string>(3).fill('proof.malformed'),
      ...Array<string>(2).fill('tree.range'),
      ...Array<string>(3).fill('proof.malformed'),
    ])
  })

  /** Trees whose leaves are all alike: their subtrees are known without building them. */
  const same = leaf(0)
  const complete: Uint8Array[] = [same]
  for (let level = 1; level <= 53; level++)
    complete.push(nodeHash(sha256, complete[level - 1]!, complete[level - 1]!))
  const halves = (n: bigint): bigint => 1n << BigInt((n - 1n).toString(2).length - 1)
  function alike(n: bigint): Uint8Array {
    if ((n & (n - 1n)) === 0n) return complete[n.toString(2).length - 1]!
    const k = halves(n)
    return nodeHash(sha256, alike(k), alike(n - k))
  }
  function inclusionOf(index: bigint, n: bigint): Uint8Array[] {
    if (n === 1n) return []
    const k = halves(n)
    return index < k
      ? [...inclusionOf(index, k), alike(n - k)]
      : [...inclusionOf(index - k, n - k), alike(k)]
  }
  function consistencyOf(m: bigint, n: bigint, known: boolean): Uint8Array[] {
    if (m === n) return known ? [] : [alike(m)]
    const k = halves(n)
    return m <= k
      ? [...consistencyOf(m, k, known), alike(n - k)]
      : [...consistencyOf(m - k, n - k, false), alike(k)]
  }
  /** Near powers of two, where floating point would round, and anywhere else. */
  const large = fc.oneof(
    fc
      .tuple(fc.integer({ min: 30, max: 52 }), fc.integer({ min: -3, max: 3 }))
      .map(([level, near]) => 2n ** BigInt(level) + BigInt(near)),
    fc.bigInt(2n, 2n ** 53n - 1n),
  )

  it('is exact up to the largest whole numbers that JavaScript counts', () => {
    fc.assert(
      fc.property(fc.tuple(large, large, large), ([a, b, c]) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const index = c % to
        verifyInclusion(sha256, {
          index: Number(index),
          size: Number(to),
          leaf: same,
          proof: inclusionOf(index, to),
          root: alike(to),
        })
        verifyConsistency(sha256, {
          from: Number(from),
          to: Number(to),
          proof: from === to ? [] : consistencyOf(from, to, true),
          fromRoot: alike(from),
          toRoot: alike(to),
        })
      }),
      { numRuns: 1000 },
    )
  })
})
