import { z } from 'zod'
import { asserted, evidenceOf } from '../asserted.ts'
import { ActId, bounded, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'
import { sealedParts } from '../sealed-parts.ts'

/** One nation's legal assessment of a measure: its facts and its view, what the rules made of them, and the adviser's word. */
const Assess = z
  .strictObject({
    ...signedBase,
    kind: z.literal('assess'),
    on: ActId,
    /** The day to which the facts are stated. */
    asOf: z.iso.date(),
    /** Which law base computed the outcome: its name and version. */
    lawBase: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/),
    /** This nation's own published, or entered, reading of the law; without one every issue is unknown. */
    view: z.record(bounded(64), z.json()).exactOptional(),
    facts: asserted,
    /** Facts that stay at home: the outcome was computed with them, and nobody else can compute it again. */
    sealed: sealedParts(['facts']).exactOptional(),
    /** What the engine answered; anyone can compute it again from the facts and views on record. */
    outcome: z.enum(['satisfied', 'not-satisfied', 'unknown', 'disputed', 'not-assessed']),
    /** The adviser's own word, which may differ from the engine's. */
    word: prose(8000),
    /** The adviser holds against the engine that the conditions are met, and the word says why: the part goes on. */
    differs: z.literal(true).exactOptional(),
  })
  .refine(({ outcome, differs }) => differs === undefined || outcome === 'not-satisfied', {
    path: ['differs'],
    message: 'expected it only beside not-satisfied, got another outcome',
  })

const NotRequired = z.object({
  holder: z.object({ code: z.string() }),
  readings: z.object({ 'prior-notification': z.object({ value: z.literal('not-required') }) }),
})

/**
 * Whether a nation signed, as its own reading of the law, that no notice comes before a countermeasure.
 * It is read as it stands, whichever edition of the law wrote it: every reader finds the same.
 */
export const waivesNotice = (view: Assess['view'], party: string): boolean =>
  NotRequired.safeParse(view).data?.holder.code === party

export const assess = actKind({
  kind: 'assess',
  schema: Assess,
  signedBy: 'authority',
  subject: ({ on }) => `assess:${on}`,
  refersTo: ({ on, facts }) => [on, ...evidenceOf(facts)],
  restsOn: ({ facts }) => evidenceOf(facts),
  seals: ({ sealed = [] }) => sealed,
  means: ({ facts, view }) => ({ facts, ...(view === undefined ? {} : { view }) }),
  asserts: ({ on, facts }) => ({ on, facts }),
  reaches: () => 'assessed',
  effect: ({ on, outcome, differs, view, party }) => ({
    does: 'measures',
    about: { on },
    as: 'assess',
    ...(outcome === 'not-satisfied' && !differs ? { isAgainst: true as const } : {}),
    ...(waivesNotice(view, party) ? { waivesNotice: true as const } : {}),
  }),
})
export type Assess = z.infer<typeof Assess>
