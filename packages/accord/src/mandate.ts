import { kindOf, type Act } from './act.ts'
import { currentUntil } from './attested.ts'
import type { Charter } from './charter.ts'
import type { Logged } from './cut.ts'
import type { ActId, PartyId } from './id.ts'
import {
  ableKeys,
  authorityKey,
  type AuthorityKey,
  type KeyState,
  type VoidReason,
} from './keys.ts'
import {
  readCertificate,
  type Certificate,
  type Known,
  type Sizes,
  type Unmandated,
} from './matter.ts'

/** What a certificate proves of a mandate: its key signs nothing from a place of its party's strand on. */
export type MandateEnd = {
  readonly party: PartyId
  /** The act that gave the key. */
  readonly of: ActId
  readonly keyid: string
  readonly from: number
}

/** A `declare` that proves the end of a mandate. */
type Proved = { readonly known: Known; readonly end: MandateEnd }

/** Which mandates these acts prove to have ended in a cut of these sizes, each with where that is known. */
export function mandateEnds(
  charter: Charter,
  acts: readonly Logged[],
  { sizes, keysOf }: { readonly sizes: Sizes; readonly keysOf: (party: PartyId) => KeyState },
): ReadonlyMap<Logged, Proved> {
  const proved = new Map<Logged, Proved>()
  for (const logged of acts) {
    const effect =
      logged.trees && !logged.void ? kindOf(logged.act!).effect?.(logged.act!) : undefined
    // Of a voice it is said on its version; a mandate is on no version.
    if (effect?.does !== 'certifies' || effect.result !== 'expired' || effect.of !== effect.on)
      continue
    const certificate = readCertificate(logged, effect, sizes)
    const end = certificate && endProvedBy(charter, certificate, keysOf)
    if (end) proved.set(logged, { known: certificate, end })
  }
  return proved
}

/** The end that a certificate proves: the strand of the mandate's party was still current at or after it. */
function endProvedBy(
  { parties, quorum }: Charter,
  { of, cited, trees }: Certificate,
  keysOf: (party: PartyId) => KeyState,
): MandateEnd | undefined {
  for (const { id: party } of parties) {
    const given = grantIn(keysOf(party), of)
    if (!given) continue
    const { key, mandate, from: givenAt = -1 } = given
    const isShown =
      mandate.until !== undefined &&
      givenAt < cited[party]! &&
      currentUntil(trees.closings[party], quorum) >= mandate.until
    return isShown ? { party, of: given.act, keyid: key.keyid, from: cited[party]! } : undefined
  }
  return undefined
}

/** The key that an act gave, revoked since or not. */
export const grantIn = (
  { authorities, spent }: KeyState,
  act: ActId | undefined,
): AuthorityKey | undefined =>
  [...authorities.values(), ...[...spent.values()].flatMap(({ was }) => was ?? [])].find(
    (given) => given.act === act,
  )

/**
 * An act of whose every key a certificate proves that its mandate had ended. What is on record or
 * moves a measure counts for nothing. A voice stays where it was said and only takes back: nobody undoes an
 * objection by a certificate. A text stays on record and can be adopted no more; what moved its time stays,
 * for what was certified may rest on it; a certificate and a proof hold whoever filed them.
 */
export function unmandate(
  charter: Charter,
  logged: Logged,
  { proved, keys }: { readonly proved: readonly Proved[]; readonly keys: KeyState },
): Logged {
  const { act, keyids } = logged
  if (!act || logged.void || logged.authority === undefined) return logged
  const signed = keyids.flatMap((keyid) => authorityKey(keys, keyid) ?? [])
  const able = ableKeys(charter, signed, act.kind).map(({ key }) => key.keyid)
  const unmandated = endsOf(able, logged, proved)
  const hasOther = unmandated.some(({ length }) => length === 0)
  return hasOther ? logged : fallen(logged, act, unmandated)
}

function fallen(logged: Logged, act: Act, unmandated: Unmandated): Logged {
  const effect = kindOf(act).effect?.(act)
  switch (effect?.does) {
    case 'measures':
    case 'retracts':
    case 'records':
      return { ...logged, unmandated, void: reason(logged.keyids) }
    case 'files':
    case 'speaks':
    case 'reaffirms':
    case 'acknowledges':
      return { ...logged, unmandated }
    case 'extends':
    case 'certifies':
    case 'accuses':
    case 'disavows':
    case 'leaves':
    case 'amends':
    case undefined:
      return logged
  }
}

/** Per key the certificates that its mandate had ended before the place of an act. */
const endsOf = (
  able: readonly string[],
  { index }: Logged,
  proved: readonly Proved[],
): Unmandated =>
  able.map((keyid) =>
    proved.flatMap(({ known, end }) => (end.keyid === keyid && end.from <= index ? known : [])),
  )

const reason = (keyids: readonly string[]): VoidReason => ({
  code: 'mandate.expired',
  message: `expected a key whose mandate goes on, got ${keyids.join(', ')}, whose end is certified`,
})
