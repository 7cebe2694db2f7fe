import type { Loss } from '@entente/stix'
import { listIn } from './common.ts'
import type { Json } from './event.ts'
import { isJson } from './extension.ts'
import { markingTag } from './tags.ts'
import { attributesIn, isText, textsIn, withAttributes, type ToOptions } from './writing.ts'

/** A sharing group as every instance of MISP knows it. */
export type SharingGroup = { readonly uuid: string; readonly name: string }

/** How far an element of MISP goes. */
type Spread = { readonly distribution: string; readonly SharingGroup?: SharingGroup }

/** How far an object goes by the sharing groups that mark it; undefined where none does. */
export function spreadOf(object: Json, { groups }: ToOptions): Spread | undefined {
  const marking = textsIn(object['object_marking_refs']).flatMap((ref) => groups?.get(ref) ?? [])
  const [group, ...more] = marking
  if (!group) return undefined
  // What two groups restrict is for those who are in both, and MISP has no word for that.
  return more.length > 0 ? { distribution: '0' } : { distribution: '4', SharingGroup: group }
}

/** How far an attribute goes: as its event, unless another group marks it. */
export function spreadWithin(object: Json, event: Json | undefined, options: ToOptions): Spread {
  const own = spreadOf(object, options)
  const under = event && spreadOf(event, options)
  const isSame = own?.SharingGroup?.uuid === under?.SharingGroup?.uuid
  return own && !(under && isSame) ? own : { distribution: '5' }
}

/** Where an object's markings are in MISP; undefined where one of them is nowhere. */
export function markingsMapped(object: Json, options: ToOptions): string | undefined {
  const refs = textsIn(object['object_marking_refs'])
  const isNowhere = refs.some((ref) => markingTag(ref) === undefined && !options.groups?.has(ref))
  return isNowhere || spreadOf(object, options)?.distribution === '0'
    ? undefined
    : 'Tag, SharingGroup'
}

/** Whether anything in an event goes to a sharing group. */
export const isGrouped = (Event: Json): boolean =>
  [Event, ...listIn(Event, 'Object'), ...attributesIn(Event)].some(isOfGroup)

const isOfGroup = ({ distribution }: Json): boolean => distribution === '4' || distribution === 4

/**
 * An event for an instance that knows these sharing groups, by their UUIDs: each instance counts its groups for itself. What
 * is for a group that it does not know goes to its own organisation only, and the report tells.
 */
export function forInstance(
  Event: Json,
  known: ReadonlyMap<string, { readonly id: string }>,
  loss: Loss,
): Json {
  const numbered = (element: Json): Json => {
    if (!isOfGroup(element)) return element
    const { sharing_group_id: _, SharingGroup: group, ...rest } = element
    const uuid = isJson(group) && isText(group['uuid']) ? group['uuid'].toLowerCase() : ''
    const found = known.get(uuid)
    if (found) return { ...element, sharing_group_id: found.id }
    loss.note(
      'SharingGroup',
      'lost',
      'the instance knows no such group: it goes to its own organisation only',
    )
    return { ...rest, distribution: '0' }
  }
  const all = withAttributes(Event, numbered)
  return numbered({ ...all, Object: listIn(all, 'Object').map(numbered) })
}
