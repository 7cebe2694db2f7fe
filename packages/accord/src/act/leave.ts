import { z } from 'zod'
import { prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A party leaves the case by its own act: from there it has withdrawn from every text, and says nothing more. */
const Leave = z.strictObject({
  ...signedBase,
  kind: z.literal('leave'),
  reason: prose(4000).exactOptional(),
})

export const leave = actKind({
  kind: 'leave',
  schema: Leave,
  signedBy: 'authority',
  subject: () => 'membership',
  refersTo: () => [],
  effect: () => ({ does: 'leaves' }),
  twoPersons: true,
})
