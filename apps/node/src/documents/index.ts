import { type Document, toHtml, toMarkdown } from '@entente/law'

/** The formats in which a document is written, and what each is called over HTTP. */
const TYPES = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

export type Format = keyof typeof TYPES
export const FORMATS = ['md', 'html', 'json', 'docx', 'pdf'] as const satisfies readonly Format[]

export const typeOf = (format: Format): string => TYPES[format]

/**
 * A document in one format: the same document gives the same bytes. What writes DOCX and PDF is loaded
 * when somebody asks for it.
 */
export async function writeDocument(
  document: Document,
  format: Format,
): Promise<Uint8Array | string> {
  switch (format) {
    case 'md':
      return toMarkdown(document)
    case 'html':
      return toHtml(document)
    case 'json':
      return JSON.stringify(document)
    case 'docx':
      return (await import('./docx.ts')).toDocx(document)
    case 'pdf': {
      const [{ toPdf }, { typeface }] = await Promise.all([
        import('./pdf.ts'),
        import('./fonts.ts'),
      ])
      return toPdf(document, await typeface())
    }
  }
}
