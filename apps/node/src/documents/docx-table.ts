import { type Block, type Text, textOf } from '@entente/law'
import {
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { columnShares } from './columns.ts'
import { TEXT_WIDTH } from './docx-page.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const RULE = { style: BorderStyle.SINGLE, size: 3, color: '9A9A9A' } as const
/** Twips around the text of a cell. */
const AROUND = { top: 50, bottom: 50, left: 70, right: 70 } as const

type Runs = (text: Text) => readonly ParagraphChild[]

/** A table under its caption, with a head that stands again on each page. */
export function docxTable(
  { caption, head, rows }: Extract<Block, { kind: 'table' }>,
  runs: Runs,
): readonly (Paragraph | Table)[] {
  const widths = columnShares(head, rows).map((share) => Math.floor(share * TEXT_WIDTH))
  const cell = (text: Text, column: number, fill?: string) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
      children: [
        new Paragraph({ style: fill === undefined ? 'Cell' : 'CellHead', children: runs(text) }),
      ],
    })
  return [
    new Paragraph({ style: 'Caption', children: runs(caption) }),
    new Table({
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: AROUND,
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      borders: {
        top: NONE,
        left: NONE,
        right: NONE,
        insideVertical: NONE,
        insideHorizontal: RULE,
        bottom: RULE,
      },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: head.map((text, column) => cell(text, column, 'ECECEC')),
        }),
        ...rows.map(
          (cells) =>
            new TableRow({
              cantSplit: isShort(cells),
              children: cells.map((text, column) => cell(text, column)),
            }),
        ),
      ],
    }),
    new Paragraph({ style: 'Cell', children: [] }),
  ]
}

// A row that is kept on one page must fit on one.
const isShort = (cells: readonly Text[]): boolean =>
  cells.every((cell) => textOf(cell).length < 500)
