import { z } from 'zod'
import { LIMITS } from './json.ts'
import { instantFrom } from './making.ts'

/** What the schemas of several formats have in common. */

export const Text = z.string().max(LIMITS.value)

export const many = <T extends z.ZodType>(type: T) => z.array(type).max(LIMITS.records)

/** A day, or an instant with any offset, as STIX writes an instant. */
export const Instant = Text.transform((text, context) => {
  const instant = instantFrom(text)
  if (instant !== undefined) return instant
  context.addIssue(`${JSON.stringify(text.slice(0, 40))}, no date such as 2026-08-17`)
  return z.NEVER
})
