import { rootSetHash, seal } from '@entente/accord'
import { toBase64 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import { charterFields, fixedKey, fixedSecond, payload, roots, signerOf } from './vectors-case.ts'
import { put, read, refused, vkey, type Example } from './vectors-charter-example.ts'
import { below, entry } from './vectors-charter-above.ts'
import { ABOVE } from './vectors-charter-form.ts'

/** Charters in which is changed what one line of spec/strand.md, section 1, says of keys. All verdicts are written by hand. */

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
const logOf = (type: 1 | 4, key: Uint8Array, name = ORIGIN) =>
  put('parties.0.log', vkey(name, type, key))
const own = fixedKey(ORIGIN).publicKey
const second = (n: number) => ({
  keyid: `XA-root-${n}`,
  alg: 'ml-dsa-44',
  pub: toBase64(fixedSecond(`XA-root-${n}`).publicKey),
})

export const KEYS: readonly Example[] = [
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

export const VKEYS: readonly Example[] = [
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

const NEXT = {
  root: [
    { keyid: 'XA-next-1', alg: 'ed25519' as const, pub: toBase64(fixedKey('XA-next-1').publicKey) },
  ],
  threshold: 1,
}
const THIRD = 'parties.0.root.3'
export const SECONDS: readonly Example[] = [
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
  refused(
    'charter.keys',
    'one first root key of two and both second ones',
    'Second keys do not make up for first ones.',
    put('parties.0.root', [alder.root[0], second(3), second(4)]),
  ),
  read(
    'a key act that second root keys did not sign, handed down',
    'The charter’s id vouches for those bytes.',
    ...below(entry('XA')),
  ),
  read(
    'root keys that hand over without second signatures, handed down',
    'The charter’s id vouches for those bytes.',
    put('parties.0.next', rootSetHash(NEXT, crypto.sha256)),
    ...below(
      toBase64(
        seal(payload('XA', { kind: 'keys-root', ...NEXT, next: ABOVE.case }), [
          ...roots('XA'),
          signerOf('XA-next-1'),
        ]),
      ),
    ),
  ),
]
