import { z } from 'zod'
import { prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'
import { sealedParts } from '../sealed-parts.ts'

/**
 * What a nation is after in this case: its aims and red lines, of which any may stay at home, the day
 * by which, and how far it has come. A later one with the same name takes its place.
 */
const Objective = z
  .strictObject({
    ...signedBase,
    kind: z.literal('objective'),
    /** The nation's own name for it: every later word on it carries the same. */
    goal: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
    title: prose(300),
    aims: prose(4000).exactOptional(),
    redLines: prose(4000).exactOptional(),
    sealed: sealedParts(['aims', 'redLines']).exactOptional(),
    dueOn: z.iso.date().exactOptional(),
    /** How far it has come, in the nation's own word: no act of the case can be counted for it. */
    reported: z
      .strictObject({
        is: z.enum(['pursued', 'reached', 'given-up']),
        on: z.iso.date(),
        says: prose(2000).exactOptional(),
      })
      .exactOptional(),
  })
  .superRefine(({ aims, redLines, sealed = [] }, check) => {
    const names = sealed.map(({ name }) => name)
    for (const [name, words] of [
      ['aims', aims],
      ['redLines', redLines],
    ] as const)
      if (words !== undefined && names.includes(name))
        check.addIssue({
          code: 'custom',
          message: `expected ${name} in words or sealed, got both`,
          path: [name],
        })
    if (aims === undefined && !names.includes('aims'))
      check.addIssue({ code: 'custom', message: 'expected aims, got none', path: ['aims'] })
  })

export const objective = actKind({
  kind: 'objective',
  schema: Objective,
  signedBy: 'authority',
  subject: ({ goal }) => `objective:${goal}`,
  refersTo: () => [],
  effect: () => ({ does: 'records', under: 'objectives' }),
  seals: ({ sealed = [] }) => sealed,
})
