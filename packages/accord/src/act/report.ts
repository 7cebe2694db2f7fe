import { z } from 'zod'
import { ActId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A nation reports what its part of a running measure did. */
const Report = z.strictObject({
  ...signedBase,
  kind: z.literal('report'),
  on: ActId,
  reportedOn: z.iso.date(),
  remarks: prose(8000),
})

export const report = actKind({
  kind: 'report',
  schema: Report,
  signedBy: 'authority',
  subject: ({ on }) => `measure:${on}`,
  refersTo: ({ on }) => [on],
  effect: ({ on }) => ({ does: 'measures', about: { on }, as: 'report' }),
})
