import { z } from 'zod'
import { ActId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'
import { sealedParts } from '../sealed-parts.ts'

/** A remark for the record, about an act or the case as a whole; its words may stay at home. */
const Note = z
  .strictObject({
    ...signedBase,
    kind: z.literal('note'),
    about: ActId.exactOptional(),
    says: prose(8000).exactOptional(),
    sealed: sealedParts(['says']).exactOptional(),
  })
  .refine(({ says, sealed }) => (says === undefined) !== (sealed === undefined), {
    error: 'expected words, or the digest of words that stay at home',
    path: ['says'],
  })

export const note = actKind({
  kind: 'note',
  schema: Note,
  signedBy: 'authority',
  subject: () => undefined,
  refersTo: ({ about }) => (about === undefined ? [] : [about]),
  effect: () => ({ does: 'records', under: 'notes' }),
  seals: ({ sealed = [] }) => sealed,
})
