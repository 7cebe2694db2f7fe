import { currentUntil } from './attested.ts'
import type { Charter } from './charter.ts'
import type { Logged, Trees } from './cut.ts'
import type { Forum } from './gate.ts'
import type { ActId, PartyId } from './id.ts'
import type { Effect, Result } from './kind.ts'
import {
  ranOut,
  voiceAt,
  voicesFrom,
  weakestOf,
  type MemberVoice,
  type VoiceHistory,
} from './voice.ts'

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
  readonly cited: Sizes
  readonly trees: Trees
}

/** An act that moved the end of a silence, at its place in the filer's strand. */
export type Extension = { readonly at: number; readonly until: number }

/** An act by which a member answered a window of reaffirmation, at its place in its strand. */
export type Reaffirmation = { readonly at: number; readonly window: number }

/** A version that is decided on, with everything said and certified about it. */
export type Matter = Forum & {
  readonly charter: Charter
  /** In the order of the electors, as are the two after it. */
  readonly histories: readonly VoiceHistory[]
  /** Place of the act by which each has the text: its receipt, or the filing itself. */
  readonly acknowledged: readonly (number | undefined)[]
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
  return cited[by]! <= at ? { id, by, at, on, result, of, window, cited, trees } : undefined
}

/** Whether a certificate lies inside these sizes, with the cut that it cites. */
export const isIn = ({ by, at, cited }: Certificate, sizes: Sizes): boolean =>
  at < sizes[by]! && isWithin(cited, sizes)

function isWithin(inner: Sizes, outer: Sizes): boolean {
  for (const party in outer) if (inner[party as PartyId]! > outer[party as PartyId]!) return false
  return true
}

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
      voiceIn(matter.histories[elector]!, sizes[id]!, frozenFrom(matter, id, sizes)),
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
