import { z } from 'zod'
import { ActId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A party says that it has received an act of another. */
const Receipt = z.strictObject({
  ...signedBase,
  kind: z.literal('receipt'),
  of: ActId,
  remarks: prose(2000).exactOptional(),
})

export const receipt = actKind({
  kind: 'receipt',
  schema: Receipt,
  signedBy: 'authority',
  subject: ({ of }) => `receipt:${of}`,
  refersTo: ({ of }) => [of],
  effect: ({ of }) => ({ does: 'acknowledges', of, under: 'receipts' }),
})
