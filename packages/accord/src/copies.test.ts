import { describe, expect, it } from 'vitest'
import { toBase64 } from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { keysRevoke } from '../../../tools/vectors-acts-keys.ts'
import {
  bytesOf,
  charter,
  charterFields,
  keysAdd,
  payload,
  roots,
  type Said,
} from '../../../tools/vectors-case.ts'
import { certOf } from '../../../tools/vectors-example.ts'
import { missingCopies } from './copies.ts'
import type { PartyId } from './id.ts'
import { parseCharter } from './parse-charter.ts'
import { seal } from './sign.ts'
import { createStrandReader } from './strand.ts'

const party = 'XA' as PartyId
const signed = (said: Said) => seal(payload('XA', said), roots('XA'))
const [first, cert, revoke] = [keysAdd('XA'), certOf('XA'), keysRevoke('XA-cert-1')].map(signed)
const below = parseCharter(
  bytesOf({
    ...charterFields(),
    title: 'Below',
    parent: { case: charter.id, cut: {} },
    keys: { XA: [toBase64(first!)] },
  }),
  crypto,
)
const strandOf = (of: typeof charter, entries: readonly Uint8Array[]) => {
  const reader = createStrandReader(of, party, crypto)
  for (const entry of entries) reader.append(entry)
  return { charter: of, party, acts: reader.strand().acts }
}
const missing = (above: readonly Uint8Array[], here: readonly Uint8Array[]) =>
  missingCopies(strandOf(charter, above), strandOf(below, here), crypto).map(({ act }) => act?.kind)

describe('the key acts of a case above', () => {
  it('are missing where they came later and nobody copied them, in their order', () => {
    expect(missing([first!, cert!, revoke!], [])).toEqual(['keys-add', 'keys-revoke'])
    expect(missing([first!, cert!, revoke!], [cert!])).toEqual(['keys-revoke'])
  })
  it('are not missing where the charter hands them down or a copy stands', () => {
    expect(missing([first!], [])).toEqual([])
    expect(missing([first!, cert!, revoke!], [cert!, revoke!])).toEqual([])
  })
  it('are not missing where their key was spent before: nothing is left to copy', () => {
    expect(missing([first!, cert!, revoke!], [revoke!, cert!])).toEqual([])
    expect(missing([first!, cert!, revoke!], [revoke!])).toEqual([])
  })
  it('that are void there are not missing here', () => {
    const one = seal(payload('XA', certOf('XA')), roots('XA').slice(0, 1))
    expect(missing([first!, one], [])).toEqual([])
  })
  it('of another case, or of another party, are none', () => {
    const above = strandOf(charter, [first!, cert!])
    const here = strandOf(below, [])
    expect(missingCopies({ ...above, charter: below }, here, crypto)).toEqual([])
    expect(missingCopies({ ...above, party: 'XB' as PartyId }, here, crypto)).toEqual([])
  })
  it('of a party that the charter names anew, with other root keys, are none of its own', () => {
    const { parties, ...fields } = charterFields()
    const anew = parseCharter(
      bytesOf({
        ...fields,
        parties: parties.map((one) => (one.id === party ? { ...one, threshold: 1 } : one)),
        title: 'Anew',
        parent: { case: charter.id, cut: {} },
      }),
      crypto,
    )
    const above = strandOf(charter, [first!, cert!])
    expect(missingCopies(above, strandOf(anew, []), crypto)).toEqual([])
  })
})
