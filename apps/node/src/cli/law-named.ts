import { holderName, type MeasureFacts, type View } from '@entente/law'
import type { InLanguages, Language } from '@entente/lexicon'

const EXERCISE: InLanguages = { en: 'EXERCISE', es: 'EJERCICIO' }

/** What an answer is about; that of an exercise is never taken for one on real States. */
export const exerciseLine = (
  { title, exercise }: Pick<MeasureFacts, 'title' | 'exercise'>,
  lang: Language,
): string => `${exercise ? `${EXERCISE[lang]}: ` : ''}${title}`

/** What the holders among these views are called, by their codes. */
export function namesAmong(known: readonly View[], lang: Language): (code: string) => string {
  const names = new Map(known.map(({ holder }) => [holder.code, holderName(holder, lang)]))
  return (code) => names.get(code) ?? code
}
