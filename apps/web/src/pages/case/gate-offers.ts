import { lapsing, type Looked, type AwaitingTerms, type VersionState } from '@entente/accord'

/** Whether whoever put it may give more time: a silence that is not over by any certificate. */
export const isExtendable = ({ rule, current, standing, expiry }: VersionState): boolean =>
  rule === 'silence' && current && standing === 'open' && expiry !== undefined

/** Whether voices still count towards a gate: a silence that is certified as broken has none that any voice opens. */
export const hasGate = ({ adopted, broken }: VersionState): boolean =>
  adopted.length > 0 || broken === undefined

/** A certificate that this page offers: what the node drafts is checked by its own computation. */
export type Offer =
  | { readonly result: 'adopted' | 'ended' | 'lapsed' }
  | { readonly result: 'expired'; readonly of?: string }

/** What could be certified of a version at this second, by the clock of whoever looks at it. */
export function offersOf(
  charter: AwaitingTerms,
  version: VersionState,
  looked: Looked,
): readonly Offer[] {
  const { now } = looked
  const offers: Offer[] = [...beforeAdoption(version, looked)]
  if (version.standing === 'suspended') offers.push({ result: 'ended' })
  if (version.inForce && lapsing(charter, version, looked)) offers.push({ result: 'lapsed' })
  for (const { until, act, ranOut } of Object.values(version.voices))
    if (until !== undefined && until <= now && act !== undefined && !ranOut)
      offers.push({ result: 'expired', of: act })
  return offers
}

/** That it is adopted, or that its silence is broken: never on a voice past its end, nor what trees do not show. */
function beforeAdoption(
  version: VersionState,
  { now, silence, pastEnd }: Looked,
): readonly Offer[] {
  const { gate } = pastEnd ?? version
  const isOver = gate.notBefore === undefined || gate.notBefore <= now
  if (version.adopted.length > 0 || version.broken || !isOver) return []
  switch (silence?.comesTo ?? (gate.open ? 'adopted' : 'broken')) {
    case 'adopted':
      return version.current ? [{ result: 'adopted' }] : []
    case 'broken':
      return version.rule === 'silence' ? [{ result: 'expired' }] : []
    case 'neither':
      return []
  }
}
