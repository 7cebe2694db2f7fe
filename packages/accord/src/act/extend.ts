import { z } from 'zod'
import { ActId, Seconds } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** Whoever put a text under silence gives it more time. An end is never brought forward. */
const Extend = z.strictObject({
  ...signedBase,
  kind: z.literal('extend'),
  on: ActId,
  until: Seconds,
})

export const extend = actKind({
  kind: 'extend',
  schema: Extend,
  signedBy: 'authority',
  subject: ({ on }) => on,
  refersTo: ({ on }) => [on],
  effect: ({ on, until }) => ({ does: 'extends', on, until }),
})
