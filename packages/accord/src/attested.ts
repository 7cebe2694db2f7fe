import type { Attested } from './cut.ts'

/** The first instant at which a quorum of distinct witnesses had cosigned a tree. */
export const seenBy = (tree: Attested | undefined, quorum: number): number =>
  timesOf(tree, Math.min)[quorum - 1] ?? Infinity

/** The last instant at or after which a quorum of distinct witnesses cosigned a tree. */
export const currentUntil = (tree: Attested | undefined, quorum: number): number =>
  timesOf(tree, Math.max).at(-quorum) ?? -Infinity

/** Each witness once, whatever it cosigned, in the order of time. */
function timesOf(tree: Attested | undefined, pick: (a: number, b: number) => number): number[] {
  const times = new Map<string, number>()
  for (const [witness, time] of tree?.times ?? [])
    times.set(witness, pick(time, times.get(witness) ?? time))
  return [...times.values()].toSorted((a, b) => a - b)
}
