import { atAddresses, type Block, type Document, partsOf, type Text } from '@entente/law'
import {
  Document as File,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { reproducible } from './docx-bytes.ts'
import { BULLET, BULLETS, languageOf, page, running, STYLES } from './docx-page.ts'
import { docxTable } from './docx-table.ts'

/**
 * Office Open XML (ISO/IEC 29500, WordprocessingML): real headings, lists and tables, language and title. The only
 * date in it is the document's own.
 */
export async function toDocx(document: Document): Promise<Uint8Array> {
  const { title, lang, foot, blocks } = document
  const file = new File({
    title,
    description: foot,
    creator: 'Entente',
    lastModifiedBy: 'Entente',
    styles: STYLES[lang],
    numbering: BULLETS,
    sections: [
      {
        properties: page,
        ...running(document),
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(title) }),
          ...blocks.flatMap((block, at) => written(block, blocks[at + 1])),
        ],
      },
    ],
  })
  return reproducible(await Packer.pack(file, 'uint8array'), document)
}

const LEVELS = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

function written(block: Block, next: Block | undefined) {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: LEVELS[block.level], children: runs(block.text) })]
    case 'paragraph':
      // What leads to a list stands on its page.
      return [new Paragraph({ children: runs(block.text), keepNext: next?.kind === 'list' })]
    case 'warning':
      return [new Paragraph({ style: 'Warning', children: runs(block.text) })]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: BULLET, level: 0 },
            spacing: { after: 40 },
            children: runs(item),
          }),
      )
    case 'table':
      return docxTable(block, runs)
  }
}

/** Text with its addresses as links, and its passages in their languages. */
const runs = (text: Text): readonly ParagraphChild[] =>
  partsOf(text).flatMap((part) => {
    const language = part.lang === undefined ? {} : { language: { value: languageOf(part.lang) } }
    return atAddresses(part.text).flatMap((bit, index): readonly ParagraphChild[] => {
      if (bit === '') return []
      return index % 2 === 1 && URL.canParse(bit)
        ? [
            new ExternalHyperlink({
              link: new URL(bit).href,
              children: [new TextRun({ text: bit, style: 'Hyperlink', ...language })],
            }),
          ]
        : [new TextRun({ text: bit, ...language })]
    })
  })
