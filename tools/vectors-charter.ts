import { seal, type ActSigner } from '@entente/accord'
import { formatVkey, fromUtf8, toBase64 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import { secondBytes } from './vectors-acts-second.ts'
import {
  charter,
  charterFields,
  fixedKey,
  fixedSecond,
  keysAdd,
  payload,
  roots,
} from './vectors-case.ts'
import { ABOVE } from './vectors-charter-form.ts'

/** Charters in which is changed what one line of spec/strand.md, section 1, speaks of. All verdicts are written by hand. */

type Change = {
  readonly at: string
  readonly is?: unknown
  readonly text?: string
  readonly times?: number
}
type Example = {
  readonly name: string
  readonly why: string
  readonly changes: readonly Change[]
  /** What else is written than the canonical form of that. */
  readonly passage?: { readonly from: string; readonly to: string }
  readonly verdict: 'read' | { readonly refused: string }
}

const read = (name: string, why: string, ...changes: readonly Change[]): Example => ({
  name,
  why,
  changes,
  verdict: 'read',
})
const refused = (
  code: string,
  name: string,
  why: string,
  ...changes: readonly Change[]
): Example => ({ name, why, changes, verdict: { refused: code } })
const put = (at: string, is: unknown): Change => ({ at, is })

const fields = charterFields()
const { parties } = fields
const [alder, birch, , office] = parties as [
  (typeof parties)[number],
  (typeof parties)[number],
  (typeof parties)[number],
  (typeof parties)[number],
]
const ORIGIN = alder.origin
const NEUTRAL = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0))
const vkey = (name: string, type: 1 | 4 | 6, key: Uint8Array) =>
  formatVkey(name, type, key, crypto.sha256)
const logOf = (type: 1 | 4, key: Uint8Array, name = ORIGIN) =>
  put('parties.0.log', vkey(name, type, key))
const own = fixedKey(ORIGIN).publicKey
const MAJORITY = { rule: 'qualified-majority' }
const second = (n: number) => ({
  keyid: `XA-root-${n}`,
  alg: 'ml-dsa-44',
  pub: toBase64(fixedSecond(`XA-root-${n}`).publicKey),
})

/** A chair that is so many objects in one another. */
const deep = (levels: number) => ({
  from: '"CO"',
  to: `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`,
})
const READING: readonly Example[] = [
  read('nothing', 'It is one.'),
  refused(
    'json.too-large',
    'more than 1,048,576 bytes',
    'No JSON that is signed or hashed is larger.',
    {
      at: 'title',
      text: 'x',
      times: 1_048_576,
    },
  ),
  {
    ...refused('charter.malformed', 'objects 32 deep', 'So deep they may lie.'),
    passage: deep(31),
  },
  { ...refused('json.too-deep', 'objects 33 deep', 'No deeper than 32.'), passage: deep(32) },
  {
    ...refused('json.not-canonical', 'a space', 'A charter has one form, or it had two ids.'),
    passage: { from: ',', to: ', ' },
  },
  {
    ...refused('json.malformed', 'a bracket too few', 'It is JSON.'),
    passage: { from: '{', to: '' },
  },
  refused(
    'charter.unknown-rules',
    'later rules',
    'This reader does not decide by them.',
    put('rules', 'entente-rules/2'),
  ),
  refused('charter.malformed', 'rules that are a number', 'A version has a name.', put('rules', 1)),
]

const PARTIES: readonly Example[] = [
  refused(
    'charter.parties',
    'a party twice',
    'Each stands once.',
    put('parties.4', { ...alder, origin: 'xa.example/other' }),
  ),
  refused(
    'charter.parties',
    'an origin twice',
    'Each strand has a name of its own.',
    put('parties.0.origin', birch.origin),
  ),
  refused('charter.parties', 'a chair that is a stranger', 'It is a party.', put('chair', 'XZ')),
  refused(
    'charter.parties',
    'a filer that is a stranger',
    'It is a party.',
    put('steps.position.by', 'XZ'),
  ),
  read('a member that files', 'It is a party.', put('steps.position.by', 'XB')),
  refused(
    'charter.parties',
    'a witness of a stranger',
    'It is of a party, or of nobody in the case.',
    put('witnesses.0.party', 'XZ'),
  ),
  read('a witness of nobody in the case', 'It is known by its key.', { at: 'witnesses.0.party' }),
  refused(
    'charter.parties',
    'keys of a stranger',
    'They are handed down to parties.',
    put('parent', ABOVE),
    put('keys', { XZ: [] }),
  ),
  refused(
    'charter.parties',
    'no member',
    'Somebody has a voice.',
    ...[0, 1, 2].flatMap((at) => [
      put(`parties.${at}.role`, 'organisation'),
      { at: `parties.${at}.population` },
    ]),
  ),
  read(
    'one member',
    'One is enough.',
    ...[0, 1].flatMap((at) => [
      put(`parties.${at}.role`, 'community'),
      { at: `parties.${at}.population` },
    ]),
  ),
]

const MOST = Math.floor(Number.MAX_SAFE_INTEGER / 100)
const RULES: readonly Example[] = [
  ...(['minimum', 'blocking'] as const).map((at) =>
    refused(
      'charter.rule-data',
      `a majority with ${at} alone`,
      'It needs both numbers.',
      put('steps.situation', MAJORITY),
      put(at, 2),
    ),
  ),
  read(
    'a majority with both numbers',
    'It can be decided by.',
    put('steps.situation', MAJORITY),
    put('minimum', 2),
    put('blocking', 2),
  ),
  refused(
    'charter.rule-data',
    'a model of silence for unanimity',
    'Only a silence has one.',
    put('steps.position.model', 'osce'),
  ),
  read(
    'a model of silence',
    'It is data of that rule.',
    put('steps.term', { rule: 'silence', model: 'nato' }),
  ),
  ...['keys-add', 'leave', 'applaud', 'constructor'].map((verb) =>
    refused(
      'charter.custody',
      `a custody for ${verb}`,
      'It is asked of what authorities sign.',
      put('custody', { [verb]: 'token' }),
    ),
  ),
  read('a custody for a voice', 'Authorities sign it.', put('custody', { comply: 'token' })),
  refused('charter.population', 'a member without a population', 'Votes are weighed by it.', {
    at: 'parties.2.population',
  }),
  refused(
    'charter.population',
    'an organisation with a population',
    'It has no voice.',
    put('parties.3.population', 1),
  ),
  read(
    'populations of 2^53/100 together, rounded down',
    'A hundred times the sum is still a whole number.',
    put('parties.0.population', MOST - 60),
  ),
  refused(
    'charter.population',
    'populations of one more',
    'A hundred times the sum is no safe number.',
    put('parties.0.population', MOST - 59),
  ),
]

const QUORUMS: readonly Example[] = [
  refused(
    'charter.quorum',
    'two of four witnesses',
    'Two trees of one strand could both count.',
    put('quorum', 2),
  ),
  read('four of four witnesses', 'More than the least may be asked.', put('quorum', 4)),
  refused(
    'charter.quorum',
    'five of four witnesses',
    'No tree would ever count.',
    put('quorum', 5),
  ),
  // ceil((n + f + 1) / 2), f = floor((n - 1) / 3).
  ...[1, 2, 3, 4, 5, 6, 7].flatMap((n) => {
    const least = [1, 2, 2, 3, 4, 4, 5][n - 1]!
    const some = Array.from({ length: n }, (_, at) => ({
      vkey: vkey(`w${at}.example`, 4, fixedKey(`w${at}.example`).publicKey),
    }))
    return [
      read(
        `${least} of ${n} witnesses`,
        'It is the least.',
        put('witnesses', some),
        put('quorum', least),
      ),
      ...(least > 1
        ? [
            refused(
              'charter.quorum',
              `${least - 1} of ${n} witnesses`,
              'It is one too few.',
              put('witnesses', some),
              put('quorum', least - 1),
            ),
          ]
        : []),
    ]
  }),
]

const KEYS: readonly Example[] = [
  refused(
    'charter.keys',
    'a threshold above the root keys',
    'No key act could ever be signed.',
    put('parties.2.threshold', 3),
  ),
  read('a threshold of one', 'One key is enough then.', put('parties.2.threshold', 1)),
  refused(
    'charter.keys',
    'a threshold that a second key would have to meet',
    'It is met by keys of Ed25519.',
    put('parties.0.root.1', second(2)),
  ),
  read(
    'a second root key that is not asked for',
    'It may be there.',
    put('parties.0.root.2', second(3)),
  ),
  refused(
    'charter.keys',
    'a root key twice',
    'Two signatures of one key would count for two.',
    put('parties.0.root.1', { ...alder.root[0], keyid: 'XA-root-9' }),
  ),
  refused(
    'charter.keys',
    'a root key of another party',
    'A key is one party’s.',
    put('parties.0.root.1.pub', birch.root[0]!.pub),
  ),
  refused(
    'charter.keys',
    'a root key id of another party',
    'An id is one key’s.',
    put('parties.0.root.1.keyid', birch.root[0]!.keyid),
  ),
  refused(
    'key.form',
    'a root key of small order',
    'Readers would differ in what it signed.',
    put('parties.0.root.1.pub', toBase64(NEUTRAL)),
  ),
  refused(
    'key.form',
    'a root key of 31 bytes',
    'It has 32.',
    put('parties.0.root.1.pub', toBase64(new Uint8Array(31))),
  ),
  refused(
    'key.form',
    'a root key whose base64 has another form',
    'There is one.',
    put('parties.0.root.1.pub', 'AB=='),
  ),
  refused(
    'charter.keys',
    'a root key of Ed25519 by the name of the other kind',
    'Then the first keys are too few.',
    put('parties.0.root.1.alg', 'ml-dsa-44'),
  ),
  refused(
    'key.form',
    'a third root key by the name of the other kind',
    'It has another length.',
    put('parties.0.root.2', { ...second(3), pub: toBase64(fixedKey('XA-root-3').publicKey) }),
  ),
]

const VKEYS: readonly Example[] = [
  refused(
    'charter.keys',
    'a log key that is none',
    'It is a verifier key.',
    put('parties.0.log', 'a key'),
  ),
  refused(
    'charter.keys',
    'a log key with the name of another log',
    'A log is known by its origin.',
    logOf(1, own, birch.origin),
  ),
  refused('charter.keys', 'a log key that cosigns', 'Its type is 1.', logOf(4, own)),
  refused(
    'key.form',
    'a log key of small order',
    'Readers would differ in what it signed.',
    logOf(1, NEUTRAL),
  ),
  refused('charter.keys', 'a log key of 31 bytes', 'It has 32.', logOf(1, new Uint8Array(31))),
  refused(
    'charter.keys',
    'a witness key that is none',
    'It is a verifier key.',
    put('witnesses.3.vkey', 'a key'),
  ),
  refused(
    'charter.keys',
    'a log key in the place of a witness key',
    'Its type is 4 or 6.',
    put('witnesses.3.vkey', office.log),
  ),
  read(
    'a witness key of ML-DSA-44',
    'Its type is 4 or 6.',
    put(
      'witnesses.3.vkey',
      vkey('co.example/witness', 6, fixedSecond('co.example/witness').publicKey),
    ),
  ),
  refused(
    'charter.keys',
    'a witness key of type 5',
    'Its type is 4 or 6.',
    put('witnesses.3.vkey', vkey('co.example/witness', 5 as 4, own)),
  ),
  refused(
    'key.form',
    'a witness key of small order',
    'Readers would differ in what it signed.',
    put('witnesses.3.vkey', vkey('co.example/witness', 4, NEUTRAL)),
  ),
  refused(
    'charter.keys',
    'a witness name twice',
    'Each is counted once.',
    put('witnesses.3.vkey', vkey('xa.example/witness', 4, own)),
  ),
  refused(
    'charter.keys',
    'a witness key twice',
    'Each is counted once.',
    put(
      'witnesses.3.vkey',
      vkey('co.example/witness', 4, fixedKey('xa.example/witness').publicKey),
    ),
  ),
]

const entry = (party: string, by: readonly ActSigner[] = roots(party), more = {}) =>
  toBase64(seal(payload(party, { ...keysAdd(party), ...more }), [...by]))
const below = (...entries: readonly string[]) => [
  put('parent', { ...ABOVE, case: charter.id }),
  put('keys', { XA: entries }),
]
const ABOVES: readonly Example[] = [
  refused(
    'charter.malformed',
    'a case above and one that it amends',
    'Keys come from one case.',
    put('parent', ABOVE),
    put('amends', ABOVE),
  ),
  ...['parent', 'amends'].flatMap((at) => [
    read('a charter before the case above', 'Its key acts may be copied.', put(at, ABOVE)),
    refused(
      'charter.malformed',
      `a case twice in ${at}`,
      'Each is another.',
      put(at, { ...ABOVE, older: [ABOVE.case] }),
    ),
    refused(
      'charter.malformed',
      `an older charter twice in ${at}`,
      'Each is another.',
      put(at, { ...ABOVE, older: [ABOVE.older[0], ABOVE.older[0]] }),
    ),
  ]),
  refused(
    'charter.key-act',
    'keys, and no case above',
    'They come from somewhere.',
    put('keys', {}),
  ),
  read('a key act that is handed down', 'It counts.', ...below(entry('XA'))),
  read(
    'a key act of an older case',
    'It may have been said there.',
    put('parent', { ...ABOVE, older: [charter.id] }),
    put('keys', { XA: [entry('XA')] }),
  ),
  refused(
    'charter.key-act',
    'a key act of another case',
    'It was said nowhere above.',
    put('parent', ABOVE),
    put('keys', { XA: [entry('XA')] }),
  ),
  refused(
    'charter.key-act',
    'a key act twice',
    'It counts once.',
    ...below(entry('XA'), entry('XA')),
  ),
  refused(
    'charter.key-act',
    'a key act that one root key signed',
    'The threshold is two.',
    ...below(entry('XA', roots('XA').slice(1))),
  ),
  refused(
    'charter.key-act',
    'a key act in another form of base64',
    'There is one.',
    ...below('AB=='),
  ),
  refused('charter.key-act', 'a key act of another party', 'It is its own.', ...below(entry('XB'))),
  refused(
    'charter.key-act',
    'a key act that is no entry',
    'It is an entry of a strand.',
    ...below(toBase64(new TextEncoder().encode('keys'))),
  ),
  refused(
    'charter.key-act',
    'an act of another kind, which root keys signed',
    'It is said in its own case alone.',
    ...below(toBase64(seal(payload('XA', { kind: 'leave' }), roots('XA')))),
  ),
]

const THIRD = 'parties.0.root.3'
const SECONDS: readonly Example[] = [
  read('nothing', 'Each party has as many second root keys as its threshold.'),
  refused(
    'charter.keys',
    'one second root key of two',
    'No key act could ever be signed.',
    put('parties.0.root', [...alder.root, second(3)]),
  ),
  read(
    'one second root key for a threshold of one',
    'It is enough.',
    put('parties.0.root', [...alder.root, second(3)]),
    put('parties.0.threshold', 1),
  ),
  refused(
    'charter.keys',
    'a second root key twice',
    'Two signatures of one key would count for two.',
    put(THIRD, { ...second(3), keyid: 'XA-root-9' }),
  ),
  refused(
    'key.form',
    'a second root key of 32 bytes',
    'It has 1,312.',
    put(`${THIRD}.pub`, toBase64(fixedKey('XA-root-4').publicKey)),
  ),
]

/** Charters with what is changed in each, and whether it is read. */
export const charterVectors = () => ({
  groups: [
    {
      charter: fields,
      examples: [...READING, ...PARTIES, ...RULES, ...QUORUMS, ...KEYS, ...VKEYS, ...ABOVES],
    },
    { charter: JSON.parse(fromUtf8(secondBytes)) as object, examples: SECONDS },
  ],
})
