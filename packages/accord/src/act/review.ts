import { z } from 'zod'
import { ActId, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'

/**
 * A nation reviews a measure: is the wrongful act still going on, is the measure still
 * proportionate over all who take part and still reversible, is a tribunal seized.
 */
const Review = z.strictObject({
  ...signedBase,
  kind: z.literal('review'),
  on: ActId,
  reviewedOn: z.iso.date(),
  /** The wrongful act has ceased and reparation was made: the measure has to end (ARSIWA 53). */
  ceased: z.boolean(),
  repaired: z.boolean(),
  proportionate: z.enum(['yes', 'no', 'unknown']),
  reversible: z.enum(['yes', 'no', 'unknown']),
  /** Pending before a court or tribunal that can bind the parties (ARSIWA 52(3)(b)). */
  tribunal: z.boolean(),
  remarks: prose(8000),
  nextOn: z.iso.date().exactOptional(),
})

export const review = actKind({
  kind: 'review',
  schema: Review,
  signedBy: 'authority',
  subject: ({ on }) => `measure:${on}`,
  refersTo: ({ on }) => [on],
  effect: ({ on, ceased, repaired, proportionate, reversible, tribunal }) => ({
    does: 'measures',
    about: { on },
    as: 'review',
    stops: [
      ...(ceased && repaired ? (['act-ceased'] as const) : []),
      ...(proportionate === 'no' ? (['not-proportionate'] as const) : []),
      ...(reversible === 'no' ? (['not-reversible'] as const) : []),
      ...(ceased && tribunal ? (['before-a-tribunal'] as const) : []),
    ],
  }),
})
