import { z } from 'zod'
import { StepId } from '../document.ts'
import { prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A nation calls upon the responsible State to cease and to repair (ARSIWA 52(1)(a)). */
const Call = z.strictObject({
  ...signedBase,
  kind: z.literal('call'),
  /** The step of the measure that the call prepares. It may come before its document does. */
  for: StepId,
  to: prose(120),
  demands: prose(4000),
  transmittedOn: z.iso.date(),
  channel: prose(200),
  /** What came back, where something did. */
  answer: z.enum(['refused', 'ignored', 'partial', 'pending', 'complied']).exactOptional(),
})

export const call = actKind({
  kind: 'call',
  schema: Call,
  signedBy: 'authority',
  reaches: () => 'called',
  subject: ({ for: step }) => `call:${step}`,
  refersTo: () => [],
  effect: ({ for: step }) => ({ does: 'measures', about: { step }, as: 'call' }),
})
