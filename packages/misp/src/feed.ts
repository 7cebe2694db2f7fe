import { z } from 'zod'
import { MispError } from './error.ts'
import type { MispEvent } from './to-event.ts'

/**
 * A MISP feed: a folder with `manifest.json`, a file `UUID.json` for each event, and `hashes.csv`, as
 * MISP and PyMISP write and read it (https://www.misp-project.org/feeds/; `to_feed` of PyMISP).
 */

const LIMITS = { text: 64 * 1024 * 1024, events: 200_000 } as const

/** One event of a feed, as its manifest names it. */
export type FeedEntry = {
  readonly uuid: string
  /** Seconds since 1970, of the event's last change. */
  readonly timestamp: number
  readonly info: string
}

const Manifest = z.record(
  z.string().regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i, 'expected a UUID'),
  z.looseObject({
    timestamp: z
      .union([z.string().regex(/^\d{1,11}$/), z.int().nonnegative()], {
        error: 'expected seconds since 1970',
      })
      .transform(Number),
    info: z.string().max(65_536).default(''),
  }),
)

/** The events that a `manifest.json` names. Throws a `MispError` where it is none. */
export function readManifest(text: string): readonly FeedEntry[] {
  if (text.length > LIMITS.text)
    throw new MispError(
      'misp.too-large',
      `expected at most ${LIMITS.text} characters of a manifest, got ${text.length}`,
    )
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new MispError('misp.malformed', 'expected a manifest in JSON, got other text', { cause })
  }
  const parsed = Manifest.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const path = issue?.path.map(String).join('.') ?? ''
    throw new MispError(
      'misp.malformed',
      `${issue?.message ?? 'expected a manifest'} in the manifest at ${path || 'the top'}`,
      { path },
    )
  }
  const entries = Object.entries(parsed.data)
  if (entries.length > LIMITS.events)
    throw new MispError(
      'misp.too-large',
      `expected at most ${LIMITS.events} events in a manifest, got ${entries.length}`,
    )
  return entries.map(([uuid, { timestamp, info }]) => ({
    uuid: uuid.toLowerCase(),
    timestamp,
    info,
  }))
}

/** A file of a feed: its name, and what stands in it. */
export type FeedFile = { readonly name: string; readonly text: string }

/**
 * Events as the files of a feed. `hashOf` is MD5 in hex, by which readers look whether a value is in the feed before they
 * fetch an event; nothing is trusted because of it.
 */
export function writeFeed(
  events: readonly Pick<MispEvent, 'Event'>[],
  hashOf: (text: string) => string,
): readonly FeedFile[] {
  const heads = events.map(({ Event }) => [uuidIn(Event), headOf(Event)] as const)
  const hashes = events.flatMap(({ Event }) =>
    [...new Set(valuesIn(Event))].map((value) => `${hashOf(value)},${uuidIn(Event)}`),
  )
  return [
    { name: 'manifest.json', text: `${JSON.stringify(Object.fromEntries(heads), undefined, 2)}\n` },
    { name: 'hashes.csv', text: hashes.map((line) => `${line}\n`).join('') },
    ...events.map(({ Event }) => ({
      name: `${uuidIn(Event)}.json`,
      text: `${JSON.stringify({ Event }, undefined, 2)}\n`,
    })),
  ]
}

type Json = MispEvent['Event']

const uuidIn = (event: Json): string => String(event['uuid'])

/** What a manifest says of an event. */
const HEAD = ['Orgc', 'Tag', 'info', 'date', 'analysis', 'threat_level_id', 'timestamp']

const headOf = (event: Json): Json =>
  Object.fromEntries(HEAD.flatMap((name) => (name in event ? [[name, event[name]]] : [])))

/** What the hashes are of: the values of attributes; of a composite value, its parts. */
const valuesIn = (event: Json): readonly string[] => {
  const own = attributesIn(event)
  const grouped = listIn(event, 'Object').flatMap(attributesIn)
  return [...own, ...grouped].flatMap(({ type, value }) =>
    typeof value === 'string' ? (String(type).includes('|') ? value.split('|') : [value]) : [],
  )
}

const attributesIn = (of: Json) => listIn(of, 'Attribute')

const listIn = (of: Json, name: string): readonly Json[] => {
  const list = of[name]
  return Array.isArray(list) ? (list as readonly Json[]) : []
}
