import { nameOf } from '../intelligence/words.ts'
import type { TiedObject } from '../intelligence/api.ts'
import type { IntelligenceStore } from '../intelligence/store.ts'

export type Json = Readonly<Record<string, unknown>>

/** What is held, as one person may see it. */
export type Held = {
  readonly store: Pick<IntelligenceStore, 'newest' | 'referring' | 'find'>
  /** Whether what is TLP:RED may be seen. */
  readonly red: boolean
}

const read = ({ bytes }: { readonly bytes: Uint8Array }): Json =>
  JSON.parse(new TextDecoder().decode(bytes)) as Json

/** The newest of each of these, by id. */
export async function newestOf(
  { store, red }: Held,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Json>> {
  return new Map((await store.newest(ids, red)).map((one) => [one.id, read(one)]))
}

/** What refers to any of these. */
export async function referringTo(
  { store, red }: Held,
  ids: readonly string[],
  limit: number,
): Promise<readonly Json[]> {
  return ids.length === 0 ? [] : (await store.referring(ids, { red, limit })).map(read)
}

export const idOf = (object: Json): string => String(object['id'])
export const textAt = (object: Json, key: string): string | undefined => {
  const value = object[key]
  return typeof value === 'string' ? value : undefined
}
export const listAt = (object: Json, key: string): readonly unknown[] => {
  const value = object[key]
  return Array.isArray(value) ? value : []
}

/** As a line of a list shows an object. */
export function shown(id: string, object: Json | undefined): TiedObject {
  const name = object && nameOf(object)
  return {
    id,
    type: id.split('--')[0]!,
    ...(name === undefined ? {} : { name }),
    held: object !== undefined,
  }
}
