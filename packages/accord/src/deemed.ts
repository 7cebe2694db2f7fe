import type { PartyId } from './id.ts'
import type { State, VersionState } from './state.ts'

/**
 * Members whose silence on a version is consent, by the certificate that it was adopted: nothing that they
 * said on it counts, and their silence shuts the gate no more than it broke the silence at the cut that the
 * certificate cites. Of a log that is proved to have signed two histories nothing is said: what it showed
 * the certificate may have been a voice.
 */
export function deemedOn(
  { rule, adopted, voices, gate }: VersionState,
  { forked = [] }: Pick<State, 'forked'>,
): readonly PartyId[] {
  if (rule !== 'silence' || adopted.length === 0) return []
  return (Object.keys(voices) as PartyId[]).filter((party) => {
    const { effective, act } = voices[party]!
    const isSilent = effective === 'silent' && act === undefined
    // What it said may have been under a mandate whose end was certified since: then it is silent, and consents to nothing.
    const isShut = gate.reasons.some(({ member }) => member === party)
    return isSilent && !isShut && !forked.some((fork) => fork.party === party)
  })
}
