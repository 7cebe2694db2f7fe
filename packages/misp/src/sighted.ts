import type { Loss } from '@entente/stix'
import { listIn } from './common.ts'
import { readEvents, type Json, type ReadEvent } from './event.ts'
import {
  attributesIn,
  isText,
  noteProperties,
  secondsIn,
  uuidIn,
  withAttributes,
} from './writing.ts'

/** That an attribute was seen, and when (seconds since 1970). */
export type Sighted = { readonly uuid: string; readonly attribute: string; readonly at: number }

type WithSightings = { readonly Event: Json; readonly sightings: readonly Sighted[] }

/** Puts sightings under the attributes that they are of; of those that cannot go the report tells. */
export function sighted(Event: Json, sightings: readonly Json[], loss: Loss): WithSightings {
  const places = new Set(attributesIn(Event).map(({ uuid }) => uuidText(uuid)))
  const found: Sighted[] = []
  for (const one of sightings) {
    const of = isText(one['sighting_of_ref']) ? uuidText(one['sighting_of_ref'].slice(-36)) : ''
    const why = staysBecause(one) ?? (places.has(of) ? undefined : NO_ATTRIBUTE)
    if (why === undefined) found.push({ uuid: uuidIn(one), attribute: of, at: momentOf(one, loss) })
    else loss.note('sighting', 'lost', why)
  }
  if (found.length === 0) return { Event, sightings: [] }
  const under = Map.groupBy(found, ({ attribute }) => attribute)
  const all = withAttributes(Event, (attribute) => {
    const own = under.get(uuidText(attribute['uuid']))?.map(asMisp)
    return own ? { ...attribute, Sighting: [...listIn(attribute, 'Sighting'), ...own] } : attribute
  })
  return { Event: all, sightings: found }
}

/** An event without these sightings: an instance that was told of one has it under a UUID of its own. */
export function withoutSightings(read: ReadEvent, uuids: ReadonlySet<string>): ReadEvent {
  if (uuids.size === 0) return read
  const raw = withAttributes(read.raw, (attribute) => {
    const sightings = listIn(attribute, 'Sighting')
    const left = sightings.filter(({ uuid }) => !uuids.has(uuidText(uuid)))
    return left.length < sightings.length ? { ...attribute, Sighting: left } : attribute
  })
  return readEvents(JSON.stringify({ Event: raw }))[0] ?? read
}

const asMisp = ({ uuid, at }: Sighted): Json => ({ uuid, type: '0', date_sighting: String(at) })

const NO_ATTRIBUTE = 'what was seen is not one attribute of the event'
const uuidText = (uuid: unknown): string => (isText(uuid) ? uuid.toLowerCase() : '')

/** MISP knows that something was seen, that it was no threat, and when it expires. */
function staysBecause({ count, revoked }: Json): string | undefined {
  if (revoked === true) return 'MISP has no sighting that is taken back'
  return count === 0 ? 'MISP has no sighting of what was looked for and not seen' : undefined
}

/** When it was seen last: MISP knows one moment. */
function momentOf(object: Json, loss: Loss): number {
  const { count, first_seen: first, last_seen: last, modified } = object
  const at = last ?? first ?? modified
  const isMoment = (name: string) => object[name] === at
  noteProperties(
    object,
    {
      sighting_of_ref: 'Attribute.Sighting',
      ...Object.fromEntries(
        ['first_seen', 'last_seen', 'modified']
          .filter(isMoment)
          .map((name) => [name, 'Sighting.date_sighting']),
      ),
      ...(count === 1 ? { count: 'Attribute.Sighting' } : {}),
      ...(object['revoked'] === false ? { revoked: 'Attribute.Sighting' } : {}),
    },
    loss,
  )
  return secondsIn(at)
}
