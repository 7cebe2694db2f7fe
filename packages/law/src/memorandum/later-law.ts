import type { Language } from '@entente/lexicon'
import type { Assessment } from '../assess.ts'
import { getNorm } from '../countermeasure.ts'
import { holderName } from '../view.ts'
import { laterIn } from '../view-on.ts'
import type { CaseNotes } from './case-notes.ts'
import { type Block, heading, list } from './document.ts'
import { WORDS } from './words.ts'

/** Part 3: what came after the day as of which it is assessed: rules not applied, readings and signed views not used. */
export function laterLaw(
  { columns }: Assessment,
  notes: CaseNotes | undefined,
  lang: Language,
): readonly Block[] {
  const rules = new Set(columns.flatMap(({ conclusion }) => conclusion.later))
  const lines = [
    ...[...rules].map((norm) => {
      const { citation, since } = getNorm(norm).source
      return `${citation[lang]}, ${since}: ${WORDS.laterRule[lang]} (${norm})`
    }),
    ...columns.flatMap(({ holder, view }) =>
      laterIn(view).map(({ issue, value, on, title }) =>
        [`${holderName(holder, lang)}, ${issue}: ${value}`, title, on]
          .filter((each) => each !== undefined)
          .join(', '),
      ),
    ),
    ...(notes?.laterViews ?? []).map(
      ({ nation, on, act }) => `${nation}: ${WORDS.view[lang]}, ${on} (${act})`,
    ),
  ]
  return [heading(3, WORDS.later[lang]), list(lines, WORDS.noneLater[lang])]
}
