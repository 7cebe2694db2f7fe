import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  createTree,
  decodeEntries,
  fromBase64,
  leafHash,
  LogError,
  parseProof,
  parseTilePath,
  parseVkey,
  toBase64,
  verifyConsistency,
  verifyInclusion,
} from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { readStrandNote } from '../src/checkpoint.ts'
import { AccordError } from '../src/error.ts'
import type { PartyId } from '../src/id.ts'

/** The formats of the log, as spec/vectors/log has them. */

const read = <T>(name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../spec/vectors/log/${name}.json`, import.meta.url), 'utf8'),
  ) as T

/** What is read; null where it is refused by the code of a library. */
function valueOf<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof LogError) return null
    throw error
  }
}

describe('a checkpoint', () => {
  type Examples = {
    readonly origin: string
    readonly log: string
    readonly witnesses: readonly string[]
    readonly examples: readonly {
      readonly name: string
      readonly why: string
      readonly note: string
      readonly times?: number
      readonly verdict: object
    }[]
  }
  const { origin, log, witnesses, examples } = read<Examples>('checkpoints')
  const party = 'XA' as PartyId
  const keyed = {
    parties: [{ id: party, origin, log }],
    witnesses: witnesses.map((vkey) => ({ vkey })),
    quorum: 1,
  }
  it.each(examples)('$name: $why', ({ note, times: letters = 0, verdict }) => {
    const said = note.replaceAll('#', 'A'.repeat(letters))
    const verdictOf = () => {
      try {
        const { size, times } = readStrandNote(keyed, party, said, crypto)
        return { size, times: Object.fromEntries(times) }
      } catch (error) {
        if (error instanceof AccordError) return { refused: error.code }
        throw error
      }
    }
    expect(verdictOf()).toEqual(verdict)
  })
})

describe('a verifier key', () => {
  const { examples } = read<{
    readonly examples: readonly { name: string; vkey: string; type: number | null }[]
  }>('keys')
  it.each(examples)('$name', ({ vkey, type }) => {
    expect(valueOf(() => parseVkey(vkey, crypto.sha256).type)).toBe(type)
  })
})

describe('a proof', () => {
  type Claim = {
    readonly name: string
    readonly holds: boolean
    readonly from: number
    readonly to: number
    readonly proof: readonly string[]
  }
  type Proofs = {
    readonly entries: readonly string[]
    readonly roots: readonly string[]
    readonly inclusion: readonly Claim[]
    readonly consistency: readonly Claim[]
    readonly long: Omit<Claim, 'name' | 'holds'> & {
      readonly fromRoot: string
      readonly toRoot: string
    }
    readonly carried: readonly {
      readonly name: string
      readonly text: string
      readonly index: number | null
      readonly hashes?: number
    }[]
  }
  const { entries, roots, inclusion, consistency, long, carried } = read<Proofs>('proofs')
  const { sha256 } = crypto
  const leaves = entries.map((entry) => leafHash(sha256, fromBase64(entry)))
  const bytes = (all: readonly string[]) => all.map((one) => fromBase64(one))
  const hold = (prove: (claim: Claim) => void, all: readonly Claim[]) =>
    all.filter((one) => (valueOf(() => (prove(one), true)) ?? false) !== one.holds)

  it('leads to the roots of the trees', () => {
    const tree = createTree(sha256)
    for (const leaf of leaves) tree.append(leaf)
    expect(roots.map((_, size) => toBase64(tree.root(size)))).toEqual(roots)
  })
  it('of inclusion holds where it should, and nowhere else', () => {
    const prove = ({ from: index, to: size, proof }: Claim) =>
      verifyInclusion(sha256, {
        index,
        size,
        leaf: leaves[index] ?? leaves[0]!,
        proof: bytes(proof),
        root: fromBase64(roots[size]!),
      })
    expect(hold(prove, inclusion)).toEqual([])
  })
  it('of consistency holds where it should, and nowhere else', () => {
    const prove = ({ from, to, proof }: Claim) =>
      verifyConsistency(sha256, {
        from,
        to,
        proof: bytes(proof),
        fromRoot: fromBase64(roots[from]!),
        toRoot: fromBase64(roots[to]!),
      })
    expect(hold(prove, consistency)).toEqual([])
  })
  it('of consistency is exact beyond what a logarithm is', () => {
    const { from, to, fromRoot, toRoot, proof } = long
    const claim = { from, to, fromRoot: fromBase64(fromRoot), toRoot: fromBase64(toRoot) }
    verifyConsistency(sha256, { ...claim, proof: bytes(proof) })
  })
  it.each(carried)('that is carried, $name', ({ text, index, hashes }) => {
    const found = valueOf(() => parseProof(text))
    expect(found && [found.index, found.proof.length]).toEqual(
      index === null ? null : [index, hashes],
    )
  })
})

describe('a tile', () => {
  const { paths, bundles } = read<{
    readonly paths: Readonly<Record<string, readonly unknown[] | null>>
    readonly bundles: readonly { name: string; bytes: string; entries: number | null }[]
  }>('tiles')
  it.each(Object.entries(paths))('has the path %j', (path, wanted) => {
    const found = valueOf(() => parseTilePath(path))
    expect(found && [found.level, found.index, found.width]).toEqual(wanted)
  })
  it.each(bundles)('of entries, $name', ({ bytes, entries }) => {
    expect(valueOf(() => decodeEntries(fromBase64(bytes)).length)).toBe(entries)
  })
})
