import type { Language } from '@entente/lexicon'
import type { Assessment } from '../assess.ts'
import { type FactId, FACTS, getFact, isFactId } from '../fact.ts'
import type { Recorded, RecordedFacts } from '../measure.ts'
import { type Block, heading, list, table } from './document.ts'
import { holderName } from '../view.ts'
import { WORDS } from './words.ts'

/** The facts, numbered, with who asserts them on what; then those that are missing. */
export function facts({ measure, columns }: Assessment, lang: Language): readonly Block[] {
  const say = (word: keyof typeof WORDS) => WORDS[word][lang]
  const rows = [
    ...rowsOf(measure.facts, say('all'), lang),
    ...measure.nations.flatMap(({ name, facts: own }) => rowsOf(own, name, lang)),
  ]
  return [
    heading(2, say('facts')),
    table(
      say('facts'),
      ['number', 'nation', 'fact', 'value', 'assertedBy', 'evidence'].map((word) =>
        say(word as 'number'),
      ),
      rows.map((cells, index) => [`F${index + 1}`, ...cells]),
    ),
    heading(3, say('missing')),
    list(
      columns.flatMap(({ holder, conclusion }) =>
        conclusion.asks.map((id) => `${holderName(holder, lang)}: ${getFact(id).question[lang]}`),
      ),
      say('noneMissing'),
    ),
  ]
}

/** In the order of the questions, whatever the order of the file. */
function rowsOf(recorded: RecordedFacts, nation: string, lang: Language): readonly string[][] {
  return Object.keys(FACTS).flatMap((id) => {
    if (!isFactId(id)) return []
    const fact: Recorded | undefined = recorded[id]
    if (!fact) return []
    const evidence = [...fact.evidence, ...(fact.grade === undefined ? [] : [fact.grade])]
    return [
      [
        nation,
        getFact(id).question[lang],
        valueInWords(id, fact.value, lang),
        fact.assertedBy,
        evidence.join('; ') || WORDS.none[lang],
      ],
    ]
  })
}

/** A recorded value as a reader says it. */
export function valueInWords(id: FactId, value: unknown, lang: Language): string {
  const fact = getFact(id)
  switch (fact.type) {
    case 'choice':
      return fact.options[String(value)]?.[lang] ?? String(value)
    case 'yes-no':
      return WORDS[value === true ? 'yes' : 'no'][lang]
    case 'day':
    case 'count':
    case 'words':
      return String(value)
  }
}
