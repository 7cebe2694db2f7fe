import { type Document, textOf, toHtml, toMarkdown } from '@entente/law'
import { strFromU8, unzipSync } from 'fflate'
import { getDocumentProxy } from 'unpdf'

/** Every text of a document, in its order. */
export const textsOf = ({ title, blocks }: Document): readonly string[] => [
  title,
  ...blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'warning':
        return [textOf(block.text)]
      case 'list':
        return block.items.map(textOf)
      case 'table':
        return [block.caption, ...block.head, ...block.rows.flat().map(textOf)]
    }
  }),
]

/** What a reader of the format sees, or hears, in its order, without what stands on every page. */
export const read = {
  md: (document: Document): string =>
    toMarkdown(document)
      .replaceAll(/<(https?:[^>]*)>/g, '$1')
      .replaceAll(/\\([\\`*_[\]<>|#~&+.)-])/g, '$1'),
  html: (document: Document): string =>
    unescaped(toHtml(document).replaceAll(/<style>.*?<\/style>|<title>.*?<\/title>|<[^>]+>/gs, '')),
  docx: (bytes: Uint8Array): string =>
    unescaped(
      [...partOf(bytes, 'word/document.xml').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g)]
        .map(([, text]) => text ?? '\n')
        .join(''),
    ),
  pdf: async (bytes: Uint8Array): Promise<string> => {
    const pages = await pagesOf(bytes)
    return pages.map(({ tagged }) => tagged).join('')
  },
}

type Passage = { readonly lang: string; readonly text: string }

/** What a format says to be in another language than the whole, in its order. */
export const passagesOf = {
  html: (bytes: Uint8Array): readonly Passage[] =>
    [...strFromU8(bytes).matchAll(/<span lang="([^"]+)">(.*?)<\/span>/gs)].map(
      ([, lang = '', inner = '']) => ({ lang, text: unescaped(inner.replaceAll(/<[^>]+>/g, '')) }),
    ),
  docx: (bytes: Uint8Array): readonly Passage[] =>
    [
      ...partOf(bytes, 'word/document.xml').matchAll(
        /<w:r><w:rPr>(?:(?!<\/w:rPr>).)*<w:lang w:val="([^"]+)"\/><\/w:rPr><w:t[^>]*>([^<]*)<\/w:t>/gs,
      ),
    ].map(([, lang = '', text = '']) => ({ lang, text: unescaped(text) })),
  pdf: async (bytes: Uint8Array): Promise<readonly Passage[]> => {
    const pdf = await getDocumentProxy(bytes.slice())
    const passages: Passage[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const languages = new Map<string, string>()
      const walk = (node: Structured, within?: string) => {
        const lang = node.lang ?? within
        if (node.type === 'content' && node.id !== undefined && lang !== undefined)
          languages.set(node.id, lang)
        for (const child of node.children ?? []) walk(child, lang)
      }
      const tree: Structured | null = await page.getStructTree()
      if (tree) walk(tree)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      const within: (string | undefined)[] = []
      for (const item of items)
        if ('str' in item) {
          const lang = languages.get(within.at(-1) ?? '')
          if (lang !== undefined) passages.push({ lang, text: item.str })
        } else if (item.type === 'endMarkedContent') within.pop()
        else within.push(item.id)
    }
    return passages
  },
}

type Structured = {
  readonly lang?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Structured[]
}

/** One part of an Office Open XML package. */
export const partOf = (bytes: Uint8Array, name: string): string =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

type Page = { readonly tagged: string; readonly artifacts: string }
const PAGES = new WeakMap<Uint8Array, Promise<readonly Page[]>>()

/** The texts of each page of a PDF, read once: those that belong to an element, and those that are there for the eye alone. */
export function pagesOf(bytes: Uint8Array): Promise<readonly Page[]> {
  const found = PAGES.get(bytes) ?? readPages(bytes)
  PAGES.set(bytes, found)
  return found
}

async function readPages(bytes: Uint8Array): Promise<readonly Page[]> {
  const pdf = await getDocumentProxy(bytes.slice())
  const pages = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const within: boolean[] = []
    let [tagged, artifacts] = ['', '']
    for (const item of items)
      if ('str' in item) {
        if (within.at(-1)) tagged += item.str
        else artifacts += item.str
      } else if (item.type === 'endMarkedContent') within.pop()
      else within.push('tag' in item && item.tag !== 'Artifact')
    pages.push({ tagged, artifacts })
  }
  return pages
}

/** Whether every element of an XML text is closed in its order, and every character is one that XML 1.0 knows. */
export function isWellFormed(xml: string): boolean {
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(xml)) return false
  const open: string[] = []
  const rest = xml.replaceAll(
    /<\?[^>]*\?>|<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g,
    (...tag) => {
      const [, closes, name = '', , isEmpty] = tag as string[]
      if (closes) return open.pop() === name ? '' : '<'
      if (name && !isEmpty) open.push(name)
      return ''
    },
  )
  return open.length === 0 && !/<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(rest)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
}
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|apos|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
