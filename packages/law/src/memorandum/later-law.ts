import type { Language } from '@entente/lexicon'
import type { Assessment } from '../assess.ts'
import { LAW_EDITION } from '../base.ts'
import { getNorm } from '../countermeasure.ts'
import { holderName } from '../view.ts'
import { cited, joined, type Text } from '../text.ts'
import { laterIn } from '../view-on.ts'
import type { CaseNotes } from './case-notes.ts'
import { type Block, heading, list } from './document.ts'
import { ISSUE_WORDS, READING_WORDS } from './reading-words.ts'
import { WORDS } from './words.ts'

/**
 * To which day the facts are stated, as of which it is assessed, and the edition of the law by name with the day to
 * which it is stated; said aloud where that is before the day asked for.
 */
export const dayLine = (factsOn: string, lawOn: string, lang: Language): string => {
  const { name, on } = LAW_EDITION
  const beyond = lawOn > on ? ` ${WORDS.beyondEdition[lang]}` : ''
  return `${WORDS.factsAsOf[lang]} ${factsOn}. ${WORDS.assessedAsOf[lang]} ${lawOn}. ${WORDS.lawBase[lang]}: ${name}, ${WORDS.statedTo[lang]} ${on}.${beyond}`
}

/** Part 3: what came after the day as of which it is assessed, or ended before it: rules not applied, readings and signed views not used. */
export function laterLaw(
  { columns }: Assessment,
  notes: CaseNotes | undefined,
  lang: Language,
): readonly Block[] {
  const rules = new Set(columns.flatMap(({ conclusion }) => conclusion.later))
  const lines: readonly Text[] = [
    ...[...rules].map((norm) => {
      const { citation, since } = getNorm(norm).source
      return `${citation[lang]}, ${since}: ${WORDS.laterRule[lang]} (${norm})`
    }),
    ...columns.flatMap(({ holder, view }) =>
      laterIn(view).map(({ issue, value, on, title }) =>
        joined(
          [
            `${holderName(holder, lang)}, ${ISSUE_WORDS[issue][lang]}: ${READING_WORDS[value][lang]}`,
            ...(title === undefined ? [] : [holder.names ? cited(title, lang) : title]),
            on,
          ],
          ', ',
        ),
      ),
    ),
    ...(notes?.laterViews ?? []).map(
      ({ nation, on, act }) => `${nation}: ${WORDS.view[lang]}, ${on} (${act})`,
    ),
  ]
  const ended = new Set(columns.flatMap(({ conclusion }) => conclusion.ended))
  return [
    heading(3, WORDS.later[lang]),
    list(lines, WORDS.noneLater[lang]),
    heading(3, WORDS.ended[lang]),
    list(
      [...ended].map((norm) => {
        const { citation, until } = getNorm(norm).source
        return `${citation[lang]}, ${WORDS.until[lang]} ${until}: ${WORDS.laterRule[lang]} (${norm})`
      }),
      WORDS.noneEnded[lang],
    ),
  ]
}
