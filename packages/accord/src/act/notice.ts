import { z } from 'zod'
import { StepId } from '../document.ts'
import { prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/**
 * A nation notifies its decision to take a countermeasure and offers to negotiate (ARSIWA 52(1)(b)),
 * or says why urgency forbids it (52(2)).
 */
const Notice = z
  .strictObject({
    ...signedBase,
    kind: z.literal('notice'),
    for: StepId,
    to: prose(120),
    says: prose(4000),
    notifiedOn: z.iso.date().exactOptional(),
    offersNegotiation: z.boolean(),
    /** Why notice is left out or late. */
    urgency: prose(2000).exactOptional(),
  })
  .refine(({ notifiedOn, urgency }) => notifiedOn !== undefined || urgency !== undefined, {
    error: 'expected a day of notice or the reasons of urgency, got neither',
    path: ['notifiedOn'],
  })

export const notice = actKind({
  kind: 'notice',
  schema: Notice,
  signedBy: 'authority',
  subject: ({ for: step }) => `notice:${step}`,
  refersTo: () => [],
  effect: ({ for: step }) => ({ does: 'measures', about: { step }, as: 'notice' }),
})
