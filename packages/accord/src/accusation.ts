import {
  fromBase64,
  isEqual,
  LogError,
  parseCheckpoint,
  parseNote,
  verifyConsistency,
  type Crypto,
} from '@entente/log'
import type { Charter } from './charter.ts'
import { readStrandNote } from './checkpoint.ts'
import { AccordError } from './error.ts'
import type { VoidReason } from './keys.ts'
import type { PartyId } from './id.ts'

/** Two notes that one log signed and that cannot both be of one history. */
export type Accusation = {
  readonly of: PartyId
  /** The one of the smaller tree first. */
  readonly notes: readonly [string, string]
  /** Where the sizes differ: what the larger tree has at the smaller size, in base64. */
  readonly consistency?: { readonly root: string; readonly proof: readonly string[] }
}

/** Up to which size the two histories of an accusation may be one; undefined where its notes are none. */
export function forkSize({ notes }: Pick<Accusation, 'notes'>): number | undefined {
  try {
    return parseCheckpoint(parseNote(notes[0]).text).size
  } catch {
    return undefined
  }
}

/**
 * Why two notes do not prove that a log signed two histories; undefined where they do. The charter
 * gives the log's key, and nothing else has to be believed: not the accuser, not a witness.
 */
export function whyUnproved(
  charter: Charter,
  accusation: Accusation,
  crypto: Crypto,
): VoidReason | undefined {
  try {
    return whyOneHistory(charter, accusation, crypto)
  } catch (error) {
    if (error instanceof AccordError || error instanceof LogError) return unproved(error.message)
    throw error
  }
}

function whyOneHistory(
  charter: Charter,
  { of, notes, consistency }: Accusation,
  crypto: Crypto,
): VoidReason | undefined {
  const smaller = readStrandNote(charter, of, notes[0], crypto)
  const larger = readStrandNote(charter, of, notes[1], crypto)
  if (smaller.size > larger.size)
    return unproved(`expected the smaller tree first, got ${smaller.size} before ${larger.size}`)
  const isSameSize = smaller.size === larger.size
  if (isSameSize === (consistency !== undefined))
    return unproved(
      isSameSize
        ? `expected two roots at size ${smaller.size} and no proof, got one`
        : `expected a proof of what the tree of ${larger.size} has at size ${smaller.size}, got none`,
    )
  const there = consistency ? fromBase64(consistency.root) : larger.root
  if (isEqual(smaller.root, there))
    return unproved(`expected two roots at size ${smaller.size}, got the same one twice`)
  if (consistency)
    verifyConsistency(crypto.sha256, {
      from: smaller.size,
      to: larger.size,
      proof: consistency.proof.map((hash) => fromBase64(hash)),
      fromRoot: there,
      toRoot: larger.root,
    })
  return undefined
}

const unproved = (message: string): VoidReason => ({ code: 'accuse.unproved', message })
