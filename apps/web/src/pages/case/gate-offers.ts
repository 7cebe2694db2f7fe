import type { Charter, PartyId, VersionState } from '@entente/accord'
import type { Looked } from './next.ts'

/** The next window of reaffirmation: when it is due, and who has not answered it. */
export type Reaffirmation = {
  readonly window: number
  /** Seconds. */
  readonly due: number
  readonly missing: readonly PartyId[]
}

/** The window that is next due at this second; undefined where nothing lapses. */
export function reaffirmation(
  { period }: Pick<Charter, 'period'>,
  { expiry, voices, reaffirmed = {} }: VersionState,
  now: number,
): Reaffirmation | undefined {
  if (period === undefined || expiry === undefined) return undefined
  const window = Math.max(1, Math.floor((now - expiry) / period) + 1)
  return {
    window,
    due: expiry + window * period,
    missing: (Object.keys(voices) as PartyId[]).filter(
      (party) => !reaffirmed[party]?.includes(window),
    ),
  }
}

/** Whether whoever put it may give more time: a silence that is not over by any certificate. */
export const isExtendable = ({ rule, current, standing, expiry }: VersionState): boolean =>
  rule === 'silence' && current && standing === 'open' && expiry !== undefined

/** Whether a receipt that is filed at this second still makes silence a consent. */
export const isReceiptTimely = (
  { notice }: Pick<Charter, 'notice'>,
  { expiry }: VersionState,
  now: number,
): boolean => expiry === undefined || now < expiry - notice

/** A certificate that this page offers: what the node drafts is checked by its own computation. */
export type Offer =
  | { readonly result: 'adopted' | 'ended' | 'lapsed' }
  | { readonly result: 'expired'; readonly of?: string }

/** What could be certified of a version at this second, by the clock of whoever looks at it. */
export function offersOf(
  charter: Pick<Charter, 'period'>,
  version: VersionState,
  looked: Looked,
): readonly Offer[] {
  const { now } = looked
  const offers: Offer[] = [...beforeAdoption(version, looked)]
  if (version.standing === 'suspended') offers.push({ result: 'ended' })
  if (version.inForce && isOverdue(charter, version, now)) offers.push({ result: 'lapsed' })
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

/** Whether the window before the next one was left unanswered by somebody. */
function isOverdue(
  { period }: Pick<Charter, 'period'>,
  { expiry, voices, reaffirmed = {} }: VersionState,
  now: number,
): boolean {
  if (period === undefined || expiry === undefined) return false
  const window = Math.floor((now - expiry) / period)
  return (
    window >= 1 &&
    Object.keys(voices).some((party) => !reaffirmed[party as PartyId]?.includes(window))
  )
}
