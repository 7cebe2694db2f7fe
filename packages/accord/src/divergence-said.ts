import type { Act } from './act.ts'
import type { Comply } from './act/comply.ts'
import type { ActId, PartyId } from './id.ts'
import type { VersionState } from './state.ts'
import type { MemberVoice } from './voice.ts'

/** A member's voice on a version with the act in which it gave reasons. */
export type SaidOn = {
  readonly member: PartyId
  readonly voice: MemberVoice
  readonly comply?: Comply
}

export type Acts = ReadonlyMap<ActId, Act>

/** What every member says on a version, in the order in which the version has them. */
export function saidOn({ voices }: VersionState, acts: Acts): readonly SaidOn[] {
  return Object.entries(voices).map(([member, voice]) => {
    const act = voice.act === undefined ? undefined : acts.get(voice.act)
    return {
      member: member as PartyId,
      voice,
      ...(act?.kind === 'comply' ? { comply: act } : {}),
    }
  })
}

/**
 * The clauses that stand between a member and the text: those that it would have otherwise. What it reserves beside that is said
 * by its other voice, which is for the text without them; where it offers no words, they are all that it names.
 */
export const wantedBy = (said: SaidOn): ReadonlySet<string> =>
  said.comply?.amendment ? new Set(said.comply.amendment.map(({ id }) => id)) : namedBy(said)

/** The clauses that a member names: in its reservations, and as it would have them. */
export const namedBy = ({ comply }: SaidOn): ReadonlySet<string> =>
  new Set([
    ...(comply?.reservations ?? []).flatMap(({ clause }) => clause ?? []),
    ...(comply?.amendment ?? []).map(({ id }) => id),
  ])
