import { z } from 'zod'
import { StepKind } from '../charter.ts'
import { StepId, Text } from '../document.ts'
import { ActId, ClauseId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** How a party leans on a clause before a text is put: none of these is a voice. */
export const LEANINGS = ['welcomes', 'can-live-with', 'has-difficulty', 'cannot-accept'] as const

const Asks = z.strictObject({
  /** At which step the text might be put. */
  step: z.strictObject({ id: StepId, kind: StepKind }),
  text: Text,
  /** The day by which whoever asks hopes for answers. Nothing follows from it. */
  hopedBy: z.iso.date().exactOptional(),
})

const Answers = z.strictObject({
  round: ActId,
  clauses: z
    .array(
      z.strictObject({
        clause: ClauseId,
        leans: z.enum(LEANINGS),
        says: prose(4000).exactOptional(),
      }),
    )
    .min(1)
    .max(200)
    .refine((clauses) => new Set(clauses.map(({ clause }) => clause)).size === clauses.length, {
      error: 'expected each clause once',
    }),
})

/** A non-binding round before a text is put: one party asks, each answers clause by clause. */
const Sound = z
  .strictObject({
    ...signedBase,
    kind: z.literal('sound'),
    asks: Asks.exactOptional(),
    answers: Answers.exactOptional(),
  })
  .refine(({ asks, answers }) => (asks === undefined) !== (answers === undefined), {
    error: 'expected either what is asked or an answer to it',
    path: ['asks'],
  })

export const sound = actKind({
  kind: 'sound',
  schema: Sound,
  signedBy: 'authority',
  subject: ({ asks, answers }) =>
    answers ? `sound:${answers.round}` : `sound:${asks?.step.id ?? ''}`,
  refersTo: ({ answers }) => (answers ? [answers.round] : []),
  effect: ({ answers }) => ({
    does: 'records',
    under: 'soundings',
    needs: answers && { id: answers.round, owes: 'other' },
  }),
})
export type Sound = z.infer<typeof Sound>
