import { z } from 'zod'
import type { ActId } from './id.ts'
import type { Unmandated } from './matter.ts'

/** What a member can say, weakest first. The effective voice is the weaker of its two. */
export const SPOKEN = [
  'objects',
  'awaits-instructions',
  'abstains-constructively',
  'abstains',
  'complies-with-reservation',
  'complies-with-statement',
  'complies',
] as const

export const SpokenVoice = z.enum(SPOKEN)
export type SpokenVoice = z.infer<typeof SpokenVoice>

/** Also what a member is without having said it. */
export type Voice = SpokenVoice | 'withdrawn' | 'silent'

/** The weaker of two voices: it is the one that counts. */
export const weaker = (a: SpokenVoice, b: SpokenVoice): SpokenVoice =>
  SPOKEN.indexOf(a) <= SPOKEN.indexOf(b) ? a : b

/** What a member's own acts make of its voice on one version. */
export type MemberVoice = {
  readonly effective: Voice
  readonly union: SpokenVoice | 'silent' | 'withdrawn'
  readonly national: SpokenVoice | 'silent' | 'withdrawn'
  /** The act that says it; absent while silent. */
  readonly act?: ActId
  /** Clauses it excepts: what binds this member is the text without them. */
  readonly excepts?: readonly string[]
  /** It objects for vital and stated reasons of national policy. */
  readonly vital?: true
  readonly until?: number
  readonly ranOut?: true
  /** Withdrawn by the party's root keys: whoever said it had stolen a key. */
  readonly cause?: 'compromise'
}

/** What one act says, before it is known which act that is. */
export type Said = Omit<MemberVoice, 'act' | 'ranOut'> & {
  /** It would have clauses otherwise: under some procedures that breaks a silence. */
  readonly amends?: true
}

export const WITHDRAWN: Said = {
  effective: 'withdrawn',
  union: 'withdrawn',
  national: 'withdrawn',
}

export const SILENT: MemberVoice = { effective: 'silent', union: 'silent', national: 'silent' }

/** The two voices of a member as one: the weaker, with the clauses that it leaves out. */
export function saying({
  union,
  national,
  reservations = [],
  vital,
  amendment,
  until,
}: {
  readonly union: SpokenVoice
  readonly national: SpokenVoice
  readonly reservations?:
    | readonly { readonly axis: 'union' | 'national'; readonly clause?: string }[]
    | undefined
  readonly vital?: true | undefined
  readonly amendment?: readonly unknown[] | undefined
  readonly until?: number | undefined
}): Said {
  const effective = weaker(union, national)
  // Beside a weaker voice a reservation is kept on record and excepts nothing; without a clause
  // it is an interpretative statement.
  const excepts =
    effective === 'complies-with-reservation'
      ? [...new Set(reservations.flatMap(({ clause }) => clause ?? []))]
      : []
  return {
    effective,
    union,
    national,
    ...(excepts.length > 0 && { excepts }),
    ...(vital && { vital }),
    ...(amendment && { amends: true as const }),
    ...(until !== undefined && { until }),
  }
}

/** A member's voice on one version from one place of its own strand to the next. */
export type Moment = {
  readonly index: number
  readonly voice: MemberVoice
  readonly amends?: true
  /** Where it is certified that whoever said it had no mandate any more. */
  readonly unmandated?: Unmandated | undefined
}

/** Everything one member said on one version, in the order of its own strand. */
export type VoiceHistory = readonly Moment[]

/** A later act replaces the whole earlier voice, and nothing replaces a withdrawal. */
export function hear(
  history: Moment[],
  { index, act, unmandated }: Pick<Moment, 'index' | 'unmandated'> & { readonly act: ActId },
  { amends, ...said }: Said,
) {
  if (history.at(-1)?.voice.effective !== 'withdrawn')
    history.push({
      index,
      voice: { ...said, act },
      ...(amends && { amends }),
      ...(unmandated && { unmandated }),
    })
}

/** How many moments lie in the first `size` acts of the member's strand. */
export function heardIn(history: VoiceHistory, size: number): number {
  let low = 0
  let high = history.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (history[middle]!.index < size) low = middle + 1
    else high = middle
  }
  return low
}

/** A member's voice as its first `size` acts have it: its own strand and nothing else. */
export const voiceAt = (history: VoiceHistory, size: number): MemberVoice =>
  history[heardIn(history, size) - 1]?.voice ?? SILENT

/** The voices from a size of the member's strand to another: the one it had, and each that followed. */
export const voicesFrom = (history: VoiceHistory, size: number, last: number): MemberVoice[] => [
  voiceAt(history, size),
  ...history.slice(heardIn(history, size), heardIn(history, last)).map(({ voice }) => voice),
]

/** The one that carries least; of two that carry as much, the earlier. */
export const weakestOf = ([first, ...others]: readonly MemberVoice[]): MemberVoice =>
  others.reduce(
    (weakest, one) => (carries(one) < carries(weakest) ? one : weakest),
    first ?? SILENT,
  )

/** Nobody's silence carries more than to await instructions, and less than to abstain. */
function carries({ effective }: MemberVoice): number {
  if (effective === 'withdrawn') return -1
  if (effective === 'silent') return SPOKEN.indexOf('awaits-instructions') + 0.5
  return SPOKEN.indexOf(effective)
}

/** The voice at a certified instant: one whose end has come by then is silence. */
export const voiceAtInstant = (voice: MemberVoice, instant: number): MemberVoice =>
  voice.until !== undefined && voice.until <= instant ? ranOut(voice) : voice

/** What is left of a voice whose end has come. */
export const ranOut = ({ act }: MemberVoice): MemberVoice => ({
  ...SILENT,
  ...(act !== undefined && { act }),
  ranOut: true,
})
