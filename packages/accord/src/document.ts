import { z } from 'zod'
import { StepKind } from './charter.ts'
import { ClauseId, PartyId, Seconds, prose } from './id.ts'

export const Clause = z.strictObject({ id: ClauseId, text: prose(8000) })
export type Clause = z.infer<typeof Clause>

/** What a step puts before the members: a title and clauses whose ids last across versions. */
export const Text = z
  .strictObject({
    lang: z.string().regex(/^[a-z]{2}$/),
    title: prose(300),
    clauses: z.array(Clause).min(1).max(200),
  })
  .refine(({ clauses }) => new Set(clauses.map(({ id }) => id)).size === clauses.length, {
    error: 'expected each clause id once',
  })
export type Text = z.infer<typeof Text>

/** The fields that `propose` and `amend` share: one version of a step. */
export const versionFields = {
  step: z.strictObject({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/), kind: StepKind }),
  text: Text,
  /** When a silence or a vote ends, and from when reaffirmation is counted. */
  expiry: Seconds.exactOptional(),
  /** participants-only: whom the document names, and how many of them must be in. */
  names: z.array(PartyId).max(64).exactOptional(),
  minimum: z.int().exactOptional(),
}
