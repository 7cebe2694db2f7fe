import { entriesOf, isObject, itemsOf, type Json } from './finding.ts'
import type { Playbook } from './read.ts'

/** The levels of TLP 2.0, strictest first. */
const LEVELS = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const
export type Level = (typeof LEVELS)[number]

/** The ids that the standard's own definitions have (OASIS, CACAO common data markings); STIX uses the same UUIDs. */
export const TLP_IDS: Readonly<Record<Level, string>> = {
  'TLP:RED': 'marking-tlp--e828b379-4e03-4974-9ac4-e53a884c97c1',
  'TLP:AMBER+STRICT': 'marking-tlp--939a9414-2ddd-4d32-a0cd-375ea402b003',
  'TLP:AMBER': 'marking-tlp--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'TLP:GREEN': 'marking-tlp--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  'TLP:CLEAR': 'marking-tlp--94868c89-83c2-464b-929b-a1a8aa3c8487',
}

/** How far a playbook may go, by its markings. */
export type MarkingOf = {
  /** The strictest of its TLP markings; absent where it has none, and then it is not clear. */
  readonly tlp?: Level
  /** Markings of other kinds, and what is not understood: they may forbid anything. */
  readonly other: readonly string[]
}

/**
 * The strictest label of a playbook. A definition under a fixed id holds to the stricter of what it says and what was
 * published under that id.
 */
export function markingOf({ value }: Playbook): MarkingOf {
  const definitions = new Map(entriesOf(value['data_marking_definitions']))
  const read = itemsOf(value['markings']).map((id) => {
    const text = typeof id === 'string' ? id : 'something that is no identifier'
    const defined = definitions.get(text)
    return { id: text, levels: levelsOf(text, isObject(defined) ? defined : {}) }
  })
  const levels = new Set(read.flatMap((one) => one.levels))
  const tlp = LEVELS.find((level) => levels.has(level))
  return {
    ...(tlp === undefined ? {} : { tlp }),
    other: read.flatMap((one) => (one.levels.length === 0 ? [one.id] : [])),
  }
}

function levelsOf(id: string, { tlpv2_level: said }: Json): readonly Level[] {
  const published = LEVELS.find((level) => TLP_IDS[level] === id.toLowerCase())
  const defined = LEVELS.find((level) => level === said)
  // What calls itself something else is not understood.
  if (said !== undefined && defined === undefined) return []
  return [published, defined].filter((level) => level !== undefined)
}
