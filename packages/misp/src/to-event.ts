import { createLoss, instantOf, textOf, type FieldFate } from '@entente/stix'
import { listIn } from './common.ts'
import type { Json } from './event.ts'
import { carriedIn, EXTENSION, EXTENSION_AUTHOR } from './extension.ts'
import { convertedAgain, noteChanged, restored, withMarked, withRevoked } from './restored.ts'
import { sighted, type Sighted } from './sighted.ts'
import { markingsMapped, spreadOf } from './spread.ts'
import { clusterTag, markingTags, tagsOf } from './tags.ts'
import { attributesOf } from './to-attribute.ts'
import {
  isText,
  noteProperties,
  secondsIn,
  textsIn,
  uuidIn,
  type ToOptions,
  type Writing,
} from './writing.ts'

export type MispEvent = {
  readonly Event: Json
  readonly report: readonly FieldFate[]
  /** Those in it that STIX tells of and that did not come with it from MISP. */
  readonly sightings: readonly Sighted[]
}

/**
 * STIX objects as MISP events: one for each report or grouping that stands for an event, and one for everything that
 * belongs to none. What came from MISP goes back as it came, but for what was taken back here since, which is deleted; of
 * what else was changed in STIX the report tells.
 */
export function toEvents(objects: readonly Json[], options: ToOptions): readonly MispEvent[] {
  const byId = new Map(objects.map((object) => [textOf(object['id']), object]))
  const used = new Set<string>()
  const reports = objects.filter((object) => object['type'] === 'report')
  const events = reports.map((report) => eventOf(report, byId, { used, options }))
  const rest = objects.filter((object) => !used.has(textOf(object['id'])) && !isOurs(object))
  if (rest.length === 0) return events
  const loss = createLoss()
  const [sightings, others] = parted(rest)
  const made = sighted(collected(others, { loss, options }), sightings, loss)
  return [...events, { ...made, report: loss.report() }]
}

const isOurs = ({ id }: Json) => id === EXTENSION || id === EXTENSION_AUTHOR['id']
const isSighting = ({ type }: Json) => type === 'sighting'

/** Sightings stand under what they are of. */
const parted = (objects: readonly Json[]): readonly [readonly Json[], readonly Json[]] => [
  objects.filter(isSighting),
  objects.filter((one) => !isSighting(one)),
]

type Making = { readonly used: Set<string>; readonly options: ToOptions }

function eventOf(
  report: Json,
  byId: ReadonlyMap<string, Json>,
  { used, options }: Making,
): MispEvent {
  const members = membersOf(report, byId)
  for (const one of [report, ...members]) used.add(textOf(one['id']))
  const loss = createLoss()
  const writing = { loss, options }
  const carried = carriedIn(report, 'event')
  if (carried)
    return { ...eventAgain(carried, [report, ...members], writing), report: loss.report() }
  const [sightings, others] = parted(members)
  const Event = { ...collected(others, writing, report), ...headOf(report, others, writing) }
  return { ...sighted(Event, sightings, loss), report: loss.report() }
}

/** An event that came from MISP as it was, with what was taken back and what was added since. */
function eventAgain(carried: Json, objects: readonly Json[], { loss, options }: Writing) {
  const [report, ...members] = objects
  const asItCame = restored(carried, members)
  const again = convertedAgain(asItCame)
  noteChanged(again, objects, loss)
  const Event = withMarked(withRevoked(asItCame, members), objects, again)
  const [sightings, own] = parted(members.filter((one) => !again.has(textOf(one['id']))))
  const more = own.length > 0 ? attributesOf(own, { loss, options }, report) : []
  if (more.length === 0) return sighted(Event, sightings, loss)
  const times = [Event, ...more].map(({ timestamp }) => Number(timestamp))
  const timestamp = String(Math.max(...times, secondsIn(report?.['modified'])))
  const Attribute = [...listIn(Event, 'Attribute'), ...more]
  return sighted({ ...Event, timestamp, Attribute }, sightings, loss)
}

/** What a report refers to, and what these refer to, as far as it is here; and the sightings of any of it. */
function membersOf(report: Json, byId: ReadonlyMap<string, Json>): readonly Json[] {
  const found = new Map<string, Json>()
  const visit = (object: Json) => {
    for (const ref of refsIn(object)) {
      const one = byId.get(ref)
      if (!one || found.has(ref) || one['type'] === 'report') continue
      found.set(ref, one)
      visit(one)
    }
  }
  visit(report)
  for (const [id, one] of byId)
    if (isSighting(one) && found.has(textOf(one['sighting_of_ref']))) found.set(id, one)
  return [...found.values()]
}

const refsIn = (object: Json): readonly string[] =>
  Object.entries(object).flatMap(([name, value]) => {
    if (name.endsWith('_refs')) return textsIn(value)
    return name.endsWith('_ref') && isText(value) ? [value] : []
  })

const dateOf = (seconds: number): string => instantOf(seconds).slice(0, 10)

/** What a report of others says of the event that it becomes, which changes whenever a member of it does. */
function headOf(report: Json, members: readonly Json[], { loss, options }: Writing): Json {
  const markings = markingsMapped(report, options)
  noteProperties(
    report,
    {
      name: 'Event.info',
      published: 'Event.publish_timestamp',
      object_refs: 'Event.Attribute',
      modified: 'Event.timestamp',
      labels: 'Event.Tag',
      ...(markings === undefined ? {} : { object_marking_refs: markings }),
    },
    loss,
  )
  const published = secondsIn(report['published'])
  const changed = [report, ...members].map(({ modified }) => secondsIn(modified))
  return {
    uuid: uuidIn(report),
    info: textOf(report['name'] ?? report['id']),
    timestamp: String(Math.max(...changed)),
    publish_timestamp: String(published),
    date: dateOf(published),
    ...spreadOf(report, options),
  }
}

/** An event that holds what no MISP event held. */
function collected(objects: readonly Json[], writing: Writing, report?: Json): Json {
  const { options } = writing
  const seconds = objects.map((one) => secondsIn(one['modified'] ?? one['created']))
  const at = Math.max(0, ...seconds)
  const tags = [
    ...(report ? [...tagsOf(report), ...markingTags(report)] : []),
    ...objects.flatMap(tagsOf),
    // A cluster is a tag of the event, and no tag has tags of its own.
    ...objects.filter((one) => clusterTag(one) !== undefined).flatMap(markingTags),
  ]
  return {
    uuid: options.uuidOf(
      objects
        .map(({ id }) => textOf(id))
        .toSorted()
        .join(' '),
    ),
    info: `STIX objects handed on by ${options.org.name}`,
    date: dateOf(at),
    timestamp: String(at),
    published: false,
    analysis: '0',
    threat_level_id: '4',
    distribution: options.distribution ?? '0',
    Orgc: options.org,
    Tag: [...new Set(tags)].map((name) => ({ name })),
    Attribute: attributesOf(objects, writing, report),
    Object: [],
  }
}
