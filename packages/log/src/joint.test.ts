import { describe, expect, it } from 'vitest'
import { sha256 } from '../test/crypto.ts'
import { toHex, toUtf8 } from './base64.ts'
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
import { jointCheckpoint } from './joint.ts'
import { leafHash, nodeHash } from './merkle.ts'

const head = (origin: string, size: number) => ({
  origin,
  size,
  root: leafHash(sha256, toUtf8(`${origin} ${size}`)),
})
const [alder, birch] = [head('case/alder', 3), head('case/birch', 5)]

describe('the checkpoint over many logs', () => {
  it('has a root over their checkpoints, and that root in its origin', () => {
    const root = nodeHash(
      sha256,
      leafHash(sha256, toUtf8(formatCheckpoint(alder))),
      leafHash(sha256, toUtf8(formatCheckpoint(birch))),
    )
    expect(parseCheckpoint(jointCheckpoint('case', [alder, birch], sha256))).toEqual({
      origin: `case/${toHex(root)}`,
      size: 2,
      root,
      extensions: [],
    })
  })
  it.each([
    ['another order', [birch, alder]],
    ['another size', [alder, head('case/birch', 6)]],
    ['another log', [alder, { ...birch, origin: 'case/cedar' }]],
    ['one more', [alder, birch, head('case/cedar', 1)]],
  ])('is of another log with %s', (_, heads) => {
    const originOf = (of: Parameters<typeof jointCheckpoint>[1]) =>
      parseCheckpoint(jointCheckpoint('case', of, sha256)).origin
    expect(originOf(heads)).not.toBe(originOf([alder, birch]))
  })
})
