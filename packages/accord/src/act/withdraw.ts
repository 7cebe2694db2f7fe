import { z } from 'zod'
import { ActId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'
import { WITHDRAWN } from '../voice.ts'

/** A member takes its consent back. Final for this text: to come back, it asks for a new version. */
const Withdraw = z.strictObject({
  ...signedBase,
  kind: z.literal('withdraw'),
  on: ActId,
  reason: prose(4000).exactOptional(),
})

export const withdraw = actKind({
  kind: 'withdraw',
  schema: Withdraw,
  signedBy: 'authority',
  subject: ({ on }) => on,
  refersTo: ({ on }) => [on],
  effect: ({ on }) => ({ does: 'speaks', on, said: WITHDRAWN }),
})
