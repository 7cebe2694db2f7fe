import { z } from 'zod'
import { ActId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A party takes back evidence that it put. The evidence stays on record, and what rests on it says so. */
const EvidenceWithdraw = z.strictObject({
  ...signedBase,
  kind: z.literal('evidence-withdraw'),
  of: ActId,
  reason: prose(4000),
})

export const evidenceWithdraw = actKind({
  kind: 'evidence-withdraw',
  schema: EvidenceWithdraw,
  signedBy: 'authority',
  subject: ({ of }) => `evidence:${of}`,
  refersTo: ({ of }) => [of],
  effect: ({ of }) => ({ does: 'retracts', of, from: 'evidence' }),
})
