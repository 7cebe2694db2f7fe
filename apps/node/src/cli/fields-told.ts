import type { FieldFate } from '@entente/stix'

/** What is not there any more after a conversion, in one line; none where all is. */
export function lostLines(fields: readonly FieldFate[] = []): readonly string[] {
  const lost = fields.filter(({ fate }) => fate === 'lost')
  if (lost.length === 0) return []
  return [
    `not in it: ${lost.map(({ field, as, count }) => `${field} (${count}: ${as})`).join(', ')}`,
  ]
}
