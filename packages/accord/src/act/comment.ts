import { z } from 'zod'
import { ActId, ClauseId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A remark on one clause of one exact version, or an answer to one. It is no voice and binds nobody. */
const Comment = z.strictObject({
  ...signedBase,
  kind: z.literal('comment'),
  on: ActId,
  clause: ClauseId,
  /** The comment on the same clause that this one answers. */
  answers: ActId.exactOptional(),
  says: prose(4000),
})
export type Comment = z.infer<typeof Comment>

export const comment = actKind({
  kind: 'comment',
  schema: Comment,
  signedBy: 'authority',
  subject: () => undefined,
  refersTo: ({ on, answers }) => (answers === undefined ? [on] : [on, answers]),
  effect: () => ({ does: 'records', under: 'comments' }),
})
