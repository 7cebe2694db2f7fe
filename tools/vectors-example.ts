import { seal, type ActId, type ActSigner } from '@entente/accord'
import { fromUtf8, toBase64, toUtf8 } from '@entente/log'
import {
  charter,
  fixedKey,
  ministry,
  openStrand,
  payload,
  put,
  roots,
  signerOf,
  type GrowingStrand,
  type Said,
} from './vectors-case.ts'
import { STEP, TEXT } from './vectors-play.ts'

/** One entry at one place of one strand, and what a reader must say of it. */
export type Example = {
  readonly name: string
  /** Why; written by hand, as the verdict is. */
  readonly why: string
  /** `counts`, or the code with which the entry is void, or with which it is refused as no entry. */
  readonly verdict: 'counts' | { readonly void: string } | { readonly refused: string }
  /** base64 of the charter's bytes, where it is not that of its file. */
  readonly charter?: string
  readonly party: string
  /** The entries before it, by their number among those of the file. */
  readonly before: readonly number[]
  readonly entry: string
  /** Where it is there: the entry is so many spaces. */
  readonly spaces?: number
  /** What the payload says, where it is JSON, for people to read. */
  readonly payload?: Said
}

export type Examples = {
  readonly kind: string
  /** base64 of the charter's bytes, where it is not that of all the others. */
  readonly charter?: string
  readonly examples: readonly Example[]
  /** base64 of entries, each once. */
  readonly entries: readonly string[]
}

/** The chair's text, which others speak on. */
const chair = openStrand('CO')
export const FIRST = put(chair, { kind: 'propose', step: STEP, text: TEXT })

export function amendFields(replaces: ActId): Said {
  return { kind: 'amend', prev: replaces, replaces, step: STEP, text: TEXT }
}

/** An example before it is signed and written. */
export type Case = {
  readonly name: string
  readonly why: string
  readonly void?: string
  readonly refused?: string
  readonly said: Said
  readonly party?: string
  /** Acts that the ministry signed before. */
  readonly after?: readonly Said[]
  readonly by?: 'ministry' | 'roots' | 'one root' | 'stranger' | 'narrow key' | readonly ActSigner[]
  readonly at?: GrowingStrand
  /** The bytes of a charter of its own. */
  readonly charter?: Uint8Array
  readonly change?: (entry: string) => string
  readonly spaces?: number
  /** Another text of the payload, which is signed in its place. */
  readonly rewritten?: (payload: string) => string
}

/** What is written of a case; acts before it stand elsewhere, each once, under a number. */
export function example(one: Case, numberOf: (entry: string) => number): Example {
  const { name, why, said, party = 'XA', after = [], by = 'ministry', change } = one
  const strand = one.at ?? openStrand(party)
  const before = { party: strand.party, entries: [...strand.entries] }
  for (const act of after) put(before, act)
  const named = {
    ministry: [ministry(party)],
    roots: roots(party),
    'one root': roots(party).slice(0, 1),
    stranger: [signerOf('XZ-mfa-1')],
    'narrow key': [signerOf(`${party}-cert-1`)],
  }
  const signers = typeof by === 'string' ? named[by] : by
  if (by === 'narrow key') put(before, certOf(party), roots(party))
  const whole = { v: 1, charter: charter.id, party, claimedAt: '2026-11-24T14:05:00Z', ...said }
  const written = payload(party, said)
  const signed = one.rewritten ? toUtf8(one.rewritten(fromUtf8(written))) : written
  const entry = toBase64(seal(signed, signers))
  return {
    name,
    why,
    verdict: one.void ? { void: one.void } : one.refused ? { refused: one.refused } : 'counts',
    ...(one.charter && { charter: toBase64(one.charter) }),
    party,
    before: before.entries.map((entry) => numberOf(toBase64(entry))),
    entry: one.spaces === undefined ? (change ? change(entry) : entry) : '',
    ...(one.spaces !== undefined && { spaces: one.spaces }),
    payload: whole,
  }
}

/** The incident response team's key, which may put evidence and nothing else. */
export const certOf = (party: string): Said => ({
  kind: 'keys-add',
  authority: { id: `${party}-cert`, name: 'Incident response team' },
  key: {
    keyid: `${party}-cert-1`,
    alg: 'ed25519',
    pub: toBase64(fixedKey(`${party}-cert-1`).publicKey),
    custody: 'browser-held',
  },
  mandate: { verbs: ['evidence'] },
})

export const without = (said: Said, field: string): Said =>
  Object.fromEntries(Object.entries(said).filter(([name]) => name !== field))
