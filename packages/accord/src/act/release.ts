import { z } from 'zod'
import { ActId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A party opens to all parties of the case what it had sealed. Two persons of it saw to that. */
const Release = z.strictObject({
  ...signedBase,
  kind: z.literal('release'),
  of: ActId,
  /** Disclosures (RFC 9901, section 4.2) of parts that the act seals. */
  discloses: z
    .array(z.string().regex(/^[A-Za-z0-9_-]{1,16000}$/))
    .min(1)
    .max(8),
  reason: prose(2000).exactOptional(),
})

export const release = actKind({
  kind: 'release',
  schema: Release,
  signedBy: 'authority',
  subject: ({ of }) => `release:${of}`,
  refersTo: ({ of }) => [of],
  effect: ({ of }) => ({ does: 'records', under: 'releases', needs: { id: of, owes: 'author' } }),
  opens: ({ discloses }) => discloses,
  twoPersons: true,
})
