import { createHash } from 'node:crypto'
import {
  authorityIn,
  type Document,
  getNorm,
  memorandum,
  partsOf,
  textOf,
  VIEWS,
} from '@entente/law'
import { describe, expect, it, vi } from 'vitest'
import { writeDocument } from '../src/documents/index.ts'
import { assessed, hostileMeasure } from './documents/example.ts'
import { isWellFormed, pagesOf, partOf, passagesOf, read, textsOf } from './documents/read-back.ts'

vi.setConfig({ testTimeout: 180_000 })

const LANGUAGES = ['en', 'es'] as const
const FORMATS = ['md', 'html', 'json', 'docx', 'pdf'] as const
const assessment = assessed()
const documents = new Map(
  LANGUAGES.map((lang) => [
    lang,
    memorandum(assessment, { lang, marking: 'TLP:AMBER', factsHash: 'sha256:00' }),
  ]),
)
const written = new Map<string, Promise<Uint8Array>>()

/** Written once for all tests of this file. */
function bytesOf(lang: 'en' | 'es', format: (typeof FORMATS)[number]): Promise<Uint8Array> {
  const key = `${lang} ${format}`
  const found = written.get(key) ?? write(documents.get(lang)!, format)
  written.set(key, found)
  return found
}

async function write(document: Document, format: (typeof FORMATS)[number]): Promise<Uint8Array> {
  const bytes = await writeDocument(document, format)
  return typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
}

const texts = new Map<string, Promise<string>>()

/** What is read in a format, without its spaces and ends of lines; read once. */
function textIn(lang: 'en' | 'es', format: (typeof FORMATS)[number]): Promise<string> {
  const key = `${lang} ${format}`
  const found = texts.get(key) ?? readIn(lang, format).then(tight)
  texts.set(key, found)
  return found
}

async function readIn(lang: 'en' | 'es', format: (typeof FORMATS)[number]): Promise<string> {
  const document = documents.get(lang)!
  switch (format) {
    case 'md':
    case 'html':
      return read[format](document)
    case 'json':
      return textsOf(JSON.parse(new TextDecoder().decode(await bytesOf(lang, format)))).join('\n')
    case 'docx':
    case 'pdf':
      return read[format](await bytesOf(lang, format))
  }
}
const tight = (text: string): string => text.replaceAll(/\s+/g, '')

describe.each(LANGUAGES)('a memorandum (%s)', (lang) => {
  it.each(FORMATS)('is whole and in its order in %s', async (format) => {
    const text = await textIn(lang, format)
    let at = 0
    for (const each of textsOf(documents.get(lang)!).map(tight)) {
      const found = text.indexOf(each, at)
      expect(found, `${each} after ${text.slice(Math.max(0, at - 80), at)}`).toBeGreaterThanOrEqual(
        at,
      )
      at = found + each.length
    }
  })

  it.each(FORMATS)(
    'names in %s every rule of the trace with source and contrary view',
    async (format) => {
      const text = await textIn(lang, format)
      const rules = assessment.rows
        .map(({ norm }) => getNorm(norm))
        .filter((norm) => norm.kind === 'rule')
      expect(rules.length).toBeGreaterThan(30)
      for (const { id, question, source, disputes, view } of rules) {
        const from = text.indexOf(tight(`${question[lang]} (${id})`))
        expect(from, id).toBeGreaterThan(0)
        expect(text).toContain(tight(`${source.citation[lang]}. ${source.restatement[lang]}`))
        for (const { about, sides } of [...disputes, ...(view ? [view.dispute] : [])]) {
          expect(text.indexOf(tight(about[lang]), from), id).toBeGreaterThan(from)
          for (const { says, authorities } of sides)
            for (const each of [says[lang], ...authorities.map((one) => authorityIn(one, lang))])
              expect(text.indexOf(tight(each), from), `${id}: ${each}`).toBeGreaterThan(from)
        }
      }
    },
  )

  it.each(FORMATS)('is the same bytes each time in %s', async (format) => {
    const again = memorandum(assessed(), { lang, marking: 'TLP:AMBER', factsHash: 'sha256:00' })
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    expect(hash(await write(again, format))).toBe(hash(await bytesOf(lang, format)))
  })
})

describe('what a Spanish memorandum cites', () => {
  // Titles of papers are never translated: whoever hears the page hears them in English (WCAG 2.2, 3.1.2).
  const cited = everyText(documents.get('es')!)
    .flatMap(partsOf)
    .flatMap(({ text, lang }) => (lang === undefined ? [] : [{ text: tight(text), lang }]))

  it('is in English where it is a source, and nowhere in the English one', () => {
    expect(cited.length).toBeGreaterThan(200)
    expect(new Set(cited.map(({ lang }) => lang))).toEqual(new Set(['en']))
    const inEnglish = everyText(documents.get('en')!).flatMap(partsOf)
    expect(inEnglish.filter(({ lang }) => lang === 'en')).toEqual([])
    for (const { readings } of VIEWS.slice(0, 40))
      for (const { source } of Object.values(readings))
        for (const text of everyText(documents.get('es')!))
          if (source !== 'none' && textOf(text).includes(source) && source.length > 20)
            expect(partsOf(text).some((part) => part.lang && part.text.includes(source))).toBe(true)
  })

  it.each(['html', 'docx', 'pdf'] as const)('says its language in %s', async (format) => {
    const said = await passagesOf[format](await bytesOf('es', format))
    const inEnglish = said.filter(({ lang }) => /^en(?:-GB)?$/.test(lang))
    expect(tight(inEnglish.map(({ text }) => text).join(''))).toBe(
      cited.map(({ text }) => text).join(''),
    )
    const english = await passagesOf[format](await bytesOf('en', format))
    expect(english).toEqual([])
  })
})

/** Every text of a document with the languages in it. */
function everyText({ blocks }: Document) {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
      case 'warning':
        return []
      case 'paragraph':
        return [block.text]
      case 'list':
        return block.items
      case 'table':
        return block.rows.flat()
    }
  })
}

describe('a memorandum as DOCX', () => {
  it('is made of real headings, lists and tables with heads, in its language, under its title', async () => {
    const bytes = await bytesOf('es', 'docx')
    const { title, blocks, asOf } = documents.get('es')!
    const xml = partOf(bytes, 'word/document.xml')
    const count = (part: string) => xml.split(part).length - 1
    for (const level of [2, 3, 4])
      expect(count(`<w:pStyle w:val="Heading${level}"/>`)).toBe(
        blocks.filter((block) => block.kind === 'heading' && block.level === level).length,
      )
    expect(count('<w:tblHeader/>')).toBe(blocks.filter(({ kind }) => kind === 'table').length)
    expect(count('<w:numPr>')).toBe(
      blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])).length,
    )
    expect(partOf(bytes, 'word/styles.xml')).toContain('<w:lang w:val="es-ES"/>')
    const core = partOf(bytes, 'docProps/core.xml')
    expect(core).toContain(`<dc:title>${title}</dc:title>`)
    expect(core.match(/\d{4}-\d\d-\d\dT[^<]*/g)).toEqual(Array(2).fill(`${asOf}T00:00:00Z`))
    for (const part of ['word/header1.xml', 'word/footer1.xml'])
      expect(partOf(bytes, part)).toContain('TLP:AMBER')
    expect(partOf(bytes, 'word/footer1.xml')).toContain('NUMPAGES')
  })
})

describe('a memorandum as PDF', () => {
  it('carries its marking, foot and number on every page, apart from its text', async () => {
    const pages = await pagesOf(await bytesOf('en', 'pdf'))
    expect(pages.length).toBeGreaterThan(5)
    for (const [index, { artifacts }] of pages.entries()) {
      expect(artifacts.split('TLP:AMBER')).toHaveLength(3)
      expect(artifacts).toContain('Decision support, not a ruling')
      expect(artifacts).toContain(`${index + 1} / ${pages.length}`)
    }
  })
})

describe('the pages of a memorandum', () => {
  it('end with no heading, and with nothing that only leads to a list', async () => {
    const { blocks } = documents.get('en')!
    const never = blocks.flatMap((block, at) =>
      block.kind === 'heading' || (block.kind === 'paragraph' && blocks[at + 1]?.kind === 'list')
        ? [tight(textOf(block.text))]
        : [],
    )
    expect(never.length).toBeGreaterThan(100)
    // A nation's name may end a table too.
    const lines = never.filter((text) => text.length > 8)
    const pages = await pagesOf(await bytesOf('en', 'pdf'))
    const ends = pages.slice(0, -1).map(({ tagged }) => tight(tagged))
    expect(ends.filter((end) => lines.some((text) => end.endsWith(text)))).toEqual([])
  })
})

describe('hostile text', () => {
  const text = `\u0000\u0007]]> <w:p/> &amp; \u202Eesrever\u202C \uD800 \uFFFF שלום 中文 | [x](javascript:alert(1)) \\) Tj ET https://evil.example/"><script> `
  const LONG = 'x'.repeat(100_000)
  const hostile = memorandum(assessed(hostileMeasure(text, LONG)), {
    lang: 'en',
    marking: text,
  })

  it('is named where it would act unseen, and nothing of it is lost otherwise', () => {
    expect(hostile.title).toContain('[U+0000][U+0007]]]> <w:p/> &amp; [U+202E]esrever[U+202C]')
    expect(hostile.title).toContain('[U+D800] [U+FFFF] שלום 中文')
  })

  it('leaves the DOCX well-formed', async () => {
    const bytes = await write(hostile, 'docx')
    for (const part of ['document', 'styles', 'header1', 'footer1', 'numbering'])
      expect(isWellFormed(partOf(bytes, `word/${part}.xml`)), part).toBe(true)
    expect(isWellFormed(partOf(bytes, 'docProps/core.xml'))).toBe(true)
    expect(isWellFormed(partOf(bytes, 'word/_rels/document.xml.rels'))).toBe(true)
    expect(tight(read.docx(bytes))).toContain(tight(hostile.title))
    expect(read.docx(bytes).includes(LONG)).toBe(true)
  })

  it('leaves the PDF whole over many pages, and names what its typeface has not', async () => {
    const seen = tight(await read.pdf(await write(hostile, 'pdf')))
    expect(seen).toContain(tight('[U+202E]esrever[U+202C] [U+D800] [U+FFFF] [U+05E9][U+05DC]'))
    expect(seen.includes(LONG)).toBe(true)
  })

  it('leaves Markdown, HTML and JSON as text', async () => {
    const [markdown, html, json] = await Promise.all(
      (['md', 'html', 'json'] as const).map((format) => writeDocument(hostile, format)),
    )
    expect(String(markdown)).not.toMatch(/(?<!\\)\[x\]/)
    expect(String(html)).not.toContain('<script>')
    expect(JSON.parse(String(json))).toEqual(hostile)
  })

  it('is found by what looks for it', () => {
    for (const broken of ['<a>', '<a></b>', '</a>', '<a>\u0000</a>', '<a>&</a>', '<a b="<"/>'])
      expect(isWellFormed(broken), broken).toBe(false)
    expect(isWellFormed('<?xml version="1.0"?><a b="c"><d/>&amp;</a>')).toBe(true)
  })
})
