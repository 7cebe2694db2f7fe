import { z } from 'zod'
import { AttachmentId, readAttachment } from '../attachment.ts'
import { Head } from '../charter.ts'
import { ActId, bounded, MOST_NOTE, PartyId } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** Signed notes over one tree of one strand: the log's signature and cosignatures with their times. */
const Notes = z.array(bounded(MOST_NOTE)).min(1).max(4)

const EarlierTrees = z.record(
  PartyId,
  z.strictObject({ size: z.int().nonnegative(), notes: Notes }),
)

/** The notes that show when the trees were current. */
const notes = {
  /** The trees of the cut, cosigned: per strand the notes that show when that tree was current. */
  closings: z.record(PartyId, Notes).exactOptional(),
  /** The whole cut, cosigned: notes that show when all its trees were current. */
  together: Notes.exactOptional(),
  /** By silence: per elector a tree of its strand that q witnesses cosigned before the expiry. */
  early: EarlierTrees.exactOptional(),
  /** `expired`: per member that broke the silence a tree that holds the break. */
  breaks: EarlierTrees.exactOptional(),
  /** `ended`: per stuck member a tree of its strand that q witnesses cosigned before T. */
  since: EarlierTrees.exactOptional(),
}

/** The notes of a coalition that is too large for one entry, as an attachment. */
const CitedTrees = z
  .strictObject(notes)
  .refine(
    ({ closings, together }) => (closings ?? together) !== undefined,
    'expected notes about the trees of the cut, got none',
  )

/** A certificate that anyone may publish and anyone can check: what is true at the cut it cites. */
const Declare = z
  .strictObject({
    ...signedBase,
    kind: z.literal('declare'),
    on: ActId,
    result: z.enum(['adopted', 'ended', 'lapsed', 'expired']),
    /** `expired`, and always where it is not the silence: the voice that ran out; of a mandate, the act that gave it, as in `on`. */
    of: ActId.exactOptional(),
    /** `lapsed`, and always there: the first window is 1. */
    window: z.int().positive().exactOptional(),
    cut: z.record(PartyId, Head),
    ...notes,
    /** In the place of all notes, where they do not fit into the entry. */
    attached: AttachmentId.exactOptional(),
  })
  .superRefine((declared, check) => {
    const { result, of, window, attached, closings, together, early, breaks, since } = declared
    const refuse = (message: string, field: string) =>
      check.addIssue({ code: 'custom', message, path: [field] })
    if (of !== undefined && result !== 'expired')
      refuse(`expected of only with expired, got it with ${result}`, 'of')
    if ((window !== undefined) !== (result === 'lapsed'))
      refuse(`expected a window with lapsed and with nothing else, got ${result}`, 'window')
    if (((closings ?? together) === undefined) === (attached === undefined))
      refuse(
        `expected the notes in the act or attached, got ${attached === undefined ? 'neither' : 'both'}`,
        'closings',
      )
    if (attached !== undefined && (early ?? breaks ?? since) !== undefined)
      refuse('expected all notes attached, got some in the act', 'attached')
  })

export const declare = actKind({
  kind: 'declare',
  schema: Declare,
  signedBy: 'authority',
  subject: ({ on }) => on,
  refersTo: ({ on }) => [on],
  effect: ({ on, result, of, window, cut }) => ({ does: 'certifies', on, result, of, window, cut }),
  cites: ({ cut, attached, ...own }, attachments) => {
    const {
      closings = {},
      together = [],
      early = {},
      breaks = {},
      since = {},
    } = attached === undefined ? own : readAttachment(CitedTrees, attached, attachments)
    return { cut, closings, together, early, breaks, since }
  },
  attaches: ({ attached }) => attached,
  isPublic: true,
})
