import { z } from 'zod'
import { forkSize } from '../accusation.ts'
import { Base64 } from '../charter.ts'
import { bounded, MOST_NOTE, PartyId } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

const Note = bounded(MOST_NOTE)

/** The proof that a log signed two histories of its strand. It holds whoever files it. */
const Accuse = z.strictObject({
  ...signedBase,
  kind: z.literal('accuse'),
  /** Whose log. */
  of: PartyId,
  /** Two notes that its log signed; the one of the smaller tree first. */
  notes: z.tuple([Note, Note]),
  /** Where the sizes differ: what the larger tree has at the smaller size, and the proof of it. */
  consistency: z.strictObject({ root: Base64, proof: z.array(Base64).max(63) }).exactOptional(),
})

export const accuse = actKind({
  kind: 'accuse',
  schema: Accuse,
  signedBy: 'authority',
  subject: () => undefined,
  refersTo: () => [],
  effect: (act) => {
    const size = forkSize(act)
    return size === undefined ? undefined : { does: 'accuses', of: act.of, size }
  },
  accuses: ({ of, notes, consistency }) => ({ of, notes, ...(consistency ? { consistency } : {}) }),
  isPublic: true,
})
