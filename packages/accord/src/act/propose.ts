import { z } from 'zod'
import { meantByVersion, versionFields, versionRestsOn } from '../document.ts'
import { actKind, signedBase } from '../kind.ts'

/** The first version of a step's document. */
const Propose = z.strictObject({ ...signedBase, kind: z.literal('propose'), ...versionFields })

export const propose = actKind({
  kind: 'propose',
  schema: Propose,
  signedBy: 'authority',
  subject: ({ step }) => `step:${step.id}`,
  refersTo: versionRestsOn,
  restsOn: versionRestsOn,
  effect: ({ step, expiry, names, minimum, successor, measure }) => ({
    does: 'files',
    step,
    document: { expiry, names, minimum, successor, measureKind: measure?.kind },
  }),
  attaches: ({ successor }) => successor,
  means: meantByVersion,
})
