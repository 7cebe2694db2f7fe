import type { Act } from './act.ts'
import type { Charter } from './charter.ts'
import type { Cut, Logged } from './cut.ts'
import { evaluate } from './evaluate.ts'
import type { ActId, PartyId } from './id.ts'
import type { State } from './state.ts'

/** An act that nobody signed; another supposed act refers to it by the id it is given here. */
export type Supposed = { readonly party: PartyId; readonly act: Act; readonly id?: ActId }

/**
 * What the case would be worth if these acts followed, one after the other. Nothing of it is signed or
 * witnessed: strands that hold a supposed act have no root, and certificates among them say nothing.
 */
export function whatIf(charter: Charter, cut: Cut, extra: readonly Supposed[]): State {
  const supposed = new Map<PartyId, Logged[]>()
  for (const [place, { party, act, id = supposedId(place) }] of extra.entries()) {
    const more = supposed.get(party) ?? []
    const index = (cut[party]?.acts.length ?? 0) + more.length
    supposed.set(party, [...more, { id, party, index, act, keyids: [] }])
  }
  const strands = charter.parties.map(({ id }) => {
    const strand = cut[id] ?? { party: id, root: '', acts: [] }
    const more = supposed.get(id)
    return [id, more ? { ...strand, root: '', acts: [...strand.acts, ...more] } : strand] as const
  })
  return evaluate(charter, Object.fromEntries(strands) as Cut)
}

/** The id of the supposed act at this place of a list, where it was given none. */
export const supposedId = (place: number): ActId =>
  `sha256:${place.toString(16).padStart(64, '0')}` as ActId
