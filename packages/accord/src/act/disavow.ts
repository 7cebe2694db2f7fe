import { z } from 'zod'
import { ActId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A party's root keys disown acts of a key that was not in its hands: each by its name. */
const Disavow = z.strictObject({
  ...signedBase,
  kind: z.literal('disavow'),
  acts: z.array(ActId).min(1).max(64),
  reason: prose(2000),
})

export const disavow = actKind({
  kind: 'disavow',
  schema: Disavow,
  signedBy: 'root',
  subject: () => undefined,
  refersTo: ({ acts }) => acts,
  effect: ({ acts }) => ({ does: 'disavows', acts }),
  disavows: ({ acts }) => acts,
  isPublic: true,
})
