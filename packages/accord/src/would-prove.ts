import type { Act } from './act.ts'
import type { Charter } from './charter.ts'
import { sizesOf, type Cut, type Strand } from './cut.ts'
import { evaluate } from './evaluate.ts'
import type { PartyId } from './id.ts'
import { kindOf } from './act.ts'
import type { KeyState } from './keys.ts'
import { mandateEnds } from './mandate.ts'
import { proveTrees, type With } from './read-cut.ts'
import { supposedId } from './what-if.ts'

/**
 * Whether a certificate would prove its result if this party filed it now, by the trees that it
 * carries: nobody has signed it yet. Acts of other kinds prove nothing.
 */
export function wouldProve(
  charter: Charter,
  cut: Cut,
  { party, act }: { readonly party: PartyId; readonly act: Act },
  by: With & { readonly keysOf: (party: PartyId) => KeyState },
): boolean {
  const effect = kindOf(act).effect?.(act)
  const strand = cut[party]
  if (effect?.does !== 'certifies' || !strand) return false
  const id = supposedId(0)
  const supposed = { id, party, index: strand.acts.length, act, keyids: [] }
  const proved = proveTrees(charter, supposed, by)
  if ('code' in proved) return false
  const after = { ...cut, [party]: { ...strand, root: '', acts: [...strand.acts, proved] } }
  if (effect.of === effect.on) {
    const sizes = sizesOf(Object.values<Strand>(after))
    return mandateEnds(charter, [proved], { sizes, keysOf: by.keysOf }).has(proved)
  }
  return evaluate(charter, after)
    .steps.flatMap(({ versions }) => versions)
    .some(({ adopted, ended, lapsed = [], broken = [], ranOut = [] }) =>
      [adopted, ended, lapsed, broken, ranOut].some((certified) => certified.includes(id)),
    )
}
