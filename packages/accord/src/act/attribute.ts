import { z } from 'zod'
import { ActId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'
import { Scaled } from '../scale.ts'

/** A nation's own, sovereign word on who is responsible. Hypotheses stand side by side, never merged. */
const Attribute = z.strictObject({
  ...signedBase,
  kind: z.literal('attribute'),
  /** Actor, entity and State are three different things. */
  level: z.enum(['actor', 'entity', 'state']),
  whom: prose(200),
  /** Likelihood and confidence are two fields, each by its own scale. */
  likelihood: Scaled,
  confidence: Scaled,
  evidence: z.array(ActId).max(64),
  statement: prose(4000).exactOptional(),
})

export const attribute = actKind({
  kind: 'attribute',
  schema: Attribute,
  signedBy: 'authority',
  reaches: () => 'attributed',
  subject: () => undefined,
  refersTo: ({ evidence }) => evidence,
  restsOn: ({ evidence }) => evidence,
  means: ({ likelihood, confidence }) => ({ scaled: [likelihood, confidence] }),
  effect: () => ({ does: 'records', under: 'attributions' }),
})
