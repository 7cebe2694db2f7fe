import { saidAt } from '@entente/stix'
import { z } from 'zod'
import { MispError } from './error.ts'

/**
 * MISP core format (https://datatracker.ietf.org/doc/draft-dulaunoy-misp-core-format/): the fields that the conversion
 * reads. Every further field is kept as it came.
 */

const LIMITS = {
  /** Characters of a file. */
  text: 256 * 1024 * 1024,
  /** Characters of one value; samples are carried in `data`. */
  value: 1024 * 1024,
  events: 10_000,
  attributes: 500_000,
  /** Levels of objects and lists; what is made of them is written as STIX, which is read to 64. */
  depth: 48,
} as const

const Uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i, 'expected a UUID')
  .transform((uuid) => uuid.toLowerCase())
/** None is written as an empty text too. */
const MaybeUuid = Uuid.optional()
  .or(z.literal('').transform(() => undefined))
  .or(z.null().transform(() => undefined))
/** An instance that has none writes an empty list, for the language in which it is written knows no difference. */
const orNone = <T extends z.ZodType>(type: T) =>
  type.optional().or(
    z
      .array(z.never())
      .max(0)
      .transform(() => undefined),
  )
/** Seconds since 1970, as a text or a number. */
const Seconds = z
  .union([z.string().regex(/^\d{1,11}$/, 'expected seconds since 1970'), z.int().nonnegative()])
  .transform(Number)
const Truth = z
  .union([z.boolean(), z.literal('0'), z.literal('1'), z.literal(0), z.literal(1)])
  .transform((value) => value === true || value === '1' || value === 1)
const Level = z.union([z.string().max(8), z.int()]).transform(String)
const Name = z.string().max(LIMITS.value)

const Tag = z.looseObject({ name: Name })
const Org = z.looseObject({ name: Name, uuid: MaybeUuid })

const SharingGroup = z.looseObject({ name: Name, uuid: MaybeUuid })

/** What events, objects, attributes and clusters alike say of how far they go. */
const spread = {
  distribution: Level.nullish().transform((level) => level ?? undefined),
  SharingGroup: orNone(SharingGroup),
}

const Cluster = z.looseObject({
  uuid: MaybeUuid,
  type: Name,
  value: Name,
  description: Name.nullish(),
  meta: z.record(z.string(), z.unknown()).or(z.array(z.unknown()).max(0)).nullish(),
  ...spread,
})
export type Cluster = z.infer<typeof Cluster>
const Galaxy = z.looseObject({ type: Name, GalaxyCluster: z.array(Cluster).default([]) })

const Sighting = z.looseObject({
  uuid: MaybeUuid,
  date_sighting: Seconds,
  type: Level.default('0'),
  Organisation: orNone(Org),
})
export type Sighting = z.infer<typeof Sighting>

const Attribute = z.looseObject({
  uuid: Uuid,
  type: Name,
  value: Name,
  timestamp: Seconds,
  to_ids: Truth.default(false),
  deleted: Truth.default(false),
  category: Name.default(''),
  comment: Name.default(''),
  first_seen: Name.nullish(),
  last_seen: Name.nullish(),
  /** base64 */
  data: z.string().nullish(),
  Tag: z.array(Tag).default([]),
  Galaxy: z.array(Galaxy).default([]),
  Sighting: z.array(Sighting).default([]),
  ...spread,
})
export type Attribute = z.infer<typeof Attribute>

const Reference = z.looseObject({
  uuid: Uuid,
  referenced_uuid: Uuid,
  relationship_type: Name,
  comment: Name.default(''),
  timestamp: Seconds.optional(),
  deleted: Truth.default(false),
})
export type Reference = z.infer<typeof Reference>

const MispObject = z.looseObject({
  uuid: Uuid,
  name: Name,
  timestamp: Seconds,
  comment: Name.default(''),
  deleted: Truth.default(false),
  first_seen: Name.nullish(),
  last_seen: Name.nullish(),
  Attribute: z.array(Attribute).default([]),
  ObjectReference: z.array(Reference).default([]),
  ...spread,
})
export type MispObject = z.infer<typeof MispObject>

const Event = z.looseObject({
  uuid: Uuid,
  info: Name,
  date: Name.optional(),
  timestamp: Seconds,
  publish_timestamp: Seconds.nullish(),
  published: Truth.default(false),
  Orgc: orNone(Org),
  Tag: z.array(Tag).default([]),
  Galaxy: z.array(Galaxy).default([]),
  Attribute: z.array(Attribute).default([]),
  Object: z.array(MispObject).default([]),
  ...spread,
})
export type Event = z.infer<typeof Event>

/** One event: as it was read, and as it came. */
export type ReadEvent = { readonly event: Event; readonly raw: Json }

export type Json = Readonly<Record<string, unknown>>

/**
 * The events in a text of JSON: one alone, under `Event`, in `response`, or a list of these, as instances, feeds and
 * exports write them. Throws a `MispError` where it holds none, or one that is malformed, with its place.
 */
export function readEvents(text: string): readonly ReadEvent[] {
  if (text.length > LIMITS.text)
    throw new MispError(
      'misp.too-large',
      `expected at most ${LIMITS.text} characters, got ${text.length}`,
    )
  const found = eventsIn(parsedIn(text), '')
  if (found.length === 0)
    throw new MispError('misp.no-event', 'expected MISP events (`Event`, `response`), got none')
  if (found.length > LIMITS.events)
    throw new MispError(
      'misp.too-large',
      `expected at most ${LIMITS.events} events, got ${found.length}`,
    )
  return found.map(readEvent)
}

/** The events in a text of JSON as they came, unread: for whoever wants to know which of them is malformed. */
export const splitEvents = (text: string): readonly Json[] =>
  eventsIn(parsedIn(text), '').map(({ raw }) => raw)

/** Whether a JSON value looks like what MISP writes. */
export const isMisp = (value: unknown): boolean => eventsIn(value, '').length > 0

function parsedIn(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new MispError('misp.malformed', 'expected MISP events in JSON, got other text', { cause })
  }
  if (isDeeper(value, LIMITS.depth))
    throw new MispError(
      'misp.too-large',
      `expected at most ${LIMITS.depth} levels of objects and lists, got more`,
    )
  return value
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1)))

type Found = { readonly raw: Json; readonly path: string }

function eventsIn(value: unknown, path: string): readonly Found[] {
  if (Array.isArray(value))
    return value.flatMap((one: unknown, at) => eventsIn(one, `${path}[${at}]`))
  if (typeof value !== 'object' || value === null) return []
  const json = value as Json
  if ('response' in json) return eventsIn(json['response'], join(path, 'response'))
  if ('Event' in json) return eventsIn(json['Event'], join(path, 'Event'))
  return typeof json['info'] === 'string' && typeof json['uuid'] === 'string'
    ? [{ raw: json, path }]
    : []
}

const join = (path: string, name: string) => (path === '' ? name : `${path}.${name}`)

function readEvent({ raw, path }: Found): ReadEvent {
  const parsed = Event.safeParse(raw)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const place = issue ? pathOf(path, issue.path) : path
    const wanted = issue?.message.startsWith('expected') ? issue.message : 'expected a MISP event'
    throw new MispError(
      'misp.malformed',
      `${wanted}, got ${saidAt(raw, issue?.path ?? [])} at ${place || 'the top'}`,
      { path: place },
    )
  }
  const event = parsed.data
  const count =
    event.Attribute.length + event.Object.reduce((sum, { Attribute: own }) => sum + own.length, 0)
  if (count > LIMITS.attributes)
    throw new MispError(
      'misp.too-large',
      `expected at most ${LIMITS.attributes} attributes in one event, got ${count}`,
      { path },
    )
  return { event, raw }
}

const pathOf = (from: string, steps: readonly PropertyKey[]): string =>
  steps.reduce<string>(
    (path, step) => (typeof step === 'number' ? `${path}[${step}]` : join(path, String(step))),
    from,
  )
