import type { FieldFate } from '@entente/stix'

type Fields = readonly FieldFate[]

/** What is not there any more after a conversion, in one line; none where all is. */
export function lostLines(fields: Fields = []): readonly string[] {
  const lost = fields.filter(({ fate }) => fate === 'lost')
  if (lost.length === 0) return []
  return [
    `not in it: ${lost.map(({ field, as, count }) => `${field} (${count}: ${as})`).join(', ')}`,
  ]
}

/** What only whoever reads the other format reads of it. */
export function carriedLines(fields: Fields = []): readonly string[] {
  const carried = fields.filter(({ fate }) => fate === 'carried')
  if (carried.length === 0) return []
  return [
    `carried word for word: ${carried.map(({ field, count }) => `${field} (${count})`).join(', ')}`,
  ]
}
