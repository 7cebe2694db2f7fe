import { z } from 'zod'
import { Head } from '../charter.ts'
import { ActId, PartyId } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/** Signed notes over one tree of one strand: the log's signature and cosignatures with their times. */
const Notes = z.array(z.string().max(20_000)).min(1).max(4)

/** A certificate that anyone may publish and anyone can check: what is true at the cut it cites. */
const Declare = z.strictObject({
  ...signedBase,
  kind: z.literal('declare'),
  on: ActId,
  result: z.enum(['adopted', 'ended']),
  cut: z.record(PartyId, Head),
  /** The trees of the cut, cosigned: per strand the notes that show when that tree was current. */
  closings: z.record(PartyId, Notes),
  /** `ended`: per stuck member a tree of its strand that q witnesses cosigned before T. */
  since: z
    .record(PartyId, z.strictObject({ size: z.int().nonnegative(), notes: Notes }))
    .exactOptional(),
})

export const declare = actKind({
  kind: 'declare',
  schema: Declare,
  signedBy: 'authority',
  subject: ({ on }) => on,
  refersTo: ({ on }) => [on],
  effect: ({ on, result, cut }) => ({ does: 'certifies', on, result, cut }),
  cites: ({ cut, closings, since = {} }) => ({ cut, closings, since }),
  isPublic: true,
})
