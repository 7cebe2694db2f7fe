import { Act, kindOf } from './act.ts'
import type { AttachmentId } from './attachment.ts'
import { parseCanonical } from './canonical.ts'
import { AccordError } from './error.ts'
import { openEntry } from './sign.ts'

/** The attachment that an entry's act names, whether or not that act counts; undefined where there is none. */
export function attachedBy(entry: Uint8Array): AttachmentId | undefined {
  try {
    const act = Act.safeParse(parseCanonical(openEntry(entry).payload)).data
    return act && kindOf(act).attaches?.(act)
  } catch (error) {
    // What cannot be read is judged where the strand is read.
    if (error instanceof AccordError) return undefined
    throw error
  }
}
