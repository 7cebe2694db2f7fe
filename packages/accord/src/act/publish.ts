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
  /** A position in the text that was adopted, a statement in a nation's own words, or an advisory. */
  what: z.enum(['position', 'advisory', 'statement']),
  /** For whom it is written; a position and a statement are for everybody. */
  audience: Audience,
  text: Text,
  /** The same publication in another language, or its next edition, names what it goes with. */
  with: ActId.exactOptional(),
  /** What it makes public, or speaks of: a version and its certificate, in a case that is not public. */
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
