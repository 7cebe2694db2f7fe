/**
 * A value of JSON as a text, where it is one or can be written as one; empty where it is not. `String` calls what a
 * stranger put under `toString`, and throws where that is no function.
 */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? value.toString() : ''
}

/** What stands at a place, shortened: what a stranger wrote is quoted, and never a sentence of ours. */
export function saidAt(raw: unknown, steps: readonly PropertyKey[]): string {
  const value = steps.reduce<unknown>(
    (found, step) =>
      typeof found === 'object' && found !== null
        ? (found as Readonly<Record<PropertyKey, unknown>>)[step]
        : undefined,
    raw,
  )
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60)
}
