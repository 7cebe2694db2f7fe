import { currentUntil } from './attested.ts'
import type { Charter } from './charter.ts'
import type { Logged, Trees } from './cut.ts'
import type { Forum } from './gate.ts'
import type { ActId, PartyId } from './id.ts'
import type { Effect, Result } from './kind.ts'
import {
  ranOut,
  SILENT,
  voiceAt,
  voicesFrom,
  weakestOf,
  type MemberVoice,
  type Moment,
  type VoiceHistory,
} from './voice.ts'
import type { Version } from './version.ts'

/** How many acts of each strand. */
export type Sizes = Readonly<Record<PartyId, number>>

/** A `declare` whose trees proved true and which cites nothing beyond its own place. */
export type Certificate = {
  readonly id: ActId
  readonly by: PartyId
  readonly at: number
  readonly on: ActId
  readonly result: Result
  readonly of?: ActId | undefined
  readonly window?: number | undefined
  /** The cut that it cites, at which it is judged. */
  readonly cited: Sizes
  /** How much of each strand it is about: where a cut has less it says nothing. */
  readonly needs: Sizes
  readonly trees: Trees
}

/** An act that moved the end of a silence, at its place in the filer's strand. */
export type Extension = { readonly at: number; readonly until: number }

/** An act by which a member answered a window of reaffirmation, at its place in its strand. */
export type Reaffirmation = Acknowledgement & { readonly window: number }

/** An act by which a member says that it has the text, at its place in its strand. */
export type Acknowledgement = {
  readonly at: number
  readonly unmandated?: Unmandated | undefined
}

/** A version that is decided on, with everything said and certified about it. */
export type Matter = Forum & {
  readonly version: Version
  readonly charter: Charter
  /** In the order of the electors, as are the two after it. */
  readonly histories: readonly VoiceHistory[]
  /** The acts by which each has the text: its receipts, or the filing itself. */
  readonly acknowledged: readonly (readonly Acknowledgement[])[]
  readonly reaffirmed: readonly (readonly Reaffirmation[])[]
  readonly extensions: readonly Extension[]
  /** Proofs that a log signed two histories, of whichever party. */
  readonly forks: readonly Accusing[]
  readonly certificates: readonly Certificate[]
}

/** Reads a certificate; undefined where it speaks of what is not there yet, and so says nothing. */
export function readCertificate(
  { id, party: by, index: at, trees }: Logged,
  { on, result, of, window, cut }: Extract<Effect, { does: 'certifies' }>,
  sizes: Sizes,
): Certificate | undefined {
  if (!trees) return undefined
  const cited: Record<PartyId, number> = {}
  for (const party of Object.keys(sizes) as PartyId[]) {
    const size = cut[party]?.size
    if (size === undefined || size > sizes[party]!) return undefined
    cited[party] = size
  }
  const needs = largestIn(cited, trees)
  return cited[by]! <= at ? { id, by, at, on, result, of, window, cited, needs, trees } : undefined
}

/** The larger of what is cited and of each smaller tree. */
function largestIn(cited: Sizes, { early, breaks, since }: Trees): Sizes {
  const needs: Record<PartyId, number> = { ...cited }
  for (const smaller of [early, breaks, since])
    for (const [id, { size }] of Object.entries(smaller)) {
      const party = id as PartyId
      needs[party] = Math.max(needs[party] ?? 0, size)
    }
  return needs
}

/** Whether a certificate lies inside these sizes, with every tree that it cites. */
export const isIn = ({ by, at, cited, needs = cited }: Known, sizes: Sizes): boolean =>
  at < sizes[by]! && isWithin(needs, sizes)

function isWithin(inner: Sizes, outer: Sizes): boolean {
  for (const party in outer) if (inner[party as PartyId]! > outer[party as PartyId]!) return false
  return true
}

/** Where a certificate stands and what it cites: in which cuts it is known. Without smaller trees it needs what it cites. */
export type Known = Pick<Certificate, 'by' | 'at' | 'cited'> & Partial<Pick<Certificate, 'needs'>>

/** Per key by which an act could count: the certificates that the mandate of this key had ended before. */
export type Unmandated = readonly (readonly Known[])[]

/** Whether an act stands under no mandate any more in a cut of these sizes. */
export const isUnmandated = (unmandated: Unmandated | undefined, sizes: Sizes): boolean =>
  unmandated?.every((known) => known.some((one) => isIn(one, sizes))) ?? false

/** Certificates that a voice ran out: the strand of its member was closed at or after its end. */
export const expiriesOf = (matter: Matter): readonly Certificate[] =>
  matter.certificates.filter((certificate) => {
    const { result, of, cited, trees } = certificate
    if (result !== 'expired' || of === undefined) return false
    return matter.electors.some(({ id }, elector) =>
      matter.histories[elector]!.some(
        ({ index, voice: { act, until } }) =>
          act === of &&
          until !== undefined &&
          index < cited[id]! &&
          currentUntil(trees.closings[id], matter.charter.quorum) >= until,
      ),
    )
  })

/** Where an elector acknowledged the text, whoever signed that. */
export const acknowledgedAt = ({ acknowledged }: Matter, elector: number): number | undefined =>
  acknowledged[elector]![0]?.at

/** Where it did so under a mandate that no certificate in these sizes ends. */
export const acknowledgedIn = (
  { acknowledged }: Matter,
  elector: number,
  sizes: Sizes,
): number | undefined =>
  acknowledged[elector]!.find(({ unmandated }) => !isUnmandated(unmandated, sizes))?.at

/**
 * What a member said as a cut of these sizes has it: what was said under a mandate whose end it proves
 * only takes back.
 */
export function historyIn(history: VoiceHistory, sizes: Sizes): VoiceHistory {
  if (!history.some(({ unmandated }) => isUnmandated(unmandated, sizes))) return history
  const heard: Moment[] = []
  for (const moment of history) {
    const before = heard.at(-1)?.voice ?? SILENT
    const voice = isUnmandated(moment.unmandated, sizes)
      ? weakestOf([before, moment.voice])
      : moment.voice
    heard.push({ ...moment, voice })
  }
  return heard
}

/** A proof that a log signed two histories, at its place in the strand of whoever filed it. */
export type Accusing = {
  readonly id: ActId
  readonly by: PartyId
  readonly at: number
  readonly of: PartyId
  /** Up to here the two may be one. */
  readonly size: number
}

/** From where a party's strand is frozen in a cut that holds the proof; else it is nowhere. */
export const frozenFrom = (
  { forks }: Pick<Matter, 'forks'>,
  party: PartyId,
  sizes: Sizes,
): number =>
  forks.reduce(
    (from, { by, at, of, size }) => (of === party && at < sizes[by]! ? Math.min(from, size) : from),
    Infinity,
  )

/** The electors' voices as the acts of a cut have them: those certified to have run out are silence. */
export function voicesAt(matter: Matter, sizes: Sizes): MemberVoice[] {
  const gone = expiredIn(matter, sizes)
  return matter.electors.map(({ id }, elector) =>
    unlessGone(
      gone,
      voiceIn(
        historyIn(matter.histories[elector]!, sizes),
        sizes[id]!,
        frozenFrom(matter, id, sizes),
      ),
    ),
  )
}

/**
 * A member's voice in the first acts of its strand. From where its log signed two histories on it only
 * takes back: others may have been shown another consent, and nobody undoes an objection by a fork.
 */
const voiceIn = (history: VoiceHistory, size: number, frozen: number): MemberVoice =>
  frozen < size ? weakestOf(voicesFrom(history, frozen, size)) : voiceAt(history, size)

/** The acts whose voices a certificate inside these sizes proves to have run out. */
export const expiredIn = (matter: Matter, sizes: Sizes): ReadonlySet<ActId | undefined> =>
  new Set(expiriesOf(matter).flatMap((one) => (isIn(one, sizes) ? one.of : [])))

export const unlessGone = (gone: ReadonlySet<ActId | undefined>, voice: MemberVoice): MemberVoice =>
  gone.has(voice.act) ? ranOut(voice) : voice
