import { textOf } from '@entente/stix'
import { isJson, type Json } from './json.ts'
import { idOf } from './making.ts'

/** A technique of ATT&CK as it is now: the object that stands for it, and its id. */
export type Technique = { readonly ref: string; readonly id: string }
/** Techniques by every id that they have or had. */
export type Techniques = ReadonlyMap<string, Technique>

const MATRICES = new Set(['mitre-attack', 'mitre-mobile-attack', 'mitre-ics-attack'])

/** The id that a matrix of ATT&CK gives an object; undefined for what is of none. */
export function techniqueId(object: Json): string | undefined {
  const references = object['external_references']
  if (object['type'] !== 'attack-pattern' || !Array.isArray(references)) return undefined
  const [own] = references.filter(
    (one: unknown): one is Json => isJson(one) && MATRICES.has(textOf(one['source_name'])),
  )
  return typeof own?.['external_id'] === 'string' ? own['external_id'] : undefined
}

/**
 * The table of techniques in what ATT&CK publishes: its `attack-pattern` objects, and the `revoked-by` relationships that
 * say what a technique that was renumbered is now. One without a successor stays what it was.
 */
export function techniquesIn(objects: readonly Json[]): Techniques {
  const byRef = new Map<string, Json>()
  const now = new Map<string, string>()
  for (const object of objects) {
    if (object['type'] === 'attack-pattern' && !isNamedOnly(object))
      byRef.set(textOf(object['id']), object)
    if (object['relationship_type'] === 'revoked-by')
      now.set(textOf(object['source_ref']), textOf(object['target_ref']))
  }
  const table = new Map<string, Technique>()
  for (const [ref, object] of byRef) {
    const id = techniqueId(object)
    if (id === undefined) continue
    const last = lastOf(ref, now)
    const current = techniqueId(byRef.get(last) ?? {})
    // Of two objects with one id that which is not revoked is meant.
    if (!table.has(id) || object['revoked'] !== true)
      table.set(id, current === undefined ? { ref, id } : { ref: last, id: current })
  }
  return table
}

/** What a text that named a technique has left of it says nothing of what that is now. */
const isNamedOnly = (object: Json): boolean =>
  object['id'] === idOf('attack-pattern', techniqueId(object) ?? '')

/** What a technique became in the end; a list that leads round in a circle ends where it began. */
function lastOf(ref: string, now: ReadonlyMap<string, string>): string {
  const seen = new Set([ref])
  let last = ref
  for (let next = now.get(last); next !== undefined && !seen.has(next); next = now.get(last)) {
    seen.add(next)
    last = next
  }
  return last
}
