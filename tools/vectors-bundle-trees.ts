import { seal, type PartyId } from '@entente/accord'
import { toBase64 } from '@entente/log'
import {
  bytesOf,
  fixedKey,
  headOf,
  keysAdd,
  ministry,
  noteOf,
  openStrand,
  originOf,
  PARTY_IDS,
  payload,
  put,
  roots,
  signerOf,
  threeAt,
} from './vectors-case.ts'
import { AFTER, type Strands } from './vectors-play.ts'
import type { Change } from './vectors-bundle-changed.ts'
import { FIRST } from './vectors-example.ts'

/** Records whose trees are not those that were cosigned: which of several faults is named, and why the first entry that does not bear itself out does not. */

export type Strand = {
  readonly origin: string
  readonly checkpoint: string
  readonly entries: readonly string[]
}
export type Tree = {
  readonly name: string
  readonly why: string
  readonly changes: readonly Change[]
  readonly verdict: { readonly refused: string }
}
const tree = (name: string, why: string, refused: string, ...changes: readonly Change[]): Tree => ({
  name,
  why,
  changes,
  verdict: { refused },
})

/** An entry that nobody known signed. */
const stranger = (keyid: string) =>
  bytesOf({
    payload: '',
    payloadType: 'application/vnd.entente.act+json',
    signatures: [{ keyid, sig: '' }],
  })

const own = [...roots('XB'), ministry('XB')]
const handingOver = {
  kind: 'keys-root',
  root: [{ keyid: 'XB-next-1', alg: 'ed25519', pub: toBase64(fixedKey('XB-next-1').publicKey) }],
  threshold: 1,
  next: `sha256:${'7'.repeat(64)}`,
}
const note = (says: string) => ({ kind: 'note', says })

/** What has stood in Birch’s strand for nothing since the chair cited it, beside a note that is another than was cosigned. */
function cited(): { readonly strands: readonly Strand[]; readonly other: string } {
  const strands = Object.fromEntries(PARTY_IDS.map((id) => [id, openStrand(id)])) as Strands
  const { XB, CO } = strands
  XB.entries.push(stranger('XZ-1'))
  const declare = { kind: 'declare', result: 'adopted', on: FIRST, closings: { XB: ['A note.'] } }
  // One that names no tree of Birch cites none.
  const prev = put(CO, { ...declare, cut: { CO: headOf(CO) } })
  const cut = Object.fromEntries(PARTY_IDS.map((id) => [id, headOf(strands[id])]))
  put(CO, { ...declare, prev, cut })
  put(XB, note('Another remark.'))
  const other = XB.entries.pop()!
  put(XB, note('A remark.'))
  const all = PARTY_IDS.map((id) => ({
    origin: originOf(id),
    checkpoint: noteOf(strands[id], threeAt(AFTER)),
    entries: strands[id].entries.map(toBase64),
  }))
  return { strands: all, other: toBase64(other) }
}

/** Birch’s strand has an entry of a stranger, and was cosigned with one of another; the chair cites this tree of it. */
function citing(headIn: (here: ReturnType<typeof headOf>) => object): readonly Strand[] {
  const strands = Object.fromEntries(PARTY_IDS.map((id) => [id, openStrand(id)])) as Strands
  const { XB, CO } = strands
  const cosigned = { party: 'XB' as PartyId, entries: [...XB.entries, stranger('XZ-2')] }
  XB.entries.push(stranger('XZ-1'))
  const cut = { XB: headIn(headOf(XB)) }
  put(CO, { kind: 'declare', result: 'adopted', on: FIRST, cut, closings: { XB: ['A note.'] } })
  return PARTY_IDS.map((id) => ({
    origin: originOf(id),
    checkpoint: noteOf(id === 'XB' ? cosigned : strands[id], threeAt(AFTER)),
    entries: strands[id].entries.map(toBase64),
  }))
}

export const treesOf = (strands: readonly Strand[]): readonly Tree[] => [
  ...entriesOf(strands),
  ...orderOf(strands),
  ...citedOf(),
]

function entriesOf([alder, birch]: readonly Strand[]): readonly Tree[] {
  const [key, first, second, last] = birch!.entries
  return [
    tree(
      'an entry too few, and two in another order',
      'The number is asked first.',
      'strand.size',
      { at: 'strands.1.entries', is: [key, last, second] },
    ),
    tree(
      'an entry that nobody known signed, in the place of another',
      'It is named with that for which it is void.',
      'act.unsigned',
      { at: 'strands.1.entries.2', is: toBase64(stranger('XZ-1')) },
    ),
    tree(
      'an entry of Alder in the strand of Birch',
      'Its payload says whose it is, whoever signed it.',
      'strand.foreign-entry',
      { at: 'strands.1.entries.2', is: alder!.entries[1] },
    ),
    tree(
      'an act before the key that signed it',
      'The act that gives the key stands after it.',
      'strand.order',
      { at: 'strands.1.entries.0', is: first },
      { at: 'strands.1.entries.1', is: key },
    ),
    tree(
      'an act before the root keys of which one signed it',
      'The act that gives them stands after it, whatever it is worth.',
      'strand.order',
      {
        at: 'strands.1.entries.2',
        is: toBase64(seal(payload('XB', note('A remark.')), [signerOf('XB-next-1')])),
      },
      { at: 'strands.1.entries.3', is: toBase64(seal(payload('XB', handingOver), roots('XB'))) },
    ),
    tree(
      'a key that is given again, by an act which it signs as well',
      'It is not what comes after it.',
      'key.twice',
      {
        at: 'strands.1.entries.2',
        is: toBase64(seal(payload('XB', keysAdd('XB', ['comply'])), own)),
      },
    ),
  ]
}

const orderOf = ([alder, birch]: readonly Strand[]): readonly Tree[] => [
  tree(
    'no entry of Alder, and a checkpoint of Birch that is none',
    'All strands are read before a tree is asked.',
    'checkpoint.malformed',
    { at: 'strands.0.entries', is: [] },
    { at: 'strands.1.checkpoint', is: '' },
  ),
  tree(
    'the first two strands under one another’s origin, and no checkpoint of Alder',
    'Strands are read in the order of the charter.',
    'checkpoint.malformed',
    { at: 'strands.0.origin', is: birch!.origin },
    { at: 'strands.1.origin', is: alder!.origin },
    { at: 'strands.1.checkpoint', is: '' },
  ),
  tree(
    'a strand of Alder twice, the second with an entry that is no base64',
    'Its bytes are read before it is told whose they are.',
    'bundle.base64',
    { at: 'strands.1.origin', is: alder!.origin },
    { at: 'strands.1.entries.0', is: '*' },
  ),
]

function citedOf(): readonly Tree[] {
  const { strands, other } = cited()
  const again = { at: 'strands', is: strands }
  const now = { at: 'strands.1.entries.2', is: other }
  return [
    tree(
      'another note, after an entry that was void when the chair cited it',
      'What a certificate cites as it is here is not to blame, and the other note bears itself out.',
      'strand.root',
      again,
      now,
    ),
    tree(
      'another note, after another entry that is void than the chair cited',
      'It is not what is cited.',
      'act.unsigned',
      again,
      now,
      { at: 'strands.1.entries.1', is: toBase64(stranger('XZ-2')) },
    ),
    tree(
      'an entry of a stranger, with which the chair cited all that is here',
      'The chair stands for every entry.',
      'strand.root',
      { at: 'strands', is: citing((here) => here) },
    ),
    tree(
      'an entry of a stranger, with which the chair cited more than is here',
      'Of what is not here nobody can tell what tree it makes.',
      'act.unsigned',
      { at: 'strands', is: citing(({ size, root }) => ({ size: size + 1, root })) },
    ),
  ]
}
