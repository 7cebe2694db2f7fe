import { memorandum, toHtml, toMarkdown } from '@entente/law'
import type { Language } from '@entente/lexicon'
import type { CaseFile } from '../federation/index.ts'
import { getAssessed } from './assessment.ts'
import { caseNotes } from './case-notes.ts'

export const FORMATS = ['md', 'html', 'json'] as const
export type Format = (typeof FORMATS)[number]

export const TYPES: Readonly<Record<Format, string>> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
}

/** The assessment of a measure in writing, marked as its case is. */
export function memorandumOf(
  file: CaseFile,
  step: string,
  {
    format,
    lang,
    files,
  }: { readonly format: Format; readonly lang: Language; readonly files: readonly CaseFile[] },
): { readonly body: string; readonly type: string; readonly name: string } {
  const { assessment, factsHash } = getAssessed(file, step)
  const document = memorandum(assessment, {
    lang,
    factsHash,
    marking: file.charter.tlp,
    notes: caseNotes(file, files, step),
  })
  const written = {
    md: () => toMarkdown(document),
    html: () => toHtml(document),
    json: () => JSON.stringify(document),
  }[format]
  return { body: written(), type: TYPES[format], name: `memorandum-${step}-${lang}.${format}` }
}
