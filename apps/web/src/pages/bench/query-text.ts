import { readQuery, writeTerm, type QueryKey, type Term } from '@entente/stix'

const termsOf = (text: string): readonly Term[] => {
  const query = readQuery(text)
  return 'expected' in query ? [] : query.terms
}

/** A condition as the query has it, without its place. */
const written = (text: string, { from, to }: Term) => text.slice(from, to)

const isOne = (text: string, term: Term, key: QueryKey, value: string) =>
  term.key === key &&
  !term.not &&
  written(text, term).toLowerCase() === writeTerm(key, value).toLowerCase()

/** Whether a query has this condition. */
export const has = (text: string, key: QueryKey, value: string): boolean =>
  termsOf(text).some((term) => isOne(text, term, key, value))

/** The query with the condition, or without it where it has it; `alone` takes the others of its key out. */
export function toggled(text: string, key: QueryKey, value: string, alone = false): string {
  const terms = termsOf(text)
  const there = terms.filter((term) => isOne(text, term, key, value))
  const gone = alone ? terms.filter((term) => term.key === key && !term.not) : there
  const rest = without(text, gone)
  return there.length > 0 ? rest : `${rest} ${writeTerm(key, value)}`.trim()
}

/** The query without some of its conditions. */
export function without(text: string, terms: readonly Term[]): string {
  let rest = text
  for (const { from, to } of terms.toSorted((a, b) => b.from - a.from))
    rest = rest.slice(0, from) + rest.slice(to)
  return rest.replaceAll(/\s+/g, ' ').trim()
}

/** The conditions of a query, as they are shown one by one. */
export const conditionsOf = (text: string): readonly { text: string; term: Term }[] =>
  termsOf(text).map((term) => ({ text: written(text, term), term }))
