import { toBase64 } from '@entente/log'
import {
  fixedKey,
  idOf,
  keysAdd,
  openStrand,
  payload,
  type GrowingStrand,
  type Said,
} from './vectors-case.ts'
import { certOf, without, type Case } from './vectors-example.ts'
import { ATTRIBUTION, EVIDENCE } from './vectors-play.ts'

const empty = (party: string): GrowingStrand => ({ ...openStrand(party), entries: [] })

const key = (more: Said): Said => ({ ...(certOf('XA')['key'] as Said), ...more })

const good = certOf('XA')

export const keysAddCases: readonly Case[] = [
  {
    name: 'the first key of a party',
    why: 'Two root keys signed, as the threshold asks.',
    said: keysAdd('XA'),
    by: 'roots',
    at: empty('XA'),
  },
  {
    name: 'a second authority',
    why: 'Each authority has its own key and mandate.',
    said: good,
    by: 'roots',
  },
  {
    name: 'one root key of two',
    why: 'The threshold of Alder is two.',
    void: 'act.not-competent',
    said: good,
    by: 'one root',
  },
  {
    name: 'signed by an authority',
    why: 'Only root keys give keys; a ministry cannot make itself another.',
    void: 'act.not-competent',
    said: good,
  },
  {
    name: 'the same key again',
    why: 'A key stands once: an old key act replayed gives nothing back.',
    void: 'key.twice',
    said: { ...good, key: key({ pub: toBase64(fixedKey('XA-mfa-1').publicKey) }) },
    by: 'roots',
  },
  {
    name: 'the same key id again',
    why: 'A key id means one key.',
    void: 'key.twice',
    said: { ...good, key: key({ keyid: 'XA-mfa-1' }) },
    by: 'roots',
  },
  {
    name: 'a root key as an authority key',
    why: 'Root keys stay apart from the keys they give.',
    void: 'key.twice',
    said: { ...good, key: key({ pub: toBase64(fixedKey('XA-root-1').publicKey) }) },
    by: 'roots',
  },
  {
    name: 'a key of small order',
    why: 'y = 1 is the neutral element: signatures under it mean nothing.',
    void: 'key.form',
    said: {
      ...good,
      key: key({ pub: toBase64(Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0))) }),
    },
    by: 'roots',
  },
  {
    name: 'a key of 31 bytes',
    why: 'An Ed25519 key has 32.',
    void: 'key.form',
    said: { ...good, key: key({ pub: toBase64(new Uint8Array(31)) }) },
    by: 'roots',
  },
  {
    name: 'a key in another form of base64',
    why: 'There is one form.',
    void: 'key.form',
    said: { ...good, key: key({ pub: 'AB==' }) },
    by: 'roots',
  },
  {
    name: 'a mandate without verbs',
    why: 'A mandate names what it allows.',
    void: 'act.malformed',
    said: { ...good, mandate: { verbs: [] } },
    by: 'roots',
  },
]

const object = (EVIDENCE['objects'] as Said[])[0]!

const pointer: Said = {
  sha256: '7e'.repeat(32),
  level: { scale: 'tlp', version: '2.0', value: 'TLP:RED' },
  about: 'An account of where the material came from.',
}

export const evidenceCases: readonly Case[] = [
  { name: 'one object', why: 'Id, hash and grade; the object stays at home.', said: EVIDENCE },
  {
    name: 'by an authority that may only do this',
    why: 'Its mandate has the verb evidence.',
    said: EVIDENCE,
    by: 'narrow key',
  },
  {
    name: 'a pointer to what others may not hold',
    why: 'Its hash and its level; nobody but the custodian has it.',
    said: { ...EVIDENCE, objects: [], pointers: [pointer] },
  },
  {
    name: 'a pointer with what it points to',
    why: 'There is no field in which the thing itself could travel.',
    void: 'act.malformed',
    said: { ...EVIDENCE, objects: [], pointers: [{ ...pointer, content: 'the thing itself' }] },
  },
  {
    name: 'a pointer without a level',
    why: 'Whoever reads it knows how it is protected.',
    void: 'act.malformed',
    said: { ...EVIDENCE, objects: [], pointers: [without(pointer, 'level')] },
  },
  {
    name: 'an id that is none',
    why: 'A STIX id is a type, two hyphens and a UUID.',
    void: 'act.malformed',
    said: { ...EVIDENCE, objects: [{ ...object, id: 'malware-1' }] },
  },
  {
    name: 'no object',
    why: 'Evidence names at least one.',
    void: 'act.malformed',
    said: { ...EVIDENCE, objects: [] },
  },
  {
    name: 'a grade that the scale of the lexicon does not have',
    why: 'The lexicon grows: whoever signs is asked, whoever reads is not.',
    said: { ...EVIDENCE, grade: { scale: 'admiralty', version: '1', value: 'Z9' } },
  },
  {
    name: 'a grade without its scale',
    why: 'A value is always scale, version and value.',
    void: 'act.malformed',
    said: { ...EVIDENCE, grade: { value: 'B2' } },
  },
  {
    name: 'a field that nobody knows',
    why: 'What is signed and not understood may not be passed over.',
    void: 'act.malformed',
    said: { ...EVIDENCE, urgent: true },
  },
  {
    name: 'the same act twice',
    why: 'An act counts once; a copy is a replay.',
    void: 'act.twice',
    said: EVIDENCE,
    after: [EVIDENCE],
  },
  {
    name: 'signed by a stranger',
    why: 'No key of that name is known at this place.',
    void: 'act.unsigned',
    said: EVIDENCE,
    by: 'stranger',
  },
]

export const attributeCases: readonly Case[] = [
  { name: 'an actor', why: 'Likelihood and confidence are two fields.', said: ATTRIBUTION },
  {
    name: 'a State, by name and with words',
    why: 'The level is one of three.',
    said: {
      ...ATTRIBUTION,
      level: 'state',
      whom: 'Hawthorn',
      statement: 'On the evidence that Alder put.',
    },
  },
  {
    name: 'without confidence',
    why: 'How likely and how sure are not the same.',
    void: 'act.malformed',
    said: without(ATTRIBUTION, 'confidence'),
  },
  {
    name: 'a level that does not exist',
    why: 'Actor, entity or State.',
    void: 'act.malformed',
    said: { ...ATTRIBUTION, level: 'country' },
  },
  {
    name: 'by an authority that may only put evidence',
    why: 'Attribution is not in its mandate.',
    void: 'act.not-competent',
    said: ATTRIBUTION,
    by: 'narrow key',
  },
  {
    name: 'of another party',
    why: 'Birch’s word in Alder’s strand is nobody’s word.',
    void: 'act.other-party',
    said: { ...ATTRIBUTION, party: 'XB' },
  },
]

const put = idOf(payload('XA', EVIDENCE))
const taken: Said = { kind: 'evidence-withdraw', of: put, reason: 'The sample was mislabelled.' }

export const evidenceWithdrawCases: readonly Case[] = [
  {
    name: 'of evidence that the party put',
    why: 'It stays on record, and what rests on it says so.',
    said: taken,
    after: [EVIDENCE],
  },
  {
    name: 'without a reason',
    why: 'Others rested on it: they are told why.',
    void: 'act.malformed',
    said: without(taken, 'reason'),
    after: [EVIDENCE],
  },
  {
    name: 'of nothing',
    why: 'It names what is taken back.',
    void: 'act.malformed',
    said: without(taken, 'of'),
    after: [EVIDENCE],
  },
  {
    name: 'a second one that passes over the first',
    why: 'Withdrawals of one evidence follow one another.',
    void: 'act.stale-prev',
    said: { ...taken, reason: 'It was never ours.' },
    after: [EVIDENCE, taken],
  },
]
