import { StixError } from './error.ts'
import { microseconds, type Observed } from './pattern-observed.ts'
import type { Qualifier } from './pattern.ts'

/** A pattern with its brackets numbered. */
export type Bound =
  | { readonly kind: 'observed'; readonly bracket: number }
  | { readonly kind: 'and' | 'or' | 'followed-by'; readonly of: readonly Bound[] }
  | { readonly kind: 'qualified'; readonly of: Bound; readonly qualifiers: readonly Qualifier[] }

/** Observations that meet a part together; each is taken at the time of its interval that suits best. */
export type Binding = {
  /** Places in the list of observations, each once. */
  readonly places: readonly number[]
  readonly latestFirst: number
  readonly earliestLast: number
}

type Search = {
  readonly hits: readonly (readonly number[])[]
  readonly observed: readonly Observed[]
  /** How often each observation is used by the parts bound so far. */
  readonly used: number[]
  steps: number
}

/** Ways to combine observations that are tried. */
const MOST_STEPS = 1_000_000
/** Beyond so many, repetitions are taken one after the other only. */
const MOST_COMBINED = 200
/** Each repetition of what is more than one pair of brackets is open until the whole is met. */
const MOST_OPEN = 10_000

/** One observation, and how many times of it are used. */
type Use = { readonly place: number; readonly times: number }

/** Every way in which a pattern is met, one after the other. */
export function bindingsOf(
  bound: Bound,
  hits: readonly (readonly number[])[],
  observed: readonly Observed[],
): Iterable<Binding> {
  const ordered = hits.map((all) =>
    all.toSorted((a, b) => observed[a]!.first - observed[b]!.first || a - b),
  )
  const search = { hits: ordered, observed, used: observed.map(() => 0), steps: 0 }
  return bind(bound, search, Infinity)
}

function* bind(bound: Bound, search: Search, window: number): Generator<Binding> {
  switch (bound.kind) {
    case 'observed':
      return yield* repeat(bound.bracket, 1, search, window)
    case 'or':
      for (const one of bound.of) yield* bind(one, search, window)
      return
    case 'and':
    case 'followed-by':
      return yield* join(bound, bound.of.length, search, window)
    case 'qualified':
      return yield* qualify(bound.of, bound.qualifiers, search, window)
  }
}

function step(search: Search): void {
  search.steps += 1
  if (search.steps > MOST_STEPS) throw tooLarge(`${MOST_STEPS} ways to combine observations`)
}

const tooLarge = (most: string) =>
  new StixError('pattern.too-large', `expected at most ${most}, got more`, {
    line: 1,
    path: 'the pattern',
  })

/** The first so many parts together. */
function* join(
  bound: Extract<Bound, { kind: 'and' | 'or' | 'followed-by' }>,
  count: number,
  search: Search,
  window: number,
): Generator<Binding> {
  const last = bound.of[count - 1]!
  if (count === 1) return yield* bind(last, search, window)
  for (const left of join(bound, count - 1, search, window))
    for (const right of bind(last, search, window)) {
      step(search)
      if (bound.kind === 'followed-by' && left.latestFirst > right.earliestLast) continue
      const both = together(left, right)
      if (spread(both) < window) yield both
    }
}

const together = (one: Binding, other: Binding): Binding => ({
  places: joinedPlaces(one.places, other.places),
  latestFirst: Math.max(one.latestFirst, other.latestFirst),
  earliestLast: Math.min(one.earliestLast, other.earliestLast),
})

function joinedPlaces(one: readonly number[], other: readonly number[]): readonly number[] {
  const more = other.filter((place) => !one.includes(place))
  return more.length === 0 ? one : [...one, ...more]
}

const spread = ({ latestFirst, earliestLast }: Binding) => latestFirst - earliestLast

/** The last qualifier holds for what the ones before it leave. */
function* qualify(
  of: Bound,
  qualifiers: readonly Qualifier[],
  search: Search,
  window: number,
): Generator<Binding> {
  const qualifier = qualifiers.at(-1)
  if (!qualifier) return yield* bind(of, search, window)
  const before = qualifiers.slice(0, -1)
  switch (qualifier.kind) {
    case 'within': {
      // Half-open: what is exactly so many seconds later is outside (section 9.5.1).
      const own = qualifier.seconds * 1_000_000
      for (const binding of qualify(of, before, search, Math.min(own, window)))
        if (spread(binding) < own) yield binding
      return
    }
    case 'start-stop': {
      const start = microseconds(qualifier.start) ?? Infinity
      const stop = microseconds(qualifier.stop) ?? -Infinity
      if (start >= stop) return
      for (const binding of qualify(of, before, search, window))
        if (binding.earliestLast >= start && binding.latestFirst < stop) yield binding
      return
    }
    case 'repeats':
      if (before.length === 0 && of.kind === 'observed')
        yield* repeat(of.bracket, qualifier.times, search, window)
      else yield* repeatAny(() => qualify(of, before, search, window), qualifier.times, search)
  }
}

/** So many times whatever it is, each time by other observations. */
function* repeatAny(
  each: () => Generator<Binding>,
  times: number,
  search: Search,
): Generator<Binding> {
  if (times > search.observed.reduce((sum, { times: often }) => sum + often, 0)) return
  if (times > MOST_OPEN) throw tooLarge(`${MOST_OPEN} repetitions of several observations`)
  const open = [each()]
  const bound: Binding[] = []
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const { value: one, done } = last.next()
    if (done) {
      open.pop()
      bound.pop()
      continue
    }
    step(search)
    const before = bound.at(-1)
    const all = before ? together(before, one) : one
    if (open.length === times) yield all
    else {
      bound.push(all)
      open.push(each())
    }
  }
}

/** So many observations that meet one pair of brackets. */
function* repeat(
  bracket: number,
  times: number,
  search: Search,
  window: number,
): Generator<Binding> {
  const { hits, observed, used } = search
  const free = (at: number) => observed[at]!.times - used[at]!
  const able = hits[bracket]!.filter((at) => free(at) > 0)
  if (times === 1) {
    for (const place of able) yield* taken([{ place, times: 1 }], search)
    return
  }
  // Whichever observation ends first, the others begin within the window after it.
  const anchors = window === Infinity ? [-Infinity] : able.map((at) => observed[at]!.last)
  for (const anchor of new Set(anchors)) {
    step(search)
    const near = able.filter(
      (at) => observed[at]!.last >= anchor && observed[at]!.first < anchor + window,
    )
    const eligible = window === Infinity ? able : near
    if (eligible.reduce((sum, at) => sum + free(at), 0) < times) continue
    yield* runs(eligible, times, search)
    if (times <= MOST_COMBINED) yield* combinations(eligible, times, search)
  }
}

/** One after the other, beginning with each in turn. */
function* runs(eligible: readonly number[], times: number, search: Search): Generator<Binding> {
  const { observed, used } = search
  for (let from = 0; from < eligible.length; from++) {
    const uses: Use[] = []
    let left = times
    for (let at = from; at < eligible.length && left > 0; at++) {
      const place = eligible[at]!
      const count = Math.min(observed[place]!.times - used[place]!, left)
      uses.push({ place, times: count })
      left -= count
    }
    step(search)
    if (left > 0) return
    yield* taken(uses, search)
  }
}

/** Any so many of them. */
function* combinations(
  eligible: readonly number[],
  times: number,
  search: Search,
  uses: readonly Use[] = [],
): Generator<Binding> {
  if (uses.length === times) return yield* taken(uses, search)
  const { observed, used } = search
  for (const [at, place] of eligible.entries()) {
    step(search)
    const own = uses.filter((other) => other.place === place).length
    if (own < observed[place]!.times - used[place]!)
      yield* combinations(eligible.slice(at), times, search, [...uses, { place, times: 1 }])
  }
}

/** While the rest of the pattern is tried, these are taken. */
function* taken(uses: readonly Use[], { observed, used }: Search): Generator<Binding> {
  let latestFirst = -Infinity
  let earliestLast = Infinity
  for (const { place, times } of uses) {
    used[place]! += times
    latestFirst = Math.max(latestFirst, observed[place]!.first)
    earliestLast = Math.min(earliestLast, observed[place]!.last)
  }
  const places = [...new Set(uses.map(({ place }) => place))]
  yield { places, latestFirst, earliestLast }
  for (const { place, times } of uses) used[place]! -= times
}
