import type { Language } from '@entente/lexicon'
import type { Column } from '../assess.ts'
import { type FactId, getFact } from '../fact.ts'
import type { Value } from '../finding.ts'
import { type Change, whatWouldChange } from '../other-answers.ts'
import { valueInWords } from './facts.ts'
import { VALUE_WORDS, WORDS } from './words.ts'

type Said = Change['facts'][number]['value']

/** Sets of the same facts that come to the same: each of `values` says one of the sets, fact by fact. */
export type ChangeSet = {
  readonly facts: readonly FactId[]
  readonly values: readonly (readonly Said[])[]
  readonly to: Value
}

/** What would change the answer for one nation, smallest sets first, and whether every set was tried. */
export function changeSets(column: Column): {
  readonly sets: readonly ChangeSet[]
  readonly whole: boolean
  readonly upTo: number
} {
  const { changes, whole, upTo } = whatWouldChange(column)
  const sets = new Map<string, ChangeSet>()
  for (const { facts, to } of changes) {
    const ids = facts.map(({ id }) => id)
    const key = [...ids, to].join(' ')
    const values = [...(sets.get(key)?.values ?? []), facts.map(({ value }) => value)]
    sets.set(key, { facts: ids, values, to })
  }
  return {
    sets: [...sets.values()].toSorted((a, b) => a.facts.length - b.facts.length),
    whole,
    upTo,
  }
}

/** The same for one nation as lines: each set of facts, and what it would come to. */
export function changeLines(column: Column, lang: Language): readonly string[] {
  const { sets, whole, upTo } = changeSets(column)
  const said = sets.map(({ facts, values, to }) => {
    const questions = facts.map((id) => getFact(id).question[lang]).join(' + ')
    const each = values.map((of) => valuesIn(facts, of, lang)).join(` ${WORDS.or[lang]} `)
    return `${questions} ${each}: ${VALUE_WORDS[to][lang]}`
  })
  const tried = WORDS[whole ? 'allTried' : 'notAllTried'][lang]
  return [...said, tried.replace('{upTo}', String(upTo))]
}

const valuesIn = (facts: readonly FactId[], values: readonly Said[], lang: Language): string =>
  `“${facts.map((id, at) => valueInWords(id, values[at], lang)).join('” + “')}”`
