import { isObject, type Json } from './finding.ts'
import { textOf } from './text.ts'

/** The extension `tlp-2.0` of oasis-open/cti-stix-common-objects. */
export const TLP_2_0 = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d'
/** The extension `pap-marking-definition` of oasis-open/cti-stix-common-objects. */
const PAP = 'extension-definition--f8d78575-edfd-406e-8e84-6162a8450f5b'

/** STIX 2.1 section 7.2.1.4 fixes what the four of TLP 1.0 say, and the extension what the five of TLP 2.0 do. */
const TLP: ReadonlyMap<string, readonly [version: 1 | 2, word: string]> = new Map([
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

/** The definition of TLP that was published under this id; undefined for every other id. */
export function publishedMarking(id: string): Json | undefined {
  const [version, word] = TLP.get(id) ?? []
  if (version === undefined || word === undefined) return undefined
  const common = {
    type: 'marking-definition',
    spec_version: '2.1',
    id,
    name: `TLP:${word.toUpperCase()}`,
  }
  return version === 1
    ? {
        ...common,
        created: '2017-01-20T00:00:00.000Z',
        definition_type: 'tlp',
        definition: { tlp: word },
      }
    : {
        ...common,
        created: '2022-10-01T00:00:00.000Z',
        extensions: { [TLP_2_0]: { extension_type: 'property-extension', tlp_2_0: word } },
      }
}

/** Whether a tag calls itself one of TLP: `tlp:red`, `TLP="red"`, `cert-xa:TLP="red"`. */
export const isTlpTag = (tag: string): boolean => /^\s*(?:[a-z\d-]+:)?tlp[:=]/i.test(tag)

/** What a label of TLP says, in lower case and without the name of TLP; any other text as it is. */
export const tlpWord = (label: string): string =>
  label
    .trim()
    .toLowerCase()
    .replace(/^(?:(?!tlp:)[a-z\d-]+:)?tlp[:=]\s*"?([a-z+]+)"?$/, '$1')

/**
 * The marking for a label of TLP, however it was written: `AMBER`, `TLP:AMBER`, `tlp:amber+strict`, `cert-xa:TLP="amber"`. What was called WHITE keeps
 * the marking of TLP 1.0, every other label has that of TLP 2.0. Undefined where it is no label: then nothing is known of
 * how far a thing may go, and that is not "clear".
 */
export function tlpMarking(label: string): string | undefined {
  const word = tlpWord(label)
  const version = word === 'white' ? 1 : 2
  return [...TLP].find(([, [of, name]]) => of === version && name === word)?.[0]
}

/** The levels of the Permissible Actions Protocol, strictest first. */
export const PAP_LEVELS = ['PAP:RED', 'PAP:AMBER', 'PAP:GREEN', 'PAP:CLEAR'] as const
export type Pap = (typeof PAP_LEVELS)[number]

// Ids as published with the extension. WHITE is what CLEAR was called before.
const PAP_WORDS: ReadonlyMap<string, Pap> = new Map([
  ['marking-definition--740d36e5-7714-4c30-961a-3ae632ceee0e', 'PAP:RED'],
  ['marking-definition--60f8932b-e51e-4458-b265-a2e8be9a80ab', 'PAP:AMBER'],
  ['marking-definition--c43594d1-4b11-4c59-93ab-1c9b14d53ce9', 'PAP:GREEN'],
  ['marking-definition--ad15a0cd-55b6-4588-a14c-a66105329b92', 'PAP:CLEAR'],
  ['marking-definition--a3bea94c-b469-41dc-9cfe-d6e7daba7730', 'PAP:CLEAR'],
  ['pap:red', 'PAP:RED'],
  ['pap:amber', 'PAP:AMBER'],
  ['pap:green', 'PAP:GREEN'],
  ['pap:clear', 'PAP:CLEAR'],
  ['pap:white', 'PAP:CLEAR'],
])

/** Whether a tag calls itself one of PAP: `PAP:RED`, `pap="red"`, `cert-xa:PAP="red"`. */
export const isPapTag = (tag: string): boolean => /^\s*(?:[a-z\d-]+:)?pap[:=]/i.test(tag)

/** The marking for a level of PAP, as published with the extension. */
export const papMarking = (level: Pap): string =>
  [...PAP_WORDS].find(([id, of]) => of === level && !isPapTag(id))![0]

/**
 * What may be done with an object by the Permissible Actions Protocol, whichever way it was written:
 * a marking's id, a definition's own content, a tag of MISP among the labels (`PAP:RED`,
 * `pap="red"`). The strictest of several; undefined where nothing says it.
 */
export function papOf(object: Json): Pap | undefined {
  const said = [object['labels'], object['object_marking_refs']].flatMap((list) =>
    Array.isArray(list) ? list.map(String) : [],
  )
  const extended = isObject(object['extensions']) ? object['extensions'][PAP] : undefined
  if (isObject(extended)) said.push(`pap:${textOf(extended['pap'])}`)
  const levels = said.map((text) => PAP_WORDS.get(plain(text)))
  return PAP_LEVELS.find((level) => levels.includes(level))
}

/** `PAP:AMBER`, `pap="amber"` and `cert-xa:PAP="amber"` are one. */
const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/^(?:[a-z\d-]+:)?pap[:=]"?([a-z]+)"?$/, 'pap:$1')
