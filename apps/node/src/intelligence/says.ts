import type { ObjectLine, TiedObject } from './api.ts'
import { tellObjects, valuesOf } from './names.ts'
import type { IntelligenceStore } from './store.ts'

type Json = Readonly<Record<string, unknown>>

/** Characters of a text that one line shows. */
const LINE = 200
/** Objects named in one line. */
const MOST = 3

/** Of the types that have no name: which properties say in one line what an object is about, in their order. */
const ENDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['relationship', ['source_ref', 'target_ref']],
  ['sighting', ['sighting_of_ref']],
  ['observed-data', ['object_refs']],
  ['network-traffic', ['src_ref', 'dst_ref']],
  ['language-content', ['object_ref']],
  ['note', ['object_refs']],
  ['opinion', ['object_refs']],
  ['grouping', ['object_refs']],
])
const TEXTS = ['abstract', 'content', 'opinion', 'explanation', 'pattern', 'statement'] as const

/** What objects that have no name say in one line: two objects and what ties them, what was seen, how a text begins. */
export async function saysOf(
  store: Pick<IntelligenceStore, 'newest' | 'versions'>,
  unnamed: readonly string[],
  red: boolean,
): Promise<ReadonlyMap<string, ObjectLine>> {
  const values = await valuesOf(store, unnamed, red)
  const ends = new Set([...values.values()].flatMap(endsOf))
  const tell = await tellObjects(store, [...ends], red)
  return new Map(
    [...values].flatMap(([id, value]) => {
      const said = says(value, tell)
      return Object.keys(said).length === 0 ? [] : [[id, said] as const]
    }),
  )
}

function says(value: Json, tell: (id: string) => TiedObject): ObjectLine {
  const text = TEXTS.map((key) => value[key]).find((one) => typeof one === 'string' && one !== '')
  const kind = value['relationship_type']
  const line = typeof text === 'string' ? text.replace(/\s+/g, ' ').trim().slice(0, LINE) : ''
  const objects = endsOf(value).map(tell)
  return {
    ...(line === '' ? {} : { text: line }),
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(objects.length === 0 ? {} : { objects }),
  }
}

const endsOf = (value: Json): readonly string[] =>
  (ENDS.get(String(value['type'])) ?? [])
    .flatMap((key) => value[key])
    .filter((one) => typeof one === 'string')
    .slice(0, MOST)
