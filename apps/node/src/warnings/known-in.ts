import { valuesIn, valuesOf, type Value } from '@entente/export'
import type { WarningLists } from '@entente/warninglist'

type ListsOf = WarningLists['listsOf']

/** A value of an object that stands on warning lists. */
type KnownGood = { readonly value: string; readonly lists: readonly string[] }

const MOST = 50

/** The values of an object, or of its pattern, that stand on lists; the first of them. */
export const knownIn = (
  object: Readonly<Record<string, unknown>>,
  listsOf: ListsOf,
): readonly KnownGood[] =>
  valuesIn(object)
    .flatMap((value) => {
      const lists = listsOf(value)
      return lists.length === 0 ? [] : [{ value: value.value, lists }]
    })
    .slice(0, MOST)

/** The lists on which everything stands that a comparison of a pattern is met by; none where something does not. */
export function listsOfComparison(comparison: string, listsOf: ListsOf): readonly string[] {
  const { values, left } = valuesOf(`[${comparison}]`)
  const found = values.map((value: Value) => listsOf(value))
  const isKnown = left.length === 0 && found.every((lists) => lists.length > 0)
  return isKnown ? [...new Set(found.flat())] : []
}
