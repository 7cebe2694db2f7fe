import type { ActSigner } from '@entente/accord'
import { toBase64, createTree, leafHash } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import {
  fixedKey,
  idOf,
  noteOf,
  openStrand,
  payload,
  put,
  roots,
  signerOf,
  type GrowingStrand,
  type Said,
} from './vectors-case.ts'
import { keysRevoke } from './vectors-acts-keys.ts'
import { certOf, type Case } from './vectors-example.ts'
import { ATTRIBUTION, EVIDENCE } from './vectors-play.ts'

/** Alder's strand with an attribution that its ministry never made, and the revocation of its key. */
function robbed(): GrowingStrand {
  const strand = openStrand('XA')
  put(strand, ATTRIBUTION)
  put(strand, keysRevoke('XA-mfa-1'), roots('XA'))
  return strand
}
const stolen = idOf(payload('XA', ATTRIBUTION))
const disavow: Said = {
  kind: 'disavow',
  acts: [stolen],
  reason: 'The ministry’s key was copied on 24 November.',
}

export const disavowCases: readonly Case[] = [
  {
    name: 'an act of a stolen key',
    why: 'Two root keys signed, and the act stands before.',
    said: disavow,
    by: 'roots',
    at: robbed(),
  },
  {
    name: 'of a key that is not revoked',
    why: 'What is not one’s own is disowned whether or not the key goes on.',
    said: disavow,
    by: 'roots',
    after: [ATTRIBUTION],
  },
  {
    name: 'signed by an authority',
    why: 'Else whoever holds a ministry’s key could take back what another authority said.',
    void: 'act.not-competent',
    said: disavow,
    after: [ATTRIBUTION],
  },
  {
    name: 'one root key of two',
    why: 'The threshold of Alder is two.',
    void: 'act.not-competent',
    said: disavow,
    by: 'one root',
    at: robbed(),
  },
  {
    name: 'an act that does not stand here',
    why: 'What is disowned must be there, or the disavowal could be kept ready for later.',
    void: 'disavow.unknown',
    said: disavow,
    by: 'roots',
  },
  {
    name: 'a key act',
    why: 'Root keys signed it. A key that was given is revoked.',
    void: 'disavow.unknown',
    said: { ...disavow, acts: [idOf(payload('XA', keysRevoke('XA-mfa-1')))] },
    by: 'roots',
    at: robbed(),
  },
  {
    name: 'one act that stands and one that does not',
    why: 'It counts whole or not at all.',
    void: 'disavow.unknown',
    said: { ...disavow, acts: [stolen, idOf(payload('XA', EVIDENCE))] },
    by: 'roots',
    at: robbed(),
  },
  {
    name: 'nothing',
    why: 'Each act is named.',
    void: 'act.malformed',
    said: { ...disavow, acts: [] },
    by: 'roots',
    at: robbed(),
  },
]

/** The key of the team that watches the others’ logs. */
export const watch = (): ActSigner[] => [signerOf('XA-watch-1')]
export function watching(): GrowingStrand {
  const strand = openStrand('XA')
  const key = {
    keyid: 'XA-watch-1',
    alg: 'ed25519',
    pub: toBase64(fixedKey('XA-watch-1').publicKey),
    custody: 'node-held',
  }
  put(strand, { ...certOf('XA'), key, mandate: { verbs: ['accuse'] } }, roots('XA'))
  return strand
}

/** Birch’s strand as it shows it to one, and as it shows it to another. */
const one = openStrand('XB')
put(one, EVIDENCE)
put(one, { ...ATTRIBUTION, whom: 'QUIET GULL' })
const other = openStrand('XB')
put(other, { ...EVIDENCE, title: 'Nothing of note' })
const treeOf = ({ entries }: GrowingStrand) => {
  const tree = createTree(crypto.sha256)
  for (const entry of entries) tree.append(leafHash(crypto.sha256, entry))
  return tree
}
const consistencyOf = (strand: GrowingStrand, from: number, to = strand.entries.length) => ({
  root: toBase64(treeOf(strand).root(from)),
  proof: treeOf(strand).consistency(from, to).map(toBase64),
})
/** Birch’s log signed two trees of two entries. */
export const sameSize: Said = {
  kind: 'accuse',
  of: 'XB',
  notes: [noteOf(one, {}, 2), noteOf(other, {}, 2)],
}
/** Birch’s log signed a tree of two and another of three that does not go on from it. */
export const otherSize = {
  kind: 'accuse',
  of: 'XB',
  notes: [noteOf(other, {}, 2), noteOf(one, {}, 3)] as const,
  consistency: consistencyOf(one, 2),
} satisfies Said
const unsigned = (note: string) => note.slice(0, note.indexOf('\n\n') + 2)

export const accuseCases: readonly Case[] = [
  {
    name: 'two trees of one size',
    why: 'One log signed two roots over two entries.',
    said: sameSize,
    by: watch(),
    at: watching(),
  },
  {
    name: 'trees of two sizes',
    why: 'The proof shows what the larger one has at size two, and the log signed another root there.',
    said: otherSize,
    by: watch(),
    at: watching(),
  },
  {
    name: 'one note twice',
    why: 'Nothing contradicts itself.',
    void: 'accuse.unproved',
    said: { ...sameSize, notes: [noteOf(one, {}, 2), noteOf(one, {}, 2)] },
    by: watch(),
    at: watching(),
  },
  {
    name: 'two trees of one history',
    why: 'The larger goes on from the smaller.',
    void: 'accuse.unproved',
    said: { ...otherSize, notes: [noteOf(one, {}, 2), noteOf(one, {}, 3)] },
    by: watch(),
    at: watching(),
  },
  {
    name: 'two sizes without a proof',
    why: 'Two roots of two sizes say nothing by themselves.',
    void: 'accuse.unproved',
    said: { ...sameSize, notes: [noteOf(other, {}, 2), noteOf(one, {}, 3)] },
    by: watch(),
    at: watching(),
  },
  {
    name: 'two trees of one size, and a proof',
    why: 'An accusation has one form: there is nothing between them to prove.',
    void: 'accuse.unproved',
    said: { ...sameSize, consistency: consistencyOf(one, 2, 2) },
    by: watch(),
    at: watching(),
  },
  {
    name: 'a proof that is made up',
    why: 'An honest log would be accused by anyone who writes down another root.',
    void: 'accuse.unproved',
    said: {
      ...otherSize,
      notes: [noteOf(one, {}, 2), noteOf(one, {}, 3)],
      consistency: { ...consistencyOf(one, 2), root: toBase64(treeOf(other).root(2)) },
    },
    by: watch(),
    at: watching(),
  },
  {
    name: 'a note that Birch’s log did not sign',
    why: 'Whoever accuses could have written it.',
    void: 'accuse.unproved',
    said: {
      ...sameSize,
      notes: [
        noteOf(one, {}, 2),
        `${unsigned(noteOf(other, {}, 2))}${noteOf({ ...other, party: 'XA' as never }, {}, 2).split('\n\n')[1]}`,
      ],
    },
    by: watch(),
    at: watching(),
  },
  {
    name: 'notes of another strand',
    why: 'Cedar did nothing.',
    void: 'accuse.unproved',
    said: { ...sameSize, of: 'XC' },
    by: watch(),
    at: watching(),
  },
  {
    name: 'the larger tree first',
    why: 'An accusation has one form.',
    void: 'accuse.unproved',
    said: { ...otherSize, notes: [noteOf(one, {}, 3), noteOf(other, {}, 2)] },
    by: watch(),
    at: watching(),
  },
  {
    name: 'of nobody in the case',
    why: 'There is no such strand.',
    void: 'accuse.unproved',
    said: { ...sameSize, of: 'XZ' },
    by: watch(),
    at: watching(),
  },
  {
    name: 'by a key without the verb',
    why: 'The proof would hold, and yet this key may not speak for Alder.',
    void: 'act.not-competent',
    said: sameSize,
    by: 'narrow key',
    at: watching(),
  },
  {
    name: 'one note',
    why: 'It takes two to contradict.',
    void: 'act.malformed',
    said: { ...sameSize, notes: [noteOf(one, {}, 2)] },
    by: watch(),
    at: watching(),
  },
]
