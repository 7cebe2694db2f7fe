import { isObservableType } from '@entente/stix'
import type { IntelligenceStore } from './store.ts'
import type { TiedObject } from './api.ts'
import { nameOf } from './words.ts'

type Store = Pick<IntelligenceStore, 'newest' | 'versions'>
type Json = Readonly<Record<string, unknown>>

/** The newest of what is held of these objects, by id; of what is TLP:RED only where `red` may be seen. */
export async function valuesOf(
  store: Pick<IntelligenceStore, 'newest'>,
  ids: readonly string[],
  red: boolean,
): Promise<ReadonlyMap<string, Json>> {
  const found = new Map<string, Json>()
  for (let from = 0; from < ids.length; from += PIECE)
    for (const { id, bytes } of await store.newest(ids.slice(from, from + PIECE), red))
      found.set(id, JSON.parse(new TextDecoder().decode(bytes)) as Json)
  return found
}

const PIECE = 500

/**
 * How another object is told beside one that names it: by id, whether it is held, and by name. The name of what is
 * TLP:RED is told to those alone who see it; so is that it is held, of observables, whose ids are computed of their values.
 */
export async function tellObjects(
  store: Store,
  ids: readonly string[],
  red: boolean,
): Promise<(id: string) => TiedObject> {
  const held = new Set((await store.versions(ids)).map(({ id }) => id))
  const values = await valuesOf(store, [...held], red)
  return (id) => {
    const name = nameOf(values.get(id) ?? {})
    const type = id.split('--')[0]!
    return {
      id,
      type,
      ...(name === undefined ? {} : { name }),
      held: isObservableType(type) ? values.has(id) : held.has(id),
    }
  }
}
