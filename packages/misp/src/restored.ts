import { textOf, type Loss } from '@entente/stix'
import { listIn } from './common.ts'
import { readEvents, type Json } from './event.ts'
import { carriedIn } from './extension.ts'
import { fromEvent } from './from-event.ts'
import { isMarkingTag, markingTag, markingTags } from './tags.ts'
import { secondsIn, textsIn, uuidIn, withAttributes } from './writing.ts'

/** The event as it came: its own fields, its attributes and its objects with theirs, in their order. */
export function restored(carried: Json, members: readonly Json[]): Json {
  const attributeOf = (one: Json): readonly Json[] => {
    const fields = carriedIn(one, 'attribute')
    return fields ? [withData(fields, one, members)] : []
  }
  const groups = members.flatMap((one) => {
    const fields = carriedIn(one, 'object')
    return fields ? [{ fields, refs: textsIn(one['object_refs']) }] : []
  })
  const grouped = new Set(groups.flatMap(({ refs }) => refs))
  const byId = new Map(members.map((one) => [textOf(one['id']), one]))
  const inGroup = (refs: readonly string[]) =>
    refs.flatMap((id) => {
      const one = byId.get(id)
      return one ? attributeOf(one) : []
    })
  return {
    ...carried,
    Attribute: members.filter((one) => !grouped.has(textOf(one['id']))).flatMap(attributeOf),
    Object: groups.map(({ fields, refs }) => ({ ...fields, Attribute: inGroup(refs) })),
  }
}

/** The bytes of a sample stand in its artifact. */
function withData(fields: Json, object: Json, members: readonly Json[]): Json {
  if (object['type'] !== 'observed-data') return fields
  const refs = new Set(textsIn(object['object_refs']))
  const artifact = members.find((one) => one['type'] === 'artifact' && refs.has(textOf(one['id'])))
  return artifact ? { ...fields, data: artifact['payload_bin'] } : fields
}

/** What was taken back here since it came: deleted, and newer than it was, so that whoever has it takes that over. */
export function withRevoked(Event: Json, members: readonly Json[]): Json {
  const revoked = new Map(
    members
      .filter((one) => one['revoked'] === true && isElement(one))
      .map((one) => [uuidIn(one), secondsIn(one['modified'])]),
  )
  if (revoked.size === 0) return Event
  const times: number[] = [Number(Event['timestamp'])]
  const marked = (element: Json): Json => {
    const at = revoked.get(textOf(element['uuid']).toLowerCase())
    if (at === undefined || isTrue(element['deleted'])) return element
    const timestamp = Math.max(at, Number(element['timestamp'] ?? 0) + 1)
    times.push(timestamp)
    return { ...element, deleted: true, timestamp: String(timestamp) }
  }
  const all = withAttributes(Event, marked)
  const groups = listIn(all, 'Object').map((one) => {
    const references = listIn(one, 'ObjectReference')
    const own = marked(one)
    return references.length > 0 ? { ...own, ObjectReference: references.map(marked) } : own
  })
  return { ...all, Object: groups, timestamp: String(Math.max(...times)) }
}

/**
 * What was marked otherwise since it came: with the tags of its markings now in place of those that it had, and newer than it
 * was. An object of MISP has no tags.
 */
export function withMarked(
  Event: Json,
  objects: readonly Json[],
  again: ReadonlyMap<string, Json>,
): Json {
  const marked = new Map(
    objects
      .filter((one) => isMarkedOtherwise(one, again.get(textOf(one['id']))))
      .map((one) => [uuidIn(one), { tags: markingTags(one), at: secondsIn(one['modified']) }]),
  )
  if (marked.size === 0) return Event
  const times: number[] = []
  const tagged = (element: Json): Json => {
    const { tags, at } = marked.get(textOf(element['uuid']).toLowerCase()) ?? {}
    if (tags === undefined || at === undefined) return element
    const timestamp = Math.max(at, Number(element['timestamp'] ?? 0) + 1)
    times.push(timestamp)
    const others = listIn(element, 'Tag').filter(({ name }) => !isMarkingTag(textOf(name)))
    const Tag = [...others, ...tags.map((name) => ({ name }))]
    return { ...element, Tag, timestamp: String(timestamp) }
  }
  const all = tagged(withAttributes(Event, tagged))
  return { ...all, timestamp: String(Math.max(Number(all['timestamp']), ...times)) }
}

/** Whether an object stands for what has tags, and they are no longer those with which it came. */
function isMarkedOtherwise(object: Json, before: Json | undefined): boolean {
  if (!before || !isTagged(object)) return false
  const tags = [object, before].map((one) => markingTags(one).toSorted().join('\n'))
  return tags[0] !== tags[1]
}

const isTagged = (object: Json): boolean =>
  carriedIn(object, 'attribute') !== undefined || carriedIn(object, 'event') !== undefined

/** Whether an object stands for an element of MISP that can be deleted. */
const isElement = (object: Json): boolean =>
  object['type'] === 'relationship' ||
  carriedIn(object, 'attribute') !== undefined ||
  carriedIn(object, 'object') !== undefined

const isTrue = (value: unknown): boolean => value === true || value === '1' || value === 1

/** What the conversion of this event gives, by id: whatever is not among it was added since. */
export function convertedAgain(Event: Json): ReadonlyMap<string, Json> {
  const [read] = readEvents(JSON.stringify({ Event }))
  return new Map(read ? fromEvent(read).objects.map((one) => [textOf(one['id']), one]) : [])
}

/** Tells of every property that is not what the conversion gives. */
export function noteChanged(
  again: ReadonlyMap<string, Json>,
  objects: readonly Json[],
  loss: Loss,
): void {
  for (const object of objects) {
    const before = again.get(textOf(object['id']))
    if (!before) continue
    const isRevoked = object['revoked'] === true && before['revoked'] !== true && isElement(object)
    const told = {
      ...(isRevoked ? REVOKED : {}),
      ...(isMarkedOtherwise(object, before) ? remarkedIn(object, before) : {}),
    }
    for (const name of new Set([...Object.keys(before), ...Object.keys(object)])) {
      if (JSON.stringify(before[name]) === JSON.stringify(object[name])) continue
      const as = Object.hasOwn(told, name) ? told[name] : undefined
      const field = `${textOf(object['type'])}.${name}`
      loss.note(field, as ? 'mapped' : 'lost', as ?? 'changed since it came from MISP')
    }
  }
}

/** Where it is told that something is marked otherwise; a marking for which MISP has no tag is told nowhere. */
function remarkedIn(object: Json, before: Json): Readonly<Record<string, string>> {
  const others = [object, before].map((one) =>
    textsIn(one['object_marking_refs'])
      .filter((ref) => markingTag(ref) === undefined)
      .toSorted()
      .join(),
  )
  return {
    modified: 'timestamp',
    labels: 'Tag',
    ...(others[0] === others[1] ? { object_marking_refs: 'Tag' } : {}),
  }
}

/** Where it is told that something was taken back. */
const REVOKED: Readonly<Record<string, string>> = { revoked: 'deleted', modified: 'timestamp' }
