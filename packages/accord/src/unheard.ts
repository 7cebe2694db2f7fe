import { kindOf, type Act } from './act.ts'
import type { ActId, PartyId } from './id.ts'
import type { StepState, VersionState } from './state.ts'

type On = Pick<VersionState, 'id' | 'rule' | 'voices'>
type OnRecord = { readonly party: PartyId; readonly act?: Act | undefined; readonly void?: unknown }

/** Whether a version names who takes part, and this party is not among them: what it says on it counts for nothing. */
export const isUnnamed = ({ rule, voices }: On, party: PartyId): boolean =>
  rule === 'participants-only' && voices[party] === undefined

/** The version on which an act speaks for a party that the version does not name. */
export function unheardOn(
  act: Act,
  steps: readonly Pick<StepState, 'versions'>[],
): VersionState | undefined {
  const on = spokenOn(act)
  const version = steps.flatMap(({ versions }) => versions).find(({ id }) => id === on)
  return version && isUnnamed(version, act.party) ? version : undefined
}

/** Who spoke on a version that does not name it: it is on record and counts for nothing. */
export function unheardIn(version: On, acts: readonly OnRecord[]): readonly PartyId[] {
  const spoke = acts.flatMap(({ party, act, void: why }) =>
    act && !why && spokenOn(act) === version.id && isUnnamed(version, party) ? [party] : [],
  )
  return [...new Set(spoke)]
}

function spokenOn(act: Act): ActId | undefined {
  const effect = kindOf(act).effect?.(act)
  return effect?.does === 'speaks' ? effect.on : undefined
}
