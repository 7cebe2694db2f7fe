import { z } from 'zod'
import { ActId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A nation suspends its part of a measure; its next `start` takes it up again. */
const Suspend = z.strictObject({
  ...signedBase,
  kind: z.literal('suspend'),
  on: ActId,
  suspendedOn: z.iso.date(),
  reason: prose(4000),
})

export const suspend = actKind({
  kind: 'suspend',
  schema: Suspend,
  signedBy: 'authority',
  subject: ({ on }) => `measure:${on}`,
  refersTo: ({ on }) => [on],
  effect: ({ on }) => ({ does: 'measures', about: { on }, as: 'suspend' }),
})
