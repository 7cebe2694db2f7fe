import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memorandum } from '@entente/law'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { writeDocument } from '../src/documents/index.ts'
import { assessed } from './documents/example.ts'
import {
  LEFT_OUT,
  lookAt,
  measureWords,
  OFFICE,
  openInOffice,
  pagesIn,
  runIn,
} from './documents/look.ts'

if (OFFICE === undefined) process.stderr.write(LEFT_OUT)

// Programs of others, started page by page.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const folder = mkdtempSync(join(tmpdir(), 'entente-documents-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const run = runIn(folder)

describe.skipIf(OFFICE === undefined).each(['en', 'es'] as const)('a memorandum (%s)', (lang) => {
  const document = memorandum(assessed(), { lang, marking: 'TLP:AMBER+STRICT' })
  const headings = document.blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []))
  /** Every heading is an element of its level, and tables have cells that name rows and columns. */
  const expectStructure = async (pdf: string): Promise<void> => {
    const structure = await run('pdfinfo', '-struct', pdf)
    for (const level of [2, 3, 4] as const)
      expect(structure.match(new RegExp(`^ *H${level} `, 'gm'))).toHaveLength(
        headings.filter((heading) => heading.level === level).length,
      )
    expect(structure.match(/^ *TH\b/gm)?.length).toBeGreaterThan(100)
  }
  beforeAll(async () => {
    for (const format of ['docx', 'pdf'] as const)
      writeFileSync(join(folder, `own-${lang}.${format}`), await writeDocument(document, format))
  })

  it('opens as DOCX in the office suite, page by page', async () => {
    const pdf = await openInOffice(folder, `own-${lang}.docx`)
    const info = await run('pdfinfo', pdf)
    expect(info).toContain(document.title)
    expect(pagesIn(info)).toBeGreaterThan(5)
    writeFileSync(join(folder, `office-${lang}.pdf`), readFileSync(join(folder, pdf)))
    await lookAt(folder, `office-${lang}.pdf`)
    await expectStructure(pdf)
  })

  it('is a tagged PDF with title, language and embedded fonts', async () => {
    const pdf = `own-${lang}.pdf`
    const info = await run('pdfinfo', pdf)
    expect(info).toMatch(/^Tagged:\s+yes$/m)
    expect(info).toContain(`Title:           ${document.title}`)
    expect(await run('pdfinfo', '-meta', pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(readFileSync(join(folder, pdf), 'latin1')).toContain(`/Lang (${lang})`)
    for (const line of (await run('pdffonts', pdf)).split('\n').slice(2).filter(Boolean))
      expect(line).toMatch(/ yes yes yes +\d+ +0$/)
    await expectStructure(pdf)
    await lookAt(folder, pdf)
    expect(await measureWords(folder, pdf)).toBeGreaterThan(1000)
  })

  // Poppler takes its time to gather the text of every element: the headings alone are enough.
  it('has its headings as elements with their text, in their order', async () => {
    const pdf = `headings-${lang}.pdf`
    const bytes = await writeDocument({ ...document, blocks: headings }, 'pdf')
    writeFileSync(join(folder, pdf), bytes)
    const spoken = (await run('pdfinfo', '-struct-text', pdf)).replaceAll(/\s+/g, '')
    let at = 0
    for (const { level, text } of headings) {
      const heading = `H${level}(block)"${text.replaceAll(/\s+/g, '')}`
      const found = spoken.indexOf(heading, at)
      expect(found, text).toBeGreaterThan(at)
      at = found
    }
  })
})
