import { kindOf, type Act } from './act.ts'
import type { Charter } from './charter.ts'
import { deemedOn } from './deemed.ts'
import { whyShut, type Heard } from './gate.ts'
import type { ActId, PartyId } from './id.ts'
import { decisionRule, type DecisionRule } from './rule.ts'
import type { StepState, VersionState } from './state.ts'
import type { MemberVoice } from './voice.ts'

type Terms = Pick<
  Charter,
  'parties' | 'steps' | 'minimum' | 'blocking' | 'doubleThirdUnderMajority'
>

/**
 * A version as it would be if these voices followed: by what is certified of it, whose trees whoever asks need not hold. What
 * was said before stays where the acts are about another version, or of a member that withdrew.
 */
export function ifSaid(
  charter: Terms,
  { kind, version }: Pick<StepState, 'kind'> & { readonly version: VersionState },
  acts: readonly Act[],
  /** Participants only: how many the document names at the least. */
  { minimum }: { readonly minimum?: number | undefined } = {},
): VersionState {
  const rule = decisionRule(charter, kind)
  const { voices, broke } = hearing(version, acts, rule)
  const silent = (Object.keys(voices) as PartyId[]).filter(
    (party) => voices[party]!.effective === 'silent',
  )
  if (!rule) return { ...version, voices, incomplete: silent }
  const isAdopted = version.adopted.length > 0
  const consenting = isAdopted ? deemedOn(version, {}) : (version.acknowledged ?? [])
  const electors = charter.parties.filter(({ id }) => voices[id] !== undefined)
  const heard = electors.map(({ id }): Heard => {
    const said = { voice: voices[id]!, deemed: consenting.includes(id) }
    return isAdopted ? { ...said, late: true } : { ...said, broke: broke.get(id) }
  })
  const about = { id: version.id, rule: version.rule, document: { minimum } }
  const reasons = whyShut({ version: about, rule, electors, terms: charter }, heard)
  const gate = { open: reasons.length === 0, reasons }
  return { ...version, voices, incomplete: rule.needsEveryVoice ? [] : silent, gate }
}

/** The voices after these acts, and who broke a silence, by which act. */
function hearing(
  version: VersionState,
  acts: readonly Act[],
  rule: DecisionRule | undefined,
): { readonly voices: Record<PartyId, MemberVoice>; readonly broke: ReadonlyMap<PartyId, ActId> } {
  const voices = { ...version.voices }
  const broke = new Map(brokeIn(version))
  for (const act of acts) {
    const effect = kindOf(act).effect?.(act)
    const before = voices[act.party]
    if (effect?.does !== 'speaks' || effect.on !== version.id) continue
    if (!before || before.effective === 'withdrawn') continue
    const { amends, ...voice } = effect.said
    voices[act.party] = voice
    const breaks = voice.effective === 'objects' || (amends && rule?.silence?.amendment === 'yes')
    // An act that nobody signed has no id: that of the version stands for it.
    if (rule?.silence && breaks && !broke.has(act.party)) broke.set(act.party, version.id)
  }
  return { voices, broke }
}

/** Who broke a silence before adoption, by which act: what it says later does not undo it. */
const brokeIn = ({ rule, gate: { reasons } }: VersionState) =>
  rule !== 'silence'
    ? []
    : reasons.flatMap(({ code, member, act }) =>
        (code === 'objects' || code === 'broken') && member !== undefined && act !== undefined
          ? [[member, act] as const]
          : [],
      )
