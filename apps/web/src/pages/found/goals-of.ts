import type { Charter } from '@entente/accord'
import type { FoundingForms } from '../../../../node/src/api.ts'
import { slugOf } from './slug.ts'

/** A goal as it is typed; whoever reports on one names it by its `id`, so that it keeps it. */
export type GoalForm = NonNullable<FoundingForms['rules']>['goals'][number]
type Goals = NonNullable<Charter['goals']>

/** The goals of a charter, as a form begins with them. */
export const goalForms = ({ goals = [] }: Pick<Charter, 'goals'>): GoalForm[] =>
  goals.map(({ count = '', ...goal }) => ({ ...goal, count }))

/** What a charter says of goals that were typed; a new one is named by its title. */
export function goalsOf(forms: readonly GoalForm[]): Goals {
  const taken = new Set(forms.flatMap(({ id }) => id ?? []))
  return forms.map(({ id, title, dueOn, count }) => ({
    id: id ?? nameFor(title, taken),
    title,
    dueOn,
    ...(count === '' ? {} : { count }),
  }))
}

/** A name that no other goal has. */
function nameFor(title: string, taken: Set<string>): string {
  const slug = slugOf(title) || 'goal'
  let name = slug
  for (let at = 2; taken.has(name); at += 1) name = `${slug}-${at}`
  taken.add(name)
  return name
}
