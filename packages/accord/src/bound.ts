import type { PartyId } from './id.ts'
import type { VersionState } from './state.ts'

/** Whether a text binds a member, as the decision table has it: whole, without the clauses it reserves, or not. */
export type Bound =
  | { readonly party: PartyId; readonly how: 'bound' | 'not-bound' }
  | { readonly party: PartyId; readonly how: 'except'; readonly clauses: readonly string[] }

/**
 * Who is bound by a version once it is certified, as voices stand: nobody while its gate is shut. Undefined
 * where the table says nothing of it: voices that are collected, and a majority, of which it says who is for.
 */
export function boundBy({
  rule,
  gate,
  voices,
}: Pick<VersionState, 'rule' | 'gate' | 'voices'>): readonly Bound[] | undefined {
  if (rule === 'each-its-own' || rule === 'qualified-majority') return undefined
  return (Object.keys(voices) as PartyId[]).map((party): Bound => {
    const { effective, excepts = [] } = voices[party]!
    const isBound =
      gate.open &&
      (FOR.has(effective) ||
        (rule !== 'participants-only' && effective === 'abstains') ||
        // The gate of a silence is open only where every silence is consent.
        (rule === 'silence' && effective === 'silent'))
    if (!isBound) return { party, how: 'not-bound' }
    return excepts.length > 0 ? { party, how: 'except', clauses: excepts } : { party, how: 'bound' }
  })
}

const FOR: ReadonlySet<string> = new Set([
  'complies',
  'complies-with-statement',
  'complies-with-reservation',
])
