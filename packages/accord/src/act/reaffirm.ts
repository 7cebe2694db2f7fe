import { z } from 'zod'
import { ActId } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A member says that its consent to an adopted text holds on, for one window of the charter's period. */
const Reaffirm = z.strictObject({
  ...signedBase,
  kind: z.literal('reaffirm'),
  on: ActId,
  /** 1 is the first after the document's expiry. */
  window: z.int().positive(),
})

export const reaffirm = actKind({
  kind: 'reaffirm',
  schema: Reaffirm,
  signedBy: 'authority',
  subject: ({ on }) => on,
  refersTo: ({ on }) => [on],
  effect: ({ on, window }) => ({ does: 'reaffirms', on, window }),
})
