import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { decode } from 'fast-png'
import { expect } from 'vitest'

/** Names the office suite that opens the documents; beside it lies Poppler: programs that nobody here wrote. */
export const OFFICE = process.env['ENTENTE_TEST_LIBREOFFICE']
export const LEFT_OUT =
  'LEFT OUT: no office suite (ENTENTE_TEST_LIBREOFFICE names soffice; Poppler’s pdfinfo, pdftoppm beside it)\n'

/** Programs started in one folder, by what they write. */
export const runIn =
  (folder: string) =>
  async (command: string, ...words: string[]): Promise<string> =>
    (await promisify(execFile)(command, words, { cwd: folder, maxBuffer: 1 << 26 })).stdout

export const pagesIn = (info: string): number => Number(/^Pages:\s+(\d+)$/m.exec(info)?.[1])

/** Opens a DOCX in the office suite, which writes it as tagged PDF into a folder `office` beside it: its path in that folder. */
export async function openInOffice(folder: string, docx: string): Promise<string> {
  await runIn(folder)(
    OFFICE!,
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
    '--outdir',
    join(folder, 'office'),
    docx,
  )
  return `office/${docx.replace(/\.docx$/, '.pdf')}`
}

/** The share of a page that is not its ground, from its picture as PNG: of a grey one every channel says the same. */
function inked(file: string): number {
  const { data, width, height, channels } = decode(readFileSync(file))
  const count = width * height
  expect(data).toHaveLength(count * channels)
  let ink = 0
  for (let at = 0; at < data.length; at += channels) if (data[at]! < 200) ink += 1
  return ink / count
}

/** Renders every page and looks at it: none is blank, none is black. */
export async function lookAt(folder: string, pdf: string): Promise<void> {
  const run = runIn(folder)
  const name = pdf.replace(/\.pdf$/, '')
  await run('pdftoppm', '-png', '-gray', '-r', '40', pdf, name)
  const pictures = readdirSync(folder).filter(
    (each) => each.startsWith(`${name}-`) && each.endsWith('.png'),
  )
  expect(pictures).toHaveLength(pagesIn(await run('pdfinfo', pdf)))
  for (const picture of pictures) {
    const share = inked(join(folder, picture))
    expect(share, picture).toBeGreaterThan(0.004)
    expect(share, picture).toBeLessThan(0.35)
  }
}

type Word = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly text: string
}

/** Points: what a box may reach over its neighbour, as letters lean a little. */
const LEAN = 1

/** Where every word stands: inside the margins of its page, and none over another. */
export async function measureWords(folder: string, pdf: string): Promise<number> {
  const text = await runIn(folder)('pdftotext', '-bbox', pdf, '-')
  const [, ...pages] = text.split('<page ')
  const faults: string[] = []
  let count = 0
  for (const [at, page] of pages.entries()) {
    const [, width = '', height = ''] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? []
    const words = wordsOf(page)
    count += words.length
    for (const { left, right, top, text } of words)
      if (left < 60 || right > Number(width) - 60 || top < 20 || top > Number(height) - 30)
        faults.push(`page ${at + 1}: ${text} at ${left} to ${right}, ${top}`)
    for (const [one, next] of pairsOf(words))
      if (one.right > next.left + LEAN) faults.push(`page ${at + 1}: ${one.text} over ${next.text}`)
  }
  expect(faults).toEqual([])
  return count
}

const wordsOf = (page: string): readonly Word[] =>
  [
    ...page.matchAll(
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g,
    ),
  ].map(([, left, top, right, text = '']) => ({
    left: Number(left),
    right: Number(right),
    top: Number(top),
    text,
  }))

/** Neighbours on one line, from left to right. */
function pairsOf(words: readonly Word[]): readonly (readonly [Word, Word])[] {
  const sorted = words.toSorted((a, b) => a.top - b.top || a.left - b.left)
  return sorted.flatMap((word, at) => {
    const next = sorted[at + 1]
    return next && next.top === word.top ? [[word, next] as const] : []
  })
}
