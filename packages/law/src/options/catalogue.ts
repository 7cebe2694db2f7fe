import type { Column } from '../assess.ts'
import { getNorm, normFor, referral } from '../countermeasure.ts'
import type { Facts } from '../fact.ts'
import type { Value } from '../finding.ts'
import { valuesOf } from '../measure.ts'
import { normOn } from '../norm-on.ts'
import type { Norm } from '../rule.ts'
import { findTraced, isAsked, type Trace, traceOf } from '../trace.ts'
import type { View } from '../view.ts'
import { diplomatic } from './diplomatic.ts'
import { economic } from './economic.ts'
import { legal } from './legal.ts'
import type { Option } from './option.ts'
import { technical } from './technical.ts'

/** Every way to answer that the product lists. The order is that of the files, and no advice. */
export const OPTIONS: readonly Option[] = [...diplomatic, ...legal, ...economic, ...technical]

/** What a rule answers on an option; `not-asked`: its question does not arise on these facts. */
export type OptionAnswer = Value | 'not-asked'

/**
 * What each rule that an option needs answers on these facts, under one view, were the measure of the option's kind. Nobody
 * said that it is: the recorded kind gives way, every other fact stands. The law is that of the day, `YYYY-MM-DD`.
 */
export function answersOn(
  option: Option,
  { facts: recorded, view, day }: Pick<Column, 'facts' | 'view' | 'day'>,
): ReadonlyMap<string, OptionAnswer> {
  const facts: Facts = { ...valuesOf(recorded), ...option.supposes, kind: option.as }
  const root = traceOf(normOn(normFor(facts) ?? referral, day), facts, view)
  return new Map(
    option.needs.flatMap((need) =>
      need.by === 'rule'
        ? [[need.norm, answerOf(normOn(getNorm(need.norm), day), root, facts, view)] as const]
        : [],
    ),
  )
}

/** As it stands in the trace of the whole; a rule that is no part of it is asked alone. */
function answerOf(norm: Norm, root: Trace, facts: Facts, view: View): OptionAnswer {
  const found = findTraced(root, norm.id) ?? traceOf(norm, facts, view)
  return isAsked(found) ? found.finding.value : 'not-asked'
}
