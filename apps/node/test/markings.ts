import { randomUUID } from 'node:crypto'

type Json = Readonly<Record<string, unknown>>

/** STIX 2.1 section 7.2.1.4 (TLP 1.0) and the extension tlp-2.0 of oasis-open/cti-stix-common-objects. */
export const TLP1 = {
  white: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  green: 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da',
  amber: 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82',
  red: 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
} as const
export const TLP2 = {
  clear: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  green: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  amber: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  strict: 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  red: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
} as const

export const OURS = 'identity--17bb8652-d521-4b01-8a78-fdcf6783b0cf'
const THEIRS = 'identity--0b7f3a52-5d0f-4c3b-9d8e-0f6a1a2b3c4d'
const CREATED = '2026-11-02T09:00:00.000Z'

const definition = (author: string, more: Json) => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: `marking-definition--${randomUUID()}`,
  created_by_ref: author,
  created: CREATED,
  ...more,
})
const statement = (author: string, text: string) =>
  definition(author, { definition_type: 'statement', definition: { statement: text } })

const OWN_STATEMENT = statement(OURS, 'An exercise.')
const OTHER_STATEMENT = statement(THEIRS, 'Ask before you pass it on.')
/** Says that it is TLP:WHITE and is none of the nine that may. */
const FALSE_WHITE = definition(THEIRS, {
  name: 'TLP:WHITE',
  definition_type: 'tlp',
  definition: { tlp: 'white' },
})
/** In the form of the marking that CISA's AA23-325A carries: an extension that is not TLP. */
const ACS = definition(THEIRS, {
  extensions: {
    'extension-definition--3a65884d-005a-4290-8335-cb2d778a83ce': {
      extension_type: 'property-extension',
      identifier: 'isa:guide.19001.ACS3-example',
    },
  },
})
const NOT_HELD = `marking-definition--${randomUUID()}`
export const DEFINITIONS = [OWN_STATEMENT, OTHER_STATEMENT, FALSE_WHITE, ACS]

/** Whom an object may reach: the parties of a case, a community by its ceiling, the public. */
export type Reach = 'none' | 'case' | 'amber' | 'green' | 'public'

/** Each row decided by hand from TLP 2.0 and `spec/sharing.md`; `reach` names the widest audience. */
type Row = { readonly of: 'ours' | 'theirs' | 'nobody'; readonly reach: Reach } & Json
const ours = (reach: Reach, more: Json): Row => ({ of: 'ours', reach, ...more })
const theirs = (reach: Reach, more: Json): Row => ({ of: 'theirs', reach, ...more })
const refs = (...ids: readonly string[]) => ({ object_marking_refs: ids })
const field = (id: string) => ({
  granular_markings: [{ marking_ref: id, selectors: ['description'] }],
})

const ROWS: readonly Row[] = [
  ours('none', refs(TLP1.red)),
  ours('amber', refs(TLP1.amber)),
  ours('green', refs(TLP1.green)),
  ours('public', refs(TLP1.white)),
  ours('none', refs(TLP2.red)),
  ours('case', refs(TLP2.strict)),
  ours('amber', refs(TLP2.amber)),
  ours('green', refs(TLP2.green)),
  ours('public', refs(TLP2.clear)),
  // Unmarked is as TLP:AMBER+STRICT here.
  ours('case', {}),
  ours('case', refs(OWN_STATEMENT.id)),
  ours('green', refs(OWN_STATEMENT.id, TLP2.green)),
  ours('amber', refs(TLP2.green, TLP2.amber)),
  ours('none', refs(OTHER_STATEMENT.id, TLP2.clear)),
  ours('none', refs(FALSE_WHITE.id)),
  ours('none', refs(ACS.id, TLP2.clear)),
  ours('none', refs(NOT_HELD)),
  ours('green', { labels: ['tlp:green'] }),
  ours('none', { labels: ['tlp:ex:chr'], ...refs(TLP2.clear) }),
  ours('none', { labels: ['TLP:RED'], ...refs(TLP2.clear) }),
  ours('public', { labels: ['red'], ...refs(TLP2.clear) }),
  ours('none', { ...field(TLP2.red), ...refs(TLP2.green) }),
  ours('amber', { ...field(TLP2.amber), ...refs(TLP2.green) }),
  // A looser field loosens nothing.
  ours('amber', { ...field(TLP2.clear), ...refs(TLP2.amber) }),
  ours('none', { ...field(ACS.id), ...refs(TLP2.clear) }),
  ours('public', {
    granular_markings: [{ lang: 'en', selectors: ['description'] }],
    ...refs(TLP2.clear),
  }),
  theirs('none', refs(TLP2.red)),
  theirs('none', refs(TLP2.strict)),
  theirs('none', refs(TLP2.amber)),
  theirs('green', refs(TLP2.green)),
  theirs('public', refs(TLP2.clear)),
  theirs('none', {}),
  { of: 'nobody', reach: 'none', ...refs(TLP2.amber) },
  { of: 'nobody', reach: 'green', ...refs(TLP1.green) },
]

export type Case = {
  readonly id: string
  readonly reach: Reach
  readonly canary: string
  readonly object: Json
}

const AUTHOR = { ours: OURS, theirs: THEIRS, nobody: undefined } as const

/** One object per row, with a text that stands nowhere else. */
export const CASES: readonly Case[] = ROWS.map(({ of, reach, ...marks }, at) => {
  const canary = `canary-${at}-${randomUUID()}`
  const id = `campaign--${randomUUID()}`
  const author = AUTHOR[of]
  const object = {
    type: 'campaign',
    spec_version: '2.1',
    id,
    ...(author === undefined ? {} : { created_by_ref: author }),
    created: CREATED,
    modified: CREATED,
    name: `Campaign ${at}`,
    description: `Told by ${canary}.`,
    ...marks,
  }
  return { id, reach, canary, object }
})

const WIDTH: readonly Reach[] = ['none', 'case', 'amber', 'green', 'public']

/** Whether an object of this reach gets so far. */
export const reaches = (reach: Reach, audience: Exclude<Reach, 'none'>): boolean =>
  WIDTH.indexOf(reach) >= WIDTH.indexOf(audience)
