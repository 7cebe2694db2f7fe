import { isPapTag, isTlpTag, nameUuid, papMarking, papOf, tlpMarking } from '@entente/stix'
import type { Json } from './event.ts'

/** The ids of the definitions for what tags say of TLP, and of PAP; none where they say nothing of it. */
export type Tagged = { readonly tlp: readonly string[]; readonly pap: readonly string[] }

/** What tags say of how far an element goes, and of what may be done with it. */
export function tagged(tags: readonly string[]): Tagged {
  const tlp = tags.filter(isTlpTag).map((tag) => tlpMarking(tag) ?? String(unread(tag)['id']))
  const pap = tags.filter(isPapTag)
  // A tag that calls itself PAP and is none of its words may forbid anything.
  const levels = pap.map((tag) => papOf({ labels: [tag] }) ?? 'PAP:RED')
  return { tlp: [...new Set(tlp)], pap: [...new Set(levels.map(papMarking))] }
}

/** The definitions for the tags of TLP among these that are no label of it: what such a tag allows, nobody knows. */
export const unreadIn = (tags: readonly string[]): readonly Json[] =>
  tags.filter((tag) => isTlpTag(tag) && tlpMarking(tag) === undefined).map(unread)

const NAMESPACE = '4f6b0c1e-8d0a-4a57-9b57-0c3b8c5a6f12'
const unread = (tag: string): Json =>
  statement(`marking-definition--${nameUuid(NAMESPACE, tag)}`, `MISP tag: ${tag}`)

const CREATED = '2026-11-27T00:00:00.000Z'

/**
 * How far MISP lets an element go. STIX has no word for it, so it is said in a statement; a reader that does not know the
 * statement lets the element go nowhere. Levels 2 and 3 (connected communities, all) restrict whoever holds it to nothing further.
 */
const DISTRIBUTION: Readonly<Record<string, Json>> = {
  '0': statement(
    'marking-definition--62de9b5a-21d2-470c-ae6a-6158eceaf820',
    'MISP distribution 0: your organisation only',
  ),
  '1': statement(
    'marking-definition--98eaca0c-5233-423a-acef-926e79d5a8fb',
    'MISP distribution 1: this community only',
  ),
}

function statement(id: string, text: string): Json {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id,
    created: CREATED,
    definition_type: 'statement',
    definition: { statement: text },
  }
}

/** The id of the definition that stands for a sharing group. */
export const sharingGroupMarking = (uuid: string): string => `marking-definition--${uuid}`

type Spread = {
  readonly distribution?: string | undefined
  readonly SharingGroup?: { readonly name: string; readonly uuid?: string | undefined } | undefined
}

/** The definition that restricts an element with this distribution; undefined where none does. */
export function restrictionOf({
  distribution = '',
  SharingGroup: group,
}: Spread): Json | undefined {
  if (distribution !== '4')
    return Object.hasOwn(DISTRIBUTION, distribution) ? DISTRIBUTION[distribution] : undefined
  // A group that is not named is as narrow as can be: whoever sent it says that not everybody may have it.
  if (!group?.uuid) return DISTRIBUTION['0']
  return statement(sharingGroupMarking(group.uuid), `MISP sharing group: ${group.name}`)
}
