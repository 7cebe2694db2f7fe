import { z } from 'zod'
import { meantByVersion, versionFields, versionRestsOn } from '../document.ts'
import { ActId } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** A new version that names the one it replaces. Voices never carry over. */
const Amend = z.strictObject({
  ...signedBase,
  kind: z.literal('amend'),
  replaces: ActId,
  ...versionFields,
})

export const amend = actKind({
  kind: 'amend',
  schema: Amend,
  signedBy: 'authority',
  subject: ({ step }) => `step:${step.id}`,
  refersTo: (act) => [act.replaces, ...versionRestsOn(act)],
  restsOn: versionRestsOn,
  effect: ({ step, expiry, names, minimum, successor, measure }) => ({
    does: 'files',
    step,
    document: { expiry, names, minimum, successor, measureKind: measure?.kind },
  }),
  attaches: ({ successor }) => successor,
  asserts: ({ measure }) => ({ facts: measure?.facts ?? {} }),
  means: meantByVersion,
})
