import { listsOfComparison, type WarningsNow } from '../warnings/index.ts'
import type { AssetMatch } from './match.ts'

/** Matches that mean something, and how many were kept out because all that they meet by stands on warning lists. */
export function withoutKnownGood<M extends Pick<AssetMatch, 'why'>>(
  matches: readonly M[],
  warnings: Pick<WarningsNow, 'listsOf' | 'mode'> | undefined,
): {
  readonly matches: readonly M[]
  readonly suppressed: number
  readonly lists: readonly string[]
} {
  if (warnings?.mode !== 'suppress') return { matches, suppressed: 0, lists: [] }
  const byComparison = new Map<string, readonly string[]>()
  const listsFor = (comparison: string) => {
    const lists = byComparison.get(comparison) ?? listsOfComparison(comparison, warnings.listsOf)
    byComparison.set(comparison, lists)
    return lists
  }
  const isKnown = ({ why }: M) =>
    why.length > 0 && why.every(({ comparison }) => listsFor(comparison).length > 0)
  const kept = matches.filter((match) => !isKnown(match))
  const suppressed = matches.length - kept.length
  return {
    matches: kept,
    suppressed,
    lists: suppressed === 0 ? [] : [...new Set([...byComparison.values()].flat())],
  }
}
