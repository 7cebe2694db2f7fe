import type { CaseFile } from '../case/case-file.ts'
import { draftAct, type Draft } from '../voice/payload.ts'
import { textIn, type Written } from './written.ts'
import type { Text } from '@entente/accord'
import type { Locale } from '../../i18n/locale.ts'

export type DraftIn = { readonly lang: Locale; readonly text: Text; readonly draft: Draft }

/**
 * One act per language. The first goes with what the author names, each other one with the first: the
 * hash of its bytes is its name before anybody signed it.
 */
export function draftsOf(
  file: CaseFile,
  { audience, langs, with: other, words }: Written,
  claimedAt: string,
): readonly DraftIn[] {
  const drafts: DraftIn[] = []
  for (const lang of langs) {
    const first = drafts[0]?.draft.sha256
    const goesWith = first === undefined ? other : `sha256:${first}`
    const text = textIn(lang, words[lang])
    const said = {
      kind: 'publish',
      what: 'advisory',
      audience,
      text,
      ...(goesWith === '' ? {} : { with: goesWith }),
    }
    drafts.push({ lang, text, draft: draftAct(file, said, claimedAt) })
  }
  return drafts
}
