import { z } from 'zod'
import { ActId } from './id.ts'

/** A fact as a party asserts it: its value, on what evidence, graded how. */
const Asserted = z.strictObject({
  value: z.union([z.string().max(2000), z.boolean(), z.int()]),
  evidence: z.array(z.string().min(1).max(300)).max(64).exactOptional(),
  grade: z.string().max(8).exactOptional(),
})

/**
 * Facts by the ids under which the law asks for them. Whether the law asks for such a fact is asked before
 * signing (`meaning.ts`) and never afterwards: what a reader's law does not know it leaves out.
 */
export const asserted = z.record(z.string().max(64), Asserted)
export type Asserted = z.infer<typeof asserted>

/** The acts among the evidence that facts name: it may also be a document outside the case. */
export const evidenceOf = (facts: z.infer<typeof asserted>): readonly ActId[] =>
  Object.values(facts)
    .flatMap(({ evidence = [] }) => evidence)
    .flatMap((named) => ActId.safeParse(named).data ?? [])
