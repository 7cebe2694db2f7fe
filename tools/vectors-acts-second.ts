import { parseCharter, seal, type ActSigner, type PartyId } from '@entente/accord'
import { toBase64 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import {
  bytesOf,
  charterFields,
  fixedKey,
  fixedSecond,
  keysAdd,
  ministry,
  openStrand,
  payload,
  put,
  roots,
  type GrowingStrand,
  type Said,
} from './vectors-case.ts'
import { certOf, FIRST, type Case } from './vectors-example.ts'
import { complies, EVIDENCE } from './vectors-play.ts'

/** Who makes a second signature: an ML-DSA-44 key of that name. */
export const secondOf = (keyid: string): ActSigner => ({ keyid, sign: fixedSecond(keyid).sign })

const rootOf = (party: string, n: number) => ({
  keyid: `${party}-root-${n}`,
  alg: 'ml-dsa-44',
  pub: toBase64(fixedSecond(`${party}-root-${n}`).publicKey),
})
const fields = charterFields()
/** The case of the other vectors, but that every act needs a second signature. */
export const secondBytes = bytesOf({
  ...fields,
  second: 'ml-dsa-44',
  parties: fields.parties.map((party) => ({
    ...party,
    root: [...party.root, rootOf(party.id, 3), rootOf(party.id, 4)],
  })),
})
const here = { charter: parseCharter(secondBytes, crypto).id }

const SECOND = 'XA-mfa-second-1'
/** A second key of Alder's ministry. */
export const secondKey = (said: Said = {}, keyid = SECOND): Said => ({
  kind: 'keys-add',
  authority: { id: 'XA-mfa', name: 'Ministry of Foreign Affairs' },
  key: {
    keyid,
    alg: 'ml-dsa-44',
    pub: toBase64(fixedSecond(keyid).publicKey),
    custody: 'node-held',
  },
  mandate: { verbs: ['comply', 'evidence'] },
  ...said,
})

const bothRoots = [...roots('XA'), secondOf('XA-root-3'), secondOf('XA-root-4')]

/** Alder's strand where second signatures are asked for, with these key acts. */
function begun(...acts: readonly Said[]): GrowingStrand {
  const [first, ...more] = acts
  const entries = first ? [seal(payload('XA', { ...here, ...first }), bothRoots)] : []
  const strand = { party: 'XA' as PartyId, entries }
  for (const said of more) put(strand, { ...here, ...said }, bothRoots)
  return strand
}

const voice = { ...here, ...complies(FIRST) }
const TEAM = 'XA-cert-second-1'
const teams = secondKey({ authority: { id: 'XA-cert', name: 'Incident response team' } }, TEAM)
const both = () => begun(keysAdd('XA'), secondKey())
/** A true signature of another key, under the name of the ministry's second one. */
const stranger = { keyid: SECOND, sign: fixedSecond('XZ-second').sign }

/** Under a charter that asks for second signatures. */
export const secondCases: readonly Case[] = [
  {
    name: 'a key act that two root keys of each kind signed',
    why: 'As many second signatures as the threshold has first ones.',
    said: { ...here, ...keysAdd('XA') },
    by: bothRoots,
    at: begun(),
  },
  {
    name: 'a key act without second signatures',
    why: 'Whoever breaks elliptic curves could have signed it.',
    void: 'act.second-missing',
    said: { ...here, ...keysAdd('XA') },
    by: roots('XA'),
    at: begun(),
  },
  {
    name: 'a key act with one second signature of two',
    why: 'The threshold holds for each of both kinds.',
    void: 'act.second-missing',
    said: { ...here, ...keysAdd('XA') },
    by: bothRoots.slice(0, 3),
    at: begun(),
  },
  {
    name: 'a key act with one first signature of two and both second ones',
    why: 'Second keys do not make up for first ones.',
    void: 'act.not-competent',
    said: { ...here, ...keysAdd('XA') },
    by: bothRoots.slice(1),
    at: begun(),
  },
  {
    name: 'a voice that both keys of the ministry signed',
    why: 'As the charter asks.',
    said: voice,
    by: [ministry('XA'), secondOf(SECOND)],
    at: both(),
  },
  {
    name: 'a voice whose second signature was taken away',
    why: 'The charter asks for it: what is stripped is seen.',
    void: 'act.second-missing',
    said: voice,
    at: both(),
  },
  {
    name: 'a voice whose second signature is of another key',
    why: 'The first signature is true, and does not make up for a false second one.',
    void: 'act.second-signature',
    said: voice,
    by: [ministry('XA'), stranger],
    at: both(),
  },
  {
    name: 'a voice beside the second key of another authority',
    why: 'Both keys are of the authority that speaks.',
    void: 'act.second-missing',
    said: voice,
    by: [ministry('XA'), secondOf(TEAM)],
    at: begun(keysAdd('XA'), teams),
  },
]

const falsely = { ...ministry('XA'), sign: fixedKey('XZ').sign }

const given = (): GrowingStrand => {
  const strand = openStrand('XA')
  put(strand, secondKey(), roots('XA'))
  return strand
}

/** Under a charter that does not ask. */
export const secondGivenCases: readonly Case[] = [
  {
    name: 'evidence that both keys signed',
    why: 'A second signature may stand where nobody asks for one.',
    said: EVIDENCE,
    by: [ministry('XA'), secondOf(SECOND)],
    at: given(),
  },
  {
    name: 'evidence with a false second signature',
    why: 'A signature by a key in force is true, or the act is void.',
    void: 'act.second-signature',
    said: EVIDENCE,
    by: [ministry('XA'), stranger],
    at: given(),
  },
  {
    name: 'evidence with a second signature that is a byte too short',
    why: 'It has 2,420 bytes.',
    void: 'act.second-signature',
    said: EVIDENCE,
    by: [
      ministry('XA'),
      { ...secondOf(SECOND), sign: (bytes) => fixedSecond(SECOND).sign(bytes).slice(1) },
    ],
    at: given(),
  },
  ...[
    [falsely, stranger],
    [stranger, falsely],
  ].map((by, at) => ({
    name: `evidence with two false signatures, the ${at === 0 ? 'first' : 'second'} kind before the other`,
    why: 'The first false one in the order of the envelope gives the code.',
    void: at === 0 ? 'act.signature' : 'act.second-signature',
    said: EVIDENCE,
    by,
    at: given(),
  })),
  {
    name: 'evidence that the second key alone signed',
    why: 'A second signature stands beside a first one and for none.',
    void: 'act.not-competent',
    said: EVIDENCE,
    by: [secondOf(SECOND)],
    at: given(),
  },
  {
    name: 'a second key that says to be of Ed25519',
    why: 'A key is of the kind that its act says.',
    void: 'key.form',
    said: secondKey({ key: { ...(secondKey()['key'] as Said), alg: 'ed25519' } }),
    by: 'roots',
  },
  {
    name: 'a key of Ed25519 that says to be a second one',
    why: 'Whoever takes it for one would count a signature twice.',
    void: 'key.form',
    said: { ...certOf('XA'), key: { ...(certOf('XA')['key'] as Said), alg: 'ml-dsa-44' } },
    by: 'roots',
  },
]
