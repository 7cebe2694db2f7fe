import {
  grantIn,
  kindOf,
  parseCanonical,
  ruleOf,
  seal,
  whyUndecidable,
  type Act,
  type ActSigner,
  type Effect,
  type PartyId,
} from '@entente/accord'
import type { Signer } from '@entente/log'
import type { Filed } from '../api.ts'
import type { Person } from '../config.ts'
import type { CaseFile } from '../federation/index.ts'
import type { SecondsOf } from '../keys/index.ts'
import { assertMayFile, assertWritesDrafts } from '../parties/may-file.ts'
import type { Way } from '../parties/role.ts'
import { Refusal } from '../platform/http/problem.ts'
import { readAct } from './read-act.ts'
import { assertReferences } from './references.ts'
import { findVersion } from './version.ts'

/** A signature that was made where the key is, and not here. */
export type GivenSignature = { readonly keyid: string; readonly sig: Uint8Array }

/** Keys that people hold apart from the node: the one that a person signs with, and whose a key is. */
export type Apart = {
  readonly signsWith: (person: Person) => string | undefined
  readonly isOf: (person: Person, keyid: string) => boolean
  /** Refuses a key that was revoked, or whose mandate has ended. */
  readonly assertInForce: (keyid: string) => void
}

/** Signs for an authority on a person's order, where the node holds its key. */
export type SignerOf = (keyid: string) => Pick<Signer, 'sign'>

export type Filing = {
  readonly person: Person
  readonly party: PartyId
  readonly signerOf: SignerOf
  readonly apart: Apart
  readonly secondsOf: SecondsOf
  /** Given where the person's key is held apart from the node. */
  readonly signature?: GivenSignature | undefined
  /** Kinds that this node signs only after a draft was cleared. */
  readonly clearance: readonly string[]
  /** How the act came to be signed; straight from the person unless it was a draft. */
  readonly way?: Way
  /** Refuses what another capability knows to be untrue in this case. */
  readonly judge: Judge
  /** Say what would come of it, and file nothing; of a draft once those whom it needs have seen it. */
  readonly dry?: true | 'draft' | undefined
}

export type Judge = (file: CaseFile, act: Act) => void

/**
 * Files exactly the bytes that the person was shown: checks that they are this party's act, that
 * the person's authority may sign it, and that it says something about this case, then signs.
 */
export async function fileAct(file: CaseFile, payload: string, filing: Filing): Promise<Filed> {
  const { person, party, clearance, way = { via: 'author' }, judge, dry } = filing
  const act = readActOf(file, payload, party)
  judge(file, act)
  assertStays(file, act)
  if (dry === 'draft') assertWritesDrafts(person)
  else assertMayFile(person, act.kind, { clearance, way })
  const bytes = new TextEncoder().encode(payload)
  const signer = signerFor(filing)
  const entry = seal(bytes, [signer, ...filing.secondsOf(file, signer.keyid, act.kind)])
  return dry ? file.check(entry) : file.file(entry)
}

/**
 * Who signs for a person: its own key where that is held apart from this node, by the signature that came with the act,
 * and nothing of this node in its stead. Whether the signature is true the strand judges, as for any entry.
 */
function signerFor({ person, signerOf, apart, signature }: Filing): ActSigner {
  if (signature) {
    const { keyid, sig } = signature
    if (!apart.isOf(person, keyid))
      throw new Refusal(
        403,
        'key.other',
        `expected a signature by a key that ${person.id} enrolled here, got one by ${keyid}`,
      )
    apart.assertInForce(keyid)
    return { keyid, sign: () => sig }
  }
  const keyid = apart.signsWith(person)
  if (keyid !== undefined)
    throw new Refusal(
      403,
      'key.elsewhere',
      `expected a signature by ${keyid}, which ${person.id} holds apart from this node, got none`,
    )
  return { keyid: person.keyid, sign: signerOf(person.keyid).sign }
}

/** The act that this text is; refused where it is not one that this party could file in this case. */
export function readActOf(file: CaseFile, payload: string, party: PartyId): Act {
  const act = readAct(parseCanonical(new TextEncoder().encode(payload)))
  if (act.party !== party)
    throw new Refusal(403, 'act.elsewhere', `expected an act of ${party}, got one of ${act.party}`)
  if (act.charter !== file.charter.id)
    throw new Refusal(
      422,
      'act.elsewhere',
      `expected an act in case ${file.charter.id}, got one in ${act.charter}`,
    )
  assertMakesSense(file, act)
  return act
}

/** Refuses a voice that changes nothing: a withdrawal is final, and readers pass over what its nation says after it. */
function assertStays(file: CaseFile, act: Act): void {
  const effect = kindOf(act).effect?.(act)
  if (effect?.does !== 'speaks' && effect?.does !== 'reaffirms') return
  if (findVersion(file, effect.on)?.voices[act.party]?.effective === 'withdrawn')
    throw new Refusal(
      409,
      'voice.withdrawn',
      `expected a version from which ${act.party} has not withdrawn, got ${effect.on}: that is final, and only a later version can be spoken on`,
    )
}

type Does<D extends Effect['does']> = Extract<Effect, { readonly does: D }>

/** Refuses early what every reader of the strand would count for nothing. */
function assertMakesSense(file: CaseFile, act: Act) {
  const effect = kindOf(act).effect?.(act)
  if (effect?.does === 'files') assertMayPut(file, act, effect)
  if ('on' in act && !findVersion(file, act.on) && !isOfMandate(file, effect))
    throw new Refusal(404, 'version.unknown', `expected a version of this case, got ${act.on}`)
  assertReferences(file, act)
  if (effect?.does === 'extends') assertMayExtend(file, act.party, effect)
  const isVoice = effect?.does === 'speaks' || effect?.does === 'reaffirms'
  if (isVoice && !isMember(file, act.party))
    throw new Refusal(403, 'voice.none', `expected a member with voices, got ${act.party}`)
}

/** Whether a certificate is on the act that gave a key, and not on a version. */
const isOfMandate = (file: CaseFile, effect: Effect | undefined): boolean =>
  effect?.does === 'certifies' &&
  effect.of === effect.on &&
  file.charter.parties.some(({ id }) => grantIn(file.keys(id), effect.on) !== undefined)

/** A version is filed by whom the charter names, in its place, and with what its rule needs. */
function assertMayPut(file: CaseFile, act: Act, { step, document }: Does<'files'>) {
  const { state } = file.state()
  const by = file.charter.steps[step.kind]?.by ?? file.charter.chair
  if (act.party !== by)
    throw new Refusal(
      403,
      'version.not-chair',
      `expected ${by} to file versions of ${step.kind}, got ${act.party}: put an amendment into a comply act`,
    )
  const filed = state.steps.find(({ id }) => id === step.id)?.versions.at(-1)
  const replaces = 'replaces' in act ? act.replaces : undefined
  if (replaces !== undefined && replaces !== filed?.id)
    throw new Refusal(
      409,
      'version.not-current',
      `expected to replace the current version ${filed?.id ?? '(none)'}, got ${replaces}`,
    )
  if (replaces === undefined && filed)
    throw new Refusal(
      409,
      'version.exists',
      `expected an amend of ${filed.id}, got a propose: the step has a version`,
    )
  const lacks = whyUndecidable(file.charter, step.kind, document)
  if (lacks)
    throw new Refusal(
      422,
      lacks,
      `expected ${lacks === 'version.expiry' ? 'an expiry' : 'members named, each once, and a minimum of as many at most'} for ${step.kind} by ${ruleOf(file.charter, step.kind)}, got none`,
    )
}

/** Only who filed a text under silence gives it more time. */
function assertMayExtend(file: CaseFile, party: PartyId, { on }: Does<'extends'>) {
  const version = findVersion(file, on)
  if (version && version.by !== party)
    throw new Refusal(403, 'version.not-chair', `expected ${version.by} to extend it, got ${party}`)
  if (version && version.rule !== 'silence')
    throw new Refusal(
      409,
      'version.not-silence',
      `expected a text under silence, got one by ${version.rule}`,
    )
}

const isMember = (file: CaseFile, party: PartyId) =>
  file.charter.parties.some(({ id, role }) => id === party && role === 'member')
