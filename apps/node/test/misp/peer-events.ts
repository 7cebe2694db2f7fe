import { randomUUID } from 'node:crypto'

/**
 * The events of a server as MISP's documentation of its REST interface has them: an edit changes what it names, by UUID, where
 * that is newer, and leaves everything else; what is deleted stays, as deleted. Of fields, those of its schemas are checked.
 * That an edit which is not newer is refused, that deleting an attribute changes its event, and that an edit unpublishes:
 * source: none.
 */
export type Json = Readonly<Record<string, unknown>>

/** A refusal as MISP writes it. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const refuse = (message: string): never => {
  throw new Refused(403, message)
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
export const listIn = (of: Json, name: string): readonly Json[] =>
  Array.isArray(of[name]) ? (of[name] as readonly Json[]) : []
export const isDeleted = ({ deleted }: Json) => deleted === true || deleted === '1'

/** Refuses an element without what the schema of its kind needs, or with what it does not allow. */
function check(kind: string, element: Json, needed: readonly string[], groups: readonly Group[]) {
  for (const name of needed)
    if (!isText(element[name])) refuse(`Could not save ${kind}: ${name} cannot be empty.`)
  if (!UUID.test(String(element['uuid']))) refuse(`Could not save ${kind}: invalid UUID.`)
  const { timestamp = '0', distribution = '5' } = element
  if (!isText(timestamp) || !/^\d+$/.test(timestamp))
    refuse(`Could not save ${kind}: invalid timestamp.`)
  if (!isText(distribution) || !/^[0-5]$/.test(distribution))
    refuse(`Could not save ${kind}: invalid distribution.`)
  if (distribution !== '4') return
  const id = String(element['sharing_group_id'])
  if (!groups.some((group) => group.id === id)) refuse(`Could not save ${kind}: no such group.`)
}

export type Group = { readonly id: string; readonly uuid: string; readonly name: string }

export function checkEvent(event: Json, groups: readonly Group[]): void {
  check('event', event, ['uuid', 'info', 'date'], groups)
  if (String(event['distribution']) === '5') refuse('Could not save event: invalid distribution.')
  const grouped = listIn(event, 'Object')
  for (const one of grouped) check('object', one, ['uuid', 'name'], groups)
  for (const one of [event, ...grouped].flatMap((of) => listIn(of, 'Attribute'))) {
    check('attribute', one, ['uuid', 'type', 'category', 'value'], groups)
    if ('Sighting' in one) refuse('Could not save attribute: it has no field Sighting.')
  }
}

const timeOf = ({ timestamp }: Json) => Number(timestamp ?? 0)

/** What is there, with what came where that is newer: neither leaves anything of the other out. */
function merged(
  there: readonly Json[],
  came: readonly Json[],
  join: (before: Json, after: Json) => Json,
) {
  const news = new Map(came.map((one) => [one['uuid'], one]))
  const kept = there.map((before) => {
    const after = news.get(before['uuid'])
    return after ? join(before, after) : before
  })
  const known = new Set(there.map(({ uuid }) => uuid))
  return [...kept, ...came.filter(({ uuid }) => !known.has(uuid))]
}

const newer = (before: Json, after: Json): Json =>
  timeOf(after) > timeOf(before) ? { ...before, ...after } : before

export function edited(before: Json, after: Json): Json {
  if (timeOf(after) <= timeOf(before)) refuse('Event could not be saved: not newer.')
  return {
    ...before,
    ...after,
    published: false,
    Attribute: merged(listIn(before, 'Attribute'), listIn(after, 'Attribute'), newer),
    Object: merged(listIn(before, 'Object'), listIn(after, 'Object'), (old, one) => ({
      ...newer(old, one),
      Attribute: merged(listIn(old, 'Attribute'), listIn(one, 'Attribute'), newer),
    })),
  }
}

/** An event in which each attribute, or each object, is what `change` makes of it. */
export function changedIn(event: Json, change: (element: Json) => Json): Json {
  const attributes = (of: Json) => listIn(of, 'Attribute').map(change)
  return {
    ...event,
    Attribute: attributes(event),
    Object: listIn(event, 'Object').map((one) => ({ ...change(one), Attribute: attributes(one) })),
  }
}

/** An event as it is shown: without what is deleted, unless that is asked for. */
export function shown(event: Json, all: boolean): Json {
  const live = (of: Json, name: string) => listIn(of, name).filter((one) => all || !isDeleted(one))
  return {
    ...event,
    Attribute: live(event, 'Attribute'),
    Object: live(event, 'Object').map((one) => ({ ...one, Attribute: live(one, 'Attribute') })),
  }
}

/** A sighting under the attribute that it is of, by the organisation of the key; undefined where there is none. */
export function sightedIn(event: Json, of: string, timestamp: number) {
  const sighting = { uuid: randomUUID(), type: '0', date_sighting: String(timestamp) }
  let isThere = false
  const next = changedIn(event, (one) => {
    if (one['uuid'] !== of || isDeleted(one)) return one
    isThere = true
    return { ...one, Sighting: [...listIn(one, 'Sighting'), sighting] }
  })
  return isThere ? { next, sighting } : undefined
}
