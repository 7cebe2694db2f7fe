import { afterEach, describe, expect, test, vi } from 'vitest'
import { createTree, formatProof, leafHash, toBase64 } from '@entente/log'
import { fileAct } from '../src/api/sign-act.ts'
import { filedMessage } from '../src/api/proved.ts'
import { crypto } from '../../node/src/platform/crypto.ts'
import {
  charter,
  charterBytes,
  noteOf,
  openStrand,
  payload,
  put,
  threeAt,
} from '../../../tools/vectors-case.ts'

const strand = openStrand('XA')
const said = { kind: 'note', says: 'said on the page' }
const id = put(strand, said)
const written = new TextDecoder().decode(payload('XA', said))
const shown = { charter: charter.id, party: strand.party }

/** What a node shows for the act, under a tree that these witnesses cosigned. */
function proofBy(witnesses: Readonly<Record<string, number>>) {
  const tree = createTree(crypto.sha256)
  for (const entry of strand.entries) tree.append(leafHash(crypto.sha256, entry))
  const proof = { index: 1, proof: tree.inclusion(1), checkpoint: noteOf(strand, witnesses) }
  return {
    charter: toBase64(charterBytes),
    entry: toBase64(strand.entries[1]!),
    proof: formatProof(proof),
  }
}

/** A node that answers so to whoever asks on its page. */
function nodeThat(says: object, proof: object | undefined) {
  const answers = (path: string) => {
    if (path === '/api/v1/me') return { person: { key: { custody: 'node-held' } } }
    return path.endsWith('/proof') ? proof : says
  }
  vi.stubGlobal('fetch', async (path: string) => {
    const body = answers(path)
    return body ? Response.json(body) : Response.json({}, { status: 404 })
  })
}
afterEach(() => vi.unstubAllGlobals())

describe('row 4: what the page believes of an act that its node says is filed', () => {
  const final = { id, index: 1, final: true }
  test('it is final where the node proves that the quorum witnessed it', async () => {
    nodeThat(final, proofBy(threeAt(1_700_000_000)))
    const filed = await fileAct(written, shown)
    expect(filed).toEqual(final)
    expect(filedMessage([filed])).toBe('filed.final')
  })

  test.each([
    ['shows nothing', final, undefined],
    ['shows what its log alone signed', final, proofBy({})],
    ['answers for another act', { ...final, id: charter.id }, proofBy(threeAt(1_700_000_000))],
  ])(
    'it is not where the node says so and %s: the person is warned',
    async (_does, says, proof) => {
      nodeThat(says, proof)
      const filed = await fileAct(written, shown)
      expect(filed).toMatchObject({ id, final: false, isUnproved: true })
      expect(filedMessage([filed])).toBe('filed.unproved')
    },
  )

  test('a node that says itself that it waits is not doubted', async () => {
    nodeThat({ ...final, final: false }, undefined)
    expect(filedMessage([await fileAct(written, shown)])).toBe('filed.not-yet')
  })
})
