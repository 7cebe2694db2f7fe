import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document } from '@entente/law'
import { afterAll, describe, expect, test } from 'vitest'
import { STEP } from '../../src/demo/measure-texts.ts'
import {
  LEFT_OUT,
  lookAt,
  measureWords,
  OFFICE,
  openInOffice,
  pagesIn,
  runIn,
} from '../documents/look.ts'
import { cast, cookieOf } from './stage.ts'

if (OFFICE === undefined) process.stderr.write(LEFT_OUT)

const folder = mkdtempSync(join(tmpdir(), 'entente-in-writing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Facts, views, routes, measures, signed words, voices, evidence, texts: what this case has said by now. */
describe.skipIf(OFFICE === undefined)('the memorandum of the case so far', () => {
  const path = () => `/api/v1/cases/${cast.case}/measures/${STEP}/memorandum`
  const run = runIn(folder)

  /** Writes the memorandum in one format into the folder; resolves to what it holds. */
  async function fetched(format: 'pdf' | 'docx') {
    const { alder } = cast
    const answer = await fetch(`${alder.url}${path()}?format=${format}&lang=es`, {
      headers: { cookie: await cookieOf(alder) },
    })
    writeFileSync(join(folder, `case.${format}`), new Uint8Array(await answer.arrayBuffer()))
    return alder.ask<Document>(`${path()}?format=json&lang=es`)
  }

  test('is as PDF a tagged document of ten parts on pages that are neither blank nor cut', async () => {
    const { blocks } = await fetched('pdf')
    const info = await run('pdfinfo', 'case.pdf')
    expect(info).toMatch(/^Tagged:\s+yes$/m)
    expect(pagesIn(info)).toBeGreaterThan(30)
    const parts = blocks.filter((block) => block.kind === 'heading' && block.level === 2)
    expect(parts).toHaveLength(10)
    const structure = await run('pdfinfo', '-struct', 'case.pdf')
    expect(structure.match(/^ *H2 /gm)).toHaveLength(10)
    const tables = blocks.filter(({ kind }) => kind === 'table').length
    for (const part of ['THead', 'TBody', 'Caption'])
      expect(structure.match(new RegExp(`^ *${part}\\b`, 'gm')), part).toHaveLength(tables)
    expect(await measureWords(folder, 'case.pdf')).toBeGreaterThan(5000)
    await lookAt(folder, 'case.pdf')
  }, 60_000)

  test('opens as DOCX in the office suite, with every heading at its level and no page blank', async () => {
    const { blocks } = await fetched('docx')
    const written = await openInOffice(folder, 'case.docx')
    copyFileSync(join(folder, written), join(folder, 'office.pdf'))
    expect(pagesIn(await run('pdfinfo', 'office.pdf'))).toBeGreaterThan(30)
    const structure = await run('pdfinfo', '-struct', 'office.pdf')
    for (const level of [2, 3, 4] as const)
      expect(structure.match(new RegExp(`^ *H${level} `, 'gm')) ?? []).toHaveLength(
        blocks.filter((block) => block.kind === 'heading' && block.level === level).length,
      )
    expect(await measureWords(folder, 'office.pdf')).toBeGreaterThan(5000)
    await lookAt(folder, 'office.pdf')
  }, 120_000)
})
