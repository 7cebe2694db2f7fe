import type { Block, Document, Text } from '@entente/law'
import { PDFDocument } from 'pdfkit'
import type { Typeface } from './fonts.ts'
import { lineSetter, type SetLines, type Style } from './lines.ts'
import { putTable, TABLE_START } from './pdf-table.ts'
import { runningLines } from './running.ts'
import {
  artifact,
  type Doc,
  type Element,
  MARGIN,
  openSheet,
  putLines,
  type Sheet,
} from './sheet.ts'

const BODY: Style = { weight: 'normal', size: 9.5, leading: 13.5 }
const CAPTION: Style = { weight: 'strong', size: 8.5, leading: 11.5 }
const HEADINGS: Readonly<Record<1 | 2 | 3 | 4, Style & { readonly above: number }>> = {
  1: { weight: 'strong', size: 20, leading: 25, above: 0 },
  2: { weight: 'strong', size: 14.5, leading: 19, above: 16 },
  3: { weight: 'strong', size: 11.5, leading: 15, above: 10 },
  4: { weight: 'strong', size: 9.5, leading: 13.5, above: 8 },
}
/** Points under a block. */
const GAP = 5
const BULLET = 12
/** A text of no more lines than this is never parted. */
const WHOLE_LINES = 3

/**
 * A tagged PDF 1.7 in the structure that PDF/UA-1 (ISO 14289-1) asks for: headings, paragraphs, lists and tables as
 * elements, language, title, bookmarks, every font embedded. The only date in it is the document's own.
 */
export async function toPdf(document: Document, typeface: Typeface): Promise<Uint8Array> {
  const doc = opened(document)
  const bytes = collected(doc)
  for (const { name, bytes: font } of [...typeface.normal, ...typeface.strong])
    doc.registerFont(name, font)
  doc.font(typeface.normal[0]!.name)
  const set = lineSetter(typeface)
  doc.addPage()
  const root = doc.struct('Document')
  doc.addStructure(root)
  const writing: Writing = { sheet: openSheet(doc), root, set, bookmarks: [doc.outline] }
  putHeading(writing, 1, document.title)
  for (const [at, block] of document.blocks.entries()) {
    keepTogether(writing, document.blocks.slice(at, at + 4))
    putBlock(writing, block)
  }
  root.end()
  runningLines(doc, document, set)
  doc.end()
  return bytes
}

function opened({ title, lang, asOf }: Document): Doc {
  const day = new Date(`${asOf}T00:00:00Z`)
  return new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang,
    displayTitle: true,
    size: 'A4',
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    bufferPages: true,
    autoFirstPage: false,
    info: {
      Title: title,
      Producer: 'Entente',
      Creator: 'Entente',
      CreationDate: day,
      ModDate: day,
    },
  })
}

function collected(doc: Doc): Promise<Uint8Array> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    doc.on('error', reject)
  })
}

type Writing = {
  readonly sheet: Sheet
  readonly root: Element
  readonly set: SetLines
  /** The bookmark under which one of each level hangs. */
  readonly bookmarks: Doc['outline'][]
}

/** A page is turned before what would stand at its foot alone: headings, and what leads to a list. */
function keepTogether({ sheet, set }: Writing, blocks: readonly Block[]): void {
  const needs = leadOf(blocks, { set, width: sheet.width })
  const { top, bottom } = MARGIN
  if (sheet.y > top && needs > sheet.room() && needs < sheet.doc.page.height - top - bottom)
    sheet.newPage()
}

type Setting = { readonly set: SetLines; readonly width: number }

/** Points that the beginning of these blocks needs on one page: as much of it as may not be parted. */
function leadOf([block, ...rest]: readonly Block[], setting: Setting): number {
  if (!block) return 0
  const { set, width } = setting
  const lines = (text: Text, style: Style) => set(text, style, width).length
  const first = (count: number) => (count <= WHOLE_LINES ? count : 2) * BODY.leading
  switch (block.kind) {
    case 'heading': {
      const style = HEADINGS[block.level]
      const own = style.above + lines(block.text, style) * style.leading + GAP
      return own + leadOf(rest, setting)
    }
    case 'paragraph': {
      const count = lines(block.text, BODY)
      return rest[0]?.kind === 'list' && count <= WHOLE_LINES
        ? count * BODY.leading + GAP + leadOf(rest, setting)
        : first(count)
    }
    case 'warning':
      return first(lines(block.text, { ...BODY, weight: 'strong' }))
    case 'list':
      return first(set(block.items[0] ?? '', BODY, width - BULLET).length)
    case 'table':
      return GAP + lines(block.caption, CAPTION) * CAPTION.leading + TABLE_START
  }
}

function putBlock(writing: Writing, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return putHeading(writing, block.level, block.text)
    case 'paragraph':
      return putText(writing, block.text)
    case 'warning':
      return putText(writing, block.text, { isBarred: true })
    case 'list':
      return putList(writing, block.items)
    case 'table':
      return putCaptioned(writing, block)
  }
}

function putHeading(
  { sheet, root, set, bookmarks }: Writing,
  level: 1 | 2 | 3 | 4,
  text: string,
): void {
  const style = HEADINGS[level]
  const lines = set(text, style, sheet.width)
  if (sheet.y > MARGIN.top) sheet.y += style.above
  const parent = bookmarks[level - 1] ?? bookmarks.at(-1)!
  bookmarks.splice(level, Infinity, parent.addItem(text))
  flow(sheet, lines, { style, element: child(sheet, root, `H${level}`), tag: `H${level}` })
}

function putText(
  { sheet, root, set }: Writing,
  text: Text,
  { isBarred = false }: { readonly isBarred?: boolean } = {},
): void {
  const indent = isBarred ? BULLET : 0
  const style: Style = isBarred ? { ...BODY, weight: 'strong' } : BODY
  const element = child(sheet, root, 'P')
  flow(sheet, set(text, style, sheet.width - indent), {
    style,
    element,
    tag: 'P',
    indent,
    isBarred,
  })
}

function putList({ sheet, root, set }: Writing, items: readonly Text[]): void {
  const element = child(sheet, root, 'L')
  for (const item of items) {
    const lines = set(item, BODY, sheet.width - BULLET)
    if (linesHere(sheet, lines.length, BODY) < 1) sheet.newPage()
    const one = child(sheet, element, 'LI')
    const label = child(sheet, one, 'Lbl')
    putLines(
      sheet,
      set('•', BODY, BULLET),
      { x: MARGIN.side + 2, style: BODY },
      { element: label, tag: 'Lbl' },
    )
    flow(sheet, lines, {
      style: BODY,
      element: child(sheet, one, 'LBody'),
      tag: 'LBody',
      indent: BULLET,
      gap: 2,
    })
  }
  sheet.y += GAP - 2
}

function putCaptioned(
  { sheet, root, set }: Writing,
  block: Extract<Block, { kind: 'table' }>,
): void {
  const lines = set(block.caption, CAPTION, sheet.width)
  sheet.y += GAP
  const table = child(sheet, root, 'Table')
  flow(sheet, lines, {
    style: CAPTION,
    element: child(sheet, table, 'Caption'),
    tag: 'Caption',
    gap: 3,
  })
  putTable(sheet, block, table, set)
  sheet.y += 2 * GAP
}

function child({ doc }: Sheet, parent: Element, type: string): Element {
  const element = doc.struct(type)
  parent.add(element)
  return element
}

type Flowing = {
  readonly style: Style
  readonly element: Element
  readonly tag: string
  readonly indent?: number
  readonly gap?: number
  readonly isBarred?: boolean
}

/** Lines one under the other, over as many pages as they need. */
function flow(sheet: Sheet, lines: Parameters<typeof putLines>[1], how: Flowing): void {
  const { style, element, tag, indent = 0, gap = GAP, isBarred = false } = how
  for (let from = 0; from < lines.length;) {
    if (linesHere(sheet, lines.length - from, style) < 1) sheet.newPage()
    const count = linesHere(sheet, lines.length - from, style)
    const part = lines.slice(from, from + count)
    if (isBarred) bar(sheet, count * style.leading)
    putLines(sheet, part, { x: MARGIN.side + indent, style }, { element, tag })
    sheet.y += count * style.leading
    from += count
  }
  sheet.y += gap
}

/** How many of these lines go on this page: no line of several stands on a page alone. */
function linesHere(sheet: Sheet, count: number, { leading }: Style): number {
  const room = Math.floor(sheet.room() / leading)
  if (room >= count) return count
  if (count <= WHOLE_LINES && sheet.y > MARGIN.top) return 0
  const here = count - room === 1 ? room - 1 : room
  return here < 2 && sheet.y > MARGIN.top ? 0 : Math.max(1, here)
}

/** What a reader must not pass over has a bar beside it. */
function bar({ doc, y }: Sheet, height: number): void {
  artifact(doc, () => {
    doc.rect(MARGIN.side, y, 3, height).fill('#8a1c1c')
  })
}
