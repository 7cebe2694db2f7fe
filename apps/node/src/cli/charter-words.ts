import type { Charter } from '@entente/accord'
import type { Language } from '@entente/lexicon'
import { charterHead, charterSaid } from '../parties/charter-said.ts'
import { toldId } from './told.ts'

/** What a charter says, as it is printed: its title, its id for comparing, then part by part. */
export function charterWords(charter: Charter, language: Language): string {
  const [title, place] = charterHead(charter, language)
  return [
    title,
    toldId(charter.id),
    place,
    ...charterSaid(charter, language).map((part) =>
      ['', part.title, ...part.lines.map((line) => `  ${line}`)].join('\n'),
    ),
  ].join('\n')
}
