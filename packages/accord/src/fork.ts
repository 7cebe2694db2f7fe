import { kindOf } from './act.ts'
import type { Logged } from './cut.ts'
import type { ActId, PartyId } from './id.ts'
import type { VoidReason } from './keys.ts'

/** Up to where a strand is one history, whatever its log signed, and the act that proves it. */
export type Fork = { readonly size: number; readonly by: ActId }

/** The forks that these acts prove: of each party the earliest. */
export function forksIn(acts: readonly Logged[]): ReadonlyMap<PartyId, Fork> {
  const forks = new Map<PartyId, Fork>()
  for (const { act, id: by, void: reason } of acts) {
    const effect = act && !reason ? kindOf(act).effect?.(act) : undefined
    if (effect?.does !== 'accuses') continue
    const known = forks.get(effect.of)
    if (!known || effect.size < known.size) forks.set(effect.of, { size: effect.size, by })
  }
  return forks
}

/**
 * An act of a strand whose log signed two histories. From where they may part nothing counts that is
 * on record or moves a measure: others may have been shown something else. What root keys signed
 * counts, for a revocation must get through; so does what holds whoever filed it.
 */
export function freeze(logged: Logged, { size, by }: Fork): Logged {
  const { act, index } = logged
  if (!act || logged.void || index < size) return logged
  const effect = kindOf(act).effect?.(act)
  switch (effect?.does) {
    case 'measures':
    case 'retracts':
    case 'records':
      return { ...logged, void: reason(by) }
    case 'files':
    case 'speaks':
    case 'extends':
    case 'reaffirms':
    case 'acknowledges':
    case 'certifies':
    case 'accuses':
    case 'disavows':
    case 'leaves':
    case 'amends':
    case undefined:
      return logged
  }
}

const reason = (by: ActId): VoidReason => ({
  code: 'strand.forked',
  message: `expected one history of this strand, got two that its log signed, as act ${by} proves`,
})
