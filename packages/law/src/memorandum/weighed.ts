import type { Language } from '@entente/lexicon'
import type { Assessment } from '../assess.ts'
import { getFact } from '../fact.ts'
import { holderName } from '../view.ts'
import { NOTES, WEIGHED, weighingOf } from '../weighed.ts'
import { type Block, list, paragraph, table } from './document.ts'
import { valueInWords } from './facts.ts'
import { WORDS } from './words.ts'

/** What people judged of proportionality, nation by nation, and what is missing in it or does not fit together. */
export function judged(
  { measure, columns }: Assessment,
  participants: readonly string[],
  lang: Language,
): readonly Block[] {
  const weighing = weighingOf(measure, participants)
  if (!weighing) return []
  const nameOf = (code: string) => {
    const found = columns.find(({ holder }) => holder.code === code)
    return found ? holderName(found.holder, lang) : code
  }
  return [
    table(
      WORDS.judged[lang],
      [WORDS.nation[lang], ...WEIGHED.map((id) => getFact(id).question[lang])],
      weighing.judgements.map(({ nation, facts }) => [
        nameOf(nation),
        ...WEIGHED.map((id) => {
          const fact = facts[id]
          if (!fact) return '–'
          const grounds = fact.evidence.length > 0 ? ` (${fact.evidence.join('; ')})` : ''
          return `${valueInWords(id, fact.value, lang)}${grounds}`
        }),
      ]),
    ),
    paragraph(WORDS.judgedNotes[lang]),
    list(
      weighing.notes.map(
        ({ code, nations }) => `${nations.map(nameOf).join(', ')}: ${NOTES[code][lang]}.`,
      ),
      WORDS.judgedWhole[lang],
    ),
  ]
}
