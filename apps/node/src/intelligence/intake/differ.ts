import { canonical } from '@entente/stix'
import type { ImportObjectView } from '../api.ts'

type Json = Readonly<Record<string, unknown>>

/** Characters of a value that are shown: a person compares, and the bytes are there whole. */
const SHOWN = 2_000

/** The properties in which two contents differ, each as JSON, in the order of their names. */
export function differences(before: Json, after: Json): ImportObjectView['differs'] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return keys.flatMap((property) => {
    const [one, other] = [before, after].map((side) =>
      Object.hasOwn(side, property) ? written(side[property]) : undefined,
    )
    if (one === other) return []
    return [
      {
        property,
        ...(one === undefined ? {} : { before: one.slice(0, SHOWN) }),
        ...(other === undefined ? {} : { after: other.slice(0, SHOWN) }),
      },
    ]
  })
}

/** Order of members says nothing. */
const written = (value: unknown): string => canonical(value)
