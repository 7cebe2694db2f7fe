/**
 * The one JSON text of a value (RFC 8785): members sorted by UTF-16 units, numbers and texts as ECMAScript
 * writes them. `look` sees every number before it is written. For values that were read from JSON.
 */
export function canonical(value: unknown, look?: (number: number) => void): string {
  if (typeof value === 'number') look?.(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one, look)).join(',')}]`
  const object = value as Readonly<Record<string, unknown>>
  const members = Object.keys(object)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(object[key], look)}`)
  return `{${members.join(',')}}`
}
