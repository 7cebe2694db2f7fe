import { instantOf, type Loss } from '@entente/stix'
import type { Event, Json } from './event.ts'
import { restrictionOf, tagged, type Tagged } from './marking.ts'

/** What all objects of one event have in common. */
export type Common = {
  readonly author: readonly Json[]
  readonly createdBy: Json
  readonly tagged: Tagged
}

/** Under what an element stands: it inherits how far that goes. */
export type Context = { readonly common: Common; readonly loss: Loss; readonly under: Spread }
export type Spread = Pick<Event, 'distribution' | 'SharingGroup'>

export const idIn = (object: Json): string => object['id'] as string
export const named = (tags: readonly { readonly name: string }[]): readonly string[] => [
  ...new Set(tags.map(({ name }) => name).filter((name) => name !== '')),
]

/**
 * MISP dates no organisation. Were it as old as the event that names it, each event would bring a version of it; so it
 * is of one date in all, and another name under the same UUID is a conflict on record.
 */
const ORG_SINCE = '2026-11-27T00:00:00.000Z'

export function commonOf(event: Event): Common {
  const { Orgc: org } = event
  const id = org?.uuid === undefined ? undefined : `identity--${org.uuid}`
  return {
    author:
      id === undefined
        ? []
        : [
            {
              type: 'identity',
              spec_version: '2.1',
              id,
              created: ORG_SINCE,
              modified: ORG_SINCE,
              name: org!.name,
              identity_class: 'organization',
            },
          ],
    createdBy: id === undefined ? {} : { created_by_ref: id },
    tagged: tagged(named(event.Tag)),
  }
}

type Element = Spread & {
  readonly timestamp: number
  readonly deleted?: boolean
  readonly Tag?: readonly { readonly name: string }[]
}

/** Properties that every object made of an element of MISP has. */
export function properties(
  [type, uuid]: readonly [string, string],
  element: Element,
  { common, under, labels = [] }: Omit<Context, 'loss'> & { readonly labels?: readonly string[] },
): Json {
  const at = instantOf(element.timestamp)
  const tags = named(element.Tag ?? [])
  const all = [...tags, ...labels]
  return {
    type,
    spec_version: '2.1',
    id: `${type}--${uuid}`,
    ...common.createdBy,
    created: at,
    modified: at,
    ...(element.deleted ? { revoked: true } : {}),
    ...(all.length > 0 ? { labels: [...new Set(all)] } : {}),
    ...marked(markingsOf(element, { common, under })),
  }
}

/** Its own TLP and PAP, else the event's; and how far MISP lets it go, which an element of level 5 inherits. */
export function markingsOf(
  element: Pick<Element, 'Tag' | keyof Spread>,
  { common, under }: Pick<Context, 'common' | 'under'>,
): readonly string[] {
  const own = tagged(named(element.Tag ?? []))
  const inherits = element.distribution === undefined || element.distribution === '5'
  const restrictions = [restrictionOf(under), inherits ? undefined : restrictionOf(element)]
  return [
    ...new Set([
      ...(own.tlp.length > 0 ? own.tlp : common.tagged.tlp),
      ...(own.pap.length > 0 ? own.pap : common.tagged.pap),
      ...restrictions.flatMap((one) => (one ? [idIn(one)] : [])),
    ]),
  ]
}

/** The ids of the definitions under which something is, if there is any. */
export const marked = (markings: readonly string[]): Json =>
  markings.length > 0 ? { object_marking_refs: [...new Set(markings)] } : {}

/** What marks an object of this conversion, for what tells of it and so goes no further. */
export const markingsIn = (object: Json): readonly string[] =>
  (object['object_marking_refs'] ?? []) as readonly string[]

/** In the place of the report's id, which an element does not know. */
export const REPORT = 'report'

export const listIn = (raw: Json, name: string): readonly Json[] =>
  (raw[name] ?? []) as readonly Json[]

/** What becomes of a field: where it is mapped to; every other is carried. */
export type Fields = Readonly<Record<string, string>>

/** Fields that say nothing here are not told of. */
export const isEmpty = (value: unknown) =>
  value === '' || value === null || (Array.isArray(value) && value.length === 0)

export function noteFields(raw: Json, element: string, fields: Fields, loss: Loss): void {
  for (const [name, value] of Object.entries(raw)) {
    if (isEmpty(value) || name === 'data') continue
    const as = Object.hasOwn(fields, name) ? fields[name] : undefined
    loss.note(`${element}.${name}`, as ? 'mapped' : 'carried', as ?? 'extension')
  }
}

export const described = ({ comment }: { readonly comment: string }): Json =>
  comment === '' ? {} : { description: comment }
