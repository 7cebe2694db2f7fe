import type { Language } from '@entente/lexicon'
import { getNorm } from '../countermeasure.ts'
import { isRestricted } from '../fact.ts'
import type { Finding } from '../finding.ts'
import { WORDS } from './words.ts'

/** Whether a rule asks for a fact whose answer is for those of the nation alone who need it: its own answer would tell it. */
export function isKept(id: string): boolean {
  const norm = getNorm(id)
  return norm.kind === 'rule' && norm.facts.some(isRestricted)
}

/** What stands for the answer of such a rule: whether it was assessed. */
export const keptWord = (isMissing: boolean, lang: Language): string =>
  WORDS[isMissing ? 'notAssessed' : 'assessed'][lang]

/** The same of what a rule came to; undefined where it is told. */
export const keptIn = (
  { norm, finding }: { readonly norm: string; readonly finding: Finding },
  lang: Language,
): string | undefined =>
  isKept(norm) ? keptWord(finding.asks?.some(isRestricted) ?? false, lang) : undefined
