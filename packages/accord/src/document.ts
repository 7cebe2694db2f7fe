import { AttachmentId } from './attachment.ts'
import { z } from 'zod'
import { StepKind } from './charter.ts'
import { asserted, evidenceOf } from './asserted.ts'
import { ActId, ClauseId, PartyId, Seconds, prose } from './id.ts'
import type { Meant } from './meaning.ts'
import { Scaled } from './scale.ts'

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

/** A step's name in its case: `position`, `measure-2`. */
export const StepId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

/** What a measure is, beside its text: what the law asks of it and what the proposer says of it. */
export const MeasureTerms = z.strictObject({
  kind: z.enum([
    'statement',
    'demarche',
    'assistance',
    'retorsion',
    'restrictive-measure',
    'criminal-process',
    'countermeasure',
    'necessity',
    'self-defence-referral',
  ]),
  /** The State to which it is addressed. */
  against: z.strictObject({ code: z.string().regex(/^[A-Z]{2}$/), name: prose(120) }),
  /** The day to which the facts are stated. */
  asOf: z.iso.date(),
  /** Facts that the proposer asserts for all; each nation adds its own when it assesses. */
  facts: asserted,
})
export type MeasureTerms = z.infer<typeof MeasureTerms>
export type MeasureKind = MeasureTerms['kind']

/** Terms of the lexicon that classify what the document is about. */
const Classification = z.strictObject({
  terms: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/))
    .min(1)
    .max(32),
  severity: Scaled.exactOptional(),
  likelihood: Scaled.exactOptional(),
  confidence: Scaled.exactOptional(),
})

/** The fields that `propose` and `amend` share: one version of a step. */
export const versionFields = {
  step: z.strictObject({ id: StepId, kind: StepKind }),
  text: Text,
  classification: Classification.exactOptional(),
  /** Steps of kind `measure` only, and always there. */
  measure: MeasureTerms.exactOptional(),
  /** Evidence acts that the text rests on. */
  evidence: z.array(ActId).min(1).max(64).exactOptional(),
  /** When a silence or a vote ends, and from when reaffirmation is counted. */
  expiry: Seconds.exactOptional(),
  /** Steps of kind `charter`: the charter that is put, whole, as an attachment; its hash is its id. */
  successor: AttachmentId.exactOptional(),
  /** participants-only: whom the document names, and how many of them must be in. */
  names: z.array(PartyId).max(64).exactOptional(),
  minimum: z.int().exactOptional(),
}

/** The evidence that a version names: for its text, and for the facts of its measure. */
export const versionRestsOn = ({
  evidence = [],
  measure,
}: {
  readonly evidence?: readonly ActId[]
  readonly measure?: MeasureTerms
}): readonly ActId[] => [...new Set([...evidence, ...evidenceOf(measure?.facts ?? {})])]

/** What a version says in words of the lexicon and the law. */
export const meantByVersion = ({
  classification = { terms: [] },
  measure,
}: {
  readonly classification?: z.infer<typeof Classification>
  readonly measure?: MeasureTerms
}): Meant => ({
  scaled: [classification.severity, classification.likelihood, classification.confidence],
  ...(measure ? { facts: measure.facts } : {}),
})
