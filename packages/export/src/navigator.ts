import { textOf } from '@entente/stix'
import {
  idOf,
  oneLine,
  strictestOf,
  tellLeftOut,
  type Json,
  type LeftOut,
  type Thing,
} from './thing.ts'
import type { Written } from './list.ts'

const DOMAINS = ['enterprise-attack', 'mobile-attack', 'ics-attack'] as const
type Domain = (typeof DOMAINS)[number]

type Technique = {
  readonly thing: Thing
  readonly id: string
  readonly domains: readonly Domain[]
  readonly url?: string
  /** What is said to use it, by its STIX id, and the objects that say so. */
  readonly users: Map<string, Thing>
  /** Ids that ATT&CK revoked and that became this one. */
  readonly was: string[]
}

/**
 * A layer of ATT&CK Navigator, format 4.5: techniques with how many objects use them. Several domains of ATT&CK are
 * several layers in a list, as Navigator itself saves them.
 */
export function writeNavigator(things: readonly Thing[]): Written {
  const byId = new Map(things.map((thing) => [idOf(thing), thing]))
  const techniques = new Map<string, Technique>()
  const retired: Thing[] = []
  for (const thing of things) {
    const technique = techniqueOf(thing)
    if (!technique) continue
    if (isRetired(thing.object)) retired.push(thing)
    else techniques.set(idOf(thing), technique)
  }
  const left: LeftOut[] = []
  const successors = successorsIn(things)
  const now = (id: string): Technique | undefined => {
    let at = id
    for (let step = 0; step < 10 && !techniques.has(at) && successors.has(at); step++)
      at = successors.get(at)!
    return techniques.get(at)
  }
  for (const thing of retired) {
    const id = idOf(thing)
    const next = now(id)
    if (next) next.was.push(techniqueOf(thing)!.id)
    else left.push({ id, because: 'retired', what: techniqueOf(thing)!.id })
  }
  const spoken = countUses(things, now, techniques)
  for (const thing of things) {
    const id = idOf(thing)
    if (!spoken.has(id) && !techniques.has(id) && !retired.includes(thing))
      left.push({ id, because: 'no-technique' })
  }
  const all = [...techniques.values()]
  const layers = DOMAINS.flatMap((domain) => {
    const own = all.filter(({ domains }) => domains.includes(domain))
    return own.length > 0 ? [layerOf(domain, own, { byId, left })] : []
  })
  const written = layers.length === 1 ? layers[0] : layers
  const bytes = new TextEncoder().encode(`${JSON.stringify(written, null, 1)}\n`)
  const absent = new Set(left.map(({ id }) => id))
  const ids = new Set(things.map(idOf).filter((id) => !absent.has(id)))
  return { bytes, left, entries: all.length, ids }
}

/** Everything that says who uses which technique, in which each is counted. Answers the ids of what said so or is so named. */
function countUses(
  things: readonly Thing[],
  now: (id: string) => Technique | undefined,
  techniques: ReadonlyMap<string, Technique>,
): ReadonlySet<string> {
  const byNumber = new Map([...techniques.values()].map((one) => [one.id, one]))
  const spoken = new Set<string>()
  const use = (technique: Technique | undefined, user: string, thing: Thing) => {
    if (!technique || user === '') return
    technique.users.set(user, thing)
    spoken.add(user).add(idOf(thing))
  }
  for (const thing of things) {
    const { object } = thing
    const id = idOf(thing)
    if (object['type'] === 'relationship') {
      const kind = object['relationship_type']
      if (kind === 'uses' || kind === 'indicates')
        use(now(textOf(object['target_ref'])), textOf(object['source_ref']), thing)
      if (kind === 'revoked-by') spoken.add(id)
    }
    // An action of Attack Flow says the number alone.
    use(byNumber.get(textOf(object['technique_id'])), id, thing)
    for (const ref of listOf(object['object_refs'])) use(now(textOf(ref)), id, thing)
  }
  return spoken
}

function techniqueOf(thing: Thing): Technique | undefined {
  const { object } = thing
  if (object['type'] !== 'attack-pattern') return undefined
  for (const reference of listOf(object['external_references'])) {
    const { source_name: source, external_id: id, url } = (reference ?? {}) as Json
    if (!/^mitre-(?:mobile-|ics-)?attack$/.test(textOf(source))) continue
    if (!/^T\d{4}(?:\.\d{3})?$/.test(textOf(id))) continue
    return {
      thing,
      id: textOf(id),
      domains: domainsOf(object, textOf(source)),
      ...(/^https:\/\/[\w.~/-]{1,200}$/.test(textOf(url)) ? { url: textOf(url) } : {}),
      users: new Map(),
      was: [],
    }
  }
  return undefined
}

/** As the object says; else by the name of its source, which had one for each domain. */
function domainsOf(object: Json, source: string): readonly Domain[] {
  const said = listOf(object['x_mitre_domains'])
  const domains = DOMAINS.filter((domain) => said.includes(domain))
  if (domains.length > 0) return domains
  if (source === 'mitre-mobile-attack') return ['mobile-attack']
  return source === 'mitre-ics-attack' ? ['ics-attack'] : ['enterprise-attack']
}

const isRetired = (object: Json) =>
  object['revoked'] === true || object['x_mitre_deprecated'] === true

const successorsIn = (things: readonly Thing[]): ReadonlyMap<string, string> =>
  new Map(
    things.flatMap(({ object }) =>
      object['relationship_type'] === 'revoked-by'
        ? [[textOf(object['source_ref']), textOf(object['target_ref'])] as const]
        : [],
    ),
  )

type Around = { readonly byId: ReadonlyMap<string, Thing>; readonly left: readonly LeftOut[] }

function layerOf(domain: Domain, techniques: readonly Technique[], { byId, left }: Around) {
  const most = Math.max(1, ...techniques.map(({ users }) => users.size))
  const all = techniques.flatMap(({ thing, users }) => [thing, ...users.values()])
  return {
    name: `${strictestOf(all) ?? ''} techniques by use`,
    versions: { navigator: '4.9.0', layer: '4.5' },
    domain,
    description: ['The score is the number of distinct objects that use the technique.']
      .concat(tellLeftOut(left))
      .join('\n'),
    sorting: 3,
    techniques: techniques
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((technique) => rowOf(technique, byId)),
    gradient: { colors: ['#ffffff', '#b3261e'], minValue: 0, maxValue: most },
  }
}

const MOST_NAMED = 20

function rowOf({ id, thing, url, users, was }: Technique, byId: ReadonlyMap<string, Thing>) {
  const named = [...users.keys()].slice(0, MOST_NAMED).map((user) => {
    const name = oneLine(textOf(byId.get(user)?.object['name']), 80)
    return name === '' ? user : `${name} (${user})`
  })
  const more = users.size > MOST_NAMED ? [`and ${users.size - MOST_NAMED} more`] : []
  const comment = [
    users.size === 0 ? 'Named; nothing in this release uses it.' : 'Used by:',
    ...named,
    ...more,
    ...was.map((old) => `${old} was revoked and became this technique.`),
  ].join('\n')
  return {
    techniqueID: id,
    ...(users.size > 0 ? { score: users.size } : {}),
    comment,
    metadata: [
      { name: 'STIX id', value: idOf(thing) },
      { name: 'label', value: strictestOf([thing, ...users.values()]) ?? '' },
    ],
    ...(url === undefined ? {} : { links: [{ label: id, url }] }),
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
