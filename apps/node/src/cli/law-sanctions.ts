import { countsInWords, getFact, RESULT_WORDS, type SanctionsTest } from '@entente/law'
import type { InLanguages, Language } from '@entente/lexicon'
import { harmless } from './evidence.ts'

const WORDS = {
  missing: { en: 'nobody has answered', es: 'nadie ha respondido' },
  notARuling: {
    en: 'Decision support, not a ruling: whether anybody is listed the Council decides. The draft of the reasons is in --format markdown.',
    es: 'Ayuda para decidir, no un dictamen: si se incluye a alguien lo decide el Consejo. El borrador de la motivación está en --format markdown.',
  },
} as const satisfies Readonly<Record<string, InLanguages>>

/** The criteria of a listing at a terminal: what each comes to, nation by nation, and what nobody has answered. */
export function sanctionsReport(test: SanctionsTest, lang: Language): string {
  const { nations, criteria } = test
  const codes = nations.map(({ code }) => code)
  const lines = criteria.flatMap(({ depth, question, source, cells, asks, result }) => {
    const indent = '  '.repeat(depth)
    const said = cells.map(({ value }, at) => `${codes[at]} ${RESULT_WORDS[value][lang]}`)
    const open = asks.filter((_fact, at) =>
      cells.every(({ answers }) => answers[at]?.value === undefined),
    )
    return [
      `${indent}${question[lang]} ${RESULT_WORDS[result][lang]}`,
      `${indent}  ${source.citation[lang]}; ${said.join(', ')}`,
      ...open.map(
        (id) => `${indent}  ${WORDS.missing[lang]}: ${getFact(id).question[lang]} (${id})`,
      ),
    ]
  })
  return [test.title, countsInWords(test, lang), '', ...lines, '', WORDS.notARuling[lang]]
    .map(harmless)
    .join('\n')
}
