import { canonical, type Act, type PartyId } from '@entente/accord'
import type { CaseView } from '../api.ts'
import { subjectOf } from './subject.ts'

/** The canonical payload of an act: what a person reads and what the node signs. */
export function payloadOf(
  view: Pick<CaseView, 'id' | 'acts'>,
  party: PartyId,
  said: { readonly kind: Act['kind']; readonly claimedAt: string },
): string {
  const act = { v: 1, charter: view.id, party, ...said } as unknown as Act
  const subject = subjectOf(act)
  const prev = view.acts
    .filter((other) => other.party === party && !other.void && other.act)
    .toSorted((a, b) => a.index - b.index)
    .findLast((other) => subject !== undefined && subjectOf(other.act!) === subject)
  return canonical(prev ? { ...act, prev: prev.id } : act)
}
