import type { ObjectTies, TiedObject } from './api.ts'
import { tellObjects } from './names.ts'
import type { HeldVersion, IntelligenceStore } from './store.ts'

type Json = Readonly<Record<string, unknown>>
type Store = Pick<IntelligenceStore, 'contents' | 'newest' | 'versions'>

/** As many are read one by one; the rest are among those that refer to it. */
const MOST = 100

/**
 * What ties other objects to one, as a person reads it: each relationship by its kind, its direction and
 * the object at its other end, and each sighting by how often, when and by whom (STIX 2.1 section 5).
 */
export async function tiesOf(
  store: Store,
  id: string,
  { referrers, red }: { readonly referrers: readonly HeldVersion[]; readonly red: boolean },
): Promise<ObjectTies> {
  const ties = referrers
    .filter(({ type }) => type === 'relationship' || type === 'sighting')
    .slice(0, MOST)
  const read = await Promise.all(ties.map((tie) => newest(store, tie.id)))
  const ends = [...new Set(read.flatMap(endsOf))]
  const tell = await tellObjects(store, ends, red)
  const end = (value: unknown): TiedObject | undefined =>
    typeof value === 'string' ? tell(value) : undefined
  return {
    relations: read.flatMap((tie) => {
      if (tie['type'] !== 'relationship') return []
      const isSource = tie['source_ref'] === id
      const other = end(isSource ? tie['target_ref'] : tie['source_ref'])
      const kind = String(tie['relationship_type'])
      return other
        ? [
            {
              id: String(tie['id']),
              kind,
              way: isSource ? ('to' as const) : ('from' as const),
              other,
            },
          ]
        : []
    }),
    sightings: read.flatMap((tie) =>
      tie['type'] === 'sighting' && tie['sighting_of_ref'] === id
        ? [
            {
              id: String(tie['id']),
              ...numberOf(tie, 'count'),
              ...textOf(tie, 'first_seen', 'firstSeen'),
              ...textOf(tie, 'last_seen', 'lastSeen'),
              by: listOf(tie['where_sighted_refs']).flatMap((one) => end(one) ?? []),
            },
          ]
        : [],
    ),
  }
}

async function newest(store: Store, id: string): Promise<Json> {
  const content = (await store.contents(id)).at(-1)
  return content ? (JSON.parse(new TextDecoder().decode(content.bytes)) as Json) : {}
}

const endsOf = (tie: Json): readonly string[] =>
  [tie['source_ref'], tie['target_ref'], ...listOf(tie['where_sighted_refs'])].filter(
    (one) => typeof one === 'string',
  )

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const numberOf = (tie: Json, key: 'count') =>
  typeof tie[key] === 'number' ? { [key]: tie[key] } : {}

const textOf = <Name extends string>(tie: Json, key: string, name: Name) =>
  typeof tie[key] === 'string' ? ({ [name]: tie[key] } as { readonly [name in Name]: string }) : {}
