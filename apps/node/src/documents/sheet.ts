import type { PDFDocument } from 'pdfkit'
import type { Line, Piece, Style } from './lines.ts'

/** Points, on A4. */
export const MARGIN = { top: 78, bottom: 72, side: 62 } as const
const INK = '#1a1a1a'
const LINK = '#1f4e8c'

export type Doc = PDFDocument
export type Element = ReturnType<Doc['struct']>

/** Where lines are put: a box on the page that grows downwards. */
export type Place = { readonly x: number; readonly style: Style }

/** The pages of one document and how far they are filled. */
export type Sheet = {
  readonly doc: Doc
  /** Points from the top of the page. */
  y: number
  readonly width: number
  /** Points that are left on this page. */
  room(): number
  newPage(): void
}

export function openSheet(doc: Doc): Sheet {
  const { width, height } = doc.page
  const sheet: Sheet = {
    doc,
    y: MARGIN.top,
    width: width - 2 * MARGIN.side,
    room: () => height - MARGIN.bottom - sheet.y,
    newPage: () => {
      doc.addPage()
      sheet.y = MARGIN.top
    },
  }
  return sheet
}

/** Writes lines from `sheet.y` on as content of an element; who calls has seen to it that they fit. */
export function putLines(
  { doc, y }: Sheet,
  lines: readonly Line[],
  { x, style }: Place,
  { element, tag }: { readonly element: Element; readonly tag: string },
): void {
  // What is being marked: the element itself, or a passage of it in another language.
  let open: { readonly lang: string | undefined; readonly span?: Element } | undefined
  const close = () => {
    if (open) doc.endMarkedContent()
    open?.span?.end()
    open = undefined
  }
  const mark = (lang: string | undefined) => {
    if (open && open.lang === lang) return
    close()
    if (lang === undefined) {
      element.add(doc.markStructureContent(tag))
      open = { lang }
      return
    }
    const span = doc.struct('Span', { lang })
    element.add(span)
    span.add(doc.markStructureContent('Span'))
    open = { lang, span }
  }
  for (const [row, line] of lines.entries()) {
    let at = x
    for (const piece of line) {
      const { text, face, link, lang } = piece
      const width = advanceOf(doc, line, piece, style.size)
      const top = y + row * style.leading
      if (link === undefined) {
        mark(lang)
        write(doc, text, { face, size: style.size, x: at, y: top, colour: INK })
      } else {
        close()
        const target = doc.struct('Link', lang === undefined ? {} : { lang })
        element.add(target)
        target.add(doc.markStructureContent('Link'))
        write(doc, text, { face, size: style.size, x: at, y: top, colour: LINK })
        doc.endMarkedContent()
        // PDFKit writes a String object as text, and a bare string as a name.
        // oxlint-disable-next-line no-new-wrappers
        const contents = new String(link)
        doc.link(at, top, width, style.leading, link, { structParent: target, Contents: contents })
        target.end()
      }
      at += width
    }
  }
  close()
}

type Written = {
  readonly face: string
  readonly size: number
  readonly x: number
  readonly y: number
  readonly colour: string
}

/** Text at one point, in no element. */
const write = (doc: Doc, text: string, { face, size, x, y, colour }: Written): void => {
  doc.font(face).fontSize(size).fillColor(colour).text(text, x, y, { lineBreak: false })
}

/** A line's pieces one after the other. */
export function writeLine(doc: Doc, line: Line, { x, ...rest }: Omit<Written, 'face'>): void {
  let at = x
  for (const piece of line) {
    write(doc, piece.text, { ...rest, face: piece.face, x: at })
    at += advanceOf(doc, line, piece, rest.size)
  }
}

/** How far the next piece stands from this one: kerning makes text a little narrower than lines are broken by. */
const advanceOf = (doc: Doc, line: Line, { face, text, width }: Piece, size: number): number =>
  line.length === 1 ? width : doc.font(face).fontSize(size).widthOfString(text)

/** What is no part of the text: lines, grounds, running heads. */
export function artifact(
  doc: Doc,
  draw: () => void,
  type: 'Layout' | 'Pagination' = 'Layout',
): void {
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
}
