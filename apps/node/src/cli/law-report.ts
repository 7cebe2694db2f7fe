import {
  type Assessment,
  authorityIn,
  getFact,
  getNorm,
  holderName,
  isKept,
  LAW_EDITION,
  laterIn,
  lawDay,
  onRecordLine,
  type Reading,
  saidAs,
  VALUE_WORDS,
  type View,
  wordsOf,
  textOf,
} from '@entente/law'
import type { InLanguages, Language } from '@entente/lexicon'
import { exerciseLine, namesAmong } from './law-named.ts'
import { harmless } from './terminal.ts'

const WORDS = {
  disputes: { en: 'Disputes that could decide', es: 'Puntos discutidos que podrían decidir' },
  for: { en: 'for', es: 'para' },
  nobody: { en: 'nobody in the sources read', es: 'nadie en las fuentes leídas' },
  missing: { en: 'missing', es: 'falta' },
  refused: { en: 'REFUSED', es: 'RECHAZADO' },
  assumed: {
    en: 'assumed, as nobody has raised it',
    es: 'se supone, pues nadie lo ha planteado',
  },
  mend: { en: 'would mend', es: 'subsanaría' },
  assessed: { en: 'assessed', es: 'examinado' },
  notAssessed: { en: 'not assessed', es: 'sin examinar' },
  rules: { en: 'Rules by nations', es: 'Reglas por naciones' },
  notARuling: {
    en: 'Decision support, not a ruling; sources and routes are in entente law memo.',
    es: 'Ayuda para decidir, no un dictamen; fuentes y vías están en entente law memo.',
  },
  asOf: { en: 'As of', es: 'A fecha de' },
  statedTo: { en: 'stated to', es: 'expuesta a fecha de' },
  beyond: {
    en: 'what came after that day is not in it',
    es: 'lo posterior a ese día no está en ella',
  },
  laterRule: { en: 'not applied, as it is later', es: 'no aplicada, por ser posterior' },
  endedRule: {
    en: 'not applied, as it is not in force on that day, as far as was read',
    es: 'no aplicada, por no estar en vigor ese día, según lo leído',
  },
  until: { en: 'until', es: 'hasta' },
  laterView: { en: 'not used, as it is later', es: 'no utilizado, por ser posterior' },
  notRead: { en: 'no source that was read says', es: 'ninguna fuente leída lo dice' },
} as const satisfies Readonly<Record<string, InLanguages>>

/** What a measure comes to, for a reader at a terminal: disputes, nations, then every cell. */
export function lawReport(assessment: Assessment, lang: Language): string {
  const { measure } = assessment
  return [
    `${exerciseLine(measure, lang)} (${measure.responsible.name})`,
    dayLine(lawDay(measure), lang),
    '',
    ...disputeLines(assessment, namesAmong(assessment.known, lang), lang),
    ...nationLines(assessment, lang),
    '',
    ...matrixLines(assessment, lang),
    '',
    WORDS.notARuling[lang],
  ]
    .map(harmless)
    .join('\n')
}

/** The day as of which it is assessed, and the edition of the law that answers. */
export function dayLine(day: string, lang: Language): string {
  const { name, on } = LAW_EDITION
  const beyond = day > on ? `; ${WORDS.beyond[lang]}` : ''
  return `${WORDS.asOf[lang]} ${day}; ${name}, ${WORDS.statedTo[lang]} ${on}${beyond}`
}

const disputeLines = (
  { disputes }: Assessment,
  nameOf: (code: string) => string,
  lang: Language,
): readonly string[] => [
  `${WORDS.disputes[lang]}: ${disputes.length}`,
  ...disputes.flatMap(({ about, sides, decisiveFor }) => [
    `  ${about[lang]} (${WORDS.for[lang]} ${decisiveFor.map(nameOf).join(', ')})`,
    ...sides.map(({ says, holders, authorities }) => {
      const told = authorities.map((each) => authorityIn(each, lang))
      const by = [...holders.map((holder) => holderName(holder, lang)), ...told]
      return `    - ${says[lang]}: ${by.length > 0 ? by.join('; ') : WORDS.nobody[lang]}`
    }),
  ]),
  '',
]

const nationLines = ({ columns }: Assessment, lang: Language): readonly string[] =>
  columns.flatMap(({ holder, view, conclusion }) => [
    `${holder.code} ${holderName(holder, lang)}: ${conclusion.words[lang]}`,
    ...(conclusion.refused
      ? [
          `  ${WORDS.refused[lang]}: ${conclusion.refused.because[lang]}; ${conclusion.refused.source.restatement[lang]}`,
        ]
      : []),
    ...conclusion.asks.map((id) => `  ${WORDS.missing[lang]}: ${getFact(id).question[lang]}`),
    ...conclusion.assumes.map(
      ({ norm, assumed }) => `  ${WORDS.assumed[lang]}: ${assumed[lang]} (${norm})`,
    ),
    ...conclusion.remedies.flatMap(({ norm, remedy }) =>
      // What would mend an answer that is kept would tell it.
      isKept(norm) ? [] : `  ${WORDS.mend[lang]}: ${remedy[lang]} (${norm})`,
    ),
    ...conclusion.later.map((norm) => {
      const { citation, since } = getNorm(norm).source
      return `  ${WORDS.laterRule[lang]}: ${citation[lang]}, ${since} (${norm})`
    }),
    ...conclusion.ended.map((norm) => {
      const { citation, until } = getNorm(norm).source
      return `  ${WORDS.endedRule[lang]}: ${citation[lang]}, ${WORDS.until[lang]} ${until} (${norm})`
    }),
    ...laterIn(view).map(
      ({ issue, value, on, title }) =>
        `  ${WORDS.laterView[lang]}: ${issue} ${value}, ${title === undefined ? '' : `${title}, `}${on}`,
    ),
  ])

function matrixLines({ rows, columns }: Assessment, lang: Language): readonly string[] {
  const words = (value: keyof typeof VALUE_WORDS) => VALUE_WORDS[value][lang]
  const width = Math.max(...Object.values(VALUE_WORDS).map((each) => each[lang].length)) + 3
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(24)}${cells.map((cell) => cell.padEnd(width)).join('')}`.trimEnd()
  return [
    line(
      WORDS.rules[lang],
      columns.map(({ holder }) => holder.code),
    ),
    ...rows.map(({ norm, cells }) =>
      line(
        norm,
        cells.map(({ finding }) =>
          finding === 'not-asked'
            ? words(finding)
            : isKept(norm)
              ? WORDS[finding.asks === undefined ? 'assessed' : 'notAssessed'][lang]
              : `${words(finding.value)}${finding.disputes.length > 0 ? ' *' : ''}`,
        ),
      ),
    ),
  ]
}

/** Whose words, and what another source says beside them. */
const linesOf = (reading: Reading, lang: Language): readonly string[] => {
  const words = wordsOf(reading)
  return [words && saidAs(words, lang), onRecordLine(reading, lang)].flatMap((line) =>
    line === undefined ? [] : [`  ${textOf(line)}`],
  )
}

/** One view, issue by issue, each with its source. */
export function viewReport(view: View, lang: Language): string {
  const { holder, asOf, documents, readings, note } = view
  return [
    `${holderName(holder, lang)} (${holder.code}), ${asOf}`,
    ...documents.map(({ title, date, url }) => `  ${date} ${title}: ${url}`),
    ...(note === undefined ? [] : [`  ${note[lang]}`]),
    ...Object.entries(readings).flatMap(([issue, reading]) =>
      reading.value === 'unknown'
        ? [`${issue}: ${WORDS.notRead[lang]}`]
        : [
            `${issue}: ${reading.value}`,
            ...linesOf(reading, lang),
            `  ${reading.source}${reading.pinpoint === undefined ? '' : `, ${reading.pinpoint}`} (${reading.basis}, ${reading.reliability})`,
          ],
    ),
  ].join('\n')
}
