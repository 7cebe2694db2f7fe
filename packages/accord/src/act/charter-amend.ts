import { z } from 'zod'
import { ActId, CharterId } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** The coalition goes on under another charter: the one that an adopted version of a step `charter` puts. */
const CharterAmend = z.strictObject({
  ...signedBase,
  kind: z.literal('charter-amend'),
  /** The version that was adopted. */
  on: ActId,
  /** The id of the charter that it puts. */
  to: CharterId,
})

export const charterAmend = actKind({
  kind: 'charter-amend',
  schema: CharterAmend,
  signedBy: 'authority',
  subject: ({ on }) => `charter-amend:${on}`,
  refersTo: ({ on }) => [on],
  effect: ({ on, to }) => ({ does: 'amends', on, to }),
  twoPersons: true,
})
