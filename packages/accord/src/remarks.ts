import type { Comment } from './act/comment.ts'
import type { Act } from './act.ts'
import type { ActId, PartyId } from './id.ts'

/** An act as a strand or a page has it. */
type Read = {
  readonly id: ActId
  readonly party: PartyId
  readonly act?: Act
  readonly void?: unknown
}

/** One comment, with whose and which act it is. */
export type Remark = { readonly id: ActId; readonly party: PartyId; readonly act: Comment }

/** A remark on a clause and all that was answered to it, or to an answer, in the order given. */
export type Thread = { readonly first: Remark; readonly answers: readonly Remark[] }

/**
 * The threads on each clause of one version, clause by clause, in the order in which the acts are given.
 * Whoever signs may name any act as the one that it answers: what answers no comment on the same clause
 * of the same version stands for itself.
 */
export function threadsOn(
  acts: readonly Read[],
  version: ActId,
): ReadonlyMap<string, readonly Thread[]> {
  const remarks = acts.flatMap(({ id, party, act, void: voided }): Remark[] =>
    act?.kind === 'comment' && act.on === version && !voided ? [{ id, party, act }] : [],
  )
  const byId = new Map(remarks.map((remark) => [remark.id, remark]))
  const firstOf = firstFinder(byId)
  const threads = Map.groupBy(remarks, firstOf)
  const firsts = remarks.filter((remark) => firstOf(remark) === remark)
  return Map.groupBy(
    firsts.map((first) => ({
      first,
      answers: (threads.get(first) ?? []).filter((remark) => remark !== first),
    })),
    ({ first }) => first.act.clause,
  )
}

/** Finds the remark that a chain of answers begins with; each link is followed once. */
function firstFinder(byId: ReadonlyMap<ActId, Remark>): (remark: Remark) => Remark {
  const found = new Map<Remark, Remark>()
  const before = ({ act }: Remark) => {
    const answered = act.answers === undefined ? undefined : byId.get(act.answers)
    return answered?.act.clause === act.clause ? answered : undefined
  }
  return (remark) => {
    const chain = new Set<Remark>()
    let at = remark
    for (;;) {
      const known = found.get(at)
      const next = known ? undefined : before(at)
      chain.add(at)
      // No act can name one that names it, but whoever gives these acts may have made their ids up.
      if (!next || chain.has(next)) {
        at = known ?? at
        break
      }
      at = next
    }
    for (const one of chain) found.set(one, at)
    return at
  }
}
