import type { PartyId } from './id.ts'
import type { State, VersionState } from './state.ts'

/**
 * Members whose silence on a version is consent, by the certificate that it was adopted: they never spoke
 * on it, so they were silent at the cut that the certificate cites too, and there whoever is silent without
 * proof that it had the text in time breaks the silence. Of a log that is proved to have signed two
 * histories nothing is said: what it showed the certificate may have been a voice.
 */
export function deemedOn(
  { rule, adopted, voices }: VersionState,
  { forked = [] }: Pick<State, 'forked'>,
): readonly PartyId[] {
  if (rule !== 'silence' || adopted.length === 0) return []
  return (Object.keys(voices) as PartyId[]).filter((party) => {
    const { effective, act } = voices[party]!
    const isSilent = effective === 'silent' && act === undefined
    return isSilent && !forked.some((fork) => fork.party === party)
  })
}
