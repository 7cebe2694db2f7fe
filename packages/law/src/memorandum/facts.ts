import { factGrade, type Language, scaleWords } from '@entente/lexicon'
import type { Assessment } from '../assess.ts'
import { type FactId, FACTS, getFact, isFactId, isRestricted } from '../fact.ts'
import type { MeasureFacts, Recorded, RecordedFacts } from '../measure.ts'
import type { CaseNotes, FactBefore } from './case-notes.ts'
import { quoted } from './case-words.ts'
import { type Block, heading, list, table } from './document.ts'
import { holderName } from '../view.ts'
import { WORDS } from './words.ts'

/** The facts, numbered, with who asserts them on what; then those that are missing. */
export function facts(
  { measure, columns }: Assessment,
  notes: CaseNotes | undefined,
  lang: Language,
): readonly Block[] {
  const say = (word: keyof typeof WORDS) => WORDS[word][lang]
  const nameOf = namesIn(measure, notes)
  const rows = [
    ...rowsOf(measure.facts, { whose: say('all'), nameOf }, lang),
    ...measure.nations.flatMap(({ name: whose, facts: own }) =>
      rowsOf(own, { whose, nameOf }, lang),
    ),
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
    heading(3, say('differing')),
    list(differing(measure, nameOf, lang), say('noneDiffer')),
    ...(notes
      ? [
          heading(3, say('saidBefore')),
          list(
            (notes.before ?? []).flatMap((before) => beforeLine(before, lang)),
            say('nothingBefore'),
          ),
        ]
      : []),
    heading(3, say('missing')),
    list(
      columns.flatMap(({ holder, conclusion }) =>
        conclusion.asks.map((id) => `${holderName(holder, lang)}: ${getFact(id).question[lang]}`),
      ),
      say('noneMissing'),
    ),
  ]
}

/** Who a code stands for; a name that is no code of the case is given as it was said. */
export function namesIn({ nations }: MeasureFacts, notes: CaseNotes | undefined) {
  const known = new Map(
    [...nations, ...(notes?.readers ?? [])].map(({ code, name }) => [code, name]),
  )
  return (code: string): string => known.get(code) ?? code
}

/** Each fact of which two values are on record, with everyone’s value beside the others’. */
function differing(
  { facts: common, nations }: MeasureFacts,
  nameOf: (code: string) => string,
  lang: Language,
): readonly string[] {
  const records = [
    { whose: WORDS.all[lang], facts: common },
    ...nations.map(({ name, facts: own }) => ({ whose: name, facts: own })),
  ]
  return Object.keys(FACTS)
    .filter(isFactId)
    .flatMap((id) => {
      const said = records.flatMap(({ whose, facts: of }) => {
        const fact: Recorded | undefined = of[id]
        return fact ? [{ whose, fact }] : []
      })
      if (isRestricted(id) || new Set(said.map(({ fact }) => fact.value)).size < 2) return []
      const values = said.map(
        ({ whose, fact }) =>
          `${whose}: ${quoted(valueInWords(id, fact.value, lang), lang)} (${[nameOf(fact.assertedBy), evidenceOf(fact, lang)].join('; ')})`,
      )
      return [`${getFact(id).question[lang]} ${values.join(' | ')}`]
    })
}

function beforeLine(before: FactBefore, lang: Language): readonly string[] {
  const { by, fact, value, act } = before
  if (!isFactId(fact) || isRestricted(fact)) return []
  return [
    `${getFact(fact).question[lang]} ${by}: ${quoted(valueInWords(fact, value, lang), lang)} (${evidenceOf(before, lang)}; ${act})`,
  ]
}

const evidenceOf = ({ evidence, grade }: Pick<Recorded, 'evidence' | 'grade'>, lang: Language) =>
  [...evidence, ...(grade === undefined ? [] : [gradeInWords(grade, lang)])].join('; ') ||
  WORDS.none[lang]

/** `B2: source usually reliable, …`; what is not on the scale stands as it was said. */
function gradeInWords(grade: string, lang: Language): string {
  const words = scaleWords(factGrade(grade))?.[lang]
  return words === undefined ? grade : `${grade}: ${words}`
}

/** In the order of the questions, whatever the order of the file. */
function rowsOf(
  recorded: RecordedFacts,
  { whose, nameOf }: { readonly whose: string; readonly nameOf: (code: string) => string },
  lang: Language,
): readonly string[][] {
  return Object.keys(FACTS).flatMap((id) => {
    if (!isFactId(id)) return []
    const fact: Recorded | undefined = recorded[id]
    if (!fact) return []
    return [
      [
        whose,
        getFact(id).question[lang],
        valueInWords(id, fact.value, lang),
        nameOf(fact.assertedBy),
        isRestricted(id) ? '–' : evidenceOf(fact, lang),
      ],
    ]
  })
}

/** A recorded value as a reader says it; of a restricted one only that it was assessed. */
export function valueInWords(id: FactId, value: unknown, lang: Language): string {
  if (isRestricted(id)) return WORDS.assessed[lang]
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
