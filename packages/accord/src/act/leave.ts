import { z } from 'zod'
import { prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/**
 * A party's root keys take it out of the case: from there it has withdrawn from every text, and its authorities say
 * nothing more. It is final, so no single stolen key of a ministry is enough for it.
 */
const Leave = z.strictObject({
  ...signedBase,
  kind: z.literal('leave'),
  reason: prose(4000).exactOptional(),
})

export const leave = actKind({
  kind: 'leave',
  schema: Leave,
  signedBy: 'root',
  subject: () => 'membership',
  refersTo: () => [],
  effect: () => ({ does: 'leaves' }),
})
