import { contentOf } from '@entente/stix'

type Json = Readonly<Record<string, unknown>>

/** The extension `tlp-2.0` of oasis-open/cti-stix-common-objects. */
export const TLP_2_0 = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d'

/** STIX 2.1 section 7.2.1.4 fixes what the four of TLP 1.0 say, and the extension what the five of TLP 2.0 do. */
const WORDS: ReadonlyMap<string, readonly [version: 1 | 2, word: string]> = new Map([
  ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed', [1, 'red']],
  ['marking-definition--f88d31f6-486f-44da-b317-01333bde0b82', [1, 'amber']],
  ['marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da', [1, 'green']],
  ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9', [1, 'white']],
  ['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1', [2, 'red']],
  ['marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003', [2, 'amber+strict']],
  ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421', [2, 'amber']],
  ['marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb', [2, 'green']],
  ['marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487', [2, 'clear']],
])

/**
 * Whether an object is one of the nine definitions of TLP as it was published, in any layout: that one
 * is everybody's. Under the same id anything else could be hidden.
 */
export function isPublished(object: Json): boolean {
  const id = String(object['id'])
  const [version, word] = WORDS.get(id) ?? []
  if (version === undefined || word === undefined) return false
  const common = {
    type: 'marking-definition',
    spec_version: '2.1',
    id,
    name: `TLP:${word.toUpperCase()}`,
  }
  const published =
    version === 1
      ? { created: '2017-01-20T00:00:00.000Z', definition_type: 'tlp', definition: { tlp: word } }
      : {
          created: '2022-10-01T00:00:00.000Z',
          extensions: { [TLP_2_0]: { extension_type: 'property-extension', tlp_2_0: word } },
        }
  return contentOf(object) === contentOf({ ...common, ...published })
}
