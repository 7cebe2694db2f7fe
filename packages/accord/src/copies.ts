import { fromBase64, type Crypto } from '@entente/log'
import { kindOf } from './act.ts'
import type { Charter } from './charter.ts'
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
 * Key acts that count in a party's strand of the parent case and that its strand of a case below
 * does not have, in their order. Until a copy stands there, a key that was revoked above still counts
 * below: whoever knows both says so.
 */
export function missingCopies(
  parent: PartyStrand,
  { charter, party, acts }: PartyStrand,
  { sha256 }: Pick<Crypto, 'sha256'>,
): readonly Logged[] {
  if (charter.parent?.case !== parent.charter.id || parent.party !== party) return []
  const inherited = (charter.keys?.[party] ?? []).map((entry) =>
    actId(openEntry(fromBase64(entry)).payload, sha256),
  )
  const counting = acts.filter(({ act, void: reason }) => act && !reason)
  const here = new Set([...inherited, ...counting.map(({ id }) => id)])
  const spent = new Set(counting.flatMap((logged) => revokedBy(logged) ?? []))
  return parent.acts.filter(({ id, act, void: reason }) => {
    const change = act && !reason ? kindOf(act).keys?.(act) : undefined
    if (!change || here.has(id)) return false
    // The copy of a revocation spent the key before it was given: there is nothing left to copy.
    return change.does !== 'grants' || !spent.has(change.key.keyid)
  })
}

/** Id of the key that an act revokes. */
function revokedBy({ act }: Logged): string | undefined {
  const change = act && kindOf(act).keys?.(act)
  return change?.does === 'revokes' ? change.key.keyid : undefined
}
