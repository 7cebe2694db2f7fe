import { z } from 'zod'
import { prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** What an operator reports to its authority: one stage of one regime on one incident. */
const IncidentReport = z.strictObject({
  ...signedBase,
  kind: z.literal('incident-report'),
  /** The operator's own name for the incident: every stage of it carries the same. */
  incident: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  regime: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  /** As the regime names it: `early-warning`, `incident-notification`, `final-report`. */
  stage: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  /** When the operator became aware: the anchor of the clocks, in the operator's word. */
  awareAt: z.iso.datetime({ offset: false }),
  title: prose(300),
  account: prose(8000),
  /** Whether unlawful or malicious acts are suspected, and an effect across borders is possible. */
  suspectedMalicious: z.boolean(),
  crossBorder: z.boolean(),
  /** What the operator sees: how many things of its own are touched. Never which. */
  touched: z.int().nonnegative().max(1_000_000_000).exactOptional(),
  /** Indicators that matched, by their STIX ids. */
  indicators: z
    .array(z.string().regex(/^indicator--[0-9a-f-]{36}$/))
    .max(256)
    .exactOptional(),
  /** What the regime asks at this stage, by the names that it gives its fields. */
  answers: z.record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), prose(4000)).exactOptional(),
  /** When the incident was handled: the anchor of what is due after a progress report. */
  handledAt: z.iso.datetime({ offset: false }).exactOptional(),
  /** Why this stage comes after its time. */
  lateBecause: prose(2000).exactOptional(),
})

export const incidentReport = actKind({
  kind: 'incident-report',
  schema: IncidentReport,
  signedBy: 'authority',
  subject: ({ incident }) => `incident:${incident}`,
  refersTo: () => [],
  effect: () => ({ does: 'records', under: 'incidents' }),
})
