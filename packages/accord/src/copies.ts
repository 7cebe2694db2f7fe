import { fromBase64, type Crypto } from '@entente/log'
import { kindOf } from './act.ts'
import { canonical } from './canonical.ts'
import { keysFrom, type Charter } from './charter.ts'
import type { Logged } from './cut.ts'
import type { PartyId } from './id.ts'
import { actId, openEntry } from './sign.ts'

/** A party's strand of a case, as far as it is known. */
export type PartyStrand = {
  readonly charter: Charter
  readonly party: PartyId
  readonly acts: readonly Logged[]
}

/**
 * Key acts that count in a party's strand of one case and that its strand of a case which takes keys over from it,
 * below it or under a charter that amends its own, does not have, in their order. Until a copy stands there, a key
 * that was revoked above still counts below: whoever knows both says so.
 */
export function missingCopies(
  parent: PartyStrand,
  { charter, party, acts }: PartyStrand,
  { sha256 }: Pick<Crypto, 'sha256'>,
): readonly Logged[] {
  if (keysFrom(charter)?.case !== parent.charter.id || parent.party !== party) return []
  // A successor may name a party anew, with other root keys: then nothing of the old ones is its own.
  if (!isSameRoot(parent.charter, charter, party)) return []
  const inherited = (charter.keys?.[party] ?? []).map((entry) =>
    actId(openEntry(fromBase64(entry)).payload, sha256),
  )
  const counting = acts.filter(({ act, void: reason }) => act && !reason)
  const here = new Set([...inherited, ...counting.map(({ id }) => id)])
  const spent = new Set(counting.flatMap((logged) => revokedBy(logged) ?? []))
  return parent.acts.filter(({ id, act, void: reason }) => {
    const change = act && !reason ? kindOf(act).keys?.(act) : undefined
    if (!change || here.has(id)) return false
    // The key was spent here by a copy that came first, or by an act of this case: there is nothing left to copy.
    return change.does === 'rotates' || !spent.has(change.key.keyid)
  })
}

/** Whether both charters name this party with the same root keys, so that key acts under one speak for it under the other. */
export function isSameRoot(one: Charter, other: Charter, party: PartyId): boolean {
  const [here, there] = [one, other].map(({ parties }) => parties.find(({ id }) => id === party))
  if (!here || !there) return false
  const rootOf = ({ root, threshold, next }: typeof here) =>
    canonical({ root, threshold, ...(next === undefined ? {} : { next }) })
  return rootOf(here) === rootOf(there)
}

/** Id of the key that an act revokes. */
function revokedBy({ act }: Logged): string | undefined {
  const change = act && kindOf(act).keys?.(act)
  return change?.does === 'revokes' ? change.key.keyid : undefined
}
