import { z } from 'zod'
import { ActId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A party takes back what it published, and says why. What was read cannot be unread. */
const Recall = z.strictObject({
  ...signedBase,
  kind: z.literal('recall'),
  of: ActId,
  reason: prose(2000),
})

export const recall = actKind({
  kind: 'recall',
  schema: Recall,
  signedBy: 'authority',
  subject: ({ of }) => `recall:${of}`,
  refersTo: ({ of }) => [of],
  effect: () => ({ does: 'records', under: 'recalls' }),
  takesBack: ({ of, reason }) => ({ of, reason }),
  isPublic: true,
})
