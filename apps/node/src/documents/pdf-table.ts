import type { Block, Text } from '@entente/law'
import { columnShares } from './columns.ts'
import type { Line, SetLines, Style } from './lines.ts'
import { artifact, type Element, MARGIN, putLines, type Sheet, writeLine } from './sheet.ts'

const CELL: Style = { weight: 'normal', size: 8, leading: 10.5 }
const HEAD: Style = { ...CELL, weight: 'strong' }
/** Points between a cell's edge and its text. */
const PAD = 3.5
/** A row up to this share of a page is moved to the next one whole. */
const WHOLE = 0.35
/** Points that must be left under a caption so that it is not parted from its table. */
export const TABLE_START = 5 * CELL.leading + 4 * PAD

type TableBlock = Extract<Block, { kind: 'table' }>
type Column = { readonly x: number; readonly width: number }
type Grid = {
  readonly sheet: Sheet
  readonly columns: readonly Column[]
  /** The lines of each cell of the head. */
  readonly head: readonly (readonly Line[])[]
}
type Cell = {
  readonly lines: readonly Line[]
  readonly element: Element
  readonly tag: 'TH' | 'TD'
}

/** A table; its head stands again on each page, there for the eye alone. */
export function putTable(
  sheet: Sheet,
  { head, rows }: TableBlock,
  table: Element,
  set: SetLines,
): void {
  const columns = columnsOf(sheet, head, rows)
  const setCells = (cells: readonly Text[], style: Style) =>
    cells.map((cell, column) => set(cell, style, (columns[column]?.width ?? 0) - 2 * PAD))
  const grid: Grid = { sheet, columns, head: setCells(head, HEAD) }
  const { doc } = sheet
  const part = (name: 'THead' | 'TBody') => {
    const element = doc.struct(name)
    table.add(element)
    return element
  }
  const top = part('THead')
  ground(grid)
  putRow(grid, rowOf(sheet, top, grid.head, 'Column'), HEAD)
  top.end()
  const body = part('TBody')
  for (const cells of rows) {
    const lines = setCells(cells, CELL)
    const height = heightOf(lines)
    if (height > sheet.room() && height < WHOLE * doc.page.height) onNewPage(grid)
    putRow(grid, rowOf(sheet, body, lines, 'Row'), CELL)
  }
  body.end()
}

function columnsOf(
  { width }: Sheet,
  head: readonly string[],
  rows: TableBlock['rows'],
): readonly Column[] {
  let x: number = MARGIN.side
  return columnShares(head, rows).map((share) => {
    const column = { x, width: share * width }
    x += column.width
    return column
  })
}

/** A row's elements: every cell of a head names its column, the first of any other its row. */
function rowOf(
  { doc }: Sheet,
  part: Element,
  lines: readonly (readonly Line[])[],
  scope: 'Column' | 'Row',
): readonly Cell[] {
  const row = doc.struct('TR')
  part.add(row)
  return lines.map((cell, column) => {
    const tag = scope === 'Column' || column === 0 ? 'TH' : 'TD'
    const element = tag === 'TH' ? doc.struct(tag, { scope }) : doc.struct(tag)
    row.add(element)
    return { lines: cell, element, tag }
  })
}

/** Writes a row; where a page cannot hold it, it goes on on the next. */
function putRow(grid: Grid, cells: readonly Cell[], style: Style): void {
  const { sheet, columns } = grid
  const most = Math.max(1, ...cells.map(({ lines }) => lines.length))
  for (let from = 0; from < most;) {
    if (linesThatFit(sheet) < 1) onNewPage(grid)
    const count = Math.min(linesThatFit(sheet), most - from)
    sheet.y += PAD
    for (const [column, { lines, element, tag }] of cells.entries()) {
      const x = (columns[column]?.x ?? 0) + PAD
      putLines(sheet, lines.slice(from, from + count), { x, style }, { element, tag })
    }
    sheet.y += count * style.leading + PAD
    rule(sheet)
    from += count
  }
}

function onNewPage(grid: Grid): void {
  const { sheet, columns, head } = grid
  sheet.newPage()
  ground(grid)
  artifact(sheet.doc, () => {
    for (const [column, lines] of head.entries())
      for (const [row, line] of lines.entries())
        writeLine(sheet.doc, line, {
          size: HEAD.size,
          x: (columns[column]?.x ?? 0) + PAD,
          y: sheet.y + PAD + row * HEAD.leading,
          colour: '#555555',
        })
  })
  sheet.y += heightOf(head)
}

const linesThatFit = (sheet: Sheet): number => Math.floor((sheet.room() - 2 * PAD) / CELL.leading)

const heightOf = (cells: readonly (readonly Line[])[]): number =>
  Math.max(1, ...cells.map(({ length }) => length)) * CELL.leading + 2 * PAD

function rule({ doc, y, width }: Sheet): void {
  artifact(doc, () => {
    doc.lineWidth(0.4).strokeColor('#9a9a9a')
    doc
      .moveTo(MARGIN.side, y)
      .lineTo(MARGIN.side + width, y)
      .stroke()
  })
}

function ground({ sheet: { doc, y, width }, head }: Grid): void {
  artifact(doc, () => {
    doc.rect(MARGIN.side, y, width, heightOf(head)).fill('#ececec')
  })
}
