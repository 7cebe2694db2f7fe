import {
  AccordError,
  isSecond,
  type ActId,
  type AuthorityKey,
  type PartyId,
  type SpentKey,
} from '@entente/accord'
import type { Person } from '../config.ts'
import type { HeldCaseFiles } from '../federation/index.ts'
import { PartiesError } from '../parties/error.ts'
import { seconds, type Clock } from '../platform/clock.ts'

/** Where a party's keys are looked up, every strand of its own that this node holds; and this node's clock. */
type Own = {
  readonly party: PartyId
  readonly caseFiles: Pick<HeldCaseFiles, 'held'>
  readonly clock: Clock
}

const statesOf = ({ party, caseFiles }: Own) =>
  caseFiles.held().map((file) => file.strand(party).reader().keys())

/** A key of this party that some case held here has spent: it is spent for every other as well. */
const spentHere = (own: Own, keyid: string): SpentKey | undefined =>
  statesOf(own).flatMap(({ spent }) => spent.get(keyid) ?? [])[0]

/** The grant of a key whose mandate has ended: by this node's clock, or as some case held here has it certified. */
const endedHere = (own: Own, keyid: string): AuthorityKey | undefined =>
  statesOf(own)
    .flatMap(({ authorities }) => authorities.get(keyid) ?? [])
    .find(
      ({ act, mandate: { until } }) =>
        until !== undefined && (until <= seconds(own.clock) || isCertified(own, act)),
    )

const isCertified = ({ caseFiles }: Own, act: ActId): boolean =>
  caseFiles.held().some((file) => file.state().state.mandates?.some(({ of }) => of === act))

/** Whether a key may sign here now: nothing revoked it, and its mandate has not ended. */
export const isInForce = (own: Own, keyid: string): boolean =>
  !spentHere(own, keyid) && !endedHere(own, keyid)

/**
 * Refuses to sign with a key that was revoked, or whose mandate has ended by this node's clock. What revokes
 * it is in the strand, durable before whoever revoked it was answered, so that no restart and no other
 * case lets the key sign again.
 */
export function assertInForce(own: Own, keyid: string): void {
  const spent = spentHere(own, keyid)
  if (spent)
    throw new AccordError(
      'key.revoked',
      `expected a key in force, got ${keyid}, which act ${spent.act} revoked (${spent.cause})`,
    )
  const ended = endedHere(own, keyid)
  if (ended)
    throw new PartiesError(
      'mandate.ended',
      `expected a mandate that has not ended, got the one of ${ended.authority.name}, which ended ${new Date(ended.mandate.until! * 1000).toISOString()}: the root keys give the authority another key`,
    )
}

/**
 * A person with the key that signs for its authority now: its own, or where that one is revoked or its
 * mandate has ended the latest in force that the root keys gave to the same authority and that this node
 * holds. Where none is in force: the latest whose mandate has ended, so that this is what is said.
 */
export function withKeyInForce(
  own: Own,
  holds: (keyid: string) => boolean,
  person: Person,
): Person {
  if (isInForce(own, person.keyid)) return person
  const unspent = statesOf(own)
    .flatMap(({ authorities }) => [...authorities.values()])
    .filter(
      ({ authority, publicKey, key: { keyid } }) =>
        authority.id === person.authority &&
        !isSecond(publicKey) &&
        !spentHere(own, keyid) &&
        holds(keyid),
    )
  const other = unspent.findLast(({ key: { keyid } }) => isInForce(own, keyid)) ?? unspent.at(-1)
  return other ? { ...person, keyid: other.key.keyid } : person
}
