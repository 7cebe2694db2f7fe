import type { Charter } from './charter.ts'
import type { Cut } from './cut.ts'
import { evaluate } from './evaluate.ts'
import type { ActId, PartyId } from './id.ts'
import { withCertificates, type SeenTrees } from './supposed-certificate.ts'
import { supposedId } from './what-if.ts'

/**
 * What the trees that one node holds show of a silence. It is that node's word: the state reads
 * certificates alone.
 */
export type SilenceShown = {
  /** Who says nothing and whose receipt no tree held here shows in time: its silence is no consent. */
  readonly late: readonly PartyId[]
  /** Once it is over: which certificate follows from the present cut. */
  readonly comesTo?: ComesTo
}
export type ComesTo = 'adopted' | 'broken' | 'neither'

/** Which certificate of a silence would prove true at this cut, with these smaller trees of its strands. */
export function comesTo(
  charter: Charter,
  cut: Cut,
  on: ActId,
  trees: { readonly early: SeenTrees; readonly breaks: SeenTrees },
): ComesTo {
  const certified = (result: 'adopted' | 'expired') => {
    const { steps } = evaluate(charter, withCertificates(charter, cut, [{ on, result, ...trees }]))
    const version = steps.flatMap(({ versions }) => versions).find(({ id }) => id === on)
    const proved = result === 'adopted' ? version?.adopted : version?.broken
    return proved?.includes(supposedId(0)) === true
  }
  return certified('adopted') ? 'adopted' : certified('expired') ? 'broken' : 'neither'
}
