import { type CaseNotes, memorandum } from '@entente/law'
import type { Language } from '@entente/lexicon'
import { release, type Releasable } from '@entente/release'
import { type Format, typeOf, writeDocument } from '../documents/index.ts'
import type { CaseFile } from '../federation/index.ts'
import type { Assessed } from './assessed.ts'
import { getAssessed, participantsIn, versionOf } from './assessment.ts'
import { caseNotes } from './case-notes.ts'

type Asked = {
  readonly format: Format
  readonly lang: Language
  readonly asOf?: string | undefined
  readonly files: readonly CaseFile[]
}

/** The assessment of a measure in writing, marked as its case is, for this node's own persons. */
export async function memorandumOf(
  file: CaseFile,
  step: string,
  { format, lang, asOf, files }: Asked,
): Promise<{
  readonly body: Releasable<Uint8Array | string>
  readonly type: string
  readonly name: string
}> {
  const assessed = getAssessed(file, step, { asOf })
  const { assessment, factsHash } = assessed
  const { tlp, parties } = file.charter
  const document = memorandum(assessment, {
    lang,
    factsHash,
    marking: tlp,
    participants: participantsIn(versionOf(file, step)),
    notes: { ...caseNotes(file, files, step), laterViews: laterViewsOf(file, assessed) },
  })
  const marking = { tlp, parties: parties.map(({ id }) => id) }
  const value = await writeDocument(document, format)
  return {
    body: release({ value, marking }, { kind: 'own-node' }),
    type: typeOf(format),
    name: `memorandum-${step}-${lang}.${format}`,
  }
}

/** What nations signed of their reading only after the day, by name; published views say so themselves. */
const laterViewsOf = (
  { charter }: CaseFile,
  { later }: Assessed,
): NonNullable<CaseNotes['laterViews']> =>
  Object.entries(later).flatMap(([code, views]) =>
    views.flatMap(({ on, act }) =>
      act === undefined
        ? []
        : [{ nation: charter.parties.find(({ id }) => id === code)?.name ?? code, on, act }],
    ),
  )
