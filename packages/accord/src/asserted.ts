import { z } from 'zod'
import { ActId, bounded } from './id.ts'

/** A fact as a party asserts it: its value, on what evidence, graded how. */
const Asserted = z.strictObject({
  value: z.union([bounded(2000), z.boolean(), z.int()]),
  evidence: z.array(bounded(300, 1)).max(64).exactOptional(),
  grade: bounded(8).exactOptional(),
})

/**
 * Facts by the ids under which the law asks for them. Whether the law asks for such a fact is asked before
 * signing (`meaning.ts`) and never afterwards: what a reader's law does not know it leaves out.
 */
export const asserted = z.record(bounded(64), Asserted)
export type Asserted = z.infer<typeof asserted>

/** The acts among the evidence that facts name: it may also be a document outside the case. */
export const evidenceOf = (facts: z.infer<typeof asserted>): readonly ActId[] =>
  Object.values(facts)
    .flatMap(({ evidence = [] }) => evidence)
    .flatMap((named) => ActId.safeParse(named).data ?? [])
