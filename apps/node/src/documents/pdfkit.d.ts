/** What is used here of PDFKit 0.20 (https://pdfkit.org/docs/accessibility.html); it carries no types of its own. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  /** A stretch of one page that belongs to an element. */
  type Content = { readonly refs: readonly unknown[] }

  type StructureElement = {
    add(child: StructureElement | Content): StructureElement
    end(): void
  }

  type Outline = { addItem(title: string): Outline }

  type DocumentOptions = {
    readonly pdfVersion: '1.7'
    readonly subset: 'PDF/UA'
    readonly tagged: boolean
    readonly lang: string
    readonly displayTitle: boolean
    readonly size: 'A4'
    readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>
    readonly bufferPages: boolean
    readonly autoFirstPage: boolean
    readonly info: {
      readonly Title: string
      readonly Producer: string
      readonly Creator: string
      readonly CreationDate: Date
      readonly ModDate: Date
    }
  }

  export class PDFDocument extends Readable {
    constructor(options: DocumentOptions)
    readonly page: { readonly width: number; readonly height: number }
    readonly outline: Outline
    addPage(): this
    switchToPage(page: number): unknown
    bufferedPageRange(): { readonly start: number; readonly count: number }
    end(): void

    registerFont(name: string, bytes: Uint8Array): this
    font(name: string): this
    fontSize(points: number): this
    widthOfString(text: string): number
    text(text: string, x: number, y: number, options: { readonly lineBreak: false }): this

    fillColor(colour: string): this
    strokeColor(colour: string): this
    lineWidth(points: number): this
    rect(x: number, y: number, width: number, height: number): this
    fill(colour: string): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    stroke(): this

    struct(
      type: string,
      options?: { readonly scope?: 'Column' | 'Row'; readonly lang?: string },
    ): StructureElement
    addStructure(element: StructureElement): this
    markContent(tag: 'Artifact', options: { readonly type: 'Layout' | 'Pagination' }): this
    markStructureContent(tag: string): Content
    endMarkedContent(): this
    link(
      ...placed: [
        x: number,
        y: number,
        width: number,
        height: number,
        url: string,
        options: {
          readonly structParent: StructureElement // oxlint-disable-next-line typescript/no-wrapper-object-types -- the object, not the primitive
          readonly Contents: String
        },
      ]
    ): this
  }
}
