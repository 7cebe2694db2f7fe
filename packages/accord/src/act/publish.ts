import { z } from 'zod'
import { Text } from '../document.ts'
import { ActId, CharterId } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'
import { Audience } from '../publication.ts'

/**
 * A party stands behind a published text. In the coalition's public case: for anyone to read. Each
 * nation publishes for itself, so that who is silent is not made to speak.
 */
const Publish = z.strictObject({
  ...signedBase,
  kind: z.literal('publish'),
  what: z.enum(['position', 'advisory']),
  /** For whom it is written; a position is for everybody. */
  audience: Audience,
  text: Text,
  /** The same publication in another language, or its next edition, names what it goes with. */
  with: ActId.exactOptional(),
  /** What it makes public: a version and its certificate, in a case that is not. */
  of: z.strictObject({ case: CharterId, version: ActId, certificate: ActId }).exactOptional(),
})

export const publish = actKind({
  kind: 'publish',
  schema: Publish,
  signedBy: 'authority',
  subject: () => undefined,
  refersTo: ({ with: other }) => (other === undefined ? [] : [other]),
  effect: () => ({ does: 'records', under: 'publications' }),
  publishes: ({ what, audience, text, of }) => ({
    what,
    audience,
    text,
    ...(of === undefined ? {} : { of: { case: of.case, version: of.version } }),
  }),
  isPublic: true,
})
