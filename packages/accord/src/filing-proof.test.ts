import { describe, expect, it } from 'vitest'
import { createTree, formatProof, leafHash, toBase64 } from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import {
  charterBytes,
  charterFields,
  bytesOf,
  ministry,
  noteOf,
  openStrand,
  put,
  threeAt,
  WITNESS_NAMES,
  type GrowingStrand,
} from '../../../tools/vectors-case.ts'
import { AccordError } from './error.ts'
import { verifyFiling, type FilingProof } from './filing-proof.ts'

const strand = openStrand('XA')
const note = (says: string) => put(strand, { kind: 'note', says })
const [first, act] = [note('said before'), note('said')]

/** What an honest node shows of the entry at that place, under that note unless told. */
function shown(
  { entries }: GrowingStrand,
  index: number,
  checkpoint = noteOf(strand, threeAt(1_700_000_000)),
): FilingProof {
  const tree = createTree(crypto.sha256)
  for (const entry of entries) tree.append(leafHash(crypto.sha256, entry))
  return {
    charter: toBase64(charterBytes),
    entry: toBase64(entries[index]!),
    proof: formatProof({ index, proof: tree.inclusion(index), checkpoint }),
  }
}
const good = shown(strand, 2)

describe('the proof that an act is filed', () => {
  it('is its entry in a tree that the quorum cosigned', () => {
    const { index, times } = verifyFiling(good, { act, crypto })
    expect(index).toBe(2)
    expect(times.map(([witness]) => witness)).toEqual(WITNESS_NAMES.slice(0, 3))
  })

  const two = Object.fromEntries(Object.entries(threeAt(1_700_000_000)).slice(0, 2))
  const other = openStrand('XA')
  put(other, { kind: 'note', says: 'said before' })
  put(other, { kind: 'note', says: 'another history' })
  const invented = bytesOf({ ...charterFields(), quorum: 4 })
  it.each([
    ['no proof', undefined],
    ['a node’s word', { id: act, index: 2, final: true }],
    ['a tree that too few witnesses cosigned', shown(strand, 2, noteOf(strand, two))],
    ['a tree that the log alone signed', shown(strand, 2, noteOf(strand, {}))],
    ['a tree before it', shown(strand, 2, noteOf(strand, threeAt(1_700_000_000), 2))],
    ['a tree of another history', shown(strand, 2, noteOf(other, threeAt(1_700_000_000)))],
    ['the proof of another act', shown(strand, 1)],
    ['another charter than the act names', { ...good, charter: toBase64(invented) }],
    ['bytes that are no entry', { ...good, entry: toBase64(Uint8Array.of(1)) }],
    ['text that is no base64', { ...good, entry: '%' }],
    ['text that is no proof', { ...good, proof: 'index 2' }],
  ])('is not %s', (_what, given) => {
    expect(() => verifyFiling(given, { act, crypto })).toThrow(
      expect.objectContaining({ name: AccordError.name, code: 'filing.unproved' }),
    )
  })

  it('carries the signature that was given, where the node does not hold the key', () => {
    const { keyid } = ministry('XA')
    const [, sig = ''] = /"sig":"([^"]+)"/.exec(Buffer.from(strand.entries[2]!).toString()) ?? []
    const signature = { keyid, sig: new Uint8Array(Buffer.from(sig, 'base64')) }
    expect(verifyFiling(good, { act, crypto, signature }).index).toBe(2)
    for (const changed of [
      { ...signature, keyid: 'XA-mfa-2' },
      { ...signature, sig: signature.sig.with(0, signature.sig[0]! ^ 1) },
    ])
      expect(() => verifyFiling(good, { act, crypto, signature: changed })).toThrow(
        'without the signature',
      )
  })

  it('is of the act that was asked for', () => {
    expect(verifyFiling(shown(strand, 1), { act: first, crypto }).index).toBe(1)
  })
})
