import type { InLanguages, Language } from '@entente/lexicon'
import { type RefusedObject, refusedObject } from './asked.ts'
import { getNorm } from './countermeasure.ts'
import type { FactId, Facts } from './fact.ts'
import { type Value, VALUES } from './finding.ts'
import { isEnded, isLater, normOn } from './norm-on.ts'
import type { Norm } from './rule.ts'
import type { Source } from './source.ts'
import {
  assumedIn,
  flat,
  isAsked,
  openQuestions,
  remedies,
  type Traced,
  turned,
  used,
} from './trace.ts'
import { type Holder, holderName, type View } from './view.ts'

/** What a measure comes to under one view. */
export type Conclusion = {
  readonly value: Value | 'not-assessed'
  /** Never “lawful”: what is met, on what, under whose view, and disputed by whom. */
  readonly words: InLanguages
  /** By the names that they have in English. */
  readonly disputedBy: readonly string[]
  /** Facts that are missing and could still change the result. */
  readonly asks: readonly FactId[]
  readonly remedies: readonly { readonly norm: string; readonly remedy: InLanguages }[]
  /** What nobody raised and no measure may pass over: the answer holds only if it is so. */
  readonly assumes: readonly { readonly norm: string; readonly assumed: InLanguages }[]
  /** Rules that were asked and not applied, as their sources are of a later day. */
  readonly later: readonly string[]
  /** Rules that were asked and not applied, as their sources are in force until an earlier day. */
  readonly ended: readonly string[]
  readonly refused?: RefusedObject
}

/** What is recorded stands in the trace; it comes to no answer. */
export const NOT_ASSESSED: Conclusion = {
  value: 'not-assessed',
  words: {
    en: 'recorded and not assessed here: self-defence is referred to those who decide on it (UN Charter, Article 51)',
    es: 'registrado y no evaluado aquí: la legítima defensa se remite a quien decide sobre ella (Carta de las Naciones Unidas, Artículo 51)',
  },
  disputedBy: [],
  asks: [],
  remedies: [],
  assumes: [],
  later: [],
  ended: [],
}

export function conclude(
  trace: Traced,
  facts: Facts,
  { asked, view, day }: { readonly asked: Norm; readonly view: View; readonly day: string },
  known: readonly View[],
): Conclusion {
  const { value } = trace.finding
  // Most days come after every source and before its end: then there is nothing to look for.
  const isWhole = normOn(asked, day) === asked
  const later = isWhole ? [] : rulesWhose(trace, (source) => isLater(source, day))
  const ended = isWhole ? [] : rulesWhose(trace, (source) => isEnded(source, day))
  const asks = openQuestions(trace)
  const against = opponents(used(trace), view, known)
  const refused = refusedObject(facts)
  return {
    value,
    words: wordsFor(value, view.holder, against, {
      isInDoctrine: inDoctrine(used(trace)),
      isMissing: asks.length > 0 || later.length + ended.length === 0,
      isLater: later.length > 0,
      isEnded: ended.length > 0,
    }),
    disputedBy: namesIn('en', against),
    asks,
    remedies: remedies(trace),
    assumes: assumedIn(trace).map((norm) => ({ norm, assumed: getNorm(norm).assumed! })),
    later,
    ended,
    ...(refused ? { refused } : {}),
  }
}

/** Those under whose reading the same facts would give less, on a rule on which the result rests. */
function opponents(rules: readonly Traced[], view: View, known: readonly View[]): Holder[] {
  const against = rules.flatMap((rule) => [...below(rule, known)])
  return [...new Set(against)]
    .filter(({ holder }) => holder.code !== view.holder.code)
    .map(({ holder }) => holder)
}

const BELOW = new WeakMap<readonly View[], Map<string, readonly View[]>>()

/** Which of these views take a side on the rule, and find less on what the facts alone gave. */
function below({ finding, view: laid, norm }: Traced, known: readonly View[]): readonly View[] {
  const rule = getNorm(norm)
  const overlay = rule.kind === 'rule' ? rule.view : undefined
  if (!laid || !overlay) return []
  const kept = BELOW.get(known) ?? new Map<string, readonly View[]>()
  BELOW.set(known, kept)
  const key = `${norm} ${laid.before} ${finding.value}`
  const found =
    kept.get(key) ??
    known.filter((other) => {
      const reading = other.readings[overlay.issue].value
      const takesASide = overlay.dispute.sides.some(({ readings = [] }) =>
        readings.includes(reading),
      )
      const theirs = turned(overlay, reading, laid.before)
      return takesASide && VALUES.indexOf(theirs) > VALUES.indexOf(finding.value)
    })
  kept.set(key, found)
  return found
}

/** The rules that were asked and whose source is so; wholes are put together from them. */
const rulesWhose = (trace: Traced, is: (source: Source) => boolean): readonly string[] =>
  flat(trace).flatMap((each) =>
    isAsked(each) && each.kind === 'rule' && is(getNorm(each.norm).source) ? [each.norm] : [],
  )

/** In the order of the alphabet, whoever reads it. */
const namesIn = (lang: Language, holders: readonly Holder[]): string[] =>
  holders.map((holder) => holderName(holder, lang)).toSorted()

/** Whether a dispute that no view laid over the rule settles bears on the result. */
const inDoctrine = (rules: readonly Traced[]): boolean =>
  rules.some(({ finding, view }) =>
    finding.disputes.some(({ issue }) => issue === undefined || issue !== view?.issue),
  )

/** Why nobody can say. */
const OPEN = {
  missing: { en: 'facts are missing', es: 'faltan hechos' },
  later: {
    en: 'sources of the law are of a later day',
    es: 'hay fuentes del derecho de un día posterior',
  },
  ended: {
    en: 'sources of the law are not in force on that day, as far as was read',
    es: 'hay fuentes del derecho que no están en vigor ese día, según lo leído',
  },
  and: { en: ', and ', es: ' y ' },
} as const satisfies Readonly<Record<string, InLanguages>>

function wordsFor(
  value: Value,
  holder: Holder,
  against: readonly Holder[],
  is: {
    readonly isInDoctrine: boolean
    readonly isMissing: boolean
    readonly isLater: boolean
    readonly isEnded: boolean
  },
): InLanguages {
  const name = { en: holderName(holder, 'en'), es: holderName(holder, 'es') }
  const because = (lang: Language) =>
    [
      ...(is.isMissing ? [OPEN.missing[lang]] : []),
      ...(is.isLater ? [OPEN.later[lang]] : []),
      ...(is.isEnded ? [OPEN.ended[lang]] : []),
    ].join(OPEN.and[lang])
  const tail = (en: string, es: string) => {
    const by = { en: namesIn('en', against), es: namesIn('es', against) }
    if (is.isInDoctrine) {
      by.en.push('writers or courts')
      by.es.push('la doctrina o los tribunales')
    }
    if (by.en.length === 0) return { en, es }
    return {
      en: `${en}; disputed by ${by.en.join(', ')}`,
      es: `${es}; discutido por ${by.es.join(', ')}`,
    }
  }
  switch (value) {
    case 'satisfied':
      return tail(
        `conditions met on the recorded facts under the view of ${name.en}`,
        `condiciones cumplidas según los hechos registrados y la visión de ${name.es}`,
      )
    case 'disputed':
      return tail(
        `the recorded facts suffice, the law is disputed under the view of ${name.en}`,
        `los hechos registrados bastan, el derecho se discute según la visión de ${name.es}`,
      )
    case 'unknown':
      return tail(
        `cannot be said under the view of ${name.en}: ${because('en')}`,
        `no puede decirse según la visión de ${name.es}: ${because('es')}`,
      )
    case 'not-satisfied':
      return tail(
        `conditions not met on the recorded facts under the view of ${name.en}`,
        `condiciones no cumplidas según los hechos registrados y la visión de ${name.es}`,
      )
  }
}
