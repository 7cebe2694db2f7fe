import { tlpMarking } from '@entente/stix'
import type { Json } from './event.ts'

/** The marking for each tag of TLP among these; a tag that only looks like one stays a tag, and is read as not understood. */
export const tlpOf = (tags: readonly string[]): readonly string[] => [
  ...new Set(
    tags.flatMap((tag) => {
      const marking = /^tlp:/i.test(tag) ? tlpMarking(tag) : undefined
      return marking === undefined ? [] : [marking]
    }),
  ),
]

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
