import { parseCharter, rootSetHash, seal, type ActSigner, type PartyId } from '@entente/accord'
import { toBase64 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import {
  bytesOf,
  charterFields,
  fixedKey,
  keysAdd,
  openStrand,
  payload,
  put,
  roots,
  signerOf,
  type GrowingStrand,
  type Said,
} from './vectors-case.ts'
import { certOf, type Case } from './vectors-example.ts'
import { ATTRIBUTION, EVIDENCE } from './vectors-play.ts'

const pub = (name: string) => toBase64(fixedKey(name).publicKey)

/** Alder's root keys take back the key of that name. */
export const keysRevoke = (keyid: string, cause = 'compromise'): Said => ({
  kind: 'keys-revoke',
  key: { keyid, pub: pub(keyid) },
  cause,
})

/** Alder's strand with its ministry and its response team, after these acts of its root keys. */
function after(...said: readonly Said[]): GrowingStrand {
  const strand = openStrand('XA')
  for (const act of [certOf('XA'), ...said]) put(strand, act, roots('XA'))
  return strand
}

export const keysRevokeCases: readonly Case[] = [
  {
    name: 'a stolen key',
    why: 'Two root keys signed, as the threshold asks.',
    said: keysRevoke('XA-mfa-1'),
    by: 'roots',
  },
  {
    name: 'a key that was replaced',
    why: 'Each key is taken back by its id and its bytes.',
    said: { ...keysRevoke('XA-cert-1', 'replaced'), reason: 'The team has a token now.' },
    by: 'roots',
    at: after(),
  },
  {
    name: 'one root key of two',
    why: 'The threshold of Alder is two.',
    void: 'act.not-competent',
    said: keysRevoke('XA-mfa-1'),
    by: 'one root',
  },
  {
    name: 'signed by the key itself',
    why: 'Only root keys take keys back: a thief could silence a ministry.',
    void: 'act.not-competent',
    said: keysRevoke('XA-mfa-1'),
  },
  {
    name: 'a key that was never given',
    why: 'There is nothing to take back, and a name must not be spent by mistake.',
    void: 'key.unknown',
    said: keysRevoke('XA-army-1'),
    by: 'roots',
  },
  {
    name: 'the id of one key and the bytes of another',
    why: 'Readers could differ in which of the two is meant.',
    void: 'key.unknown',
    said: { ...keysRevoke('XA-mfa-1'), key: { keyid: 'XA-mfa-1', pub: pub('XA-cert-1') } },
    by: 'roots',
    at: after(),
  },
  {
    name: 'a key that is revoked',
    why: 'What is spent is spent once.',
    void: 'key.unknown',
    said: keysRevoke('XA-mfa-1', 'lost'),
    by: 'roots',
    at: after(keysRevoke('XA-mfa-1')),
  },
  {
    name: 'a root key',
    why: 'Root keys are replaced, all together, by keys-root.',
    void: 'key.unknown',
    said: keysRevoke('XA-root-1'),
    by: 'roots',
  },
  {
    name: 'a cause that is none',
    why: 'The cause is one of four words; what else there is to say is the reason.',
    void: 'act.malformed',
    said: keysRevoke('XA-mfa-1', 'whim'),
    by: 'roots',
  },
]

/** What a revoked key signs after its place, and what gives it nothing back. */
export const afterRevocation: readonly Case[] = [
  {
    name: 'an act of a key that is revoked',
    why: 'From the place of the revocation on the key signs nothing.',
    void: 'key.revoked',
    said: EVIDENCE,
    at: after(keysRevoke('XA-mfa-1')),
  },
  {
    name: 'an act of another key of the same party',
    why: 'A revocation takes one key and no other.',
    said: EVIDENCE,
    by: [signerOf('XA-cert-1')],
    at: after(keysRevoke('XA-mfa-1')),
  },
  {
    name: 'a false signature in the name of a revoked key',
    why: 'Where no key in force signed, those of revoked ones are looked at.',
    void: 'act.signature',
    said: EVIDENCE,
    by: [{ keyid: 'XA-mfa-1', sign: fixedKey('XZ').sign }],
    at: after(keysRevoke('XA-mfa-1')),
  },
  {
    name: 'a revoked key beside one in force',
    why: 'The one in force may do this; the other adds nothing.',
    said: EVIDENCE,
    by: [signerOf('XA-mfa-1'), signerOf('XA-cert-1')],
    at: after(keysRevoke('XA-mfa-1')),
  },
  {
    name: 'a revoked key beside one without the verb',
    why: 'The verb is in the mandate of the revoked key alone.',
    void: 'act.not-competent',
    said: ATTRIBUTION,
    by: [signerOf('XA-mfa-1'), signerOf('XA-cert-1')],
    at: after(keysRevoke('XA-mfa-1')),
  },
  {
    name: 'the revoked key given again',
    why: 'A key and its id stand once, spent ones too.',
    void: 'key.twice',
    said: { ...keysAdd('XA'), claimedAt: '2026-11-25T08:00:00Z' },
    by: 'roots',
    at: after(keysRevoke('XA-mfa-1')),
  },
  {
    name: 'the very act that gave the revoked key, once more',
    why: 'An act counts once.',
    void: 'act.twice',
    said: keysAdd('XA'),
    by: 'roots',
    at: after(keysRevoke('XA-mfa-1')),
  },
  {
    name: 'the revoked key under another id',
    why: 'It is the bytes that were stolen, not the name.',
    void: 'key.twice',
    said: { ...certOf('XA'), key: { ...(keysAdd('XA')['key'] as Said), keyid: 'XA-mfa-2' } },
    by: 'roots',
    at: after(keysRevoke('XA-mfa-1')),
  },
]

const rootKey = (n: number) => ({
  keyid: `XA-root-${n}`,
  alg: 'ed25519' as const,
  pub: pub(`XA-root-${n}`),
})
/** Alder begins with two of two, goes on with two of three, and then with one. */
const second = { root: [3, 4, 5].map(rootKey), threshold: 2 }
const third = { root: [rootKey(6)], threshold: 1 }
const nextOf = (set: typeof second) => rootSetHash(set, crypto.sha256)

/** The hash to which Alder is committed there, and the act by which it hands over to that set. */
export const commitment = nextOf(second)
export const rotation: Said = { kind: 'keys-root', ...second, next: nextOf(third) }

const fields = charterFields()
/** The case of the other vectors, but that Alder committed to its next root keys. */
export const committedBytes = bytesOf({
  ...fields,
  parties: fields.parties.map((party) =>
    party.id === 'XA' ? { ...party, next: commitment } : party,
  ),
})
export const committed = parseCharter(committedBytes, crypto)
const here = { charter: committed.id }

const keysRoot: Said = { ...here, ...rotation }
export const rooted = (...ids: readonly number[]): ActSigner[] =>
  ids.map((n) => signerOf(`XA-root-${n}`))

const begun = (party = 'XA'): GrowingStrand => ({
  party: party as PartyId,
  entries: [seal(payload(party, { ...here, ...keysAdd(party) }), roots(party))],
})
function rotated(): GrowingStrand {
  const strand = begun()
  put(strand, keysRoot, rooted(1, 2, 3, 4))
  return strand
}

function rotatedTwice(): GrowingStrand {
  const strand = rotated()
  put(strand, { ...here, kind: 'keys-root', ...third, next: nextOf(second) }, rooted(3, 5, 6))
  return strand
}

export const keysRootCases: readonly Case[] = [
  {
    name: 'the set that was committed to',
    why: 'Two of two old keys signed, and two of three new ones.',
    said: keysRoot,
    by: rooted(1, 2, 3, 4),
    at: begun(),
  },
  {
    name: 'the set after it',
    why: 'Each set commits to the one that follows it.',
    said: { ...here, kind: 'keys-root', ...third, next: nextOf(second) },
    by: rooted(3, 5, 6),
    at: rotated(),
  },
  {
    name: 'a key act of the new set',
    why: 'Two of the three new keys are enough.',
    said: { ...here, ...certOf('XA') },
    by: rooted(4, 5),
    at: rotated(),
  },
  {
    name: 'a key act of the set after that',
    why: 'Its threshold is one.',
    said: { ...here, ...certOf('XA') },
    by: rooted(6),
    at: rotatedTwice(),
  },
  {
    name: 'a key act of the old set',
    why: 'It was replaced.',
    void: 'key.revoked',
    said: { ...here, ...certOf('XA') },
    by: rooted(1, 2),
    at: rotated(),
  },
  {
    name: 'one new key of three',
    why: 'The new threshold is two.',
    void: 'act.not-competent',
    said: keysRoot,
    by: rooted(1, 2, 4),
    at: begun(),
  },
  {
    name: 'one old key of two',
    why: 'The old set hands over; half of it cannot.',
    void: 'act.not-competent',
    said: keysRoot,
    by: rooted(1, 3, 4, 5),
    at: begun(),
  },
  {
    name: 'other keys than those committed to',
    why: 'Whoever stole both root keys brings keys of its own.',
    void: 'root.other',
    said: { ...keysRoot, root: [7, 8, 9].map(rootKey) },
    by: rooted(1, 2, 7, 8),
    at: begun(),
  },
  {
    name: 'the committed keys under a lower threshold',
    why: 'The threshold is part of what was committed to.',
    void: 'root.other',
    said: { ...keysRoot, threshold: 1 },
    by: rooted(1, 2, 3, 4),
    at: begun(),
  },
  {
    name: 'a set that was there before',
    why: 'A key stands once: the replaced keys may be stolen by now.',
    void: 'root.other',
    said: {
      ...here,
      kind: 'keys-root',
      root: [1, 2].map(rootKey),
      threshold: 2,
      next: nextOf(third),
    },
    by: rooted(3, 4, 1, 2),
    at: rotated(),
  },
  {
    name: 'of a party that committed to none',
    why: 'Birch’s charter names no next set; its root keys cannot be replaced.',
    void: 'root.uncommitted',
    party: 'XB',
    said: keysRoot,
    by: roots('XB'),
    at: begun('XB'),
  },
  {
    name: 'one new key under two ids',
    why: 'Keys are counted, not names. Whoever committed to such a set cannot use it.',
    void: 'root.other',
    said: { ...keysRoot, root: [rootKey(3), { ...rootKey(3), keyid: 'XA-root-33' }] },
    by: [...rooted(1, 2, 3), { keyid: 'XA-root-33', sign: fixedKey('XA-root-3').sign }],
    at: begun(),
  },
  {
    name: 'a threshold above the number of keys',
    why: 'Nobody could ever sign.',
    void: 'act.malformed',
    said: { ...keysRoot, threshold: 4 },
    by: rooted(1, 2, 3, 4, 5),
    at: begun(),
  },
  {
    name: 'signed by an authority',
    why: 'A ministry cannot replace what made it one.',
    void: 'act.not-competent',
    said: keysRoot,
    at: begun(),
  },
]
