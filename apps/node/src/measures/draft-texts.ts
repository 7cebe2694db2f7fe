import type { PartyId } from '@entente/accord'
import { draftedFor } from '@entente/law'
import type { Language } from '@entente/lexicon'
import type { CaseFile } from '../federation/index.ts'
import type { DraftTextsView } from './api.ts'
import { getAssessed } from './assessment.ts'
import { caseNotes } from './case-notes.ts'

type Asked = {
  readonly party: PartyId
  readonly lang: Language
  readonly files: readonly CaseFile[]
}

/** The texts that this nation could send or publish, from recorded facts: nothing of them is filed. */
export const draftTextsView = (
  file: CaseFile,
  step: string,
  { party, lang, files }: Asked,
): DraftTextsView =>
  draftedFor(getAssessed(file, step).assessment, party, {
    notes: caseNotes(file, files, step),
    lang,
  })
