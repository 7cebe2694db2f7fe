import { z } from 'zod'
import { ActId, PartyId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'
import { Scaled } from '../scale.ts'

/**
 * What a party puts before the others: STIX objects by ids, hashes and a grade, which stay at home, or
 * pointers to what may not be held by others at all.
 */
const Evidence = z
  .strictObject({
    ...signedBase,
    kind: z.literal('evidence'),
    title: prose(300),
    /** The version of a text that it goes with: a playbook with the measure that it is meant for. */
    about: ActId.exactOptional(),
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
      .max(256),
    /** What may not be held by those who read this: its hash, and the level that its custodian gives it. */
    pointers: z
      .array(
        z.strictObject({
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
          level: Scaled,
          /** What kind of thing it is, in words that may be read by all. */
          about: prose(300).exactOptional(),
        }),
      )
      .min(1)
      .max(64)
      .exactOptional(),
    grade: Scaled,
    custodian: PartyId,
  })
  .refine(({ objects, pointers }) => objects.length > 0 || pointers !== undefined, {
    error: 'expected at least one object or pointer, got none',
    path: ['objects'],
  })

export const evidence = actKind({
  kind: 'evidence',
  schema: Evidence,
  signedBy: 'authority',
  subject: () => undefined,
  refersTo: ({ about }) => (about === undefined ? [] : [about]),
  means: ({ grade }) => ({ scaled: [grade] }),
  effect: () => ({ does: 'records', under: 'evidence' }),
})
