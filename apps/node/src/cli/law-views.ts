import {
  holderName,
  ISSUES,
  type Issue,
  letterOf,
  onRecordIn,
  onRecordLine,
  surenessOf,
  type View,
  textOf,
} from '@entente/law'
import type { InLanguages, Language } from '@entente/lexicon'

const WORDS = {
  nation: { en: 'Nation', es: 'Nación' },
  legend: {
    en: 'A cell is a value by its letter, then how sure it is: 3 the nation’s own text; 2 a list, a summary or a reviewed coding; 1 a coding before review or an absence from a list; 0 not graded. – its papers are silent; · no source that was read says; ≠ conflict on record; + refinement on record.',
    es: 'Cada casilla es un valor por su letra y luego cuán seguro es: 3 el texto propio de la nación; 2 una lista, un resumen o una codificación revisada; 1 una codificación antes de su revisión o una ausencia en una lista; 0 sin graduar. – sus documentos callan; · ninguna fuente leída lo dice; ≠ conflicto que consta; + matiz que consta.',
  },
  onRecord: {
    en: 'Conflicts and refinements on record',
    es: 'Conflictos y matices que constan',
  },
} as const satisfies Readonly<Record<string, InLanguages>>

const isIssue = (issue: string): issue is Issue => Object.hasOwn(ISSUES, issue)
const ALL = Object.keys(ISSUES).filter(isIssue)

const CODE = 5
const COLUMN = 5

/** Nations by issues, each value with how sure it is; then what conflicts with it, with its source. */
export function viewsReport(views: readonly View[], lang: Language): string {
  const onRecord = onRecordIn(views)
  return [
    ...ALL.map((issue, at) => `${String(at + 1).padStart(2)} ${issue}: ${valuesOf(issue)}`),
    '',
    WORDS.legend[lang],
    '',
    `${''.padEnd(CODE)}${ALL.map((_issue, at) => String(at + 1).padEnd(COLUMN)).join('')}${WORDS.nation[lang]}`,
    ...views.map((view) => rowOf(view, lang)),
    '',
    `${WORDS.onRecord[lang]}: ${onRecord.length}`,
    ...onRecord.map(
      ({ holder, issue, kept, ...beside }) =>
        `  ${holder.code} ${issue} (${kept}): ${textOf(onRecordLine({ onRecord: beside }, lang) ?? '')}`,
    ),
  ].join('\n')
}

const valuesOf = (issue: Issue): string =>
  ISSUES[issue]
    .filter((value) => value !== 'silent' && value !== 'unknown')
    .map((value) => `${letterOf(issue, value)} ${value}`)
    .join(', ')

function rowOf({ holder, readings }: View, lang: Language): string {
  const cells = ALL.map((issue) => {
    const reading = readings[issue]
    const letter = letterOf(issue, reading.value)
    const sure = reading.value === 'unknown' ? '' : surenessOf(reading)
    const beside = reading.onRecord ? (reading.onRecord.is === 'conflict' ? '≠' : '+') : ''
    return `${letter}${sure}${beside}`.padEnd(COLUMN)
  })
  return `${holder.code.padEnd(CODE)}${cells.join('')}${holderName(holder, lang)}`
}
