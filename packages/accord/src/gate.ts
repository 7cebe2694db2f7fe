import type { Party } from './charter.ts'
import type { ActId, PartyId } from './id.ts'
import type { Count, DecisionRule, Terms } from './rule.ts'
import type { Reason, VersionState } from './state.ts'
import type { MemberVoice, Voice } from './voice.ts'
import type { Version } from './version.ts'

/** Whoever has a voice on a version, and the column of the decision table that judges it. */
export type Forum = {
  readonly version: Pick<Version, 'id' | 'rule' | 'document'>
  readonly rule: DecisionRule
  readonly electors: readonly Party[]
  readonly terms: Omit<Terms, 'document'>
}

/** One elector's voice as the rule is to see it. */
export type Heard = {
  readonly voice: MemberVoice
  /** Its silence is consent. */
  readonly deemed?: boolean
  /** The act by which it broke the silence, though it may have lifted it since. */
  readonly broke?: ActId | undefined
  /** After adoption a brake stops nothing. */
  readonly late?: true
}

/** What a voice does to the text under the rule. */
function countOf({ rule }: Forum, { voice, deemed, broke, late }: Heard): Count | 'brakes' {
  if (broke !== undefined) return 'breaks'
  if (rule.brake && voice.vital && !late) return 'brakes'
  const cell = rule.cells[voice.effective]
  if (cell !== 'deemed') return cell
  return deemed && !voice.ranOut ? 'consents' : 'breaks'
}

/** Whether its voice carries the text: expressly, or because its silence is consent. */
export const isCarried = (forum: Forum, heard: Heard): boolean => {
  const count = countOf(forum, heard)
  return count === 'for' || count === 'consents'
}

const SHUTTING: ReadonlySet<Count | 'brakes'> = new Set(['shuts', 'breaks', 'brakes'])

/** Why these voices, in the order of the electors, shut the gate; nothing where it is open. */
export function whyShut(forum: Forum, said: readonly Heard[]): Reason[] {
  const { version, rule, electors, terms } = forum
  const counts = said.map((one) => countOf(forum, one))
  const votes = electors.map(({ population = 0 }, index) => {
    const count = counts[index]!
    return { population, count: count === 'brakes' ? ('not-for' as const) : count }
  })
  return [
    ...electors.flatMap(({ id }, index) =>
      SHUTTING.has(counts[index]!) ? whyVoiceShuts(forum, id, said[index]!) : [],
    ),
    ...rule.demands
      .filter(({ isMet }) => !isMet(votes, { ...terms, document: version.document }))
      .map(({ code, source }) => ({ code, version: version.id, rule: version.rule, source })),
  ]
}

function whyVoiceShuts(forum: Forum, member: PartyId, heard: Heard): Reason {
  const { version, rule } = forum
  const { voice, broke } = heard
  const { effective, act } = voice
  const brakes = countOf(forum, heard) === 'brakes'
  const about = {
    version: version.id,
    rule: version.rule,
    source: brakes ? rule.brake!.source : rule.source,
    member,
  }
  // It broke the silence by what it no longer says, or by what it says beside its consent.
  if (broke !== undefined && effective !== 'objects' && effective !== 'withdrawn')
    return { code: 'broken', ...about, act: broke }
  const axes = (['union', 'national'] as const).filter((axis) => voice[axis] === effective)
  const isSpoken = effective !== 'silent' && effective !== 'withdrawn'
  return {
    code: brakes ? 'brake' : codeOf(forum, voice),
    ...about,
    ...(act !== undefined && { act }),
    ...(isSpoken && { axes }),
  }
}

function codeOf({ rule }: Forum, { effective, ranOut }: MemberVoice): Reason['code'] {
  if (ranOut) return 'ran-out'
  if (rule.cells[effective] === 'deemed') return 'unacknowledged'
  return effective as Extract<typeof effective, Reason['code']>
}

/**
 * Whose word could still open the gate of a version: members who are silent, wait for their capital
 * or object. Nobody is awaited on a text that is final, and who withdrew cannot come back to it.
 */
export function awaited({
  gate,
  standing,
  incomplete,
  voices,
}: Pick<VersionState, 'gate' | 'standing' | 'incomplete' | 'voices'>): readonly PartyId[] {
  if (FINAL.has(standing)) return []
  const unsettled = Object.entries(voices).flatMap(([member, { effective }]) =>
    !gate.open && UNSETTLED.has(effective) ? [member as PartyId] : [],
  )
  return [...new Set([...unsettled, ...incomplete])].toSorted()
}

const UNSETTLED: ReadonlySet<Voice> = new Set(['silent', 'awaits-instructions', 'objects'])

const FINAL: ReadonlySet<VersionState['standing']> = new Set([
  'broken',
  'ended',
  'lapsed',
  'superseded',
])
