import { fromBase64, isEqual, LogError, type Crypto } from '@entente/log'
import type { Party } from './charter.ts'
import type { AccordErrorCode } from './error.ts'
import type { ActId } from './id.ts'
import type { Grant } from './kind.ts'

/** Why an entry counts for nothing. */
export type VoidReason = { readonly code: AccordErrorCode; readonly message: string }

/** An authority's key, and the act by which the party's root keys gave it. */
export type AuthorityKey = Grant & {
  readonly publicKey: Uint8Array
  readonly act: ActId
}

/** Which keys speak for a party at one place of its strand. */
export type KeyState = {
  /** How many distinct root keys sign a key act. */
  readonly threshold: number
  readonly root: ReadonlyMap<string, Uint8Array>
  readonly authorities: ReadonlyMap<string, AuthorityKey>
}

/** The keys with which a party begins: those that its charter names. */
export const rootKeys = ({ root, threshold }: Party): KeyState => ({
  threshold,
  root: new Map(root.map(({ keyid, pub }) => [keyid, fromBase64(pub)])),
  authorities: new Map(),
})

/** The public key behind a key id, whoever holds it; undefined where nobody does. */
export const findKey = ({ root, authorities }: KeyState, keyid: string): Uint8Array | undefined =>
  authorities.get(keyid)?.publicKey ?? root.get(keyid)

/** 32 bytes that every Ed25519 library reads alike; undefined where they are not. */
export function readPublicKey(pub: string, crypto: Pick<Crypto, 'isKey'>): Uint8Array | undefined {
  try {
    const publicKey = fromBase64(pub)
    return crypto.isKey(publicKey) ? publicKey : undefined
  } catch (error) {
    if (error instanceof LogError) return undefined
    throw error
  }
}

/**
 * The key that a grant adds to a key state, or why it adds none. A key and its id stand once: who
 * replays an old key act gives nothing back.
 */
export function readGrant(
  state: KeyState,
  { authority, key, mandate }: Grant,
  { act, crypto }: { act: ActId; crypto: Pick<Crypto, 'isKey'> },
): AuthorityKey | VoidReason {
  const publicKey = readPublicKey(key.pub, crypto)
  if (!publicKey)
    return {
      code: 'key.form',
      message: `expected an Ed25519 key of canonical form and prime order for ${key.keyid}, got another`,
    }
  const isKnown = [
    ...state.root.values(),
    ...[...state.authorities.values()].map((known) => known.publicKey),
  ].some((known) => isEqual(known, publicKey))
  if (isKnown || findKey(state, key.keyid))
    return {
      code: 'key.twice',
      message: `expected a new key with a new id, got ${key.keyid} or its key again`,
    }
  return { authority, key, mandate, publicKey, act }
}
