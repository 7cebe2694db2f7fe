import { lookedFor, type LookedFor, type LookOptions } from './looked-for.ts'
import {
  idOf,
  oneLine,
  provenance,
  strictestOf,
  tellLeftOut,
  type LeftOut,
  type Thing,
} from './thing.ts'

export type Written = {
  readonly bytes: Uint8Array
  readonly left: readonly LeftOut[]
  /** How many lines are no comments, or how many techniques are in it. */
  readonly entries: number
  /** The ids of the objects of which something is in it. */
  readonly ids: ReadonlySet<string>
}

/**
 * Values that indicators look for, one a line, by kind. Lines that begin with `#` are comments: whose indicator it is,
 * its label, and what is not in the list. `only` takes one kind.
 */
export function writeList(
  things: readonly Thing[],
  { only, ...options }: LookOptions & { readonly only?: string },
): Written {
  const { found, left: unlisted } = lookedFor(things, options)
  const left: LeftOut[] = [...unlisted]
  const kinds = new Map<string, Map<string, LookedFor[]>>()
  for (const one of found) {
    const { kind, value, port } = one.value
    const because = port !== undefined ? 'joined' : value.startsWith('#') ? 'value' : undefined
    if (because) left.push({ id: idOf(one.thing), because, what: value })
    else if (only === undefined || only === kind) {
      const values = kinds.get(kind) ?? new Map<string, LookedFor[]>()
      kinds.set(kind, values)
      values.set(value, [...(values.get(value) ?? []), one])
    }
  }
  const lines = [...kinds].toSorted(byKey).flatMap(([kind, values]) => [
    `# ${oneLine(kind, 200)}: ${values.size}`,
    ...[...values].toSorted(byKey).flatMap(([value, from]) => [
      // Who said so, of one value each once.
      ...new Set(from.map(({ thing }) => `# ${provenance(thing)}`)),
      value,
    ]),
  ])
  const label = strictestOf(found.map(({ thing }) => thing)) ?? 'nothing in it'
  const head = [`# ${label}: values that indicators look for`, ...tellLeftOut(left).map(comment)]
  return {
    bytes: new TextEncoder().encode(`${[...head, ...lines].join('\n')}\n`),
    left,
    entries: [...kinds.values()].reduce((sum, { size }) => sum + size, 0),
    ids: new Set(
      [...kinds.values()].flatMap((values) =>
        [...values.values()].flatMap((from) => from.map(({ thing }) => idOf(thing))),
      ),
    ),
  }
}

const comment = (line: string) => `# ${line}`
const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : a > b ? 1 : 0
