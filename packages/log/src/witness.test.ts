import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crypto, seeded, sha256 } from '../test/crypto.ts'
import { toBase64, toUtf8 } from './base64.ts'
import { formatCheckpoint } from './checkpoint.ts'
import type { Signer } from './crypto.ts'
import { emptyRoot, leafHash } from './merkle.ts'
import { cosign, formatVkey, openNote, parseVkey, signNote } from './note.ts'
import { createTree, type Tree } from './tree.ts'
import { addCheckpoint, type WitnessedHead } from './witness.ts'

const ORIGIN = 'case/alder'
const log = seeded(ORIGIN, 1)
const stranger = seeded(ORIGIN, 2)
const signer = seeded('birch.example/witness', 3)
const vkeyOf = (key: Signer, type: 1 | 4) =>
  parseVkey(formatVkey(key.name, type, key.publicKey, sha256), sha256)

function treeOf(size: number, label = 'act'): Tree {
  const tree = createTree(sha256)
  for (let at = 0; at < size; at++) tree.append(leafHash(sha256, toUtf8(`${label} ${at}`)))
  return tree
}

const honest = treeOf(40)
const forked = treeOf(40, 'other act')

type Asked = {
  readonly old: number
  readonly size: number
  readonly tree?: Tree
  readonly by?: Signer
  readonly origin?: string
  readonly proof?: readonly Uint8Array[]
}

/** What a log sends: by default the truth. */
function request({ old, size, tree = honest, by = log, origin = ORIGIN, proof }: Asked): string {
  const lines = proof ?? (old > 0 && old < size ? tree.consistency(old, size) : [])
  const text = formatCheckpoint({ origin, size, root: tree.root(size) })
  const hashes = lines.map((hash) => `${toBase64(hash)}\n`).join('')
  return `old ${old}\n${hashes}\n${signNote(text, by, sha256)}`
}

/** A witness that remembers as its node does. */
function createWitness(size = 0, time = 0) {
  let head: WitnessedHead = {
    vkeys: [vkeyOf(log, 1)],
    size,
    root: size === 0 ? emptyRoot(sha256) : honest.root(size),
    time,
  }
  const find = (origin: string) => (origin === ORIGIN ? head : undefined)
  return {
    head: () => head,
    ask: (body: string, now = 1000) => {
      const answer = addCheckpoint(body, { find, now, signer, crypto })
      if (answer.next) head = { ...head, ...answer.next }
      return answer
    },
  }
}

const statusOf = (asked: Asked, size = 10) => createWitness(size).ask(request(asked)).status

describe('a witness cosigns', () => {
  it('the first tree it sees, whatever its size, without a proof', () => {
    expect(statusOf({ old: 0, size: 25 }, 0)).toBe(200)
    expect(statusOf({ old: 0, size: 0 }, 0)).toBe(200)
  })
  it('what only grew, and the same tree again', () => {
    expect(statusOf({ old: 10, size: 25 })).toBe(200)
    expect(statusOf({ old: 10, size: 10 })).toBe(200)
  })
  it('the checkpoint as it stands, with its own name and time and nothing else', () => {
    const answer = createWitness(10).ask(request({ old: 10, size: 25 }), 1234)
    expect(answer.body).toBe(
      cosign(
        formatCheckpoint({ origin: ORIGIN, size: 25, root: honest.root(25) }),
        signer,
        1234,
        sha256,
      ),
    )
    const { verified } = openNote(answer.next!.note, [vkeyOf(log, 1), vkeyOf(signer, 4)], crypto)
    expect(verified.map(({ time }) => time)).toEqual([undefined, 1234])
  })
  it('with a time that never runs back, when its clock does', () => {
    const witness = createWitness(10, 5000)
    expect(witness.ask(request({ old: 10, size: 11 }), 4000).next?.time).toBe(5000)
    expect(witness.ask(request({ old: 11, size: 12 }), 6000).next?.time).toBe(6000)
    expect(witness.ask(request({ old: 12, size: 13 }), 1).next?.time).toBe(6000)
  })
})

describe('a witness answers', () => {
  it('404 to a log it does not know, whoever signed', () => {
    expect(statusOf({ old: 10, size: 25, origin: 'case/cedar' })).toBe(404)
  })
  it('403 where the log did not sign, or falsely', () => {
    expect(statusOf({ old: 10, size: 25, by: stranger })).toBe(403)
    expect(statusOf({ old: 10, size: 25, by: { ...log, sign: stranger.sign } })).toBe(403)
    const unsigned = request({ old: 10, size: 25 }).replace(/\u2014.*\n$/u, '')
    expect(createWitness(10).ask(unsigned).status).toBe(403)
  })
  it('400 where the old size is above the new one', () => {
    expect(statusOf({ old: 11, size: 10 })).toBe(400)
    expect(statusOf({ old: 11, size: 10 }, 11)).toBe(400)
  })
  it('409 and the size it saw last, where the log thinks of another', () => {
    for (const old of [0, 9, 11]) {
      const { status, body, contentType, next } = createWitness(10).ask(request({ old, size: 25 }))
      expect([status, body, contentType, next]).toEqual([
        409,
        '10\n',
        'text/x.tlog.size',
        undefined,
      ])
    }
  })
  it('422 to a proof that is false, missing or superfluous', () => {
    const proof = honest.consistency(10, 25)
    expect(statusOf({ old: 10, size: 25, proof: [] })).toBe(422)
    expect(statusOf({ old: 10, size: 25, proof: proof.slice(1) })).toBe(422)
    expect(statusOf({ old: 10, size: 25, proof: [...proof, proof[0]!] })).toBe(422)
    expect(statusOf({ old: 10, size: 10, proof })).toBe(422)
    expect(statusOf({ old: 0, size: 25, proof }, 0)).toBe(422)
  })
  it('422 to a larger tree of another history, 409 to another tree of the same size', () => {
    expect(statusOf({ old: 10, size: 25, tree: forked })).toBe(422)
    expect(statusOf({ old: 10, size: 10, tree: forked })).toBe(409)
  })
  it('422 to an empty tree with a proof, 409 to one with a root', () => {
    expect(statusOf({ old: 0, size: 0, proof: [honest.root(1)] }, 0)).toBe(422)
    const text = formatCheckpoint({ origin: ORIGIN, size: 0, root: honest.root(1) })
    expect(createWitness().ask(`old 0\n\n${signNote(text, log, sha256)}`).status).toBe(409)
  })
  it.each([
    ['nothing', ''],
    ['no blank line', 'old 0\n'],
    ['no old size', `size 0\n\n${request({ old: 0, size: 1 }).slice(7)}`],
    ['a signed size', request({ old: 0, size: 1 }).replace('old 0', 'old -0')],
    ['leading zeros', request({ old: 0, size: 1 }).replace('old 0', 'old 00')],
    [
      'a size no number holds',
      request({ old: 0, size: 1 }).replace('old 0', 'old 9007199254740992'),
    ],
    ['a line that is no base64', request({ old: 0, size: 1 }).replace('old 0', 'old 0\n***')],
    ['a hash that is too short', request({ old: 0, size: 1 }).replace('old 0', 'old 0\nAAAA')],
    ['64 hashes', request({ old: 1, size: 2, proof: Array<Uint8Array>(64).fill(honest.root(1)) })],
    ['a checkpoint without a root', `old 0\n\n${ORIGIN}\n1\n\n\u2014 a AAAAAAAA\n`],
  ])('400 to %s', (_, body) => {
    expect(createWitness().ask(body)).toMatchObject({ status: 400 })
  })
})

describe('whatever it is asked, in any order', () => {
  const asked = fc.record({
    old: fc.nat({ max: 12 }),
    size: fc.nat({ max: 12 }),
    fork: fc.boolean(),
    now: fc.nat({ max: 100 }),
  })

  it('a witness cosigns one history, ever larger, at times that never run back', () => {
    fc.assert(
      fc.property(fc.array(asked, { minLength: 1, maxLength: 25 }), (all) => {
        const witness = createWitness()
        const roots = new Map<number, string>()
        let history: Tree | undefined
        for (const { old, size, fork, now } of all) {
          const tree = fork ? forked : honest
          const before = witness.head()
          const { status, next } = witness.ask(request({ old, size, tree }), now)
          expect(next !== undefined).toBe(status === 200)
          if (!next) {
            expect(witness.head()).toBe(before)
            continue
          }
          if (size > 0) {
            history ??= tree
            expect(tree).toBe(history)
          }
          expect(next.size).toBeGreaterThanOrEqual(before.size)
          expect(next.time).toBeGreaterThanOrEqual(before.time)
          const root = toBase64(next.root)
          expect(roots.get(size) ?? root).toBe(root)
          roots.set(size, root)
        }
      }),
      { numRuns: 300 },
    )
  })
})
