import type { Micros } from '@entente/taxii'

/** Moments of a collection from the first to the last, both in it. */
export type Span = { readonly first: Micros; readonly last: Micros }

/**
 * The moments that were served, as few spans as name none of the others: what lies between two of them stood there and was
 * not served. A span begins right after the moment before it, so that whatever follows another without a gap touches it.
 * Both lists ascend; `before` is the moment before all of them.
 */
export function spansOf(
  served: readonly Micros[],
  there: readonly Micros[],
  before: Micros,
): readonly Span[] {
  const spans: { first: Micros; last: Micros }[] = []
  const wanted = new Set(served)
  let [previous, open] = [before, false]
  for (const moment of there) {
    const span = spans.at(-1)
    const isServed = wanted.has(moment)
    if (isServed && open && span) span.last = moment
    else if (isServed) spans.push({ first: previous + 1, last: moment })
    open = isServed
    previous = moment
  }
  return spans
}

/** What of some spans lies in none of the others. */
export function without(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  const known = others.toSorted((a, b) => a.first - b.first)
  return spans.flatMap(({ first, last }) => {
    const left: Span[] = []
    let from = first
    for (const other of known) {
      if (other.last < from || other.first > last) continue
      if (other.first > from) left.push({ first: from, last: other.first - 1 })
      from = other.last + 1
    }
    return from <= last ? [...left, { first: from, last }] : left
  })
}

/** Spans that touch or overlap made one, each with those that it was made of. */
export function joined<T extends Span>(
  spans: readonly T[],
): readonly (Span & { readonly of: readonly T[] })[] {
  const made: { first: Micros; last: Micros; of: T[] }[] = []
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    const before = made.at(-1)
    if (before && span.first <= before.last + 1) {
      before.last = Math.max(before.last, span.last)
      before.of.push(span)
    } else made.push({ first: span.first, last: span.last, of: [span] })
  }
  return made
}
