import type { Times } from '@entente/accord'

/**
 * The fewest of these cosignatures of one tree, by their witnesses, that show it current at an instant by themselves:
 * a quorum of them from before it or of it, and a quorum of it or from after it. Undefined where they do not.
 */
export function shownAt(
  times: Times,
  instant: number,
  quorum: number,
): ReadonlySet<string> | undefined {
  const at = times.filter(([, time]) => time === instant).slice(0, quorum)
  const missing = quorum - at.length
  const before = times.filter(([, time]) => time < instant).slice(0, missing)
  const after = times.filter(([, time]) => time > instant).slice(0, missing)
  if (before.length < missing || after.length < missing) return undefined
  return new Set([...at, ...before, ...after].map(([witness]) => witness))
}
