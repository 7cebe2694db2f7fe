import type { InLanguages, Language } from '@entente/lexicon'
import { type RefusedObject, refusedObject } from './asked.ts'
import { getNorm, normFor, NORMS, referral } from './countermeasure.ts'
import type { FactId } from './fact.ts'
import { type Dispute, type Finding, type Side, unite, type Value, VALUES } from './finding.ts'
import { type MeasureFacts, type RecordedFacts, recordedFor, valuesOf } from './measure.ts'
import {
  assumedIn,
  decisive,
  flat,
  isAsked,
  openQuestions,
  remedies,
  type Trace,
  type Traced,
  traceOf,
  turned,
  used,
} from './trace.ts'
import { type Holder, holderName, type View } from './view.ts'

/** One side of a dispute with those whose published, or entered, view is on it. */
export type HeldSide = Side & { readonly holders: readonly Holder[] }

/** A dispute that could decide for some nation, with who holds what. */
type HeldDispute = Omit<Dispute, 'sides'> & {
  readonly sides: readonly HeldSide[]
  /** Codes of the nations for which it is on a route that was used or could still change the result. */
  readonly decisiveFor: readonly string[]
}

type Conclusion = {
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
  readonly refused?: RefusedObject
}

/** One measure under one nation's view. */
export type Column = {
  readonly holder: Holder
  readonly view: View
  readonly facts: RecordedFacts
  readonly trace: Trace
  readonly conclusion: Conclusion
}

/** Rule by nation; a rule that does not arise for a nation is `not-asked` there. */
type Row = {
  readonly norm: string
  readonly cells: readonly { readonly nation: string; readonly finding: Finding | 'not-asked' }[]
}

export type Assessment = {
  readonly measure: MeasureFacts
  readonly disputes: readonly HeldDispute[]
  readonly rows: readonly Row[]
  readonly columns: readonly Column[]
  /** The views among which holders were looked for: the columns' own and the published ones. */
  readonly known: readonly View[]
}

/**
 * The same measure once per nation, never averaged: same facts and views, same answer. `published`
 * are views that count among the holders of a dispute without a column of their own.
 */
export function assess(
  measure: MeasureFacts,
  views: readonly View[],
  published: readonly View[] = [],
): Assessment {
  const codes = new Set(views.map(({ holder }) => holder.code))
  const known = [...views, ...published.filter(({ holder }) => !codes.has(holder.code))]
  const columns = views.map((view) => columnOf(measure, view, known))
  return { measure, disputes: heldDisputes(columns, known), rows: rowsOf(columns), columns, known }
}

function columnOf(measure: MeasureFacts, view: View, known: readonly View[]): Column {
  const { holder } = view
  const facts = recordedFor(measure, holder.code)
  const values = valuesOf(facts)
  const norm = normFor(values)
  const trace = traceOf(norm ?? referral, values, view)
  const conclusion = norm && isAsked(trace) ? conclude(trace, facts, view, known) : NOT_ASSESSED
  return { holder, view, facts, trace, conclusion }
}

/** What is recorded stands in the trace; it comes to no answer. */
const NOT_ASSESSED: Conclusion = {
  value: 'not-assessed',
  words: {
    en: 'recorded and not assessed here: self-defence is referred to those who decide on it (UN Charter, Article 51)',
    es: 'registrado y no evaluado aquí: la legítima defensa se remite a quien decide sobre ella (Carta de las Naciones Unidas, Artículo 51)',
  },
  disputedBy: [],
  asks: [],
  remedies: [],
  assumes: [],
}

function conclude(
  trace: Traced,
  facts: RecordedFacts,
  view: View,
  known: readonly View[],
): Conclusion {
  const { value } = trace.finding
  const against = opponents(used(trace), view, known)
  const refused = refusedObject(valuesOf(facts))
  return {
    value,
    words: wordsFor(value, view.holder, against, inDoctrine(used(trace))),
    disputedBy: namesIn('en', against),
    asks: openQuestions(trace),
    remedies: remedies(trace),
    assumes: assumedIn(trace).map((norm) => ({ norm, assumed: getNorm(norm).assumed! })),
    ...(refused ? { refused } : {}),
  }
}

/** Those under whose reading the same facts would give less, on a rule on which the result rests. */
function opponents(rules: readonly Traced[], view: View, known: readonly View[]): Holder[] {
  const against = rules.flatMap(({ finding, view: laid, norm }) => {
    const rule = getNorm(norm)
    const overlay = rule.kind === 'rule' ? rule.view : undefined
    if (!laid || !overlay) return []
    return known.filter((other) => {
      const reading = other.readings[overlay.issue].value
      const takesASide = overlay.dispute.sides.some(({ readings = [] }) =>
        readings.includes(reading),
      )
      const theirs = turned(overlay, reading, laid.before)
      return takesASide && VALUES.indexOf(theirs) > VALUES.indexOf(finding.value)
    })
  })
  return [...new Set(against)]
    .filter(({ holder }) => holder.code !== view.holder.code)
    .map(({ holder }) => holder)
}

/** In the order of the alphabet, whoever reads it. */
const namesIn = (lang: Language, holders: readonly Holder[]): string[] =>
  holders.map((holder) => holderName(holder, lang)).toSorted()

/** Whether a dispute that no view settles bears on the result. */
const inDoctrine = (rules: readonly Traced[]): boolean =>
  rules.some(({ finding }) => finding.disputes.some(({ issue }) => issue === undefined))

const isHeld = ({ readings = [] }: Side, { issue }: Dispute, view: View): boolean =>
  issue !== undefined && readings.includes(readingOf(view, issue))

function readingOf(view: View, issue: string): string {
  const readings: Readonly<Record<string, { readonly value: string }>> = view.readings
  return readings[issue]?.value ?? 'unknown'
}

function wordsFor(
  value: Value,
  holder: Holder,
  against: readonly Holder[],
  isInDoctrine: boolean,
): InLanguages {
  const name = { en: holderName(holder, 'en'), es: holderName(holder, 'es') }
  const tail = (en: string, es: string) => {
    const by = { en: namesIn('en', against), es: namesIn('es', against) }
    if (isInDoctrine) {
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
        `cannot be said under the view of ${name.en}: facts are missing`,
        `no puede decirse según la visión de ${name.es}: faltan hechos`,
      )
    case 'not-satisfied':
      return tail(
        `conditions not met on the recorded facts under the view of ${name.en}`,
        `condiciones no cumplidas según los hechos registrados y la visión de ${name.es}`,
      )
  }
}

function heldDisputes(columns: readonly Column[], known: readonly View[]): HeldDispute[] {
  const perColumn = columns.map(({ holder, trace }) => ({
    code: holder.code,
    disputes: isAsked(trace) ? unite(decisive(trace).map(({ finding }) => finding.disputes)) : [],
  }))
  return unite(perColumn.map(({ disputes }) => disputes)).map((dispute) => ({
    ...dispute,
    sides: heldSides(dispute, known),
    decisiveFor: perColumn
      .filter(({ disputes }) => disputes.some(({ id }) => id === dispute.id))
      .map(({ code }) => code),
  }))
}

/** The sides of a dispute, each with those of these views that are on it. */
export const heldSides = (dispute: Dispute, known: readonly View[]): HeldSide[] =>
  dispute.sides.map((side) => ({
    ...side,
    holders: known.filter((view) => isHeld(side, dispute, view)).map(({ holder }) => holder),
  }))

/** In the order in which rules are asked; what lies under a part that is not asked is `not-asked` as well. */
function rowsOf(columns: readonly Column[]): Row[] {
  const cells = columns.map(({ holder, trace }) => ({
    code: holder.code,
    byNorm: new Map(flat(trace).map((each) => [each.norm, each])),
  }))
  const norms = new Set(cells.flatMap(({ byNorm }) => [...byNorm.keys()]))
  return NORMS.filter(({ id }) => norms.has(id)).map(({ id: norm }) => ({
    norm,
    cells: cells.map(({ code, byNorm }) => {
      const found = byNorm.get(norm)
      return { nation: code, finding: found && isAsked(found) ? found.finding : 'not-asked' }
    }),
  }))
}
