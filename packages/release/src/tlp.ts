import { tlpWord } from '@entente/stix'

/** The labels of TLP 2.0 (https://www.first.org/tlp/), strictest first. */
export const TLP = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const

export type Tlp = (typeof TLP)[number]

const WORDS: ReadonlyMap<string, Tlp> = new Map([
  ['red', 'TLP:RED'],
  ['amber+strict', 'TLP:AMBER+STRICT'],
  ['amber', 'TLP:AMBER'],
  ['green', 'TLP:GREEN'],
  ['clear', 'TLP:CLEAR'],
  // TLP 1.0 had no CLEAR and called it WHITE. It is read, never written.
  ['white', 'TLP:CLEAR'],
])

// STIX 2.1 section 7.2.1.4 fixes four ids for TLP 1.0. The five of TLP 2.0 come with the extension
// tlp-2.0 of oasis-open/cti-stix-common-objects. No other object may stand for a label.
const STIX_IDS: ReadonlyMap<string, Tlp> = new Map([
  ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed', 'TLP:RED'],
  ['marking-definition--f88d31f6-486f-44da-b317-01333bde0b82', 'TLP:AMBER'],
  ['marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da', 'TLP:GREEN'],
  ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9', 'TLP:CLEAR'],
  ['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1', 'TLP:RED'],
  ['marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003', 'TLP:AMBER+STRICT'],
  ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421', 'TLP:AMBER'],
  ['marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb', 'TLP:GREEN'],
  ['marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487', 'TLP:CLEAR'],
])

/**
 * The TLP 2.0 label that a text means: a label of either version, a MISP tag, the word of a STIX
 * marking or its fixed id. Undefined for anything else, and what is undefined is not marked.
 */
export function tlp(text: string): Tlp | undefined {
  const word = tlpWord(text)
  return STIX_IDS.get(word) ?? WORDS.get(word)
}

/** The label that holds where several were put on one thing: the strictest; none of none. */
export function strictest(labels: readonly Tlp[]): Tlp | undefined {
  return TLP.find((label) => labels.includes(label))
}
