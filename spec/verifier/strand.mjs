// Charters, strands and keys: spec/strand.md.
import { attempt, canonical, fromBase64, idOf, readCanonical, Refused, textOf } from './bytes.mjs'
import { isKey, isSecond, verify } from './signature.mjs'
import { isAct, KINDS } from './forms.mjs'
import { keyId, match } from './form.mjs'
import { hasOnly } from './json.mjs'
import { readTree, readVkey } from './note.mjs'
import { isConsistent, leaf } from './tree.mjs'

const ACT_TYPE = 'application/vnd.entente.act+json'
/** From the weakest on; a key that a node holds comes before them. */
const CUSTODY = ['browser-held', 'token']
/** `{payload, signatures}` of an entry; refused where it is none. spec/act.md section 1. */
function openEntry(entry) {
  if (entry.length > 65_535) throw new Refused('envelope.too-large')
  const text = textOf(entry)
  let envelope
  try {
    envelope = JSON.parse(text)
  } catch {
    throw new Refused('envelope.malformed')
  }
  const { payload, payloadType, signatures } = envelope ?? {}
  const isForm =
    hasOnly(envelope, 'payload', 'payloadType', 'signatures') &&
    typeof payload === 'string' &&
    typeof payloadType === 'string' &&
    Array.isArray(signatures) &&
    signatures.length >= 1 &&
    signatures.length <= 16 &&
    signatures.every(
      (one) => hasOnly(one, 'keyid', 'sig') && keyId(one.keyid) && typeof one.sig === 'string',
    ) &&
    new Set(signatures.map(({ keyid }) => keyid)).size === signatures.length
  if (!isForm) throw new Refused('envelope.malformed')
  if (payloadType !== ACT_TYPE) throw new Refused('envelope.type')
  if (canonical(envelope) !== text) throw new Refused('envelope.not-canonical')
  const read = [payload, ...signatures.map(({ sig }) => sig)].map(fromBase64)
  if (read.includes(undefined)) throw new Refused('envelope.base64')
  return {
    payload: read[0],
    signatures: signatures.map(({ keyid }, at) => ({ keyid, sig: read[at + 1] })),
  }
}

const signedBytes = (payload) =>
  Buffer.concat([Buffer.from(`DSSEv1 ${ACT_TYPE.length} ${ACT_TYPE} ${payload.length} `), payload])

/** What a party's strand amounts to: keys, links, and every act with why it is void, where it is. */
export function beginStrand(charter, party) {
  const { root, threshold, next } = charter.parties.find(({ id }) => id === party)
  const strand = {
    charter,
    party,
    keys: {
      root: new Map(root.map(({ keyid, pub }) => [keyid, fromBase64(pub)])),
      threshold,
      next,
      authorities: new Map(),
      spent: new Map(),
    },
    acts: [],
    leaves: [],
    counted: new Map(),
    latest: new Map(),
  }
  // What the charter hands down names a case above, as only key acts may.
  for (const entry of charter.keys?.[party] ?? []) {
    const { refused, void: why } = attempt(() => take(strand, fromBase64(entry) ?? ''))
    if (refused ?? why) throw new Refused('charter.key-act')
  }
  return Object.assign(strand, { acts: [], leaves: [], isBegun: true })
}

/** Judges the next entry at its place and takes it in. */
export function take(strand, entry) {
  const { payload, signatures } = openEntry(entry)
  const id = idOf(payload)
  const judged = {
    id,
    party: strand.party,
    index: strand.acts.length,
    ...judge(strand, { id, payload, signatures }),
  }
  strand.acts.push(judged)
  strand.leaves.push(leaf(entry))
  if (judged.void) return judged
  strand.counted.set(id, judged.authority)
  strand.latest.set(KINDS[judged.act.kind].subject?.(judged.act), id)
  judged.change?.()
  if (judged.act.kind === 'leave') strand.hasLeft = true
  return judged
}

/** `{ids}` among `keys` that signed; `{void}` where a signature by one of them is false. */
function signers(keys, { payload, signatures }) {
  const ours = signatures.filter(({ keyid }) => keys.has(keyid))
  const wrong = ours.find(({ keyid, sig }) => !verify(keys.get(keyid), signedBytes(payload), sig))
  if (wrong)
    return { void: isSecond(keys.get(wrong.keyid)) ? 'act.second-signature' : 'act.signature' }
  return { ids: ours.map(({ keyid }) => keyid) }
}

/** Why these root keys are too few to sign; undefined where they are enough. spec/strand.md section 4. */
function whyTooFew(keys, threshold, second) {
  const seconds = keys.filter(isSecond).length
  if (keys.length - seconds < threshold) return 'act.not-competent'
  return second && seconds < threshold ? 'act.second-missing' : undefined
}

const pub = (map) => new Map([...map].map(([keyid, { key }]) => [keyid, key]))

function judge(strand, envelope) {
  const { keys, charter } = strand
  const known = signers(new Map([...keys.root, ...pub(keys.authorities)]), envelope)
  const old = known.ids?.length === 0 ? signers(keys.spent, envelope) : { ids: [] }
  const untrue = known.void ?? old.void
  if (untrue) return { void: untrue }
  const [inForce, spent] = [known.ids, old.ids]
  if ([...inForce, ...spent].length === 0) return { void: 'act.unsigned' }
  let act
  try {
    act = readCanonical(envelope.payload)
  } catch {
    return { void: 'act.malformed' }
  }
  if (!isAct(act)) return { void: isOfNoKind(act) ? 'act.unknown-kind' : 'act.malformed' }
  const misplaced = spent.length > 0 ? 'key.revoked' : whyNotHere(strand, act, envelope.id)
  if (misplaced) return { act, void: misplaced }
  const kind = KINDS[act.kind]
  if (kind.by === 'root') {
    // The charter's id vouches for what it hands down.
    const second = strand.isBegun ? charter.second : undefined
    const roots = inForce.flatMap((keyid) => keys.root.get(keyid) ?? [])
    const lacks = whyTooFew(roots, keys.threshold, second)
    return { act, ...(lacks ? { void: lacks } : changeOf(strand, act, envelope)) }
  }
  const mandated = inForce
    .map((keyid) => keys.authorities.get(keyid))
    .filter((one) => one?.verbs.includes(act.kind))
  const able = ableAmong(mandated, act.kind, charter)
  if (able.void) return able
  if (act.kind === 'accuse' && !isProved(charter, act)) return { void: 'accuse.unproved' }
  return { act, authority: able[0].authority, able: able.map(({ keyid }) => keyid) }
}

const isOfNoKind = (value) =>
  match(/^[a-z][a-z0-9-]{0,63}$/)(value?.kind) && !Object.hasOwn(KINDS, value.kind)

/** The keys by each of which the act counts, or `{void}`. spec/strand.md section 3. */
function ableAmong(mandated, verb, { custody = {}, second }) {
  const firsts = mandated.filter(({ key }) => !isSecond(key))
  if (firsts.length === 0) return { void: 'act.not-competent' }
  const least = CUSTODY.indexOf(custody[verb])
  const held = firsts.filter((one) => CUSTODY.indexOf(one.custody) >= least)
  if (held.length === 0) return { void: 'key.custody' }
  const hasSecond = ({ authority }) =>
    mandated.some((one) => isSecond(one.key) && one.authority === authority)
  const able = second ? held.filter(hasSecond) : held
  return able.length > 0 ? able : { void: 'act.second-missing' }
}

/** The cases in which a key act may have been said that stands in this one too. */
export const casesAbove = ({ parent, amends }) => {
  const from = parent ?? amends
  return from ? [from.case, ...(from.older ?? [])] : []
}

const isCopied = ({ charter }, act) =>
  KINDS[act.kind].isKeyAct && casesAbove(charter).includes(act.charter)

/** Why an act does not belong to this strand at this place; undefined where it does. */
function whyNotHere(strand, act, id) {
  const { charter, party, counted, latest } = strand
  const { subject, isPublic } = KINDS[act.kind]
  if (act.party !== party) return 'act.other-party'
  if (act.charter !== charter.id && !isCopied(strand, act)) return 'act.elsewhere'
  const isOfKeys = KINDS[act.kind].by === 'root' && act.kind !== 'leave'
  if (strand.hasLeft && !isOfKeys) return 'act.after-leave'
  if (counted.has(id)) return 'act.twice'
  if (charter.public && !isPublic) return 'act.not-public'
  return act.prev === (subject && latest.get(subject(act))) ? undefined : 'act.stale-prev'
}

/** What a root-signed act changes, or why it does not. spec/strand.md section 4, spec/act.md. */
function changeOf(strand, act, { payload, signatures }) {
  const { keys } = strand
  const stood = () => [...keys.root, ...pub(keys.authorities), ...keys.spent]
  const isNew = (keyid, key) => !stood().some(([id, one]) => id === keyid || one.equals(key))
  if (act.kind === 'keys-add') {
    const key = fromBase64(act.key.pub)
    if (!isKey(key, act.key.alg)) return { void: 'key.form' }
    if (!isNew(act.key.keyid, key)) return { void: 'key.twice' }
    return {
      change: () => {
        const { keyid, custody } = act.key
        const { verbs } = act.mandate
        keys.authorities.set(keyid, { keyid, key, verbs, custody, authority: act.authority.id })
      },
    }
  }
  if (act.kind === 'keys-revoke') {
    const { keyid } = act.key
    const key = fromBase64(act.key.pub)
    const isKnown = keys.authorities.get(keyid)?.key.equals(key)
    const isEarlyCopy = isCopied(strand, act) && isKey(key) && isNew(keyid, key)
    if (!isKnown && !isEarlyCopy) return { void: 'key.unknown' }
    return { change: () => (keys.authorities.delete(keyid), keys.spent.set(keyid, key)) }
  }
  if (act.kind === 'keys-root') return rotationOf(strand, act, { payload, signatures, isNew })
  if (act.kind === 'disavow' && !act.acts.every((id) => strand.counted.get(id) !== undefined))
    return { void: 'disavow.unknown' }
  return {}
}

/** The whole new set of root keys, or why it does not take the place of the present one. */
function rotationOf(strand, act, { payload, signatures, isNew }) {
  const { keys } = strand
  const { root, threshold, next } = act
  if (keys.next === undefined) return { void: 'root.uncommitted' }
  if (idOf(Buffer.from(canonical({ root, threshold }))) !== keys.next) return { void: 'root.other' }
  const fresh = new Map(root.map((one) => [one.keyid, fromBase64(one.pub)]))
  if (!root.every(({ keyid, alg }) => isKey(fresh.get(keyid), alg))) return { void: 'key.form' }
  const isOnce =
    fresh.size === root.length && new Set(root.map((one) => one.pub)).size === root.length
  if (!isOnce || ![...fresh].every(([keyid, key]) => isNew(keyid, key)))
    return { void: 'key.twice' }
  const signed = signers(fresh, { payload, signatures })
  if (signed.void) return { void: signed.void }
  const second = strand.isBegun ? strand.charter.second : undefined
  const lacks = whyTooFew(
    signed.ids.map((keyid) => fresh.get(keyid)),
    threshold,
    second,
  )
  if (lacks) return { void: lacks }
  return {
    change: () => {
      for (const [keyid, key] of keys.root) keys.spent.set(keyid, key)
      Object.assign(keys, { root: fresh, threshold, next })
    },
  }
}

/** Whether two notes prove two histories of one log: spec/act.md, accuse. */
function isProved(charter, { of, notes, consistency }) {
  const accused = charter.parties.find(({ id }) => id === of)
  if (!accused) return false
  const isFork = attempt(() => {
    const [first, second] = notes.map((note) =>
      readTree(note, keysOf(charter, accused), charter.witnessKeys),
    )
    if (first.size === second.size)
      return consistency === undefined && !first.root.equals(second.root)
    const root = fromBase64(consistency?.root)
    return (
      root?.length === 32 &&
      !root.equals(first.root) &&
      isConsistent({ size: first.size, root }, second, consistency.proof.map(fromBase64))
    )
  })
  return isFork === true
}

export const keysOf = (charter, { origin, log }) => ({ origin, log: readVkey(log) })
