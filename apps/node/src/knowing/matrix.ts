import { techniqueId } from '@entente/sources/parts'
import type { Condition } from '../intelligence/store.ts'
import type { TechniqueMatrix } from './api.ts'
import { idOf, listAt, newestOf, textAt, type Held, type Json } from './held.ts'
import { techniquesOf } from './uses.ts'

/** Techniques of a matrix; ATT&CK 18.1 has 691 for enterprises. */
const MOST_TECHNIQUES = 5_000
const MOST_TACTICS = 200

/** How many of these objects use each technique of the ATT&CK that is held, in the order of its matrix. */
export async function matrixOf(
  held: Held,
  ids: readonly string[],
  isMore = false,
): Promise<TechniqueMatrix> {
  const { of, capped } = await techniquesOf(held, ids)
  const used = new Map<string, number>()
  for (const refs of of.values()) for (const ref of refs) used.set(ref, (used.get(ref) ?? 0) + 1)
  const [techniques, tactics, matrices] = await Promise.all([
    allOf(held, 'attack-pattern', MOST_TECHNIQUES),
    allOf(held, 'x-mitre-tactic', MOST_TACTICS),
    allOf(held, 'x-mitre-matrix', MOST_TACTICS),
  ])
  const columns = inOrder(tactics, matrices).map((tactic) => {
    const phase = textAt(tactic, 'x_mitre_shortname') ?? ''
    return {
      id: idOf(tactic),
      phase,
      name: textAt(tactic, 'name') ?? phase,
      techniques: techniques
        .filter((technique) => phasesOf(technique).includes(phase))
        .map((technique) => cellOf(technique, used))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    }
  })
  const placed = new Set(columns.flatMap((one) => one.techniques.map(({ ref }) => ref)))
  const elsewhere = [...used].filter(([ref]) => !placed.has(ref))
  const named = await newestOf(
    held,
    elsewhere.map(([ref]) => ref),
  )
  return {
    objects: ids.length,
    ...(isMore || capped ? { capped: true } : {}),
    tactics: columns,
    elsewhere: elsewhere.map(([ref, count]) => ({
      ref,
      name: textAt(named.get(ref) ?? {}, 'name') ?? ref,
      used: count,
    })),
  }
}

const cellOf = (technique: Json, used: ReadonlyMap<string, number>) => ({
  ref: idOf(technique),
  id: techniqueId(technique) ?? '',
  name: textAt(technique, 'name') ?? '',
  used: used.get(idOf(technique)) ?? 0,
})

const phasesOf = (technique: Json): readonly unknown[] =>
  listAt(technique, 'kill_chain_phases').map((one) => (one as Json | null)?.['phase_name'])

/** As the matrices have them, one after the other; then those that are in none. */
function inOrder(tactics: readonly Json[], matrices: readonly Json[]): readonly Json[] {
  const order = matrices.flatMap((matrix) => listAt(matrix, 'tactic_refs'))
  const placeOf = (tactic: Json) => {
    const at = order.indexOf(idOf(tactic))
    return at === -1 ? order.length : at
  }
  return tactics.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Everything of a type that still counts. */
async function allOf(held: Held, type: string, limit: number): Promise<readonly Json[]> {
  const conditions: readonly Condition[] = [{ on: 'type', not: false, values: [type] }]
  const { objects } = await held.store.find(
    { phrases: [], conditions, red: held.red },
    { sort: { by: 'label', down: false }, limit },
  )
  const all = await newestOf(
    held,
    objects.map(({ id }) => id),
  )
  return [...all.values()].filter(
    (one) => one['revoked'] !== true && one['x_mitre_deprecated'] !== true,
  )
}
