import {
  actId,
  canonical,
  parseCharter,
  seal,
  type ActId,
  type ActSigner,
  type Charter,
  type PartyId,
} from '@entente/accord'
import {
  cosign,
  createTree,
  formatCheckpoint,
  formatVkey,
  leafHash,
  signNote,
  toBase64,
  toUtf8,
  type Signer,
} from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import { fixedKey } from './vectors-key.ts'

/** A case of invented nations whose keys follow from their names: the same bytes on every machine. */

export { fixedKey, fixedSecond } from './vectors-key.ts'

export const signerOf = (keyid: string): ActSigner => ({ keyid, sign: fixedKey(keyid).sign })
export const named = (name: string): Signer => ({ name, ...fixedKey(name) })

export const PARTY_IDS = ['XA', 'XB', 'XC', 'CO'] as const
export const WITNESS_NAMES = PARTY_IDS.map((id) => `${id.toLowerCase()}.example/witness`)
export const originOf = (id: string) => `${id.toLowerCase()}.example/quiet-modem`

const NAMES = { XA: 'Alder', XB: 'Birch', XC: 'Cedar', CO: 'Office' } as const
const POPULATIONS = { XA: 40, XB: 35, XC: 25, CO: undefined } as const

/** The charter before it is written; a test changes one thing in it and sees what is refused. */
export const charterFields = () => ({
  v: 1,
  rules: 'entente-rules/1',
  title: 'Quiet modem',
  exercise: true,
  tlp: 'TLP:GREEN',
  chair: 'CO',
  parties: PARTY_IDS.map((id) => ({
    id,
    name: NAMES[id],
    role: id === 'CO' ? 'organisation' : 'member',
    ...(POPULATIONS[id] !== undefined && { population: POPULATIONS[id] }),
    origin: originOf(id),
    log: formatVkey(originOf(id), 1, fixedKey(originOf(id)).publicKey, crypto.sha256),
    root: [1, 2].map((n) => ({
      keyid: `${id}-root-${n}`,
      alg: 'ed25519',
      pub: toBase64(fixedKey(`${id}-root-${n}`).publicKey),
    })),
    threshold: 2,
  })),
  witnesses: PARTY_IDS.map((party, index) => ({
    party,
    vkey: formatVkey(
      WITNESS_NAMES[index]!,
      4,
      fixedKey(WITNESS_NAMES[index]!).publicKey,
      crypto.sha256,
    ),
  })),
  quorum: 3,
  grace: 120,
  notice: 3600,
  cure: 600,
  steps: { position: { rule: 'express-unanimity' }, attribution: { rule: 'each-its-own' } },
})

export const bytesOf = (value: unknown): Uint8Array => toUtf8(canonical(value))

export const charterBytes = bytesOf(charterFields())
export const charter: Charter = parseCharter(charterBytes, crypto)

export type Said = Readonly<Record<string, unknown>>

/** The payload of an act of this case. */
export const payload = (party: string, said: Said): Uint8Array =>
  bytesOf({ v: 1, charter: charter.id, party, claimedAt: '2026-11-24T14:05:00Z', ...said })

export const idOf = (bytes: Uint8Array): ActId => actId(bytes, crypto.sha256)

/** The key of a party's foreign ministry, and the act by which the root keys gave it. */
export const ministry = (party: string): ActSigner => signerOf(`${party}-mfa-1`)
export const roots = (party: string): ActSigner[] =>
  [1, 2].map((n) => signerOf(`${party}-root-${n}`))

/** What a foreign ministry may sign here: everything but key acts. */
export const VERBS = [
  'evidence',
  'attribute',
  'propose',
  'amend',
  'comply',
  'withdraw',
  'extend',
  'reaffirm',
  'declare',
  'assess',
  'call',
  'notice',
  'start',
  'report',
  'review',
  'suspend',
  'terminate',
  'incident-report',
  'receipt',
  'publish',
  'recall',
  'evidence-withdraw',
  'objective',
  'note',
  'sound',
  'comment',
  'sighting',
  'self-assessment',
  'release',
  'join',
  'leave',
  'charter-amend',
]

export const keysAdd = (party: string, verbs: readonly string[] = VERBS): Said => ({
  kind: 'keys-add',
  authority: { id: `${party}-mfa`, name: 'Ministry of Foreign Affairs' },
  key: {
    keyid: `${party}-mfa-1`,
    alg: 'ed25519',
    pub: toBase64(fixedKey(`${party}-mfa-1`).publicKey),
    custody: 'node-held',
  },
  mandate: { verbs },
})

/** A strand that grows entry by entry. */
export type GrowingStrand = { readonly party: PartyId; readonly entries: Uint8Array[] }

export const openStrand = (party: string): GrowingStrand => ({
  party: party as PartyId,
  entries: [seal(payload(party, keysAdd(party)), roots(party))],
})

/** Signs an act with the ministry's key, puts it at the end, and gives its id. */
export function put({ party, entries }: GrowingStrand, said: Said, by = [ministry(party)]): ActId {
  const bytes = payload(party, said)
  entries.push(seal(bytes, by))
  return idOf(bytes)
}

const treeOf = (entries: readonly Uint8Array[]) => {
  const tree = createTree(crypto.sha256)
  for (const entry of entries) tree.append(leafHash(crypto.sha256, entry))
  return tree
}

export const headOf = ({ entries }: GrowingStrand, size = entries.length) => ({
  size,
  root: toBase64(treeOf(entries.slice(0, size)).root()),
})

/** The signed note over the first entries of a strand, cosigned by these witnesses at their times. */
export function noteOf(
  { party, entries }: GrowingStrand,
  times: Readonly<Record<string, number>>,
  size = entries.length,
  origin = originOf(party),
): string {
  const root = treeOf(entries.slice(0, size)).root()
  const text = formatCheckpoint({ origin, size, root })
  const cosigned = Object.entries(times).map(([name, time]) =>
    cosign(text, named(name), time, crypto.sha256),
  )
  return `${signNote(text, named(origin), crypto.sha256)}${cosigned.join('')}`
}

/** Alder, Birch and Cedar cosign at this second, and it is the quorum. */
export const threeAt = (time: number): Record<string, number> =>
  Object.fromEntries(WITNESS_NAMES.slice(0, 3).map((name) => [name, time]))
