import { type Text, textOf } from '@entente/law'

/** About as many characters as a line of cells holds on a page. */
const LINE = 105
/** Characters: a longer word is broken before its column is made wider for it. */
const LONGEST_WORD = 14
/** Characters: beyond this a cell is long text, and more of it needs lines, not width. */
const LONG_TEXT = 160
/** What a column is given on top of its characters, for the space around them and letters that are wide. */
const AROUND = 3

/** How much of a table's width each column has: its longest word first, what is left by what its cells hold. Sums to 1. */
export function columnShares(
  head: readonly string[],
  rows: readonly (readonly Text[])[],
): readonly number[] {
  const needs = head.map((title, column) => {
    const cells = [title, ...rows.map((cells) => textOf(cells[column] ?? ''))]
    const word = longest(cells.flatMap((cell) => cell.split(/[\s-]/, 200)))
    return {
      least: AROUND + Math.min(LONGEST_WORD, word),
      text: Math.min(LONG_TEXT, longest(cells)),
    }
  })
  const left = Math.max(0, LINE - sum(needs.map(({ least }) => least)))
  const all = sum(needs.map(({ text }) => text))
  const widths = needs.map(({ least, text }) => least + (all > 0 ? (left * text) / all : 0))
  const whole = sum(widths)
  return widths.map((width) => width / whole)
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, { length }) => Math.max(most, length), 0)

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
