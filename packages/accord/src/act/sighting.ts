import { z } from 'zod'
import { actKind, signedBase } from '../kind.ts'

/**
 * An operator tells its authority that it saw what an indicator describes: how often and between when,
 * as a STIX Sighting says it (STIX 2.1, section 5.2). It has no field for words or for things of its own.
 */
const Sighting = z
  .strictObject({
    ...signedBase,
    kind: z.literal('sighting'),
    sightingOf: z
      .string()
      .regex(/^indicator--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
    /** 0: it was looked for, and not seen. */
    count: z.int().nonnegative().max(999_999_999),
    firstSeen: z.iso.datetime({ offset: false }).exactOptional(),
    lastSeen: z.iso.datetime({ offset: false }).exactOptional(),
  })
  .refine(({ firstSeen, lastSeen }) => !firstSeen || !lastSeen || firstSeen <= lastSeen, {
    error: 'expected it to be last seen when it was first seen or later',
    path: ['lastSeen'],
  })
  .refine(({ count, firstSeen }) => (count === 0) === (firstSeen === undefined), {
    error: 'expected a moment with what was seen, and none with what was not',
    path: ['firstSeen'],
  })

export const sighting = actKind({
  kind: 'sighting',
  schema: Sighting,
  signedBy: 'authority',
  subject: ({ sightingOf }) => `sighting:${sightingOf}`,
  refersTo: () => [],
  effect: () => ({ does: 'records', under: 'sightings' }),
})
