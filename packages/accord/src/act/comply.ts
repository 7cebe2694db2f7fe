import { z } from 'zod'
import { Clause } from '../document.ts'
import { ActId, ClauseId, Seconds, prose } from '../id.ts'
import { actKind, signedBase } from '../kind.ts'
import { sealedParts } from '../sealed-parts.ts'
import { saying, SpokenVoice } from '../voice.ts'

const Reservation = z.strictObject({
  axis: z.enum(['union', 'national']),
  /** Without a clause it is an interpretative statement and excepts nothing. */
  clause: ClauseId.exactOptional(),
  text: prose(4000),
})

/** A member states its compliance with one version twice: towards the Union, and as to its own interests. */
const Comply = z
  .strictObject({
    ...signedBase,
    kind: z.literal('comply'),
    on: ActId,
    union: SpokenVoice,
    national: SpokenVoice,
    statement: prose(8000).exactOptional(),
    reservations: z.array(Reservation).min(1).max(64).exactOptional(),
    /** Vital and stated reasons of national policy (TEU 31(2)): only with `objects`. */
    vital: z.literal(true).exactOptional(),
    /** Clauses as this member would have them; an act of proposal stays the chair's. */
    amendment: z.array(Clause).min(1).max(64).exactOptional(),
    /** What it would take for this member to comply. */
    wouldTake: prose(4000).exactOptional(),
    until: Seconds.exactOptional(),
    /** Reasons that stay at home: their digest. No decision reads them. */
    sealed: sealedParts(['reasons']).exactOptional(),
    /** Until when this member expects the instructions it awaits. Nothing is decided by it. */
    expectedAt: Seconds.exactOptional(),
  })
  .superRefine((act, check) => {
    const said = [act.union, act.national]
    const refuse = (message: string, path: string) =>
      check.addIssue({ code: 'custom', message, path: [path] })
    const needsStatement = (['complies-with-statement', 'abstains-constructively'] as const).find(
      (voice) => said.includes(voice),
    )
    if (needsStatement && act.statement === undefined)
      refuse(`expected a statement with ${needsStatement}, got none`, 'statement')
    for (const axis of ['union', 'national'] as const) {
      const reserves = act[axis] === 'complies-with-reservation'
      const has = act.reservations?.some((reservation) => reservation.axis === axis) ?? false
      if (reserves && !has)
        refuse(`expected a reservation on the ${axis} axis, got none`, 'reservations')
      if (has && !reserves)
        refuse(
          `expected no reservation on the ${axis} axis, whose voice is ${act[axis]}`,
          'reservations',
        )
    }
    if (act.expectedAt !== undefined && !said.includes('awaits-instructions'))
      refuse('expected a date of instructions only with awaits-instructions', 'expectedAt')
    if (act.vital && !said.includes('objects')) refuse('expected vital only with objects', 'vital')
  })

export const comply = actKind({
  expects: ({ expectedAt }) => expectedAt,
  kind: 'comply',
  schema: Comply,
  signedBy: 'authority',
  subject: ({ on }) => on,
  refersTo: ({ on }) => [on],
  effect: (act) => ({ does: 'speaks', on: act.on, said: saying(act) }),
  seals: ({ sealed = [] }) => sealed,
})
export type Comply = z.infer<typeof Comply>
