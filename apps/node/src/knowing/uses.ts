import { referencesOf } from '@entente/stix'
import { idOf, listAt, newestOf, referringTo, textAt, type Held, type Json } from './held.ts'

/** Relationships and containers that are looked at; whoever has more is told so. */
const MOST = 20_000
/** Objects of a flow that are followed. */
const MOST_STEPS = 2_000

/** Relationships that say that something is done by a technique: one that counters or replaces it says nothing of the kind. */
const USING: ReadonlySet<string> = new Set(['uses', 'indicates'])
/** Of a described attack (Attack Flow), the parts that lead on to its actions. */
const FLOW: ReadonlySet<string> = new Set([
  'attack-flow',
  'attack-action',
  'attack-operator',
  'attack-condition',
])
const CONTAINERS: ReadonlySet<string> = new Set(['report', 'grouping', 'note', 'opinion'])

const isTechnique = (ref: unknown): ref is string =>
  typeof ref === 'string' && ref.startsWith('attack-pattern--')
const typeIn = (ref: string) => ref.split('--')[0]!

export type Uses = {
  /** The techniques of each object that was asked for. */
  readonly of: ReadonlyMap<string, ReadonlySet<string>>
  readonly capped: boolean
}

/** Which techniques these objects use: by a relationship, in what they hold together, along the actions of a flow. */
export async function techniquesOf(held: Held, ids: readonly string[]): Promise<Uses> {
  const of = new Map(ids.map((id) => [id, new Set<string>()]))
  const referring = await referringTo(held, ids, MOST)
  for (const tie of referring) {
    const used = usedBy(tie)
    if (used) of.get(used.by)?.add(used.technique)
  }
  const objects = await newestOf(held, ids)
  for (const [id, object] of objects) {
    const type = typeIn(id)
    if (CONTAINERS.has(type))
      for (const ref of listAt(object, 'object_refs')) if (isTechnique(ref)) of.get(id)!.add(ref)
    if (FLOW.has(type)) for (const ref of await alongFlow(held, object)) of.get(id)!.add(ref)
  }
  return { of, capped: referring.length >= MOST }
}

/** How many of these techniques each other object uses. */
export async function usersOf(
  held: Held,
  techniques: readonly string[],
): Promise<{ readonly shared: ReadonlyMap<string, number>; readonly capped: boolean }> {
  const wanted = new Set(techniques)
  const found = new Map<string, Set<string>>()
  const add = (id: string, technique: string) => {
    const known = found.get(id) ?? new Set<string>()
    known.add(technique)
    found.set(id, known)
  }
  const referring = await referringTo(held, techniques, MOST)
  for (const tie of referring) {
    const used = usedBy(tie)
    if (used && wanted.has(used.technique)) add(used.by, used.technique)
    if (CONTAINERS.has(String(tie['type'])))
      for (const ref of listAt(tie, 'object_refs'))
        if (isTechnique(ref) && wanted.has(ref)) add(idOf(tie), ref)
  }
  const shared = new Map([...found].map(([id, refs]) => [id, refs.size]))
  return { shared, capped: referring.length >= MOST }
}

function usedBy(tie: Json): { readonly by: string; readonly technique: string } | undefined {
  if (tie['type'] !== 'relationship' || tie['revoked'] === true) return undefined
  if (tie['x_mitre_deprecated'] === true) return undefined
  const [by, technique] = [textAt(tie, 'source_ref'), tie['target_ref']]
  if (!USING.has(String(tie['relationship_type'])) || by === undefined) return undefined
  return isTechnique(technique) ? { by, technique } : undefined
}

/** Along what leads from one part of a flow to the next: a property of the part, or a relationship. */
async function alongFlow(held: Held, flow: Json): Promise<ReadonlySet<string>> {
  const techniques = new Set<string>()
  const seen = new Set([idOf(flow)])
  for (let step: readonly Json[] = [flow]; step.length > 0 && seen.size < MOST_STEPS;) {
    const ties = await referringTo(held, step.map(idOf), MOST_STEPS)
    const refs = [
      ...step.flatMap((one) => [...referencesOf(one)]),
      ...ties.flatMap((tie) => (tie['type'] === 'relationship' ? [...referencesOf(tie)] : [])),
    ]
    for (const ref of refs) if (isTechnique(ref)) techniques.add(ref)
    const next = [...new Set(refs)].filter((ref) => FLOW.has(typeIn(ref)) && !seen.has(ref))
    for (const ref of next) seen.add(ref)
    step = [...(await newestOf(held, next)).values()]
  }
  return techniques
}
