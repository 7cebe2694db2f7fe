import type { Language } from '@entente/lexicon'
import type { Assessment } from '../assess.ts'
import { getFact } from '../fact.ts'
import { compareForms, FORMS, type Route, routes } from '../forms.ts'
import { compareKinds, LADDER, type Rung } from '../ladder.ts'
import { holderName } from '../view.ts'
import { type Block, heading, paragraph, table } from './document.ts'
import { valueInWords } from './facts.ts'
import { VALUE_WORDS, WORDS } from './words.ts'

/** The kinds of measure that stand open, and the forms of acting together, each with its legal risk. */
export function options({ measure, columns }: Assessment, lang: Language): readonly Block[] {
  const say = (word: keyof typeof WORDS) => WORDS[word][lang]
  const ladders = columns.map(({ view }) => compareKinds(measure, view))
  const kinds = LADDER.map((kind, at) => [
    valueInWords('kind', kind, lang),
    ...ladders.map((rungs) => rungInWords(rungs[at]!, lang)),
  ])
  const compared = columns.map(({ holder, view }) => {
    const outcomes = compareForms(measure, view)
    return [
      holderName(holder, lang),
      ...outcomes.map(({ value, disputes }) => `${VALUE_WORDS[value][lang]} (${disputes.length})`),
      orderInWords(routes(outcomes), lang),
    ]
  })
  return [
    heading(2, say('options')),
    heading(3, say('kinds')),
    paragraph(say('kindsNote')),
    table(
      say('kinds'),
      [say('kindOfMeasure'), ...columns.map(({ holder }) => holderName(holder, lang))],
      kinds,
    ),
    heading(3, say('forms')),
    paragraph(say('optionsNote')),
    table(
      say('forms'),
      [say('nation'), ...FORMS.map((form) => valueInWords('form', form, lang)), say('order')],
      compared,
    ),
  ]
}

/** `joint = assistance, on-behalf`: those between which nothing decides stand with an equals sign. */
const orderInWords = (ordered: readonly Route[], lang: Language): string =>
  ordered
    .map(({ form, place }, at) => {
      const before = at === 0 ? '' : ordered[at - 1]!.place === place ? ' = ' : ', '
      return `${before}${valueInWords('form', form, lang)}`
    })
    .join('')

/** What it comes to, how many points are disputed, and what has to be asked first. */
function rungInWords({ value, disputes, asks }: Rung, lang: Language): string {
  const counted = `${VALUE_WORDS[value][lang]} (${disputes.length})`
  if (asks.length === 0) return counted
  return `${counted}; ${WORDS.asks[lang]}: ${asks.map((id) => getFact(id).question[lang]).join(' ')}`
}
