import {
  argumentLines,
  argumentOf,
  type Assessment,
  changeLines,
  changesTold,
  holderName,
} from '@entente/law'
import type { Language } from '@entente/lexicon'
import { harmless } from './terminal.ts'

const WOULD_CHANGE = {
  en: 'What would change the answer:',
  es: 'Qué cambiaría la respuesta:',
} as const

type Columns = Assessment['columns']

/** The argument of each nation: claims, premises, standard of proof, burden, in the order asked. */
export const argued = (columns: Columns) => ({
  nations: columns.map((column) => ({
    nation: column.holder.code,
    value: column.conclusion.value,
    words: column.conclusion.words,
    claims: argumentOf(column),
    changes: changesTold(column),
  })),
})

/** The same, for a reader at a terminal. */
export const argumentReport = (
  columns: Columns,
  nameOf: (code: string) => string,
  lang: Language,
): string =>
  columns
    .flatMap((column) => [
      `${column.holder.code} ${holderName(column.holder, lang)}: ${column.conclusion.words[lang]}`,
      ...argumentLines(column, nameOf, lang).map((line) => `  ${line}`),
      `  ${WOULD_CHANGE[lang]}`,
      ...changeLines(column, lang).map((line) => `    ${line}`),
    ])
    .map(harmless)
    .join('\n')
