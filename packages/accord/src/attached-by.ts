import { z } from 'zod'
import { Act, kindOf } from './act.ts'
import { AttachmentId } from './attachment.ts'
import { parseCanonical } from './canonical.ts'
import { AccordError } from './error.ts'
import { openEntry } from './sign.ts'

const NAMES = z.looseObject({
  attached: AttachmentId.optional().catch(undefined),
  successor: AttachmentId.optional().catch(undefined),
})

/**
 * The attachment that an entry names under rules that are not known: under every version an act names what it attaches in
 * the field `attached` or `successor`.
 */
export function attachedUnderAny(entry: Uint8Array): AttachmentId | undefined {
  try {
    const named = NAMES.safeParse(parseCanonical(openEntry(entry).payload)).data
    return named?.attached ?? named?.successor
  } catch (error) {
    // What has another form attaches nothing that could be named here.
    if (error instanceof AccordError) return undefined
    throw error
  }
}

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
