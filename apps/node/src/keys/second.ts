import { isSecond, type ActSigner, type CharterId, type PartyId } from '@entente/accord'
import type { HeldCaseFiles } from '../federation/index.ts'
import type { Clock } from '../platform/clock.ts'
import { isInForce } from './in-force.ts'

/** Who signs an act of that kind beside the key with that id in a case: nobody, or one second key of the same authority. */
export type SecondsOf = (
  at: { readonly charter: { readonly id: CharterId } },
  keyid: string,
  verb: string,
) => readonly ActSigner[]

type Own = {
  readonly party: PartyId
  readonly caseFiles: Pick<HeldCaseFiles, 'held'>
  readonly clock: Clock
  readonly holds: (keyid: string) => boolean
  readonly signerOf: (keyid: string) => Pick<ActSigner, 'sign'>
}

/**
 * The latest ML-DSA-44 key in force of the authority behind a key, where this node holds it and its mandate has the verb.
 * It signs whether or not the charter asks for it: a record outlives the charter's caution.
 */
export const secondsOf =
  (own: Own): SecondsOf =>
  ({ charter }, keyid, verb) => {
    const file = own.caseFiles.held().find((one) => one.charter.id === charter.id)
    const { authorities } = file?.strand(own.party).reader().keys() ?? {}
    const first = authorities?.get(keyid)
    if (!authorities || !first) return []
    const second = [...authorities.values()].findLast(
      ({ publicKey, authority, mandate, key }) =>
        isSecond(publicKey) &&
        authority.id === first.authority.id &&
        mandate.verbs.includes(verb) &&
        own.holds(key.keyid) &&
        isInForce(own, key.keyid),
    )
    if (!second) return []
    const { sign } = own.signerOf(second.key.keyid)
    return [{ keyid: second.key.keyid, sign }]
  }
