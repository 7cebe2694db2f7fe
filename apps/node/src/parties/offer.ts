import type { Charter, CharterFrame, CharterId, PartyId } from '@entente/accord'
import type { Crypto } from '@entente/log'
import type { CaseFile } from '../federation/index.ts'
import { rootState, type RootState } from './case-charter.ts'
import { PartiesError } from './error.ts'

/** What is asked of every case that is offered, whatever its rules. */
export type RootCase = Pick<CaseFile, 'charter' | 'logged' | 'entries'>

/** The case is the one that was offered, and opened under this root case. */
export function assertOffered(
  charter: Pick<CharterFrame, 'id' | 'parent'>,
  { id, root }: { readonly id: CharterId; readonly root: RootCase },
): NonNullable<CharterFrame['parent']> {
  if (charter.id !== id)
    throw new PartiesError('case.altered', `expected the charter ${id}, got ${charter.id}`)
  if (charter.parent?.case === root.charter.id) return charter.parent
  throw new PartiesError(
    'case.not-root',
    `expected a case under ${root.charter.id}, got one under ${charter.parent?.case ?? 'none'}`,
  )
}

/** The root case at the cut that the charter names: its strands must be one history with ours. */
export function stateAt(
  cut: NonNullable<Charter['parent']>['cut'],
  root: RootCase,
  crypto: Crypto,
): RootState {
  const parties = root.charter.parties.map(({ id }) => id)
  const named = Object.keys(cut) as PartyId[]
  if (named.length !== parties.length || parties.some((party) => !cut[party]))
    throw new PartiesError(
      'case.cut',
      `expected a cut over ${parties.join(', ')}, got one over ${named.join(', ')}`,
    )
  const sizes = Object.fromEntries(parties.map((party) => [party, cut[party]!.size]))
  const state = rootState(root, sizes as Record<PartyId, number>, crypto)
  const other = parties.find((party) => state.cut[party]!.root !== cut[party]!.root)
  if (other !== undefined)
    throw new PartiesError(
      'case.cut',
      `expected the root ${state.cut[other]!.root} of ${other}'s strand at size ${cut[other]!.size}, got ${cut[other]!.root}`,
    )
  return state
}

/** A strand whose name another case has would make witnesses see two histories of one log. */
export function assertNewNames(
  charter: Pick<CharterFrame, 'id' | 'parties'>,
  cases: readonly { readonly charter: Pick<CharterFrame, 'id' | 'parties'> }[],
): void {
  const taken = new Set(
    cases
      .filter((file) => file.charter.id !== charter.id)
      .flatMap((file) => file.charter.parties.map(({ origin }) => origin)),
  )
  const again = charter.parties.find(({ origin }) => taken.has(origin))
  if (again)
    throw new PartiesError(
      'case.altered',
      `expected new names of strands, got ${again.origin} again`,
    )
}
