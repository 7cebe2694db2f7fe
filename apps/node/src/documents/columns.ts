/** Characters: a longer word is broken before its column is made wider for it. */
const LONGEST_WORD = 13
/** Characters: beyond this a cell is long text, and long text needs lines, not width. */
const LONG_TEXT = 70
/** What a column is given on top of its characters, for the space around them. */
const AROUND = 4

/** How much of a table's width each column has: its longest word first, then by what its cells hold. Sums to 1. */
export function columnShares(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  const needs = head.map((title, column) => {
    const cells = [title, ...rows.map((cells) => cells[column] ?? '')]
    const word = Math.min(LONGEST_WORD, longest(cells.flatMap((cell) => cell.split(/[\s-]/, 200))))
    return { word, text: Math.min(LONG_TEXT, longest(cells)) }
  })
  const widths = needs.map(({ word, text }) => AROUND + word + Math.max(0, text - word) / 3)
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => width / whole)
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, { length }) => Math.max(most, length), 0)
