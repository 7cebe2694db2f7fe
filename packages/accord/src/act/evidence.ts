import { z } from 'zod'
import { PartyId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'
import { Scaled } from '../scale.ts'

/** STIX objects that a party puts before the others: ids, hashes and a grade; the objects stay at home. */
const Evidence = z.strictObject({
  ...signedBase,
  kind: z.literal('evidence'),
  title: prose(300),
  objects: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(
            /^[a-z][a-z0-9-]{1,248}--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
          ),
        /** As in the object; absent where the object has none (cyber observables). */
        modified: z.iso.datetime().exactOptional(),
        /** SHA-256 over the bytes as its custodian received them. */
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(256),
  grade: Scaled,
  custodian: PartyId,
})

export const evidence = actKind({
  kind: 'evidence',
  schema: Evidence,
  signedBy: 'authority',
  subject: () => undefined,
  refersTo: () => [],
  effect: () => ({ does: 'records', under: 'evidence' }),
})
