import { instantKey, referencesOf } from '@entente/stix'
import type { Neighbourhood, Timeline, TimelineEvent } from './api.ts'
import { idOf, newestOf, referringTo, shown, textAt, type Held, type Json } from './held.ts'

/** Objects that are shown around one; whoever has more is told so. */
const MOST_NODES = 500
/** What refers to one step's objects, looked at. */
const MOST_REFERRING = 2_000

/** Markings and authors tie everything to everything: they are no neighbours. */
const IS_QUIET = /^(?:marking-definition|extension-definition|language-content)--/
const QUIET_PROPERTIES: ReadonlySet<string> = new Set([
  'created_by_ref',
  'object_marking_refs',
  'x_mitre_modified_by_ref',
])

type Edge = Neighbourhood['edges'][number]

/** What an object is tied to, step by step; undefined where it is not held, or not for this person. */
export async function neighbourhoodOf(
  held: Held,
  id: string,
  depth: number,
): Promise<Neighbourhood | undefined> {
  const walked = await walk(held, id, depth)
  if (!walked) return undefined
  const { steps, objects, edges, capped } = walked
  return {
    nodes: [...steps].map(([node, at]) => ({ ...shown(node, objects.get(node)), steps: at })),
    edges: [...edges.values()].filter(({ from, to }) => steps.has(from) && steps.has(to)),
    ...(capped ? { capped: true } : {}),
  }
}

async function walk(held: Held, id: string, depth: number) {
  const first = (await newestOf(held, [id])).get(id)
  if (!first) return undefined
  const steps = new Map([[id, 0]])
  const objects = new Map<string, Json>([[id, first]])
  const edges = new Map<string, Edge>()
  let capped = false
  let here = [id]
  for (let at = 1; at <= depth && here.length > 0; at += 1) {
    const referring = await referringTo(held, here, MOST_REFERRING)
    capped ||= referring.length >= MOST_REFERRING
    const found = [
      ...here.flatMap((one) => edgesFrom(objects.get(one))),
      ...referring.flatMap((one) => (isTie(one) ? tieEdges(one) : edgesFrom(one))),
    ].filter(({ from, to }) => here.includes(from) || here.includes(to))
    for (const edge of found) edges.set(`${edge.from} ${edge.kind} ${edge.to}`, edge)
    const next = [...new Set(found.flatMap(({ from, to }) => [from, to]))].filter(
      (one) => !steps.has(one),
    )
    const room = MOST_NODES - steps.size
    capped ||= next.length > room
    here = next.slice(0, room)
    for (const one of here) steps.set(one, at)
    for (const [one, object] of await newestOf(held, here)) objects.set(one, object)
  }
  return { steps, objects, edges, capped }
}

/** A relationship or a sighting is itself the tie between its ends. */
const isTie = ({ type }: Json) => type === 'relationship' || type === 'sighting'

function tieEdges(tie: Json): readonly Edge[] {
  if (tie['revoked'] === true) return []
  if (tie['type'] === 'sighting') {
    const of = textAt(tie, 'sighting_of_ref')
    return referencesOf(tie).flatMap((ref) =>
      of === undefined || ref === of || !ref.startsWith('identity--')
        ? []
        : [{ from: ref, to: of, kind: 'sighted' }],
    )
  }
  const [from, to] = [textAt(tie, 'source_ref'), textAt(tie, 'target_ref')]
  return from === undefined || to === undefined
    ? []
    : [{ from, to, kind: String(tie['relationship_type']) }]
}

/** What an object itself refers to, by the property that does. */
function edgesFrom(object: Json | undefined): readonly Edge[] {
  if (!object || isTie(object)) return []
  const from = idOf(object)
  return Object.entries(object).flatMap(([kind, value]) => {
    if (QUIET_PROPERTIES.has(kind) || !/_refs?$/.test(kind)) return []
    const refs: readonly unknown[] = Array.isArray(value) ? value : [value]
    return refs.flatMap((to) =>
      typeof to === 'string' && !IS_QUIET.test(to) ? [{ from, to, kind }] : [],
    )
  })
}

/** Properties of STIX 2.1 that say when something was, in the order of its sections. */
const DATES = [
  'first_seen',
  'last_seen',
  'first_observed',
  'last_observed',
  'valid_from',
  'valid_until',
  'published',
  'start_time',
  'stop_time',
  'created',
  'modified',
] as const

/** When what an object and its ties say happened; undefined where it is not held, or not for this person. */
export async function timelineOf(held: Held, id: string): Promise<Timeline | undefined> {
  const object = (await newestOf(held, [id])).get(id)
  if (!object) return undefined
  const referring = await referringTo(held, [id], MOST_REFERRING)
  const events = [object, ...referring].flatMap((one) =>
    DATES.flatMap((what) => {
      const at = textAt(one, what)
      // In an object that is not of STIX itself such a property may hold anything.
      const key = at === undefined ? undefined : instantKey(at)
      if (at === undefined || key === undefined) return []
      if (what === 'modified' && at === textAt(one, 'created')) return []
      const event: TimelineEvent = { at, what, object: shown(idOf(one), one) }
      return [{ key, event }]
    }),
  )
  const inOrder = events.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return {
    events: inOrder.map(({ event }) => event),
    ...(referring.length >= MOST_REFERRING ? { capped: true } : {}),
  }
}
