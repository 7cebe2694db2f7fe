import {
  createLoss,
  instantOf,
  parsePattern,
  secondsOf,
  StixError,
  type Comparison,
  type FieldFate,
  type Loss,
  type Observation,
  type Test,
  textOf,
} from '@entente/stix'
import { readEvents, type Json } from './event.ts'
import { carriedIn, EXTENSION, EXTENSION_AUTHOR, isJson } from './extension.ts'
import { fromEvent } from './from-event.ts'
import { typeOfComparison } from './values.ts'

export type ToOptions = {
  /** A UUID that follows from this text: the same text gives the same one. */
  readonly uuidOf: (text: string) => string
  /** Who hands the event on; the author of what has none. */
  readonly org: { readonly name: string; readonly uuid: string }
  /** MISP's level of distribution for what says nothing of it: 0 unless told. */
  readonly distribution?: '0' | '1' | '2' | '3'
}

export type MispEvent = { readonly Event: Json; readonly report: readonly FieldFate[] }

/**
 * STIX objects as MISP events: one for each report or grouping that stands for an event, and one for everything that
 * belongs to none. What came from MISP goes back as it came; of what was changed in STIX since, the report tells.
 */
export function toEvents(objects: readonly Json[], options: ToOptions): readonly MispEvent[] {
  const byId = new Map(objects.map((object) => [object['id'] as string, object]))
  const used = new Set<string>()
  const reports = objects.filter((object) => object['type'] === 'report')
  const events = reports.map((report) => eventOf(report, byId, { used, options }))
  const rest = objects.filter((object) => !used.has(object['id'] as string) && !isOurs(object))
  if (rest.length === 0) return events
  const loss = createLoss()
  return [...events, { Event: collected(rest, { loss, options }), report: loss.report() }]
}

const isOurs = ({ id }: Json) => id === EXTENSION || id === EXTENSION_AUTHOR['id']

type Making = { readonly used: Set<string>; readonly options: ToOptions }

function eventOf(
  report: Json,
  byId: ReadonlyMap<string, Json>,
  { used, options }: Making,
): MispEvent {
  const members = membersOf(report, byId)
  for (const one of [report, ...members]) used.add(one['id'] as string)
  const loss = createLoss()
  const carried = carriedIn(report, 'event')
  if (!carried) {
    const Event = { ...collected(members, { loss, options }), ...headOf(report, members, loss) }
    return { Event, report: loss.report() }
  }
  const Event = restored(carried, members)
  const again = convertedAgain(Event)
  noteChanged(again, [report, ...members], loss)
  const own = members.filter((one) => !again.has(one['id'] as string))
  const more = own.length > 0 ? attributesOf(own, { loss, options }) : []
  return {
    Event: { ...Event, Attribute: [...(Event['Attribute'] as readonly Json[]), ...more] },
    report: loss.report(),
  }
}

/** What a report refers to, and what these refer to, as far as it is here. */
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
  return [...found.values()]
}

const refsIn = (object: Json): readonly string[] =>
  Object.entries(object).flatMap(([name, value]) => {
    if (name.endsWith('_refs') && Array.isArray(value)) return value.filter(isText)
    return name.endsWith('_ref') && isText(value) ? [value] : []
  })
const isText = (value: unknown): value is string => typeof value === 'string'

/** The event as it came: its own fields, its attributes and its objects with theirs, in their order. */
function restored(carried: Json, members: readonly Json[]): Json {
  const attributeOf = (one: Json): readonly Json[] => {
    const fields = carriedIn(one, 'attribute')
    return fields ? [withData(fields, one, members)] : []
  }
  const groups = members.filter((one) => carriedIn(one, 'object'))
  const grouped = new Set(groups.flatMap((group) => group['object_refs'] as readonly string[]))
  const byId = new Map(members.map((one) => [one['id'] as string, one]))
  const inGroup = (group: Json) =>
    (group['object_refs'] as readonly string[]).flatMap((id) => {
      const one = byId.get(id)
      return one ? attributeOf(one) : []
    })
  return {
    ...carried,
    Attribute: members.filter((one) => !grouped.has(one['id'] as string)).flatMap(attributeOf),
    Object: groups.map((group) => ({ ...carriedIn(group, 'object')!, Attribute: inGroup(group) })),
  }
}

/** The bytes of a sample stand in its artifact. */
function withData(fields: Json, object: Json, members: readonly Json[]): Json {
  if (object['type'] !== 'observed-data') return fields
  const refs = new Set(object['object_refs'] as readonly string[])
  const artifact = members.find(
    (one) => one['type'] === 'artifact' && refs.has(one['id'] as string),
  )
  return artifact ? { ...fields, data: artifact['payload_bin'] } : fields
}

/** What the conversion of this event gives, by id: whatever is not among it was added since. */
function convertedAgain(Event: Json): ReadonlyMap<string, Json> {
  const [read] = readEvents(JSON.stringify({ Event }))
  return new Map(fromEvent(read!).objects.map((one) => [one['id'] as string, one]))
}

/** Tells of every property that is not what the conversion gives. */
function noteChanged(again: ReadonlyMap<string, Json>, objects: readonly Json[], loss: Loss): void {
  for (const object of objects) {
    const before = again.get(object['id'] as string)
    if (!before) continue
    for (const name of new Set([...Object.keys(before), ...Object.keys(object)]))
      if (JSON.stringify(before[name]) !== JSON.stringify(object[name]))
        loss.note(`${textOf(object['type'])}.${name}`, 'lost', 'changed since it came from MISP')
  }
}

const secondsIn = (instant: unknown): string => String(secondsOf(instant) ?? 0)
const dateOf = (seconds: number): string => instantOf(seconds).slice(0, 10)

/** What a report of others says of the event that it becomes, which changes whenever a member of it does. */
function headOf(report: Json, members: readonly Json[], loss: Loss): Json {
  noteProperties(report, { name: 'Event.info', published: 'Event.publish_timestamp' }, loss)
  const published = secondsIn(report['published'])
  const changed = [report, ...members].map(({ modified }) => Number(secondsIn(modified)))
  return {
    uuid: uuidIn(report),
    info: textOf(report['name'] ?? report['id']),
    timestamp: String(Math.max(...changed)),
    publish_timestamp: published,
    date: dateOf(Number(published)),
  }
}

const uuidIn = (object: Json): string => (object['id'] as string).slice(-36).toLowerCase()

type Writing = { readonly loss: Loss; readonly options: ToOptions }

/** An event that holds what no MISP event held. */
function collected(objects: readonly Json[], writing: Writing): Json {
  const { options } = writing
  const seconds = objects.map((one) => Number(secondsIn(one['modified'] ?? one['created'])))
  const at = Math.max(0, ...seconds)
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
    Tag: [...new Set(objects.flatMap(tagsOf))].map((name) => ({ name })),
    Attribute: attributesOf(objects, writing),
    Object: [],
  }
}

/** Labels, and the names of what MISP knows as clusters. */
function tagsOf(object: Json): readonly string[] {
  const labels = Array.isArray(object['labels']) ? object['labels'].filter(isText) : []
  const cluster = clusterTag(object)
  return [...labels.filter((label) => !label.startsWith('misp:')), ...(cluster ? [cluster] : [])]
}

const GALAXIES: Readonly<Record<string, string>> = {
  'attack-pattern': 'mitre-attack-pattern',
  'intrusion-set': 'mitre-intrusion-set',
  'threat-actor': 'threat-actor',
  'course-of-action': 'mitre-course-of-action',
}

function clusterTag(object: Json): string | undefined {
  const galaxy = GALAXIES[object['type'] as string]
  if (!galaxy || !isText(object['name'])) return undefined
  const attack = externalId(object, 'mitre-attack')
  const isMitre = galaxy.startsWith('mitre-')
  if (isMitre && attack === undefined) return undefined
  const value = `${object['name']}${isMitre ? ` - ${attack}` : ''}`.replaceAll('"', "'")
  return `misp-galaxy:${galaxy}="${value}"`
}

function externalId(object: Json, source: string): string | undefined {
  const refs = Array.isArray(object['external_references']) ? object['external_references'] : []
  const found = refs.find(
    (ref: unknown): ref is Json => isJson(ref) && ref['source_name'] === source,
  )
  return isText(found?.['external_id']) ? found['external_id'] : undefined
}

function attributesOf(objects: readonly Json[], writing: Writing): readonly Json[] {
  return objects.flatMap((object) => attributes(object, writing))
}

type Value = { readonly type: string; readonly value: string }

/** The attributes that say what an object says; its other properties are told of as lost. */
function attributes(object: Json, { loss, options }: Writing): readonly Json[] {
  const { values, mapped, isDetection = false } = valuesOf(object)
  const cluster = clusterTag(object)
  const common = {
    ...mapped,
    ...(cluster ? { name: 'Event.Tag', external_references: 'Event.Tag' } : {}),
    ...(values.length > 0 || cluster ? { labels: 'Event.Tag', modified: 'timestamp' } : {}),
    ...(values.length > 0 && object['description'] ? { description: 'Attribute.comment' } : {}),
  }
  noteProperties(object, common, loss)
  return values.map(({ type, value }, at) => ({
    uuid: values.length === 1 ? uuidIn(object) : options.uuidOf(`${textOf(object['id'])} ${at}`),
    type,
    category: CATEGORIES[type] ?? 'Other',
    value,
    to_ids: isDetection,
    comment: isText(object['description']) ? object['description'] : '',
    timestamp: secondsIn(object['modified'] ?? object['created']),
    distribution: '5',
    deleted: object['revoked'] === true,
  }))
}

type Valued = {
  readonly values: readonly Value[]
  /** Where the properties are from which they come. */
  readonly mapped: Readonly<Record<string, string>>
  readonly isDetection?: boolean
}

function valuesOf(object: Json): Valued {
  switch (object['type']) {
    case 'indicator':
      return indicatorValues(object)
    case 'vulnerability': {
      const cve = externalId(object, 'cve')
      const value = cve ?? (isText(object['name']) ? object['name'] : undefined)
      return value === undefined
        ? { values: [], mapped: {} }
        : {
            values: [{ type: 'vulnerability', value }],
            mapped: { name: 'Attribute.value', external_references: 'Attribute.value' },
          }
    }
    case 'note':
      return isText(object['content'])
        ? {
            values: [{ type: 'comment', value: object['content'] }],
            mapped: { content: 'Attribute.value' },
          }
        : { values: [], mapped: {} }
    default:
      return observableValues(object)
  }
}

function indicatorValues(object: Json): Valued {
  const { pattern, pattern_type: language } = object
  if (!isText(pattern) || !isText(language)) return { values: [], mapped: {} }
  const mapped = {
    pattern: 'Attribute.value',
    pattern_type: 'Attribute.type',
    pattern_version: 'Attribute.type',
  }
  if (language !== 'stix') {
    const type = ['yara', 'snort', 'suricata', 'sigma'].includes(language) ? language : 'other'
    return { values: [{ type, value: pattern }], mapped, isDetection: true }
  }
  const values = valuesIn(pattern) ?? [{ type: 'stix2-pattern', value: pattern }]
  return { values, mapped, isDetection: true }
}

/** The values of a pattern that is nothing but one of several equalities; undefined of any other. */
function valuesIn(pattern: string): readonly Value[] | undefined {
  let read: Observation
  try {
    read = parsePattern(pattern)
  } catch (error) {
    if (error instanceof StixError) return undefined
    throw error
  }
  const values = alternatives(read).map(valueOf)
  return values.includes(undefined) ? undefined : (values as Value[])
}

const NONE: readonly undefined[] = [undefined]

function alternatives(read: Observation): readonly (Comparison | undefined)[] {
  if (read.kind === 'observed') return testedIn(read.test)
  return read.kind === 'or' ? read.of.flatMap(alternatives) : NONE
}

const testedIn = (test: Test): readonly (Comparison | undefined)[] =>
  test.kind === 'comparison' ? [test] : test.kind === 'or' ? test.of.flatMap(testedIn) : NONE

function valueOf(comparison: Comparison | undefined): Value | undefined {
  if (!comparison || comparison.operator !== '=' || comparison.isNegated) return undefined
  const type = typeOfComparison(comparison.type, comparison.path.join('.'))
  const [constant] = comparison.constants
  return type && constant ? { type, value: String(constant.value) } : undefined
}

function observableValues(object: Json): Valued {
  const mapped: Record<string, string> = {}
  const values = Object.entries(object).flatMap(([name, value]): Value[] => {
    const parts =
      name === 'hashes' && isJson(value) ? Object.entries(value) : [['', value] as const]
    return parts.flatMap(([part, one]) => {
      const path = part === '' ? name : `${name}.${part}`
      const type = typeOfComparison(textOf(object['type']), path)
      if (!type || (typeof one !== 'string' && typeof one !== 'number')) return []
      mapped[name] = 'Attribute.value'
      return [{ type, value: String(one) }]
    })
  })
  return { values, mapped }
}

const KNOWN = new Set(['type', 'id', 'spec_version', 'created'])

function noteProperties(object: Json, mapped: Readonly<Record<string, string>>, loss: Loss): void {
  for (const name of Object.keys(object)) {
    if (KNOWN.has(name)) continue
    const as = Object.hasOwn(mapped, name) ? mapped[name] : undefined
    const field = `${textOf(object['type'])}.${name}`
    loss.note(field, as ? 'mapped' : 'lost', as ?? 'MISP has no field for it')
  }
}

const CATEGORIES: Readonly<Record<string, string>> = {
  'ip-dst': 'Network activity',
  'ip-src': 'Network activity',
  domain: 'Network activity',
  url: 'Network activity',
  'mac-address': 'Network activity',
  AS: 'Network activity',
  snort: 'Network activity',
  suricata: 'Network activity',
  email: 'Payload delivery',
  'email-src': 'Payload delivery',
  'email-subject': 'Payload delivery',
  filename: 'Payload delivery',
  md5: 'Payload delivery',
  sha1: 'Payload delivery',
  sha224: 'Payload delivery',
  sha256: 'Payload delivery',
  sha384: 'Payload delivery',
  sha512: 'Payload delivery',
  ssdeep: 'Payload delivery',
  tlsh: 'Payload delivery',
  yara: 'Payload installation',
  sigma: 'Payload installation',
  'stix2-pattern': 'Payload installation',
  mutex: 'Artifacts dropped',
  regkey: 'Persistence mechanism',
  vulnerability: 'External analysis',
  comment: 'Other',
}
