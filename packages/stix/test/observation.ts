import fc from 'fast-check'
import { observedIn, type Observed } from '../src/pattern-observed.ts'

export type Thing = Readonly<Record<string, unknown>>

/** One observation at so many seconds, of these objects. */
export function seen(second: number, objects: readonly Thing[], more: Thing = {}): Observed {
  const time = new Date(Date.UTC(2026, 10, 27) + second * 1_000).toISOString()
  const named = objects.map((object, at) => ({ id: `x--${at}`, ...object }))
  const observed = {
    type: 'observed-data',
    id: `observed-data--${second}`,
    first_observed: time,
    last_observed: time,
    number_observed: 1,
    object_refs: named.map(({ id }) => id),
    ...more,
  }
  return observedIn([observed, ...named])[0]!
}

export const letters = ['a', 'b', 'c']
export const bracket = (letter: string) => `[x:is = '${letter}']`

/** Patterns of several observations, with a parenthesis around whatever is joined or qualified. */
export const ofSeveral = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...letters).map(bracket),
    fc
      .tuple(tie('any'), fc.constantFrom('AND', 'OR', 'FOLLOWEDBY'), tie('any'))
      .map((words) => `(${words.join(' ')})`),
    fc
      .tuple(tie('any'), fc.integer({ min: 1, max: 3 }))
      .map(([one, n]) => `(${one}) REPEATS ${n} TIMES`),
    fc
      .tuple(tie('any'), fc.integer({ min: 1, max: 4 }))
      .map(([one, n]) => `(${one}) WITHIN ${n} SECONDS`),
  ),
}))
