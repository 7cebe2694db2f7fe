import { kindOf, type Act } from './act.ts'
import type { Charter } from './charter.ts'
import { deemedOn } from './deemed.ts'
import { whyShut, type Heard } from './gate.ts'
import type { PartyId } from './id.ts'
import { decisionRule } from './rule.ts'
import type { StepState, VersionState } from './state.ts'
import type { MemberVoice } from './voice.ts'

/**
 * A version as it would be if these voices followed: by what is certified of it, whose trees whoever asks need not hold. What
 * was said before stays where the acts are about another version, or of a member that withdrew.
 */
export function ifSaid(
  charter: Pick<Charter, 'parties' | 'steps' | 'minimum' | 'blocking' | 'doubleThirdUnderMajority'>,
  { kind, version }: Pick<StepState, 'kind'> & { readonly version: VersionState },
  acts: readonly Act[],
  /** Participants only: how many the document names at the least. */
  { minimum }: { readonly minimum?: number | undefined } = {},
): VersionState {
  const rule = decisionRule(charter, kind)
  const voices: Record<PartyId, MemberVoice> = { ...version.voices }
  const broke = new Map(brokeIn(version))
  for (const act of acts) {
    const effect = kindOf(act).effect?.(act)
    const before = voices[act.party]
    if (effect?.does !== 'speaks' || effect.on !== version.id) continue
    if (!before || before.effective === 'withdrawn') continue
    const { amends, ...voice } = effect.said
    voices[act.party] = voice
    const breaks = voice.effective === 'objects' || (amends && rule?.silence?.amendment === 'yes')
    if (rule?.silence && breaks && !broke.has(act.party)) broke.set(act.party, version.id)
  }
  const incomplete = (Object.keys(voices) as PartyId[]).filter(
    (party) => voices[party]!.effective === 'silent',
  )
  if (!rule) return { ...version, voices, incomplete }
  const isAdopted = version.adopted.length > 0
  const consenting = isAdopted ? deemedOn(version, {}) : (version.acknowledged ?? [])
  const electors = charter.parties.filter(({ id }) => voices[id] !== undefined)
  const heard = electors.map(({ id }): Heard => ({
    voice: voices[id]!,
    deemed: consenting.includes(id),
    ...(isAdopted ? { late: true } : { broke: broke.get(id) }),
  }))
  const about = { id: version.id, rule: version.rule, document: { minimum } }
  const reasons = whyShut({ version: about, rule, electors, terms: charter }, heard)
  return {
    ...version,
    voices,
    incomplete: rule.needsEveryVoice ? [] : incomplete,
    gate: { open: reasons.length === 0, reasons },
  }
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
