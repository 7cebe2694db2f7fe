import { isPapTag, isTlpTag, PAP_LEVELS, papOf, TLP_2_0, textOf, type Pap } from '@entente/stix'
import { isPublished } from './published.ts'
import type { FieldMarking, Marking } from './release.ts'
import { strictest, tlp, type Tlp } from './tlp.ts'

type Json = Readonly<Record<string, unknown>>

/** One content of a STIX object as this node holds it. */
export type HeldObject = {
  readonly object: Json
  /** Whether another party's node sent it: then it is not ours, whoever it names as its author. */
  readonly received: boolean
}

/** What a node settles about markings. */
export type MarkingPolicy = {
  /** What holds for an object that nobody marked. */
  readonly unmarked: Exclude<Tlp, 'TLP:CLEAR'>
  /** The STIX identities under which this party publishes. */
  readonly identities: readonly string[]
  /** Marking definitions that a person of this node has read and found to restrict nothing. */
  readonly accepted: readonly string[]
  /** Marking definitions that a person of this node has read as naming a community: nobody outside it is meant. */
  readonly groups: readonly { readonly marking: string; readonly community: string }[]
  readonly communities: readonly { readonly id: string; readonly parties: readonly string[] }[]
}

/** Every content that is held under the id of a marking definition. */
export type Definitions = (id: string) => readonly HeldObject[]

/** The ids of the marking definitions that an object names, for the whole or for fields of it. */
export function markingIdsOf(object: Json): readonly string[] {
  const granular = granularOf(object).flatMap(({ marking_ref: id }) =>
    typeof id === 'string' ? [id] : [],
  )
  return [...new Set([...textsOf(object['object_marking_refs']), ...granular])]
}

/**
 * How far a STIX object may go, from everything that marks it: TLP 1.0 and 2.0, MISP's tags among its
 * labels, statements, and what is marked in a way that this node does not know. STIX does not say how
 * several markings combine; here the strictest holds, and what is not understood forbids.
 */
export function markingOf(
  { object, received }: HeldObject,
  definitions: Definitions,
  policy: MarkingPolicy,
): Marking {
  const reader = { definitions, policy }
  const whole = combine([
    ...textsOf(object['object_marking_refs']).map((id) => readMarking(id, reader)),
    ...textsOf(object['labels']).flatMap(readTag),
    ...(isPublished(object) ? [{ tlp: 'TLP:CLEAR' as const }] : []),
  ])
  const label = whole.tlp ?? policy.unmarked
  const pap = papIn(object, reader)
  return {
    tlp: label,
    ...(pap ? { pap } : {}),
    ...(whole.only ? { only: whole.only } : {}),
    own: !received && policy.identities.includes(textOf(object['created_by_ref'])),
    unknown: whole.unknown,
    fields: granularOf(object).flatMap((granular) => fieldMarking(granular, label, reader)),
  }
}

type Reader = { readonly definitions: Definitions; readonly policy: MarkingPolicy }

/** What one marking says: a label, those to whom it restricts, nothing that restricts, or something not understood. */
type Said = { readonly tlp?: Tlp; readonly only?: readonly string[]; readonly unknown?: string }

type Combined = {
  readonly tlp: Tlp | undefined
  readonly only: readonly string[] | undefined
  readonly unknown: readonly string[]
}

function combine(said: readonly Said[]): Combined {
  const lists = said.flatMap(({ only }) => (only ? [only] : []))
  return {
    tlp: strictest(said.flatMap(({ tlp: label }) => label ?? [])),
    only: lists[0]?.filter((party) => lists.every((list) => list.includes(party))),
    unknown: [...new Set(said.flatMap(({ unknown }) => unknown ?? []))],
  }
}

function fieldMarking(granular: Json, whole: Tlp, reader: Reader): readonly FieldMarking[] {
  const id = granular['marking_ref']
  // A granular marking without one says a language, and a language restricts nothing.
  if (typeof id !== 'string') return []
  const said = readMarking(id, reader)
  // A field for some alone is a field that this node cannot take out (an object leaves whole): it is kept.
  const { tlp: label, unknown } = combine([said.only ? { unknown: id } : said, { tlp: whole }])
  return [{ selectors: textsOf(granular['selectors']), tlp: label ?? whole, unknown }]
}

function readMarking(id: string, { definitions, policy }: Reader): Said {
  const label = tlp(id)
  const held = definitions(id)
  if (label !== undefined) {
    // Whoever holds another content under a fixed id is held to the stricter of the two.
    const said = held.map(({ object }) => labelIn(object))
    if (said.includes('unreadable')) return { tlp: label, unknown: id }
    return { tlp: strictest([label, ...said.filter((one) => one !== undefined)] as Tlp[])! }
  }
  if (policy.accepted.includes(id)) return {}
  // What may be done with a thing says nothing of who may have it.
  if (papMarking(id, held)) return {}
  const group = policy.groups.find(({ marking }) => marking === id)
  const community = policy.communities.find((one) => one.id === group?.community)
  if (community) return { only: community.parties }
  const isOurs = held.length > 0 && held.every((one) => isOwnStatement(one, policy))
  return isOurs ? {} : { unknown: id }
}

/** The word of PAP that a marking stands for: of a published id, or of a definition that says nothing else. */
function papMarking(id: string, held: readonly HeldObject[]): Pap | undefined {
  const published = papOf({ object_marking_refs: [id] })
  const said = held.map(({ object }) => (saysPapAlone(object) ? papOf(object) : undefined))
  if (held.length > 0 && said.includes(undefined)) return undefined
  const words = [published, ...said]
  return PAP_LEVELS.find((level) => words.includes(level))
}

const saysPapAlone = ({ definition_type, definition, extensions }: Json): boolean =>
  definition_type === undefined &&
  definition === undefined &&
  Object.keys((extensions ?? {}) as Json).length === 1

/** The strictest word on what may be done with an object or with a part of it. */
function papIn(object: Json, { definitions }: Reader): Pap | undefined {
  const tags = textsOf(object['labels']).filter(isPapTag)
  const words = [
    // A tag that calls itself PAP and is none of its words may forbid anything: it counts as the strictest.
    ...tags.map((tag) => papOf({ labels: [tag] }) ?? 'PAP:RED'),
    ...markingIdsOf(object).map((id) => papMarking(id, definitions(id))),
  ]
  return PAP_LEVELS.find((level) => words.includes(level))
}

/** A text of our own that goes with what is ours binds its recipients, and not us. */
function isOwnStatement({ object, received }: HeldObject, { identities }: MarkingPolicy): boolean {
  return (
    !received &&
    object['definition_type'] === 'statement' &&
    object['extensions'] === undefined &&
    identities.includes(textOf(object['created_by_ref']))
  )
}

/** The label that a definition's own content says; undefined where it says none. */
function labelIn(definition: Json): Tlp | 'unreadable' | undefined {
  const old = (definition['definition'] as Json | undefined)?.['tlp']
  const extensions = definition['extensions'] as Json | undefined
  const now = (extensions?.[TLP_2_0] as Json | undefined)?.['tlp_2_0']
  const said = [old, now].filter((word) => word !== undefined)
  const labels = said.map((word) => (typeof word === 'string' ? tlp(word) : undefined))
  if (labels.includes(undefined)) return 'unreadable'
  return strictest(labels as Tlp[])
}

/** MISP writes labels as tags; only what calls itself TLP is one. */
function readTag(label: string): readonly Said[] {
  if (!isTlpTag(label)) return []
  const read = tlp(label)
  return [read === undefined ? { unknown: label } : { tlp: read }]
}

function granularOf(object: Json): readonly Json[] {
  const list = object['granular_markings']
  return Array.isArray(list) ? (list as readonly Json[]) : []
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
