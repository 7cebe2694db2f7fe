import { createLoss, instantOf, type FieldFate } from '@entente/stix'
import { objectOf } from './clusters.ts'
import {
  commonOf,
  idIn,
  listIn,
  marked,
  markingsIn,
  markingsOf,
  named,
  noteFields,
  properties,
  REPORT,
  type Common,
  type Fields,
  type Spread,
} from './common.ts'
import type { Attribute, Event, Json, ReadEvent } from './event.ts'
import { carrying, EXTENSION_AUTHOR, EXTENSION_DEFINITION } from './extension.ts'
import { attributePart, type Part } from './from-attribute.ts'
import { objectPart, relationship, type Group } from './from-object.ts'
import { restrictionOf, unreadIn } from './marking.ts'

/** A MISP event as STIX 2.1 objects, and what became of each of its fields. */
export type Converted = { readonly objects: readonly Json[]; readonly report: readonly FieldFate[] }

/**
 * Converts one event: the event to a report, what detects to indicators, what was seen to observed data, objects to
 * groupings, references to relationships, galaxy clusters to what they are, everything else to notes. Cyber observables
 * have the UUID of their attribute and its markings: one id for all who saw a value would have to have one marking for all.
 */
export function fromEvent({ event, raw }: ReadEvent): Converted {
  const loss = createLoss()
  const common = commonOf(event)
  const parts: Part[] = []
  const rawAttributes = listIn(raw, 'Attribute')
  for (const [at, one] of event.Attribute.entries())
    parts.push(attributePart(one, rawAttributes[at]!, { common, loss, under: event }))
  const rawObjects = listIn(raw, 'Object')
  const groups: Group[] = event.Object.map((one, at) =>
    objectPart(one, rawObjects[at]!, { common, loss, under: event }),
  )
  const standing = new Map(
    [...parts, ...groups.flatMap(({ parts: own }) => own), ...groups].map(({ uuid, stands }) => [
      uuid,
      stands,
    ]),
  )
  const clusters = clustersOf(event, [
    { galaxies: event.Galaxy, markings: markingsOf(event, { common, under: event }) },
    ...event.Attribute.map((one, at) => galaxiesUnder(one, parts[at]!)),
    ...event.Object.flatMap((object, at) =>
      object.Attribute.map((one, place) => galaxiesUnder(one, groups[at]!.parts[place]!)),
    ),
  ])
  const members = [
    ...parts.flatMap(({ objects }) => objects),
    ...groups.flatMap(({ objects }) => objects),
    ...groups.flatMap(({ references }) =>
      references.flatMap((one) => relationship(one, { common, standing, loss })),
    ),
    ...clusters.objects,
  ]
  noteFields(raw, 'Event', EVENT_FIELDS, loss)
  const objects: readonly Json[] = [
    EXTENSION_AUTHOR,
    EXTENSION_DEFINITION,
    ...common.author,
    ...restrictionsIn(event),
    ...members,
    reportOf(event, raw, { common, refs: [...members.map(idIn), ...clusters.refs] }),
  ]
  return { objects: distinct(objects), report: loss.report() }
}

/** The definitions of every restriction in an event. */
function restrictionsIn(event: Event): readonly Json[] {
  const elements: readonly (Spread & Partial<Pick<Event, 'Tag'>>)[] = [
    event,
    ...event.Attribute,
    ...event.Object.flatMap((one) => [one, ...one.Attribute]),
    ...galaxiesIn(event).flatMap(({ GalaxyCluster: clusters }) => clusters),
  ]
  return elements.flatMap((one) => {
    const restriction = restrictionOf(one)
    return [...(restriction ? [restriction] : []), ...unreadIn(named(one.Tag ?? []))]
  })
}

const galaxiesIn = (event: Event): Event['Galaxy'] => [
  ...event.Galaxy,
  ...[...event.Attribute, ...event.Object.flatMap((one) => one.Attribute)].flatMap(
    ({ Galaxy }) => Galaxy,
  ),
]

type Galaxies = { readonly galaxies: Event['Galaxy']; readonly markings: readonly string[] }

const galaxiesUnder = ({ Galaxy }: Attribute, { stands }: Part): Galaxies => ({
  galaxies: Galaxy,
  markings: markingsIn(stands),
})

/** The clusters of an event, which go no further than what they stand under. */
function clustersOf({ timestamp }: Event, all: readonly Galaxies[]) {
  const at = instantOf(timestamp)
  const found = all.flatMap(({ galaxies, markings }) =>
    galaxies
      .flatMap(({ GalaxyCluster: clusters }) => clusters)
      .flatMap((cluster) => {
        const object = objectOf(cluster)
        const restriction = restrictionOf(cluster)
        const all = [...markings, ...(restriction ? [idIn(restriction)] : [])]
        return object ? [{ ...object, markings: all }] : []
      }),
  )
  return {
    refs: found.filter(({ properties: own }) => !own).map(({ id }) => id),
    objects: found.flatMap(({ id, properties: own, markings }): Json[] =>
      own
        ? [
            {
              spec_version: '2.1',
              id,
              created: at,
              modified: at,
              ...own,
              ...marked(markings),
            },
          ]
        : [],
    ),
  }
}

function reportOf(
  event: Event,
  raw: Json,
  { common, refs }: { readonly common: Common; readonly refs: readonly string[] },
): Json {
  const { Attribute: _a, Object: _o, ...carried } = raw
  const own = refs.length > 0 ? refs : common.author.map(idIn)
  const published = event.publish_timestamp || event.timestamp
  return {
    ...properties(['report', event.uuid], event, { common, under: event }),
    name: event.info,
    published: instantOf(published),
    object_refs: [...new Set(own.length > 0 ? own : [idIn(EXTENSION_AUTHOR)])],
    extensions: carrying('event', carried),
  }
}

/** Each object once, and the report's id where an element refers to it. */
function distinct(objects: readonly Json[]): readonly Json[] {
  const report = idIn(objects.at(-1)!)
  const seen = new Map<string, Json>()
  for (const object of objects) {
    const refs = object['object_refs']
    const filled =
      Array.isArray(refs) && refs.includes(REPORT)
        ? { ...object, object_refs: refs.map((ref: unknown) => (ref === REPORT ? report : ref)) }
        : object
    if (!seen.has(idIn(filled))) seen.set(idIn(filled), filled)
  }
  return [...seen.values()]
}

const EVENT_FIELDS: Fields = {
  uuid: 'report.id',
  info: 'report.name',
  timestamp: 'report.modified',
  publish_timestamp: 'report.published',
  Orgc: 'identity',
  Tag: 'report.labels, object_marking_refs',
  Galaxy: 'their own objects',
  Attribute: 'their own objects',
  Object: 'groupings',
  distribution: 'object_marking_refs',
  SharingGroup: 'marking-definition',
}
