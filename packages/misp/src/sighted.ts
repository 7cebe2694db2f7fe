import type { Loss } from '@entente/stix'
import { listIn } from './common.ts'
import type { Json } from './event.ts'
import {
  attributesIn,
  isText,
  noteProperties,
  secondsIn,
  uuidIn,
  withAttributes,
} from './writing.ts'

/** Puts sightings under the attributes that they are of; of those that cannot go the report tells. */
export function sighted(Event: Json, sightings: readonly Json[], loss: Loss): Json {
  const places = new Set(attributesIn(Event).map(({ uuid }) => uuidText(uuid)))
  const under = new Map<string, Json[]>()
  for (const one of sightings) {
    const of = isText(one['sighting_of_ref']) ? uuidText(one['sighting_of_ref'].slice(-36)) : ''
    const why = staysBecause(one) ?? (places.has(of) ? undefined : NO_ATTRIBUTE)
    if (why === undefined) under.set(of, [...(under.get(of) ?? []), sightingOf(one, loss)])
    else loss.note('sighting', 'lost', why)
  }
  if (under.size === 0) return Event
  return withAttributes(Event, (attribute) => {
    const own = under.get(uuidText(attribute['uuid']))
    return own ? { ...attribute, Sighting: [...listIn(attribute, 'Sighting'), ...own] } : attribute
  })
}

const NO_ATTRIBUTE = 'what was seen is not one attribute of the event'
const uuidText = (uuid: unknown): string => (isText(uuid) ? uuid.toLowerCase() : '')

/** MISP knows that something was seen, that it was no threat, and when it expires. */
function staysBecause({ count, revoked }: Json): string | undefined {
  if (revoked === true) return 'MISP has no sighting that is taken back'
  return count === 0 ? 'MISP has no sighting of what was looked for and not seen' : undefined
}

function sightingOf(object: Json, loss: Loss): Json {
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
  return { uuid: uuidIn(object), type: '0', date_sighting: String(secondsIn(at)) }
}
