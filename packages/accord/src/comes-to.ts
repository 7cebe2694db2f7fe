import type { Charter } from './charter.ts'
import type { Cut } from './cut.ts'
import { evaluate } from './evaluate.ts'
import type { ActId, PartyId } from './id.ts'
import {
  withCertificates,
  type SeenTrees,
  type SupposedCertificate,
} from './supposed-certificate.ts'
import { supposedId } from './what-if.ts'

/**
 * What the trees that one node holds show of a silence. It is that node's word: the state reads
 * certificates alone.
 */
export type SilenceShown = {
  /** Who says nothing and whose receipt no tree held here shows in time: its silence is no consent. */
  readonly late: readonly PartyId[]
  /** Once it is over: which certificate follows from the present cut, or else from the one of then. */
  readonly comesTo?: ComesTo
  /** It follows from what was on record when it was over, and no more from what is now. */
  readonly earlier?: true
}
export type ComesTo = 'adopted' | 'broken' | 'neither'

/** The smaller trees of its strands that are held of a silence. */
type HeldTrees = {
  readonly early: SeenTrees
  readonly breaks: SeenTrees
  /** How many acts of a strand its first tree from after the end has, where there are more by now. */
  readonly closed?: Readonly<Record<PartyId, number>>
}

/** Which certificate of a silence would prove true at this cut or, where none would, at the one of its end. */
export function comesTo(
  charter: Charter,
  cut: Cut,
  on: ActId,
  { closed, ...trees }: HeldTrees,
): Required<Pick<SilenceShown, 'comesTo'>> & Pick<SilenceShown, 'earlier'> {
  const now = comesToAt(charter, cut, { on, ...trees })
  if (now !== 'neither' || !closed) return { comesTo: now }
  const then = comesToAt(charter, cut, { on, ...trees, cites: closed })
  return then === 'neither' ? { comesTo: then } : { comesTo: then, earlier: true }
}

function comesToAt(
  charter: Charter,
  cut: Cut,
  about: Omit<SupposedCertificate, 'result'>,
): ComesTo {
  const { on } = about
  const certified = (result: 'adopted' | 'expired') => {
    const { steps } = evaluate(charter, withCertificates(charter, cut, [{ ...about, result }]))
    const version = steps.flatMap(({ versions }) => versions).find(({ id }) => id === on)
    const proved = result === 'adopted' ? version?.adopted : version?.broken
    return proved?.includes(supposedId(0)) === true
  }
  return certified('adopted') ? 'adopted' : certified('expired') ? 'broken' : 'neither'
}
