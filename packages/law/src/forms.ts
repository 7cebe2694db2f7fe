import { assess } from './assess.ts'
import type { FACTS } from './fact.ts'
import { type Value, VALUES } from './finding.ts'
import type { MeasureFacts } from './measure.ts'
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
  return FORMS.map((form) => {
    const { columns, disputes } = assess(inForm(measure, view.holder.code, form), [view])
    return { form, value: columns[0]!.conclusion.value, disputes: disputes.map(({ id }) => id) }
  })
}

/** The best outcome with the fewest disputes; of equals, the first in the order of the forms. */
export function leastDisputed(outcomes: readonly FormOutcome[]): FormOutcome | undefined {
  const rank = ({ value }: FormOutcome) =>
    value === 'not-assessed' ? VALUES.length : VALUES.indexOf(value)
  return outcomes.toSorted((a, b) => rank(a) - rank(b) || a.disputes.length - b.disputes.length)[0]
}

function inForm(measure: MeasureFacts, code: string, form: Form): MeasureFacts {
  const nation = measure.nations.find((each) => each.code === code)
  const others = measure.nations.filter((each) => each.code !== code)
  const chosen = { form: { value: form, assertedBy: code, evidence: [] } }
  return {
    ...measure,
    nations: [
      ...others,
      { code, name: nation?.name ?? code, facts: { ...nation?.facts, ...chosen } },
    ],
  }
}
