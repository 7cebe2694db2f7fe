import { AccordError, type PartyId, type SpentKey } from '@entente/accord'
import type { Person } from '../config.ts'
import type { HeldCaseFiles } from '../federation/index.ts'

/** Where a party's keys are looked up: every strand of its own that this node holds. */
type Own = { readonly party: PartyId; readonly caseFiles: Pick<HeldCaseFiles, 'held'> }

const statesOf = ({ party, caseFiles }: Own) =>
  caseFiles.held().map((file) => file.strand(party).reader().keys())

/** A key of this party that some case held here has spent: it is spent for every other as well. */
const spentHere = (own: Own, keyid: string): SpentKey | undefined =>
  statesOf(own).flatMap(({ spent }) => spent.get(keyid) ?? [])[0]

export const isInForce = (own: Own, keyid: string): boolean => !spentHere(own, keyid)

/**
 * Refuses to sign with a key that was revoked. What says so is in the strand, durable before whoever
 * revoked it was answered, so that no restart and no other case lets the key sign again.
 */
export function assertInForce(own: Own, keyid: string): void {
  const spent = spentHere(own, keyid)
  if (spent)
    throw new AccordError(
      'key.revoked',
      `expected a key in force, got ${keyid}, which act ${spent.act} revoked (${spent.cause})`,
    )
}

/**
 * A person with the key that signs for its authority now: its own, or where that one is revoked the
 * latest that the root keys gave to the same authority and that this node holds.
 */
export function withKeyInForce(
  own: Own,
  holds: (keyid: string) => boolean,
  person: Person,
): Person {
  if (!spentHere(own, person.keyid)) return person
  const other = statesOf(own)
    .flatMap(({ authorities }) => [...authorities.values()])
    .findLast(
      ({ authority, key: { keyid } }) =>
        authority.id === person.authority && !spentHere(own, keyid) && holds(keyid),
    )
  return other ? { ...person, keyid: other.key.keyid } : person
}
