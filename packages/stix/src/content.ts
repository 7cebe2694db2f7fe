import { canonical } from './canonical.ts'

type Json = Readonly<Record<string, unknown>>

/** Values that say the same as leaving the property out (sections 3.2 and 3.6). */
const DEFAULTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['revoked', false],
  ['defanged', false],
])

/**
 * What an object says, as a text that two objects share exactly if they say the same: in any order
 * and layout, where a common property at its default may be left out. Undefined where a number is
 * too large to be told from its neighbours: then nobody can know, and both are better kept.
 */
export function contentOf(object: Json): string | undefined {
  try {
    return canonical(
      Object.fromEntries(
        Object.entries(object).filter(([key, value]) => DEFAULTS.get(key) !== value),
      ),
      (number) => {
        if (!(Math.abs(number) <= Number.MAX_SAFE_INTEGER)) throw new Indistinct()
      },
    )
  } catch (error) {
    if (error instanceof Indistinct) return undefined
    throw error
  }
}

/** Leaves the recursion; never leaves this file. */
class Indistinct extends Error {}
