import { z } from 'zod'
import type { StepKind } from '../charter.ts'
import { meantByVersion, versionFields, versionRestsOn } from '../document.ts'
import { actKind, signedBase } from '../kind.ts'
import type { CaseStage } from '../milestone-stages.ts'

/** The first version of a step's document. */
const Propose = z.strictObject({ ...signedBase, kind: z.literal('propose'), ...versionFields })

/** The stage that a case reaches with the first text of such a step. */
const STAGES: { readonly [K in StepKind]?: CaseStage } = {
  situation: 'described',
  position: 'proposed',
}

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
  asserts: ({ measure }) => ({ facts: measure?.facts ?? {} }),
  reaches: ({ step }) => STAGES[step.kind],
  means: meantByVersion,
})
