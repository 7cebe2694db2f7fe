import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crypto } from '../test/crypto.ts'
import { concat, isEqual, toUtf8 } from './base64.ts'
import { leafHash } from './merkle.ts'
import {
  decodeEntries,
  encodeEntries,
  entriesPath,
  parseTilePath,
  tile,
  TILE_WIDTH,
  tilePath,
} from './tile.ts'
import { createTree } from './tree.ts'

describe('the path of a tile', () => {
  it('is spelt as tlog-tiles spells it', () => {
    // The example of the specification.
    expect(tilePath(0, 1_234_067)).toBe('tile/0/x001/x234/067')
    expect(tilePath(2, 0, 1)).toBe('tile/2/000.p/1')
    expect(entriesPath(273, 112)).toBe('tile/entries/273.p/112')
    expect(entriesPath(1000)).toBe('tile/entries/x001/000')
  })

  it('comes back as it went', () => {
    const paths = fc.record({
      level: fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 })),
      index: fc.maxSafeNat(),
      width: fc.integer({ min: 1, max: TILE_WIDTH }),
    })
    fc.assert(
      fc.property(paths, ({ level, index, width }) => {
        const path = level === 'entries' ? entriesPath(index, width) : tilePath(level, index, width)
        expect(parseTilePath(path)).toEqual({ level, index, width })
      }),
    )
  })

  it.each([
    '',
    'tile/0/0',
    'tile/0/0000',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/001/234',
    'tile/0/x000/001',
    'tile/0/x001/x234',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/000\n',
    'tile/Entries/000',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/../../etc/passwd',
    'tile/0/\u0660\u0660\u0660',
  ])('%j is none', (path) => {
    expect(() => parseTilePath(path)).toThrow(expect.objectContaining({ code: 'tile.malformed' }))
  })

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('has no number %d', (index) => {
    expect(() => tilePath(0, index)).toThrow(expect.objectContaining({ code: 'tile.malformed' }))
  })
})

describe('a tile', () => {
  const tree = createTree(crypto.sha256)
  for (let at = 0; at < 70_000; at++) tree.append(leafHash(crypto.sha256, toUtf8(String(at))))

  it('of a tree of 70,000 has the widths that tlog-tiles gives', () => {
    expect(tile(tree, 0, 272, 256)).toHaveLength(8192)
    expect(tile(tree, 0, 273, 112)).toHaveLength(112 * 32)
    expect(tile(tree, 1, 0, 256)).toHaveLength(8192)
    expect(tile(tree, 1, 1, 17)).toHaveLength(17 * 32)
    expect(tile(tree, 2, 0, 1)).toHaveLength(32)
    for (const [level, index, width] of [
      [0, 273, 113],
      [1, 1, 18],
      [2, 0, 2],
      [3, 0, 1],
    ] as const)
      expect(() => tile(tree, level, index, width)).toThrow(
        expect.objectContaining({ code: 'tree.range' }),
      )
  })

  it('holds the roots of the full tiles below it', () => {
    expect(isEqual(tile(tree, 2, 0, 1), tree.root(65_536))).toBe(true)
    const below = Array.from({ length: 17 }, (_, at) =>
      tree.subtreeRoot((256 + at) * 256, (257 + at) * 256),
    )
    expect(isEqual(tile(tree, 1, 1, 17), concat(...below))).toBe(true)
  })
})

describe('a bundle of entries', () => {
  const entry = fc.uint8Array({ maxLength: 40 })

  it('comes back as it went', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 256 }), (entries) => {
        expect(decodeEntries(encodeEntries(entries))).toEqual(entries)
      }),
    )
  })
  it('takes an entry of 65,535 bytes and none longer', () => {
    expect(decodeEntries(encodeEntries([new Uint8Array(65_535)]))[0]).toHaveLength(65_535)
    expect(() => encodeEntries([new Uint8Array(65_536)])).toThrow(
      expect.objectContaining({ code: 'entry.too-large' }),
    )
  })
  it('holds whole entries, and at most 256', () => {
    const malformed = expect.objectContaining({ code: 'entries.malformed' })
    const bytes = encodeEntries([toUtf8('one'), toUtf8('two')])
    for (const cut of [1, 4, 6, 9])
      expect(() => decodeEntries(bytes.slice(0, cut))).toThrow(malformed)
    expect(decodeEntries(bytes.slice(0, 5))).toHaveLength(1)
    expect(() => decodeEntries(new Uint8Array(2 * 257))).toThrow(malformed)
    expect(decodeEntries(new Uint8Array(2 * 256))).toHaveLength(256)
  })
})
