import { assess, type Assessment } from './assess.ts'
import type { FACTS } from './fact.ts'
import { type Value, VALUES } from './finding.ts'
import type { MeasureFacts, RecordedFacts } from './measure.ts'
import type { View } from './view.ts'

export type Form = keyof (typeof FACTS)['form']['options']

/** The five forms of collaboration, the default first. */
export const FORMS: readonly Form[] = [
  'coordinated',
  'independent',
  'joint',
  'assistance',
  'on-behalf',
]

/** One form for one nation: what it comes to, and what is disputed on the way. */
export type FormOutcome = {
  readonly form: Form
  readonly value: Value | 'not-assessed'
  readonly disputes: readonly string[]
}

/** The same facts in each form; nothing but the form is changed. */
export function compareForms(measure: MeasureFacts, view: View): readonly FormOutcome[] {
  let before: Assessment | undefined
  return FORMS.map((form) => {
    const found = assess(inForm(measure, view.holder.code, form), [view], [], before)
    before = found
    const { columns, disputes } = found
    return { form, value: columns[0]!.conclusion.value, disputes: disputes.map(({ id }) => id) }
  })
}

/** A form of acting together in its order: those between which nothing decides share a place, from 1. */
export type Route = FormOutcome & { readonly place: number }

/**
 * The forms by what they come to: the best value first, of equal values the fewest disputes. Forms
 * between which nothing decides tie, and stand in the order of the forms.
 */
export function routes(outcomes: readonly FormOutcome[]): readonly Route[] {
  const rank = ({ value }: FormOutcome) =>
    value === 'not-assessed' ? VALUES.length : VALUES.indexOf(value)
  const compare = (a: FormOutcome, b: FormOutcome) =>
    rank(a) - rank(b) || a.disputes.length - b.disputes.length
  return outcomes.toSorted(compare).map((outcome) => ({
    ...outcome,
    place: 1 + outcomes.filter((other) => compare(other, outcome) < 0).length,
  }))
}

/** The measure as if this nation had recorded this beside, or instead of, what it has. */
export function supposing(measure: MeasureFacts, code: string, said: RecordedFacts): MeasureFacts {
  const nation = measure.nations.find((each) => each.code === code)
  const others = measure.nations.filter((each) => each.code !== code)
  return {
    ...measure,
    nations: [
      ...others,
      { code, name: nation?.name ?? code, facts: { ...nation?.facts, ...said } },
    ],
  }
}

const inForm = (measure: MeasureFacts, code: string, form: Form): MeasureFacts =>
  supposing(measure, code, { form: { value: form, assertedBy: code, evidence: [] } })
