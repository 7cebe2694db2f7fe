import { z } from 'zod'
import { firstsAmong, RootCommitment, RootKeys, Threshold } from '../charter.ts'
import { actKind, signedBase } from '../kind.ts'

/** A party's root keys hand over to the set that it committed to when they began. */
const KeysRoot = z
  .strictObject({
    ...signedBase,
    kind: z.literal('keys-root'),
    root: RootKeys,
    threshold: Threshold,
    next: RootCommitment,
  })
  .refine(({ root, threshold }) => threshold <= firstsAmong(root), {
    path: ['threshold'],
    error: 'expected a threshold of at most the number of Ed25519 keys',
  })

export const keysRoot = actKind({
  kind: 'keys-root',
  schema: KeysRoot,
  signedBy: 'root',
  subject: () => undefined,
  refersTo: () => [],
  keys: ({ root, threshold, next }) => ({ does: 'rotates', set: { root, threshold }, next }),
  isPublic: true,
})
