import type { Term } from '@entente/lexicon'
import { TERMS } from './terms.ts'

const folded = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Every word of a term in both languages: who reads Spanish finds what an English text says. */
const SEARCHED: readonly { readonly term: Term; readonly text: string }[] = TERMS.map((term) => ({
  term,
  text: folded(
    [
      term.id,
      ...Object.values(term.label),
      ...Object.values(term.definition),
      ...Object.values(term.forms ?? {}).flat(),
    ].join(' '),
  ),
}))

/** The terms whose words contain each word that is looked for, those named so first. */
export function findTerms(q: string): readonly Term[] {
  const words = folded(q).split(/\s+/).filter(Boolean)
  const found = SEARCHED.filter(({ text }) => words.every((word) => text.includes(word)))
  const isNamed = ({ label }: Term) =>
    Object.values(label).some((one) => folded(one) === folded(q.trim()))
  return found.map(({ term }) => term).toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)))
}
