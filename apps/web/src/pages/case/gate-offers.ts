import { isMetWith, type Charter, type PartyId, type VersionState } from '@entente/accord'
import type { Looked, Terms } from './next.ts'

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
  return windowOf({ window, due: expiry + window * period }, { voices, reaffirmed })
}

const windowOf = (
  window: Omit<Reaffirmation, 'missing'>,
  { voices, reaffirmed = {} }: Pick<VersionState, 'voices' | 'reaffirmed'>,
): Reaffirmation => ({
  ...window,
  missing: (Object.keys(voices) as PartyId[]).filter(
    (party) => !reaffirmed[party]?.includes(window.window),
  ),
})

/** The window that is over, where its lack lapses the text: without those who did not answer it the rule is not met. */
export function lapsing(
  charter: Terms,
  version: VersionState,
  { now, minimum }: Pick<Looked, 'now' | 'minimum'>,
): Reaffirmation | undefined {
  const next = reaffirmation(charter, version, now)
  if (!next || next.window === 1) return undefined
  const last = { window: next.window - 1, due: next.due - charter.period! }
  const { missing } = windowOf(last, version)
  const silent = missing.filter((party) => version.voices[party]!.effective !== 'withdrawn')
  return silent.length > 0 && !isMetWith(charter, version, { silent, minimum })
    ? { ...last, missing: silent }
    : undefined
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
export function offersOf(charter: Terms, version: VersionState, looked: Looked): readonly Offer[] {
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
