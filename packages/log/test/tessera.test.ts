import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { concat, fromUtf8, isEqual, toHex, toUtf8 } from '../src/base64.ts'
import { parseCheckpoint, type Checkpoint } from '../src/checkpoint.ts'
import { leafHash, verifyConsistency, verifyInclusion } from '../src/merkle.ts'
import { createTree } from '../src/tree.ts'
import { openNote, parseVkey } from '../src/note.ts'
import { sharedPath } from '../../../tools/shared.ts'
import {
  decodeEntries,
  encodeEntries,
  entriesPath,
  parseTilePath,
  tile,
  tilePath,
} from '../src/tile.ts'
import { crypto, sha256 } from './crypto.ts'
import { describeVectors, readJson } from './vectors.ts'

describeVectors('the Tessera log', 'tessera/testdata/log', (path) => {
  const { vkey, leaves } = readJson<{ vkey: string; leaves: readonly string[] }>(
    sharedPath('vectors/extracted/tessera-log-key.json')!,
  )
  const log = parseVkey(vkey, sha256)
  const bytesOf = (name: string) => new Uint8Array(readFileSync(`${path}/${name}`))
  const open = (name: string): Checkpoint => {
    const { text, verified } = openNote(fromUtf8(bytesOf(name)), [log], crypto)
    expect(verified).toHaveLength(1)
    return parseCheckpoint(text)
  }
  const checkpoints = () => Array.from({ length: 16 }, (_, size) => open(`checkpoint.${size}`))
  const tree = createTree(sha256)
  for (const leaf of leaves) tree.append(leafHash(sha256, toUtf8(leaf)))

  it('has 16 checkpoints that its key signed, over the roots of its leaves', () => {
    const names = readdirSync(path).filter((name) => name.startsWith('checkpoint.'))
    expect(names).toHaveLength(16)
    expect(leaves).toHaveLength(15)
    for (const [size, checkpoint] of checkpoints().entries()) {
      expect(checkpoint.origin).toBe('example.com/log/testdata')
      expect(checkpoint.size).toBe(size)
      expect(checkpoint.extensions).toEqual([])
      expect(toHex(tree.root(size))).toBe(toHex(checkpoint.root))
    }
    expect(open('checkpoint')).toEqual(open('checkpoint.15'))
  })

  it('has 15 tiles that are recomputed byte for byte', () => {
    const widths = readdirSync(`${path}/tile/0/000.p`).map(Number)
    expect(widths).toHaveLength(15)
    for (const width of widths) {
      expect(parseTilePath(`tile/0/000.p/${width}`)).toEqual({ level: 0, index: 0, width })
      const stored = bytesOf(tilePath(0, 0, width))
      expect(isEqual(stored, tile(tree, 0, 0, width))).toBe(true)
    }
  })

  it('has 15 bundles of entries that hash to the tiles', () => {
    const widths = readdirSync(`${path}/tile/entries/000.p`).map(Number)
    expect(widths).toHaveLength(15)
    for (const width of widths) {
      const stored = bytesOf(entriesPath(0, width))
      const entries = decodeEntries(stored)
      expect(entries.map(fromUtf8)).toEqual(leaves.slice(0, width))
      const hashes = concat(...entries.map((entry) => leafHash(sha256, entry)))
      expect(isEqual(hashes, bytesOf(tilePath(0, 0, width)))).toBe(true)
      expect(isEqual(encodeEntries(entries), stored)).toBe(true)
    }
  })

  it('only grew: 105 pairs of its checkpoints are consistent, and no other', () => {
    const signed = checkpoints().slice(1)
    let pairs = 0
    for (const older of signed)
      for (const newer of signed.filter(({ size }) => size > older.size)) {
        const claim = {
          from: older.size,
          to: newer.size,
          proof: tree.consistency(older.size, newer.size),
          fromRoot: older.root,
          toRoot: newer.root,
        }
        verifyConsistency(sha256, claim)
        const swapped = { ...claim, fromRoot: newer.root, toRoot: older.root }
        expect(() => verifyConsistency(sha256, swapped)).toThrow('expected root')
        pairs++
      }
    expect(pairs).toBe((15 * 14) / 2)
  })

  it('includes each of its leaves in each of its checkpoints: 120 proofs', () => {
    let proofs = 0
    for (const { size, root } of checkpoints())
      for (const [index, leaf] of leaves.slice(0, size).entries()) {
        const proof = tree.inclusion(index, size)
        verifyInclusion(sha256, { index, size, leaf: leafHash(sha256, toUtf8(leaf)), proof, root })
        proofs++
      }
    expect(proofs).toBe((15 * 16) / 2)
  })
})
