import { factGrade, type Language, scaleWords } from '@entente/lexicon'
import type { Assessment } from '../assess.ts'
import { type FactId, FACTS, getFact, isFactId, isRestricted } from '../fact.ts'
import type { MeasureFacts, Recorded, RecordedFacts } from '../measure.ts'
import type { CaseNotes, FactBefore } from './case-notes.ts'
import { quoted } from './case-words.ts'
import { type Block, heading, list, table } from './document.ts'
import { holderName } from '../view.ts'
import { WORDS } from './words.ts'

type Numbered = { readonly id: FactId; readonly fact: Recorded; readonly code?: string }

/** Every recorded fact in the order of the questions, whatever the order of the file: those of all, then nation by nation. */
function recordedIn({ facts: common, nations }: MeasureFacts): readonly Numbered[] {
  const of = (recorded: RecordedFacts, code?: string): readonly Numbered[] =>
    Object.keys(FACTS)
      .filter(isFactId)
      .flatMap((id) => {
        const fact: Recorded | undefined = recorded[id]
        return fact ? [{ id, fact, ...(code === undefined ? {} : { code }) }] : []
      })
  return [...of(common), ...nations.flatMap(({ code, facts: own }) => of(own, code))]
}

/** The number under which a fact stands in part 2: a nation’s own before the one of all. */
export function numbersOf(measure: MeasureFacts, code: string): (id: FactId) => string {
  const numbers = new Map<FactId, string>()
  for (const [at, one] of recordedIn(measure).entries())
    if (one.code === undefined || one.code === code) numbers.set(one.id, `F${at + 1}`)
  return (id) => numbers.get(id) ?? '–'
}

/** The facts, numbered, with who asserts them on what; then those that are missing. */
export function facts(
  { measure, columns }: Assessment,
  notes: CaseNotes | undefined,
  lang: Language,
): readonly Block[] {
  const say = (word: keyof typeof WORDS) => WORDS[word][lang]
  const nameOf = namesIn(measure, notes)
  const whose = new Map(measure.nations.map(({ code, name }) => [code, name]))
  const rows = recordedIn(measure).map(({ id, fact, code }, at) => [
    `F${at + 1}`,
    (code === undefined ? undefined : whose.get(code)) ?? say('all'),
    getFact(id).question[lang],
    valueInWords(id, fact.value, lang),
    nameOf(fact.assertedBy),
    isRestricted(id) ? '–' : evidenceOf(fact, lang),
  ])
  return [
    heading(2, say('facts')),
    table(
      say('facts'),
      ['number', 'nation', 'fact', 'value', 'assertedBy', 'evidence'].map((word) =>
        say(word as 'number'),
      ),
      rows,
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
