import { z } from 'zod'
import { actKind, signedBase } from '../kind.ts'

/** The measures of NIS2, Article 21(2), by their letters (Directive (EU) 2022/2555). */
export const NIS2_MEASURES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const
/** How far an operator says that it is with one of them. The scale is ours. */
export const MEASURE_LEVELS = ['absent', 'begun', 'in-place', 'tested'] as const

/** What an operator says of itself, measure by measure: a level and a day. It proves nothing. */
const SelfAssessment = z.strictObject({
  ...signedBase,
  kind: z.literal('self-assessment'),
  regime: z.literal('nis2-21-2'),
  measures: z
    .array(
      z.strictObject({
        measure: z.enum(NIS2_MEASURES),
        level: z.enum(MEASURE_LEVELS),
        assessedOn: z.iso.date(),
      }),
    )
    .min(1)
    .max(10)
    .refine((said) => new Set(said.map(({ measure }) => measure)).size === said.length, {
      error: 'expected each measure once',
    }),
})

export const selfAssessment = actKind({
  kind: 'self-assessment',
  schema: SelfAssessment,
  signedBy: 'authority',
  subject: ({ regime }) => `self-assessment:${regime}`,
  refersTo: () => [],
  effect: () => ({ does: 'records', under: 'self-assessments' }),
})
