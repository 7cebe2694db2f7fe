/** The colours of TLP 2.0 on black (https://www.first.org/tlp/, section 3). */
const COLOURS: ReadonlyMap<string, string> = new Map([
  ['TLP:RED', 'FF2B2B'],
  ['TLP:AMBER+STRICT', 'FFC000'],
  ['TLP:AMBER', 'FFC000'],
  ['TLP:GREEN', '33FF00'],
  ['TLP:CLEAR', 'FFFFFF'],
])

/** Points: the size from which TLP 2.0 (section 2) reads a label as visible on paper. */
export const LABEL_SIZE = 12

/** The colour of a label as hexadecimal RGB; a marking that is no TLP label is written in white. */
export const labelColour = (marking: string): string => COLOURS.get(marking) ?? 'FFFFFF'
