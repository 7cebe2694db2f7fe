import {
  fromBase64,
  isEqual,
  LogError,
  toHex,
  toUtf8,
  type Crypto,
  type Sha256,
} from '@entente/log'
import { algOf, expectedForm, isSecond, type Alg } from './alg.ts'
import { canonical } from './canonical.ts'
import { Custody, type Charter, type Party } from './charter.ts'
import type { AccordErrorCode } from './error.ts'
import type { ActId } from './id.ts'
import type { Cause, Grant, KeyChange, RootSet } from './kind.ts'

/** Why an entry counts for nothing. */
export type VoidReason = { readonly code: AccordErrorCode; readonly message: string }

/** An authority's key, and the act by which the party's root keys gave it. */
export type AuthorityKey = Grant & {
  readonly publicKey: Uint8Array
  readonly act: ActId
  /** From which place of the strand on it signs; absent where the charter hands it down. */
  readonly from?: number
}

/** A key that signs nothing more and is never given again: revoked, or of a root set that was replaced. */
export type SpentKey = {
  readonly keyid: string
  readonly publicKey: Uint8Array
  readonly cause: Cause | 'rotated'
  /** The act that spent it. */
  readonly act: ActId
  /** From which place of the strand on; absent where the charter hands it down. */
  readonly from?: number
  /** What it was, where it was an authority's and known here. */
  readonly was?: AuthorityKey
}

/** Which keys speak for a party at one place of its strand. */
export type KeyState = {
  /** How many distinct root keys of Ed25519 sign a key act. */
  readonly threshold: number
  readonly root: ReadonlyMap<string, Uint8Array>
  /** Hash of the only set that may take the place of these root keys; absent where none was committed to. */
  readonly next?: string
  readonly authorities: ReadonlyMap<string, AuthorityKey>
  readonly spent: ReadonlyMap<string, SpentKey>
}

/** The keys with which a party begins: those that its charter names. */
export const rootKeys = ({ root, threshold, next }: Party): KeyState => ({
  threshold,
  root: new Map(root.map(({ keyid, pub }) => [keyid, fromBase64(pub)])),
  ...(next === undefined ? {} : { next }),
  authorities: new Map(),
  spent: new Map(),
})

/** What a party commits to before it needs it: `sha256:` and the SHA-256 of the canonical set. */
export const rootSetHash = ({ root, threshold }: RootSet, sha256: Sha256): string =>
  `sha256:${toHex(sha256(toUtf8(canonical({ root, threshold }))))}`

/** The public key behind a key id that may sign, whoever holds it; undefined where nobody does. */
export const findKey = ({ root, authorities }: KeyState, keyid: string): Uint8Array | undefined =>
  authorities.get(keyid)?.publicKey ?? root.get(keyid)

/** An authority's key by its id, revoked or not. */
export const authorityKey = (
  { authorities, spent }: KeyState,
  keyid: string,
): AuthorityKey | undefined => authorities.get(keyid) ?? spent.get(keyid)?.was

/**
 * The keys by each of which an act of this kind counts, of those that signed it; where the charter asks for second
 * signatures, those beside which a second key of the same authority signed.
 */
export function ableKeys(
  { custody: least, second }: Pick<Charter, 'custody' | 'second'>,
  signed: readonly AuthorityKey[],
  verb: string,
): readonly AuthorityKey[] {
  const mandated = signed.filter(({ mandate }) => mandate.verbs.includes(verb))
  const hasSecond = ({ authority }: AuthorityKey) =>
    mandated.some((one) => isSecond(one.publicKey) && one.authority.id === authority.id)
  return mandated.filter(
    (one) =>
      !isSecond(one.publicKey) &&
      rank(one.key.custody) >= rank(least?.[verb] ?? 'node-held') &&
      (second === undefined || hasSecond(one)),
  )
}

/** Which of the keys that signed an act makes it count, or why none of them does. */
export function competentKey(
  charter: Pick<Charter, 'custody' | 'second'>,
  signed: readonly AuthorityKey[],
  verb: string,
): AuthorityKey | VoidReason {
  const [counting] = ableKeys(charter, signed, verb)
  if (counting) return counting
  const { custody: least, second } = charter
  const able = signed.filter(
    ({ mandate, publicKey }) => mandate.verbs.includes(verb) && !isSecond(publicKey),
  )
  const wanted = least?.[verb] ?? 'node-held'
  const first = able.find(({ key }) => rank(key.custody) >= rank(wanted))
  if (first)
    return noSecond(`a ${second} key of ${first.authority.id} whose mandate has ${verb}`, 'none')
  return able.length === 0
    ? {
        code: 'act.not-competent',
        message: `expected an Ed25519 key whose mandate has ${verb}, got ${namesOf(signed)}`,
      }
    : {
        code: 'key.custody',
        message: `expected a key of custody ${wanted} or stronger for ${verb}, as the charter asks, got ${able.map(({ key }) => `${key.keyid} (${key.custody})`).join(', ')}`,
      }
}

const noSecond = (wanted: string, got: string): VoidReason => ({
  code: 'act.second-missing',
  message: `expected a second signature, as the charter asks, by ${wanted}, got ${got}`,
})

/** Why these root keys are too few to sign, the second ones beside them where they are asked for; undefined where they are enough. */
export function tooFewRoots(
  signed: readonly Uint8Array[],
  threshold: number,
  { what, second }: { readonly what: string; readonly second?: Alg | undefined },
): VoidReason | undefined {
  const seconds = signed.filter(isSecond).length
  const firsts = signed.length - seconds
  if (firsts < threshold)
    return {
      code: 'act.not-competent',
      message: `expected ${threshold} ${what}, got ${firsts}`,
    }
  if (second === undefined || seconds >= threshold) return undefined
  return noSecond(`${threshold} ${second} keys among the ${what}`, `${seconds}`)
}

const rank = (custody: Custody): number => Custody.options.indexOf(custody)
const namesOf = (keys: readonly AuthorityKey[]): string =>
  keys.map(({ key }) => key.keyid).join(', ') || 'none'

/** Ids of the keys that sign only from a key act on. */
export function keysGiven(change: KeyChange): readonly string[] {
  switch (change.does) {
    case 'grants':
      return [change.key.keyid]
    case 'rotates':
      return change.set.root.map(({ keyid }) => keyid)
    case 'revokes':
      return []
  }
}

/** The bytes of a key that every library reads alike; undefined where they are not, or are of another kind. */
export function readPublicKey(
  { pub, alg }: { readonly pub: string; readonly alg?: Alg },
  crypto: Pick<Crypto, 'isKey'>,
): Uint8Array | undefined {
  try {
    const publicKey = fromBase64(pub)
    return crypto.isKey(publicKey) && (alg ?? algOf(publicKey)) === algOf(publicKey)
      ? publicKey
      : undefined
  } catch (error) {
    if (error instanceof LogError) return undefined
    throw error
  }
}

/** A key act at its place: where it stands, and what of its envelope has not been judged yet. */
export type KeyAct = {
  readonly act: ActId
  readonly from?: number
  /** It stands in another case, whose strand this one may not have caught up with. */
  readonly isCopy: boolean
  /** What was signed, and every signature on it. */
  readonly message: Uint8Array
  readonly signatures: readonly { readonly keyid: string; readonly sig: Uint8Array }[]
  /** Second signatures that are asked for here. */
  readonly second?: Alg | undefined
  readonly crypto: Crypto
}

/** The keys after a key act that enough root keys signed, or why it changes none. */
export function changeKeys(
  state: KeyState,
  change: KeyChange,
  keyAct: KeyAct,
): KeyState | VoidReason {
  switch (change.does) {
    case 'grants':
      return grant(state, change, keyAct)
    case 'revokes':
      return revoke(state, change, keyAct)
    case 'rotates':
      return rotate(state, change, keyAct)
  }
}

const placeOf = ({ act, from }: KeyAct) => ({ act, ...(from === undefined ? {} : { from }) })

/** Whether a key stands in a strand already, whoever holds it and under whichever id, or is spent there. */
const hasStood = ({ root, authorities, spent }: KeyState, publicKey: Uint8Array): boolean =>
  [
    ...root.values(),
    ...[...authorities.values(), ...spent.values()].map((known) => known.publicKey),
  ].some((known) => isEqual(known, publicKey))

/** A key and its id stand once, spent ones too: who replays an old key act gives nothing back. */
function readNew(
  state: KeyState,
  { keyid, pub, alg }: { readonly keyid: string; readonly pub: string; readonly alg: Alg },
  crypto: Crypto,
): Uint8Array | VoidReason {
  const publicKey = readPublicKey({ pub, alg }, crypto)
  if (!publicKey)
    return {
      code: 'key.form',
      message: `expected ${expectedForm(alg)} for ${keyid}, got another`,
    }
  if (hasStood(state, publicKey) || findKey(state, keyid) || state.spent.has(keyid))
    return {
      code: 'key.twice',
      message: `expected a new key with a new id, got ${keyid} or its key again`,
    }
  return publicKey
}

function grant(
  state: KeyState,
  { authority, key, mandate }: Grant,
  keyAct: KeyAct,
): KeyState | VoidReason {
  const publicKey = readNew(state, key, keyAct.crypto)
  if ('code' in publicKey) return publicKey
  const given = { authority, key, mandate, publicKey, ...placeOf(keyAct) }
  return { ...state, authorities: new Map([...state.authorities, [key.keyid, given]]) }
}

/**
 * From its place on the key signs nothing; what it signed before stands. A copy may come before the
 * key itself was copied: then the key is spent before it was ever given here.
 */
function revoke(
  state: KeyState,
  { key: { keyid, pub }, cause }: Extract<KeyChange, { does: 'revokes' }>,
  keyAct: KeyAct,
): KeyState | VoidReason {
  const was = state.authorities.get(keyid)
  const publicKey = readPublicKey({ pub }, keyAct.crypto)
  const isThis =
    publicKey &&
    (was ? isEqual(was.publicKey, publicKey) : keyAct.isCopy && !hasStood(state, publicKey))
  if (!publicKey || !isThis || state.root.has(keyid) || state.spent.has(keyid))
    return {
      code: 'key.unknown',
      message: `expected an authority's key that is in force here, got ${keyid}`,
    }
  const spent = { keyid, publicKey, cause, ...placeOf(keyAct), ...(was ? { was } : {}) }
  const authorities = new Map(state.authorities)
  authorities.delete(keyid)
  return { ...state, authorities, spent: new Map([...state.spent, [keyid, spent]]) }
}

/**
 * Pre-rotation: only the set that was committed to when the present one began may follow it, so
 * that whoever steals the present keys cannot put its own in their place.
 */
function rotate(
  state: KeyState,
  { set, next }: Extract<KeyChange, { does: 'rotates' }>,
  keyAct: KeyAct,
): KeyState | VoidReason {
  const { crypto, second } = keyAct
  if (state.next === undefined)
    return {
      code: 'root.uncommitted',
      message: 'expected a party that committed to its next root keys, got one that did not',
    }
  if (rootSetHash(set, crypto.sha256) !== state.next)
    return {
      code: 'root.other',
      message: `expected the root keys whose hash is ${state.next}, got others`,
    }
  const root = new Map<string, Uint8Array>()
  for (const key of set.root) {
    const publicKey = readNew({ ...state, root: new Map([...state.root, ...root]) }, key, crypto)
    if ('code' in publicKey) return publicKey
    root.set(key.keyid, publicKey)
  }
  const signed = signersAmong(root, keyAct)
  if ('code' in signed) return signed
  const present = signed.keyids.map((keyid) => root.get(keyid)!)
  const lacks = tooFewRoots(present, set.threshold, {
    what: 'new root keys to sign as well',
    second,
  })
  if (lacks) return lacks
  const place = placeOf(keyAct)
  const replaced = [...state.root].map(([keyid, publicKey]) => [
    keyid,
    { keyid, publicKey, cause: 'rotated' as const, ...place },
  ]) as [string, SpentKey][]
  const { threshold } = set
  return { ...state, threshold, root, next, spent: new Map([...state.spent, ...replaced]) }
}

/**
 * Which of these keys truly signed; one false signature in the name of one of them is a reason to
 * void the whole. An envelope has each key id once, and these keys are distinct: ids count keys.
 */
export function signersAmong(
  keys: Pick<ReadonlyMap<string, Uint8Array>, 'get'>,
  {
    message,
    signatures,
    crypto,
  }: Pick<KeyAct, 'message' | 'signatures'> & { readonly crypto: Pick<Crypto, 'verify'> },
): { readonly keyids: readonly string[] } | VoidReason {
  const keyids: string[] = []
  for (const { keyid, sig } of signatures) {
    const publicKey = keys.get(keyid)
    if (!publicKey) continue
    if (!crypto.verify(publicKey, message, sig))
      return {
        code: isSecond(publicKey) ? 'act.second-signature' : 'act.signature',
        message: `expected a true signature of ${keyid} (${algOf(publicKey)}), got a false one`,
      }
    keyids.push(keyid)
  }
  return { keyids }
}
