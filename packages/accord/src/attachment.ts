import { toHex, type Sha256 } from '@entente/log'
import { z } from 'zod'
import { parseCanonical } from './canonical.ts'
import { AccordError } from './error.ts'

/** `sha256:` and the hash of an attachment's bytes: what an act says instead of what does not fit into an entry. */
export const AttachmentId = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .brand<'AttachmentId'>()
export type AttachmentId = z.infer<typeof AttachmentId>

/** The most bytes of one attachment: the cosigned trees of 64 parties fit. */
export const MOST_ATTACHMENT_BYTES = 1_048_576

/** The attachments at hand, by their ids. */
export type Attachments = ReadonlyMap<AttachmentId, Uint8Array>

export const NO_ATTACHMENTS: Attachments = new Map()

export const attachmentId = (bytes: Uint8Array, sha256: Sha256): AttachmentId =>
  `sha256:${toHex(sha256(bytes))}` as AttachmentId

/**
 * What an attachment says, in RFC 8785 form. Throws `attachment.missing` where it is not at hand: without it
 * nobody can tell what the act counts for; `attachment.malformed` where its bytes say something else.
 */
export function readAttachment<T>(
  schema: z.ZodType<T>,
  id: AttachmentId,
  attachments: Attachments,
): T {
  const bytes = attachments.get(id)
  if (!bytes)
    throw new AccordError('attachment.missing', `expected attachment ${id} at hand, got none`)
  if (bytes.length > MOST_ATTACHMENT_BYTES)
    throw malformed(`at most ${MOST_ATTACHMENT_BYTES} bytes`, `${bytes.length}`)
  const known = read.get(bytes)
  if (known?.schema === schema) return known.said as T
  const parsed = schema.safeParse(parseAttached(bytes))
  if (parsed.success) {
    read.set(bytes, { schema, said: parsed.data })
    return parsed.data
  }
  const issue = parsed.error.issues[0]
  throw malformed(
    'what the act attaches',
    `${issue?.message ?? 'other'} at ${issue?.path.join('.') || 'the top'}`,
  )
}

/** What these bytes said when they were read: the notes of every certificate are looked at in every cut that has it. */
const read = new WeakMap<Uint8Array, { readonly schema: z.ZodType; readonly said: unknown }>()

function parseAttached(bytes: Uint8Array): unknown {
  try {
    return parseCanonical(bytes)
  } catch (error) {
    if (error instanceof AccordError) throw malformed('canonical JSON', error.message)
    throw error
  }
}

const malformed = (what: string, got: string) =>
  new AccordError('attachment.malformed', `expected ${what} in an attachment, got ${got}`)
