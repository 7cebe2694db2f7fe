import {
  type Assessment,
  authorityIn,
  compareForms,
  disputesAbout,
  type FactId,
  findTraced,
  getFact,
  heldSides,
  isAsked,
  isKept,
  isRestricted,
  type Issue,
  keptWord,
  precedentsOf,
  type Precedent,
  readAtLine,
  type Reading,
  routes,
  type Rule,
  saidBy,
  type Value,
  VALUE_WORDS,
  type View,
  textOf,
} from '@entente/law'
import type { InLanguages, Language } from '@entente/lexicon'
import { harmless } from './terminal.ts'

const WORDS = {
  assumed: {
    en: 'assumed, as nobody has raised it',
    es: 'se supone, pues nadie lo ha planteado',
  },
  missing: { en: 'missing', es: 'falta' },
  facts: { en: 'facts looked at', es: 'hechos examinados' },
  reading: { en: 'its view', es: 'su visión' },
  differ: { en: 'Views that differ', es: 'Visiones que difieren' },
  nobody: { en: 'nobody in the sources read', es: 'nadie en las fuentes leídas' },
  source: { en: 'source', es: 'fuente' },
  past: {
    en: 'Past incident',
    es: 'Incidente pasado',
  },
} as const satisfies Readonly<Record<string, InLanguages>>

/** What one rule answers for one nation; the facts are those looked at that are recorded. */
type Explained = {
  readonly nation: string
  /** `kept` of a rule that asks for what stays with those who need it. */
  readonly value: Value | 'not-asked' | 'kept'
  readonly because?: InLanguages
  readonly assumed?: InLanguages
  readonly asks?: readonly FactId[]
  /** Of a restricted one only that it was assessed. */
  readonly facts?: readonly {
    readonly id: FactId
    readonly value?: unknown
    readonly assertedBy?: string
  }[]
  readonly issue?: Issue
  readonly reading?: Reading
}

type ToldRule = Pick<Rule, 'question' | 'source' | 'authorities'> & {
  readonly rule: string
  readonly verification: Rule['source']['verification']
  readonly nations: readonly Explained[]
  readonly disputes: readonly {
    readonly about: InLanguages
    readonly sides: readonly {
      readonly says: InLanguages
      readonly authorities: readonly string[]
      readonly holders: readonly string[]
      /** Where the holders say so. */
      readonly readAt: ReturnType<typeof heldSides>[number]['readAt']
    }[]
  }[]
  readonly precedents: readonly Precedent[]
}

/** What is disputed about a rule, side by side, with who of these views holds what and where each says so. */
export const contraryOf = (rule: Rule, known: readonly View[]): ToldRule['disputes'] =>
  disputesAbout(rule).map((dispute) => ({
    about: dispute.about,
    sides: heldSides(dispute, known).map(({ says, authorities, holders, readAt }) => ({
      says,
      authorities,
      holders: holders.map(({ code }) => code),
      readAt,
    })),
  }))

/** Why one rule answers so for each nation, with its source and who reads it otherwise. */
export function explained({ columns, known }: Assessment, rule: Rule): ToldRule {
  return {
    rule: rule.id,
    question: rule.question,
    source: rule.source,
    verification: rule.source.verification,
    authorities: rule.authorities,
    nations: columns.map(({ holder, trace, facts }): Explained => {
      const found = findTraced(trace, rule.id)
      if (!found || !isAsked(found))
        return {
          nation: holder.code,
          value: 'not-asked' as const,
          ...(found?.assumed && rule.assumed ? { assumed: rule.assumed } : {}),
        }
      const { finding, view } = found
      return {
        nation: holder.code,
        ...(isKept(rule.id)
          ? { value: 'kept' as const }
          : { value: finding.value, ...(finding.because ? { because: finding.because } : {}) }),
        asks: finding.asks ?? [],
        facts: found.facts.map((id) => ({ id, ...(isRestricted(id) ? {} : facts[id]) })),
        ...(view ? { issue: view.issue, reading: view.reading } : {}),
      }
    }),
    disputes: contraryOf(rule, known),
    precedents: precedentsOf(rule.id),
  }
}

/** What a rule came to; of one that is kept, only whether it was assessed. */
const valueIn = ({ value, asks = [] }: Explained, lang: Language): string =>
  value === 'kept' ? keptWord(asks.length > 0, lang) : VALUE_WORDS[value][lang]

/** The same, for a reader at a terminal. */
export const explainReport = (
  told: ToldRule,
  nameOf: (code: string) => string,
  lang: Language,
): string =>
  [
    told.question[lang],
    `${told.source.citation[lang]} (${told.verification}): ${told.source.restatement[lang]}`,
    ...told.nations.flatMap((one) => [
      `${one.nation} ${nameOf(one.nation)}: ${valueIn(one, lang)}${one.because ? `: ${one.because[lang]}` : ''}`,
      ...(one.assumed ? [`  ${WORDS.assumed[lang]}: ${one.assumed[lang]}`] : []),
      ...(one.asks ?? []).map((id) => `  ${WORDS.missing[lang]}: ${getFact(id).question[lang]}`),
      ...(one.facts ?? []).map(({ id, value, assertedBy }) =>
        isRestricted(id)
          ? `  ${WORDS.facts[lang]}: ${id}`
          : `  ${WORDS.facts[lang]}: ${id} = ${String(value)} (${assertedBy === undefined ? '–' : saidBy(nameOf(assertedBy), lang)})`,
      ),
      ...(one.reading ? [`  ${WORDS.reading[lang]}: ${one.issue} ${one.reading.value}`] : []),
    ]),
    ...told.disputes.flatMap(({ about, sides }) => [
      `${WORDS.differ[lang]}: ${about[lang]}`,
      ...sides.flatMap(({ says, authorities, holders, readAt }) => [
        `  - ${says[lang]}: ${[...holders.map(nameOf), ...authorities.map((each) => authorityIn(each, lang))].join('; ') || WORDS.nobody[lang]}`,
        ...readAt.map((each) => `    ${WORDS.source[lang]}: ${textOf(readAtLine(each, lang))}`),
      ]),
    ]),
    ...told.precedents.flatMap(({ name, from, answered, teaches, sources }) => [
      `${WORDS.past[lang]}: ${name[lang]} (${from})`,
      ...[...teaches, answered].map((each) => `  ${each[lang]}`),
      `  ${WORDS.source[lang]}: ${sources.join('; ')}`,
    ]),
  ]
    .map(harmless)
    .join('\n')

/** What each form of acting together comes to, nation by nation and in its order; the same place is a tie. */
export const compared = ({ measure, columns }: Assessment) => ({
  measure: measure.id,
  nations: columns.map(({ holder, view }) => ({
    nation: holder.code,
    routes: routes(compareForms(measure, view)),
  })),
})

/** The same, for a reader at a terminal. */
export const compareReport = (
  told: ReturnType<typeof compared>,
  nameOf: (code: string) => string,
  lang: Language,
): string =>
  told.nations
    .flatMap(({ nation, routes: ordered }) =>
      ordered.map(({ form, value, disputes, place }) => {
        const words = getFact('form')
        const name = words.type === 'choice' ? words.options[form]?.[lang] : undefined
        return `${nation} ${nameOf(nation)} ${place}. ${name ?? form}: ${VALUE_WORDS[value][lang]} (${disputes.length})`
      }),
    )
    .map(harmless)
    .join('\n')
