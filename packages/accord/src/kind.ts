import { z } from 'zod'
import { ActId, CharterId, PartyId } from './id.ts'

/** What every act says, whatever its kind. */
export const signedBase = {
  v: z.literal(1),
  charter: CharterId,
  party: PartyId,
  /** This party's latest act on the same subject: no replay, no reordering by a dishonest node. */
  prev: ActId.exactOptional(),
  /** The author's clock. Shown to people, never read by a decision. */
  claimedAt: z.iso.datetime({ offset: false }),
}

/** What a kind declares of itself, so that shared code never names one. */
export type ActKind<S extends z.ZodType> = {
  readonly kind: string
  readonly schema: S
  /** Who must have signed: the root keys up to the party's threshold, or one authority whose mandate has this verb. */
  readonly signedBy: 'root' | 'authority'
  /** Which of this party's acts follow one another by `prev`; undefined where each stands alone. */
  readonly subject: (act: z.infer<S>) => string | undefined
  /** Ids of acts that this act refers to. */
  readonly refersTo: (act: z.infer<S>) => readonly string[]
}

export const actKind = <S extends z.ZodType, const K extends string>(
  declared: ActKind<S> & { readonly kind: K },
) => declared
