import type { Party } from './charter.ts'
import type { PartyId } from './id.ts'
import type { Cell, DecisionRule } from './rule.ts'
import type { Reason, VersionState } from './state.ts'
import type { MemberVoice } from './voice.ts'
import type { Version } from './version.ts'

/** Whoever has a voice on a version, and the column of the decision table that judges it. */
export type Forum = {
  readonly version: Version
  readonly rule: DecisionRule
  readonly electors: readonly Party[]
}

/** What a voice does to the text under the rule. */
export const cellOf = ({ rule }: Forum, { effective }: MemberVoice): Cell => rule.cells[effective]

/** Why these voices, in the order of the electors, shut the gate; nothing where it is open. */
export function whyShut(forum: Forum, voices: readonly MemberVoice[]): Reason[] {
  const { version, rule, electors } = forum
  const cells = voices.map((voice) => cellOf(forum, voice))
  const votes = electors.map(({ population = 0 }, index) => ({ population, cell: cells[index]! }))
  return [
    ...electors.flatMap(({ id }, index) =>
      cells[index] === 'shuts' ? whyVoiceShuts(forum, id, voices[index]!) : [],
    ),
    ...rule.demands
      .filter(({ isMet }) => !isMet(votes))
      .map(({ code, source }) => ({ code, version: version.id, rule: version.rule, source })),
  ]
}

function whyVoiceShuts({ version, rule }: Forum, member: PartyId, voice: MemberVoice): Reason {
  const { effective, act } = voice
  const axes = (['union', 'national'] as const).filter((axis) => voice[axis] === effective)
  const isSpoken = effective !== 'silent' && effective !== 'withdrawn'
  return {
    code: voice.ranOut ? 'ran-out' : (effective as Extract<typeof effective, Reason['code']>),
    version: version.id,
    rule: version.rule,
    source: rule.source,
    member,
    ...(act !== undefined && { act }),
    ...(isSpoken && { axes }),
  }
}

/**
 * Whose word could still open the gate of a version: members who are silent, wait for their capital
 * or object. Nobody is awaited on a text that is final, and who withdrew cannot come back to it.
 */
export function awaited({
  gate,
  standing,
  incomplete,
}: Pick<VersionState, 'gate' | 'standing' | 'incomplete'>): readonly PartyId[] {
  if (standing === 'ended' || standing === 'lapsed' || standing === 'superseded') return []
  const shutting = gate.reasons.flatMap(({ code, member }) =>
    member !== undefined && code !== 'withdrawn' ? [member] : [],
  )
  return [...new Set([...shutting, ...incomplete])].toSorted()
}
