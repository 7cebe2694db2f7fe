import type { Act } from '@entente/accord'
import type { ActView } from '../../../../node/src/api.ts'
import type { CaseFile } from '../case/case-file.ts'

export type Objective = Extract<Act, { kind: 'objective' }>
type Goal = { readonly view: ActView; readonly act: Objective }

/** The last word of each nation on each of its objectives, in the order of its strand. */
export function goalsOf({ view: { acts } }: CaseFile): readonly Goal[] {
  const said = acts.flatMap((view): readonly Goal[] =>
    view.act?.kind === 'objective' && !view.void ? [{ view, act: view.act }] : [],
  )
  const byGoal = Map.groupBy(said, ({ act }) => `${act.party} ${act.goal}`)
  return [...byGoal.values()].map((goals) =>
    goals.reduce((last, one) => (one.view.index > last.view.index ? one : last)),
  )
}
