import { z } from 'zod'
import { prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A party takes part under this charter, and says so once: what it did before in the case counts all the same. */
const Join = z.strictObject({
  ...signedBase,
  kind: z.literal('join'),
  statement: prose(4000).exactOptional(),
})

export const join = actKind({
  kind: 'join',
  schema: Join,
  signedBy: 'authority',
  subject: () => 'membership',
  refersTo: () => [],
  effect: () => ({ does: 'records', under: 'joined' }),
  twoPersons: true,
})
