/**
 * A value of JSON as a text, where it is one or can be written as one; empty where it is not. `String` calls what a
 * stranger put under `toString`, and throws where that is no function.
 */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? value.toString() : ''
}
