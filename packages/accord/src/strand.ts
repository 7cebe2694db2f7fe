import {
  createTree,
  fromBase64,
  leafHash,
  LogError,
  toBase64,
  type Crypto,
  type Tree,
} from '@entente/log'
import { Act, KIND_NAMES, kindOf } from './act.ts'
import { whyUnproved } from './accusation.ts'
import { parseCanonical } from './canonical.ts'
import { casesAbove, RULES, type Charter } from './charter.ts'
import type { Logged, Strand } from './cut.ts'
import { disown, type Disavowal } from './disavowal.ts'
import { AccordError, placed } from './error.ts'
import type { ActId, PartyId } from './id.ts'
import {
  changeKeys,
  competentKey,
  findKey,
  rootKeys,
  signersAmong,
  tooFewRoots,
  type KeyAct,
  type KeyState,
  type VoidReason,
} from './keys.ts'
import { actId, openEntry, signedBytes, type Envelope } from './sign.ts'

/** Reads one party's strand entry by entry, with the keys and links as they stand at each place. */
export type StrandReader = {
  readonly party: PartyId
  readonly tree: Tree
  /** Takes the next entry in; refuses (and takes nothing in) where it could be no entry at all. */
  readonly append: (entry: Uint8Array) => Logged
  /** What `append` would answer, taking nothing in. */
  readonly check: (entry: Uint8Array) => Logged
  readonly strand: (size?: number) => Strand
  readonly keys: () => KeyState
  /** This party's latest act on a subject that counts: what the next one names as `prev`. */
  readonly latest: (subject: string) => ActId | undefined
}

/** What the entries read so far amount to. */
type Fold = {
  readonly charter: Charter
  readonly party: PartyId
  readonly crypto: Crypto
  keys: KeyState
  /** False while the key acts are read that the charter hands down. */
  isBegun: boolean
  /** Every act that counts, and whether an authority signed it. */
  readonly counted: Map<ActId, 'root' | 'authority'>
  readonly disavowed: Map<ActId, Disavowal>
  readonly latest: Map<string, ActId>
  /** Where this party left the case. */
  left: ActId | undefined
}

/** One entry, judged at its place: what it says, and what it changes where it counts. */
type Judged = {
  readonly logged: Logged
  readonly subject?: string
  /** The keys after it, where it changes them. */
  readonly keys?: KeyState
}

export function createStrandReader(charter: Charter, party: PartyId, crypto: Crypto): StrandReader {
  const fold = begin(charter, party, crypto)
  const tree = createTree(crypto.sha256)
  const acts: Logged[] = []
  let whole: Strand | undefined
  return {
    party,
    tree,
    append: (entry) => {
      const judged = judge(fold, entry, acts.length)
      tree.append(leafHash(crypto.sha256, entry))
      acts.push(judged.logged)
      take(fold, judged)
      return judged.logged
    },
    check: (entry) => judge(fold, entry, acts.length).logged,
    strand: (size = acts.length) => {
      if (whole?.acts.length === size) return whole
      if (!Number.isSafeInteger(size) || size < 0 || size > acts.length)
        throw new AccordError(
          'strand.size',
          `expected a size from 0 to ${acts.length}, got ${size}`,
          { place: { party } },
        )
      const read = acts.slice(0, size)
      const strand = { party, root: toBase64(tree.root(size)), acts: disowned(fold, read) }
      if (size === acts.length) whole = strand
      return strand
    },
    keys: () => fold.keys,
    latest: (subject) => fold.latest.get(subject),
  }
}

/** The key acts that a charter hands down must all count: the charter's id vouches for them. */
function begin(charter: Charter, party: PartyId, crypto: Crypto): Fold {
  const declared = charter.parties.find(({ id }) => id === party)
  if (!declared)
    throw new AccordError('strand.unknown', `expected a party of the charter, got ${party}`)
  const fold: Fold = {
    charter,
    party,
    crypto,
    keys: rootKeys(declared),
    isBegun: false,
    counted: new Map(),
    disavowed: new Map(),
    latest: new Map(),
    left: undefined,
  }
  for (const [index, entry] of (charter.keys?.[party] ?? []).entries()) {
    const judged = judgeInherited(fold, entry, index)
    take(fold, judged)
  }
  fold.isBegun = true
  return fold
}

function judgeInherited(fold: Fold, entry: string, index: number): Judged {
  const refuse = (message: string, cause?: unknown) =>
    new AccordError('charter.key-act', message, { cause, place: { party: fold.party, index } })
  let judged: Judged
  try {
    judged = judge(fold, fromBase64(entry), index)
  } catch (error) {
    if (error instanceof AccordError || error instanceof LogError)
      throw refuse(`${error.message} (key act ${index} of ${fold.party} in the charter)`, error)
    throw error
  }
  const { logged, keys } = judged
  if (logged.void)
    throw refuse(`${logged.void.message} (key act ${index} of ${fold.party} in the charter)`)
  if (!keys || !logged.act || !casesAbove(fold.charter).includes(logged.act.charter))
    throw refuse(`expected key acts of the case above in the charter, got act ${logged.id}`)
  return judged
}

/** The acts of a strand with what the disavowals among them make of them. */
function disowned({ disavowed }: Fold, acts: Logged[]): readonly Logged[] {
  if (disavowed.size === 0) return acts
  return acts.map((logged) => {
    const disavowal = disavowed.get(logged.id)
    // An act that stands again further on is void there for that, and stays so.
    return disavowal && disavowal.from < acts.length && !logged.void
      ? disown(logged, disavowal)
      : logged
  })
}

function take(fold: Fold, { logged, subject, keys }: Judged) {
  const { id, index, act, authority } = logged
  if (logged.void) return
  fold.counted.set(id, authority === undefined ? 'root' : 'authority')
  for (const named of (act && kindOf(act).disavows?.(act)) ?? [])
    if (!fold.disavowed.has(named)) fold.disavowed.set(named, { by: id, from: index })
  if (subject !== undefined) fold.latest.set(subject, id)
  if (keys) fold.keys = keys
  if (act && kindOf(act).effect?.(act)?.does === 'leaves') fold.left ??= id
}

/** Judges one entry at its place: signatures first, then what was signed. */
function judge(fold: Fold, entry: Uint8Array, index: number): Judged {
  const { party, crypto } = fold
  const envelope = placed({ party, index }, () => openEntry(entry))
  const id = actId(envelope.payload, crypto.sha256)
  const signed = signersOf(fold, envelope)
  if ('code' in signed) return { logged: { id, party, index, keyids: [], void: signed } }
  const { keyids } = signed
  const read = readAct(envelope.payload)
  if ('code' in read) return { logged: { id, party, index, keyids, void: read } }
  const { act } = read
  const logged = { id, party, index, act, keyids }
  const misplaced = signed.revoked ?? placeOf(fold, act, id)
  if (misplaced) return { logged: { ...logged, void: misplaced } }
  return judgeCompetence(fold, envelope, logged)
}

type Signed = { readonly keyids: readonly string[]; readonly revoked?: VoidReason }

/** Which known keys truly signed; one false signature of a known key makes the entry void. */
function signersOf({ keys, crypto }: Fold, { payload, signatures }: Envelope): Signed | VoidReason {
  const signed = { message: signedBytes(payload), signatures, crypto }
  const inForce = signersAmong({ get: (keyid) => findKey(keys, keyid) }, signed)
  if ('code' in inForce || inForce.keyids.length > 0) return inForce
  const spent = signersAmong({ get: (keyid) => keys.spent.get(keyid)?.publicKey }, signed)
  if ('code' in spent) return spent
  const [first] = spent.keyids
  if (first !== undefined)
    return {
      ...spent,
      revoked: {
        code: 'key.revoked',
        message: `expected a signature of a key in force at this place, got one of ${first}, which was revoked by act ${keys.spent.get(first)!.act}`,
      },
    }
  const named = signatures.map(({ keyid }) => keyid).join(', ')
  return {
    code: 'act.unsigned',
    message: `expected a signature of a key known at this place, got ${named}`,
  }
}

function readAct(payload: Uint8Array): { readonly act: Act } | VoidReason {
  try {
    const value = parseCanonical(payload)
    const parsed = Act.safeParse(value)
    if (parsed.success) return { act: parsed.data }
    const kind = unknownKind(value)
    if (kind !== undefined)
      return {
        code: 'act.unknown-kind',
        message: `expected a kind of act that ${RULES} has, got ${kind}, which a later version may know`,
      }
    const issue = parsed.error.issues[0]
    const where = issue?.path.join('.') || 'the top'
    return { code: 'act.malformed', message: `${issue?.message ?? 'expected an act'} at ${where}` }
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    return { code: 'act.malformed', message: error.message }
  }
}

const KIND_FORM = /^[a-z][a-z0-9-]{0,63}$/
const KNOWN = new Set<string>(KIND_NAMES)

/** The kind that this says it is, where it is the name of one and none that these rules have. */
function unknownKind(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined
  const { kind } = value
  return typeof kind === 'string' && KIND_FORM.test(kind) && !KNOWN.has(kind) ? kind : undefined
}

/** Whether an act belongs to this strand at this place; why not, where it does not. */
function placeOf(
  { charter, party, counted, latest, left }: Fold,
  act: Act,
  id: ActId,
): VoidReason | undefined {
  if (act.party !== party)
    return {
      code: 'act.other-party',
      message: `expected an act of ${party}, got one of ${act.party}`,
    }
  const kind = kindOf(act)
  // Key acts may name the case from which this one took its keys; whatever else root keys sign is said in its own case.
  const isInherited = kind.keys !== undefined && casesAbove(charter).includes(act.charter)
  if (act.charter !== charter.id && !isInherited)
    return {
      code: 'act.elsewhere',
      message: `expected an act in case ${charter.id}, got one in ${act.charter}`,
    }
  // Whoever left may still say which of its keys were stolen, and nothing else: it does not leave again.
  const isOfKeys = kind.signedBy === 'root' && kind.effect?.(act)?.does !== 'leaves'
  if (left !== undefined && !isOfKeys)
    return {
      code: 'act.after-leave',
      message: `expected nothing but acts about its keys after ${party} left by act ${left}, got ${act.kind}`,
    }
  if (counted.has(id))
    return { code: 'act.twice', message: `expected each act once, got ${id} again` }
  if (charter.public && !kind.isPublic)
    return {
      code: 'act.not-public',
      message: `expected an act for anyone to read in a public case, got ${act.kind}`,
    }
  const subject = kind.subject(act)
  const before = subject === undefined ? undefined : latest.get(subject)
  if (act.prev !== before)
    return {
      code: 'act.stale-prev',
      message: `expected ${before ?? 'no act'} as the one before, got ${act.prev ?? 'none'}`,
    }
  return undefined
}

/** Whether those who signed may do what the act does, and what it then changes. */
function judgeCompetence(
  fold: Fold,
  { payload, signatures }: Envelope,
  logged: Logged & { readonly act: Act },
): Judged {
  const { charter, keys, crypto } = fold
  const { act } = logged
  const kind = kindOf(act)
  const refuse = (reason: VoidReason): Judged => ({ logged: { ...logged, void: reason } })
  if (kind.signedBy === 'root') {
    // The charter's id vouches for what it hands down: nobody signs that anew.
    const second = fold.isBegun ? charter.second : undefined
    const roots = logged.keyids.flatMap((keyid) => keys.root.get(keyid) ?? [])
    const lacks = tooFewRoots(roots, keys.threshold, {
      what: `root keys to sign ${act.kind}`,
      second,
    })
    if (lacks) return refuse(lacks)
    const keyAct: KeyAct = {
      act: logged.id,
      ...(fold.isBegun ? { from: logged.index } : {}),
      isCopy: act.charter !== charter.id,
      message: signedBytes(payload),
      signatures,
      second,
      crypto,
    }
    const changed = kind.keys && changeKeys(keys, kind.keys(act), keyAct)
    if (changed && 'code' in changed) return refuse(changed)
    const unknown = unknownAmong(fold, kind.disavows?.(act) ?? [])
    if (unknown) return refuse(unknown)
    return withSubject({ logged, ...(changed ? { keys: changed } : {}) }, kind.subject(act))
  }
  const signed = logged.keyids.flatMap((keyid) => keys.authorities.get(keyid) ?? [])
  const able = competentKey(charter, signed, act.kind)
  if ('code' in able) return refuse(able)
  const accusation = kind.accuses?.(act)
  const unproved = accusation && whyUnproved(charter, accusation, crypto)
  if (unproved) return refuse(unproved)
  return withSubject({ logged: { ...logged, authority: able.authority.id } }, kind.subject(act))
}

/** Only what an authority signed in this strand, and what counted, can be disowned: keys are revoked. */
function unknownAmong({ counted, party }: Fold, acts: readonly ActId[]): VoidReason | undefined {
  const other = acts.find((id) => counted.get(id) !== 'authority')
  return other === undefined
    ? undefined
    : {
        code: 'disavow.unknown',
        message: `expected acts that an authority of ${party} signed before in this strand and that count, got ${other}`,
      }
}

const withSubject = (judged: Judged, subject: string | undefined): Judged =>
  subject === undefined ? judged : { ...judged, subject }
