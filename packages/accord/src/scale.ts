import { z } from 'zod'
import { bounded } from './id.ts'

/**
 * A value of a named scale in a stated version: never compared with another scale by its word. Whether the
 * scale has that value is asked before signing (`meaning.ts`) and never afterwards: the lexicon grows, and a
 * reader with another edition of it must not judge the same act in another way.
 */
export const Scaled = z.strictObject({
  scale: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: bounded(40, 1),
  value: bounded(80, 1),
})
export type Scaled = z.infer<typeof Scaled>
