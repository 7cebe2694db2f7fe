import type { Charter } from './charter.ts'
import type { PartyId } from './id.ts'
import { isMetWith } from './met-with.ts'
import type { Looked, AwaitingTerms } from './next.ts'
import type { VersionState } from './state.ts'

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
  charter: AwaitingTerms,
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
