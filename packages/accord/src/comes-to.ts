import type { Act } from './act.ts'
import type { Charter } from './charter.ts'
import type { Attested, Cut } from './cut.ts'
import { evaluate } from './evaluate.ts'
import type { ActId, PartyId } from './id.ts'
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

/** A tree of one strand, and the second by which the quorum had cosigned it. */
export type SeenTree = { readonly size: number; readonly by: number }
type SeenTrees = Readonly<Record<PartyId, SeenTree>>

/**
 * Which certificate of a silence would prove true at this cut, with these smaller trees, once every
 * strand is closed as it stands: witnesses can be asked for that at any time, for the rest no more.
 */
export function comesTo(
  charter: Charter,
  cut: Cut,
  on: ActId,
  trees: { readonly early: SeenTrees; readonly breaks: SeenTrees },
): ComesTo {
  const certified = (result: 'adopted' | 'expired') => {
    const id = supposedId(0)
    const { steps } = evaluate(charter, withCertificate(charter, cut, { id, on, result, trees }))
    const version = steps.flatMap(({ versions }) => versions).find((one) => one.id === on)
    return (result === 'adopted' ? version?.adopted : version?.broken)?.includes(id) === true
  }
  return certified('adopted') ? 'adopted' : certified('expired') ? 'broken' : 'neither'
}

type Supposed = {
  readonly id: ActId
  readonly on: ActId
  readonly result: 'adopted' | 'expired'
  readonly trees: { readonly early: SeenTrees; readonly breaks: SeenTrees }
}

/** The cut with a certificate after it that nobody signed and whose trees are taken as proved. */
function withCertificate(charter: Charter, cut: Cut, { id, on, result, trees }: Supposed): Cut {
  const party = charter.chair
  const strands = Object.values(cut)
  const { acts = [] } = cut[party] ?? {}
  const attested = ({ size, by }: SeenTree): Attested => ({
    size,
    times: Array.from({ length: charter.quorum }, (_, place) => [`${place}`, by] as const),
  })
  const each = (seen: SeenTrees) =>
    Object.fromEntries(
      Object.entries(seen).map(([strand, tree]) => [strand, attested(tree)]),
    ) as Record<PartyId, Attested>
  const closings = Object.fromEntries(
    strands.map((strand) => [strand.party, { size: strand.acts.length, by: Infinity }]),
  ) as SeenTrees
  const act: Extract<Act, { kind: 'declare' }> = {
    v: 1,
    charter: charter.id,
    party,
    kind: 'declare',
    claimedAt: '1970-01-01T00:00:00Z',
    on,
    result,
    cut: Object.fromEntries(
      charter.parties.map(({ id: strand }) => [
        strand,
        { size: cut[strand]?.acts.length ?? 0, root: cut[strand]?.root ?? '' },
      ]),
    ) as Extract<Act, { kind: 'declare' }>['cut'],
    closings: {},
  }
  const certificate = {
    id,
    party,
    index: acts.length,
    act,
    keyids: [],
    trees: {
      closings: each(closings),
      early: each(trees.early),
      breaks: each(trees.breaks),
      since: {},
    },
  }
  return { ...cut, [party]: { party, root: '', acts: [...acts, certificate] } }
}
