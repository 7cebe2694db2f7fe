import { techniqueId, techniquesIn, type Techniques } from '@entente/sources/parts'
import { phrasesOf } from './search.ts'
import type { IntelligenceStore } from './store.ts'

type Json = Readonly<Record<string, unknown>>
type Store = Pick<IntelligenceStore, 'find' | 'contents' | 'referrers'>

/** Ids of one text that are looked up; whoever writes it decides how many there could be. */
const MOST_IDS = 500
/** Objects that say the same id. */
const MOST_NAMED = 20

/**
 * What techniques of these ids are by the ATT&CK that was taken in here: one that was renumbered is followed to what it
 * is now. Whatever is not held stays unknown.
 */
export async function techniquesHeld(store: Store, ids: readonly string[]): Promise<Techniques> {
  const objects = new Map<string, Json>()
  for (const id of [...new Set(ids)].slice(0, MOST_IDS)) {
    const { objects: named } = await store.find(
      {
        phrases: phrasesOf(id),
        conditions: [{ on: 'type', not: false, values: ['attack-pattern'] }],
        red: true,
      },
      { sort: { by: 'best', down: true }, limit: MOST_NAMED },
    )
    for (const { id: ref } of named) await follow(store, ref, objects)
  }
  return techniquesIn([...objects.values()])
}

/** A technique, and what it was revoked by, one after the other. */
async function follow(store: Store, first: string, objects: Map<string, Json>): Promise<void> {
  for (let ref: string | undefined = first; ref !== undefined && !objects.has(ref);) {
    const object = await newest(store, ref)
    if (!object || techniqueId(object) === undefined) return
    objects.set(ref, object)
    if (object['revoked'] !== true) return
    const { first: referrers } = await store.referrers(ref, { red: true, limit: 1_000 })
    let next: string | undefined
    for (const { id, type } of referrers) {
      if (type !== 'relationship') continue
      const relation = await newest(store, id)
      if (relation?.['relationship_type'] !== 'revoked-by' || relation['source_ref'] !== ref)
        continue
      objects.set(id, relation)
      next = String(relation['target_ref'])
    }
    ref = next
  }
}

async function newest({ contents }: Store, id: string): Promise<Json | undefined> {
  const versions = await contents(id)
  const bytes = versions.at(-1)?.bytes
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Json) : undefined
}
