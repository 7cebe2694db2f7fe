import { z } from 'zod'
import { ActId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A nation ends its part of a measure, for good (ARSIWA 53). */
const Terminate = z.strictObject({
  ...signedBase,
  kind: z.literal('terminate'),
  on: ActId,
  terminatedOn: z.iso.date(),
  reason: prose(4000),
})

export const terminate = actKind({
  kind: 'terminate',
  schema: Terminate,
  signedBy: 'authority',
  reaches: () => 'terminated',
  subject: ({ on }) => `measure:${on}`,
  refersTo: ({ on }) => [on],
  effect: ({ on }) => ({ does: 'measures', about: { on }, as: 'terminate' }),
})
