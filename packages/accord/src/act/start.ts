import { z } from 'zod'
import { ActId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A nation reports that it has begun its part of a measure. The product itself executes nothing. */
const Start = z.strictObject({
  ...signedBase,
  kind: z.literal('start'),
  on: ActId,
  /** The certificate by which the measure was adopted: nothing starts on a text that is not. */
  certificate: ActId,
  startedOn: z.iso.date(),
  remarks: prose(4000).exactOptional(),
})

export const start = actKind({
  kind: 'start',
  schema: Start,
  signedBy: 'authority',
  reaches: () => 'started',
  subject: ({ on }) => `measure:${on}`,
  refersTo: ({ on, certificate }) => [on, certificate],
  effect: ({ on, certificate }) => ({ does: 'measures', about: { on }, as: 'start', certificate }),
})
