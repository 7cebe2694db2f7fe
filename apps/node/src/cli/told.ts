import { renderUnicodeCompact } from 'uqr'
import { inRows, toWords } from '../parties/words.ts'

/** An id as it is printed for comparing: its digits, and its words to be read out. */
export const toldId = (id: string): string =>
  `  ${id}\n${inRows(toWords(id)).replaceAll(/^/gm, '  ')}`

/** An id to be photographed from a terminal: blocks that are light where the terminal is dark, with a margin. */
export const drawnId = (id: string): string =>
  renderUnicodeCompact(id, { border: 4 }).replaceAll(/^/gm, '  ')
