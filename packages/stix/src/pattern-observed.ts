import { StixError } from './error.ts'
import { instantKey } from './instant.ts'
import { isDictionary, type Dictionary, type Lookup } from './pattern-compare.ts'
import { textOf } from './text.ts'

/** What was observed at one time: an observed-data object with its cyber-observable objects. */
export type Observed = {
  /** Of the observed-data object. */
  readonly id: string
  /** In microseconds since 1970; what is finer is cut off. */
  readonly first: number
  readonly last: number
  /** How often the same was observed. */
  readonly times: number
  readonly objects: readonly Dictionary[]
  readonly lookup: Lookup
}

/**
 * Every observed-data object among these, with the objects it names: by `object_refs` of STIX 2.1, or
 * in `objects` of 2.0. References are followed among all of the objects given. Throws `StixError`
 * where an observed-data object has no time.
 */
export function observedIn(objects: readonly Dictionary[]): readonly Observed[] {
  const byId = new Map(objects.map((object) => [textOf(object['id']), object]))
  return objects
    .filter(({ type }) => type === 'observed-data')
    .map((observed) => {
      const { id, object_refs: refs, objects: inside, number_observed: times } = observed
      const time = {
        id: textOf(id),
        first: timeOf(observed, 'first_observed'),
        last: timeOf(observed, 'last_observed'),
        times: typeof times === 'number' ? times : 1,
      }
      if (isDictionary(inside)) {
        const own = new Map(
          Object.entries(inside).filter((entry): entry is [string, Dictionary] =>
            isDictionary(entry[1]),
          ),
        )
        return { ...time, objects: [...own.values()], lookup: (key) => own.get(key) }
      }
      const named = Array.isArray(refs) ? (refs as readonly unknown[]) : []
      const found = named.flatMap((ref): readonly Dictionary[] => {
        const object = byId.get(textOf(ref))
        return object ? [object] : []
      })
      return { ...time, objects: found, lookup: (ref) => byId.get(ref) }
    })
}

function timeOf(observed: Dictionary, property: string): number {
  const value = observed[property]
  const time = typeof value === 'string' ? microseconds(value) : undefined
  if (time !== undefined) return time
  throw new StixError('object.malformed', `expected a time in ${property}`, {
    line: 1,
    path: `${textOf(observed['id'])}.${property}`,
  })
}

/** Microseconds since 1970 of a timestamp of STIX; a 60th second is the first of the next minute. */
export function microseconds(text: string): number | undefined {
  if (instantKey(text) === undefined) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text
    .slice(0, 19)
    .split(/\D/)
    .map(Number)
  const seconds = ((daysUntil(year, month, day) * 24 + hour) * 60 + minute) * 60 + second
  const fraction = text.slice(20, -1)
  return seconds * 1_000_000 + Number(fraction.slice(0, 6).padEnd(6, '0'))
}

/** Days from 1970 to a day of the Gregorian calendar; years are counted from March, so that leap days end them. */
function daysUntil(year: number, month: number, day: number): number {
  const from = month > 2 ? year : year - 1
  const leaps = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400)
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return from * 365 + leaps + inYear - 719_468
}
