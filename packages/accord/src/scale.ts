import { findScale, isOnScale } from '@entente/lexicon'
import { z } from 'zod'

/**
 * A value of a named scale in a stated version: never compared with another scale by its word. A scale
 * that the lexicon knows takes its own values only; one that it does not know is taken at its word.
 */
export const Scaled = z
  .strictObject({
    scale: z.string().regex(/^[a-z0-9-]{1,40}$/),
    version: z.string().min(1).max(40),
    value: z.string().min(1).max(80),
  })
  .refine((scaled) => !findScale(scaled.scale, scaled.version) || isOnScale(scaled), {
    error: 'expected a value of this scale, got another word',
    path: ['value'],
  })
export type Scaled = z.infer<typeof Scaled>
