import type { Language } from '@entente/lexicon'
import type { Column } from '../assess.ts'
import { getFact } from '../fact.ts'
import { type Change, whatWouldChange } from '../other-answers.ts'
import { valueInWords } from './facts.ts'
import { VALUE_WORDS, WORDS } from './words.ts'

/** What would change the answer for one nation, a line for each set of facts and what it would come to. */
export function changeLines(column: Column, lang: Language): readonly string[] {
  const { changes, whole } = whatWouldChange(column)
  const lines = new Map<string, string[]>()
  for (const change of changes) {
    const key = keyOf(change)
    lines.set(key, [...(lines.get(key) ?? []), valuesIn(change, lang)])
  }
  const said = [...lines].map(([key, values]) => {
    const { facts, to } = changes.find((each) => keyOf(each) === key)!
    const questions = facts.map(({ id }) => getFact(id).question[lang]).join(' + ')
    return `${questions} ${values.join(` ${WORDS.or[lang]} `)}: ${VALUE_WORDS[to][lang]}`
  })
  return [...said, WORDS[whole ? 'allTried' : 'notAllTried'][lang]]
}

const keyOf = ({ facts, to }: Change): string => [...facts.map(({ id }) => id), to].join(' ')

const valuesIn = ({ facts }: Change, lang: Language): string =>
  `“${facts.map(({ id, value }) => valueInWords(id, value, lang)).join('” + “')}”`
