import { parseCharter, rootSetHash, seal, type ActSigner, type PartyId } from '@entente/accord'
import { toBase64 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import { keysRevoke } from './vectors-acts-keys.ts'
import { secondOf } from './vectors-acts-second.ts'
import {
  bytesOf,
  charter,
  charterFields,
  fixedKey,
  fixedSecond,
  keysAdd,
  payload,
  put,
  roots,
  signerOf,
  type Said,
} from './vectors-case.ts'
import { ABOVE } from './vectors-charter-form.ts'
import { certOf, FIRST, type Case } from './vectors-example.ts'
import { complies } from './vectors-play.ts'

/** Root keys that hand over to a set that Alder is committed to and that may not follow, and key acts that are copied from a case above: each under a charter of its own. */

type Key = { readonly keyid: string; readonly alg: 'ed25519' | 'ml-dsa-44'; readonly pub: string }
const key = (keyid: string, of = keyid): Key => ({
  keyid,
  alg: 'ed25519',
  pub: toBase64(fixedKey(of).publicKey),
})
const secondKey = (keyid: string): Key => ({
  keyid,
  alg: 'ml-dsa-44',
  pub: toBase64(fixedSecond(keyid).publicKey),
})
const NEUTRAL = toBase64(Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0)))
const NEXT = `sha256:${'7'.repeat(64)}`
const [A, B] = ['XA-next-1', 'XA-next-2'] as const
const fields = charterFields()

const alder = fields.parties.filter(({ id }) => id === 'XA' || id === 'CO')
const SECOND = 'ml-dsa-44'

type Handing = {
  /** Second signatures are asked for. */
  readonly second?: true
  /** Acts of the root keys that come after that of the ministry’s key. */
  readonly before?: readonly Said[]
}

/** Alder hands over to the set to which its charter commits it, in a case of Alder and the office. */
function handsOver(
  [name, why, code]: readonly [name: string, why: string, code?: string],
  root: readonly Key[],
  by: readonly ActSigner[],
  { second, before = [] }: Handing = {},
): Case {
  const threshold = Math.min(2, root.filter(({ alg }) => alg === 'ed25519').length)
  const next = rootSetHash({ root: [...root], threshold }, crypto.sha256)
  const bytes = bytesOf({
    ...fields,
    ...(second && { second: SECOND }),
    parties: alder.map((party) => ({
      ...party,
      root: [
        ...party.root,
        ...(second ? [1, 2].map((n) => secondKey(`${party.id}-old-${n}`)) : []),
      ],
      ...(party.id === 'XA' && { next }),
    })),
    witnesses: fields.witnesses.filter(({ party }) => party === 'XA' || party === 'CO'),
    quorum: 2,
  })
  const here = { charter: parseCharter(bytes, crypto).id }
  const strand = { party: 'XA' as PartyId, entries: [] as Uint8Array[] }
  const all = second ? [...roots('XA'), ...OLD] : roots('XA')
  for (const said of [keysAdd('XA'), ...before]) put(strand, { ...here, ...said }, all)
  return {
    name,
    why,
    ...(code && { void: code }),
    said: { ...here, kind: 'keys-root', root, threshold, next: NEXT },
    by,
    at: strand,
    charter: bytes,
  }
}
const OLD = [secondOf('XA-old-1'), secondOf('XA-old-2')]
const set = (...keys: readonly ActSigner[]) => [...roots('XA'), ...keys]
const [a, b] = [signerOf(A), signerOf(B)]
/** Another key signs in the name of this one. */
const inTheNameOf = (keyid: string): ActSigner => ({ keyid, sign: fixedKey('XZ').sign })

const TWICE: readonly Case[] = [
  handsOver(
    ['two keys under one id', 'An id is one key’s.', 'key.twice'],
    [key(A), key(A, B)],
    set(a),
  ),
  handsOver(
    ['one key under two ids', 'Keys are counted, not names.', 'key.twice'],
    [key(A), key(B, A)],
    set(a, { keyid: B, sign: fixedKey(A).sign }),
  ),
  handsOver(
    ['a set that keeps a key', 'The old keys are spent, and may be stolen by now.', 'key.twice'],
    [key('XA-root-1'), key(A)],
    set(a),
  ),
  handsOver(
    ['a set that keeps an id', 'A key and its id stand once.', 'key.twice'],
    [key('XA-root-1', A), key(B)],
    set(b),
  ),
  handsOver(
    ['a set with the ministry’s key', 'It stands there as an authority’s.', 'key.twice'],
    [key(A), key(B, 'XA-mfa-1')],
    set(a, { keyid: B, sign: fixedKey('XA-mfa-1').sign }),
  ),
  handsOver(
    ['a set with a key that was revoked', 'It is spent.', 'key.twice'],
    [key(A), key(B, 'XA-cert-1')],
    set(a, { keyid: B, sign: fixedKey('XA-cert-1').sign }),
    { before: [certOf('XA'), keysRevoke('XA-cert-1')] },
  ),
]

const NEW = [secondKey('XA-next-3'), secondKey('XA-next-4')]
const newSeconds = [secondOf('XA-next-3'), secondOf('XA-next-4')]
const asked = { second: true } as const

export const rootCases: readonly Case[] = [
  handsOver(
    ['a set of two', 'Two old keys signed, and both new ones.'],
    [key(A), key(B)],
    set(a, b),
  ),
  handsOver(
    ['a set with a key of small order', 'Readers would differ in what it signed.', 'key.form'],
    [key(A), { ...key(B), pub: NEUTRAL }],
    set(a),
  ),
  handsOver(
    ['a set with a key of another kind than it says', 'It has another length.', 'key.form'],
    [key(A), { ...key(B), alg: 'ml-dsa-44' }],
    set(a),
  ),
  ...TWICE,
  handsOver(
    ['a false signature in the name of a new key', 'Every one of them is true.', 'act.signature'],
    [key(A), key(B), key('XA-next-5')],
    set(a, b, inTheNameOf('XA-next-5')),
  ),
  handsOver(
    [
      'one new key and one second one of two',
      'The threshold is met by keys of Ed25519.',
      'act.not-competent',
    ],
    [key(A), key(B), NEW[0]!],
    set(a, newSeconds[0]!),
  ),
  handsOver(
    ['both sets with their second keys, where they are asked for', 'As many of each kind.'],
    [key(A), key(B), ...NEW],
    [...set(a, b), ...OLD, ...newSeconds],
    asked,
  ),
  handsOver(
    ['without the second keys of the old set', 'They are asked for.', 'act.second-missing'],
    [key(A), key(B), ...NEW],
    [...set(a, b), ...newSeconds],
    asked,
  ),
  handsOver(
    ['with one second key of the new set', 'They are asked for.', 'act.second-missing'],
    [key(A), key(B), ...NEW],
    [...set(a, b), ...OLD, newSeconds[0]!],
    asked,
  ),
  handsOver(
    [
      'a false second signature in the name of a new key',
      'Every one of them is true.',
      'act.second-signature',
    ],
    [key(A), key(B), ...NEW],
    [...set(a, b), ...OLD, newSeconds[0]!, { ...newSeconds[1]!, sign: fixedSecond('XZ').sign }],
    asked,
  ),
]

export const belowBytes = bytesOf({
  ...fields,
  title: 'Below',
  parent: { ...ABOVE, case: charter.id },
})
const below = { charter: parseCharter(belowBytes, crypto).id }
const olderBytes = bytesOf({ ...fields, title: 'Below', amends: { ...ABOVE, older: [charter.id] } })
const revocation = keysRevoke('XA-cert-1')
const strandOf = (...said: readonly Said[]) => ({
  party: 'XA' as PartyId,
  entries: said.map((one) => seal(payload('XA', one), roots('XA'))),
})
const copy = (
  [name, why, code]: readonly [name: string, why: string, code?: string],
  said: Said,
  before: readonly Said[] = [],
  bytes?: Uint8Array,
): Case => ({
  name,
  why,
  ...(code && { void: code }),
  said,
  by: 'roots',
  at: strandOf(...before),
  ...(bytes && { charter: bytes }),
})

/** Entries of a case above, as they are. */
export const copyCases: readonly Case[] = [
  copy(['a key of the case above', 'It counts from the place of the copy on.'], keysAdd('XA')),
  copy(['a key of an older case', 'That case is above as well.'], keysAdd('XA'), [], olderBytes),
  copy(['a key of another case', 'It is none of those above.', 'act.elsewhere'], {
    ...keysAdd('XA'),
    charter: `sha256:${'9'.repeat(64)}`,
  }),
  copy(['a key of this case', 'Its root keys give keys here too.'], { ...keysAdd('XA'), ...below }),
  copy(['a revocation before the key', 'The key is spent before it is given.'], revocation),
  copy(['the key after its revocation', 'It is spent.', 'key.twice'], certOf('XA'), [revocation]),
  copy(['a revocation after the key', 'It counts from its place on.'], revocation, [certOf('XA')]),
  copy(
    ['a revocation of this case before the key', 'There is nothing to revoke here.', 'key.unknown'],
    { ...revocation, ...below },
  ),
  copy(['a revocation of what is no key', 'It was given nowhere.', 'key.unknown'], {
    ...revocation,
    key: { keyid: 'XA-cert-1', pub: NEUTRAL },
  }),
  copy(
    ['a revocation of a key in another form of base64', 'It was given nowhere.', 'key.unknown'],
    { ...revocation, key: { keyid: 'XA-cert-1', pub: 'AB==' } },
  ),
  copy(['a revocation of a root key under another id', 'It stands here already.', 'key.unknown'], {
    ...revocation,
    key: { keyid: 'XA-cert-1', pub: key('XA-root-1').pub },
  }),
  copy(
    [
      'a revocation of another key under the id of a root key',
      'It stands here already.',
      'key.unknown',
    ],
    { ...revocation, key: { keyid: 'XA-root-1', pub: key('XA-cert-1').pub } },
  ),
  copy(['leaving the case above', 'It is said in its own case alone.', 'act.elsewhere'], {
    kind: 'leave',
  }),
  {
    ...copy(
      ['a voice in the case above', 'It is said in its own case alone.', 'act.elsewhere'],
      complies(FIRST),
      [keysAdd('XA')],
    ),
    by: 'ministry',
  },
]
