import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { concat, fromUtf8, toBase64, toUtf8 } from '../src/base64.ts'
import { formatCheckpoint, parseCheckpoint } from '../src/checkpoint.ts'
import { LogError, type LogErrorCode } from '../src/error.ts'
import { leafHash, verifyConsistency, verifyInclusion } from '../src/merkle.ts'
import { cosign, formatVkey, openNote, parseNote, parseVkey, signNote } from '../src/note.ts'
import { formatProof, parseProof } from '../src/proof.ts'
import { decodeEntries, encodeEntries, entriesPath, parseTilePath, tilePath } from '../src/tile.ts'
import { createTree } from '../src/tree.ts'
import { addCheckpoint } from '../src/witness.ts'
import { crypto, seeded, sha256 } from './crypto.ts'

/** Another input every run; `ENTENTE_SEED` runs one again. */
const seed = Number(process.env['ENTENTE_SEED'] ?? Date.now() % 2 ** 31)
const RUNS = 2500

const log = seeded('case/alder', 1)
const birch = seeded('birch.example/witness', 2)
const tree = createTree(sha256)
for (let at = 0; at < 20; at++) tree.append(leafHash(sha256, toUtf8(`act ${at}`)))
const text = formatCheckpoint({ origin: log.name, size: 20, root: tree.root() })
const signed = signNote(text, log, sha256)
const note = `${signed}${cosign(text, birch, 1000, sha256)}`
const vkeys = [
  formatVkey(log.name, 1, log.publicKey, sha256),
  formatVkey(birch.name, 4, birch.publicKey, sha256),
] as const
const known = vkeys.map((vkey) => parseVkey(vkey, sha256))
const hashes = tree.consistency(9, 20).map((hash) => `${toBase64(hash)}\n`)
const request = `old 9\n${hashes.join('')}\n${signed}`

/** One thing that a liar or a broken disk does to bytes. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat({ max: 7 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.nat({ max: 40 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), length: fc.nat({ max: 200 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc
        .constantFrom(
          '\n',
          '\n\n',
          ' ',
          '+',
          '=',
          '\u2014 ',
          '\u2028',
          '\ufeff',
          '\0',
          '-',
          '0',
          '9'.repeat(40),
        )
        .map(toUtf8),
    ),
  }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function apply(bytes: Uint8Array, one: Change): Uint8Array {
  const at = one.at % (bytes.length + 1)
  switch (one.kind) {
    case 'flip':
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << one.bit) : byte))
    case 'cut':
      return concat(bytes.slice(0, at), bytes.slice(at + one.length))
    case 'repeat':
      return concat(bytes.slice(0, at + one.length), bytes.slice(at))
    case 'insert':
      return concat(bytes.slice(0, at), one.bytes, bytes.slice(at))
  }
}

/** Bytes near to good ones, and bytes from nowhere. */
const hostile = (good: readonly (string | Uint8Array)[]) =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...good.map((one) => (typeof one === 'string' ? toUtf8(one) : one))),
          fc.array(change, { minLength: 1, maxLength: 4 }),
        )
        .map(([bytes, changes]) => changes.reduce(apply, bytes)),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  )

type Reader = {
  readonly good: readonly (string | Uint8Array)[]
  readonly read: (bytes: Uint8Array) => unknown
  readonly codes: readonly LogErrorCode[]
}

const readers: Readonly<Record<string, Reader>> = {
  notes: {
    good: [note, signed],
    read: (bytes) => parseNote(fromUtf8(bytes)),
    codes: ['text.malformed', 'note.malformed'],
  },
  'signed notes': {
    good: [note, signed],
    read: (bytes) => openNote(fromUtf8(bytes), known, crypto),
    codes: ['text.malformed', 'note.malformed', 'note.signature', 'note.unknown-keys'],
  },
  checkpoints: {
    good: [text, `${text}extension\n`],
    read: (bytes) => parseCheckpoint(fromUtf8(bytes)),
    codes: ['text.malformed', 'checkpoint.malformed'],
  },
  'verifier keys': {
    good: vkeys,
    read: (bytes) => parseVkey(fromUtf8(bytes), sha256),
    codes: ['text.malformed', 'vkey.malformed'],
  },
  'carried proofs': {
    good: [formatProof({ index: 7, proof: tree.inclusion(7), checkpoint: note })],
    read: (bytes) => parseProof(fromUtf8(bytes)),
    codes: ['text.malformed', 'proof.malformed'],
  },
  'tile paths': {
    good: [tilePath(0, 1_234_067), tilePath(1, 3, 17), entriesPath(4, 200), entriesPath(1000)],
    read: (bytes) => parseTilePath(fromUtf8(bytes)),
    codes: ['text.malformed', 'tile.malformed'],
  },
  bundles: {
    good: [encodeEntries([toUtf8('one'), toUtf8(''), toUtf8('three')])],
    read: decodeEntries,
    codes: ['entries.malformed'],
  },
}

describe(`hostile input (seed ${seed})`, () => {
  const total = { read: 0, refused: 0 }
  afterAll(() => {
    process.stdout.write(`hostile input, seed ${seed}: ${JSON.stringify(total)}\n`)
    expect(total.read + total.refused).toBeGreaterThanOrEqual(10_000)
  })

  it.each(Object.entries(readers))('%s are read or refused with a code', (_, reader) => {
    const { good, read, codes } = reader
    const counts = { read: 0, refused: 0 }
    for (const one of good) read(typeof one === 'string' ? toUtf8(one) : one)
    fc.assert(
      fc.property(hostile(good), (bytes) => {
        try {
          read(bytes)
          counts.read++
        } catch (error) {
          if (!(error instanceof LogError)) throw error
          expect(codes).toContain(error.code)
          expect(error.message).toMatch(/^expected .*, got /)
          counts.refused++
        }
      }),
      { seed, numRuns: RUNS },
    )
    expect(counts.read + counts.refused).toBe(RUNS)
    expect(counts.refused).toBeGreaterThan(RUNS / 10)
    total.read += counts.read
    total.refused += counts.refused
  })

  it('proofs of random hashes are never believed', () => {
    const hash = fc.oneof(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.constantFrom(...tree.inclusion(3), tree.root(), tree.root(9)),
    )
    const small = fc.integer({ min: 1, max: 8 })
    const plausible = fc.record({
      a: small,
      b: small,
      one: hash,
      two: hash,
      proof: fc.array(hash, { maxLength: 4 }),
    })
    const number = fc.oneof(fc.nat({ max: 40 }), fc.integer(), fc.double(), fc.maxSafeInteger())
    const bytes = fc.oneof(hash, fc.uint8Array({ maxLength: 40 }))
    const absurd = fc.record({
      a: number,
      b: number,
      one: bytes,
      two: bytes,
      proof: fc.array(bytes, { maxLength: 70 }),
    })
    const claim = fc.oneof(plausible, absurd)
    const codes = new Map<string, number>()
    fc.assert(
      fc.property(claim, ({ a, b, one, two, proof }) => {
        for (const verify of [
          () => verifyInclusion(sha256, { index: a, size: b, leaf: one, proof, root: two }),
          () => verifyConsistency(sha256, { from: a, to: b, proof, fromRoot: one, toRoot: two }),
        ])
          try {
            verify()
            // What is left are two equal hashes of a tree with one leaf, or of equal sizes.
            expect([proof, one]).toEqual([[], two])
          } catch (error) {
            if (!(error instanceof LogError)) throw error
            codes.set(error.code, (codes.get(error.code) ?? 0) + 1)
          }
      }),
      { seed, numRuns: RUNS },
    )
    expect([...codes.keys()].toSorted()).toEqual([
      'proof.malformed',
      'proof.root-mismatch',
      'tree.range',
    ])
  })

  it('requests get one of the answers of tlog-witness, and none is cosigned that was changed', () => {
    const [vkey] = known
    const head = { vkeys: [vkey!], size: 9, root: tree.root(9), time: 0 }
    const find = (origin: string) => (origin === log.name ? head : undefined)
    const ask = (body: string) => addCheckpoint(body, { find, now: 1, signer: birch, crypto })
    expect(ask(request).status).toBe(200)
    const seen = new Set<number>()
    fc.assert(
      fc.property(hostile([request]), (bytes) => {
        const { status, next } = ask(new TextDecoder().decode(bytes))
        seen.add(status)
        if (next) expect([next.size, next.root]).toEqual([20, tree.root()])
      }),
      { seed, numRuns: RUNS },
    )
    for (const status of [400, 403, 404]) expect(seen).toContain(status)
    for (const status of seen) expect([200, 400, 403, 404, 409, 422]).toContain(status)
  })
})
