import type { Charter } from './charter.ts'
import type { CharterId, PartyId } from './id.ts'
import type { JudgedCase, CaseRecord } from './milestone-case.ts'
import { evaluate } from './evaluate.ts'
import { milestones, type Count } from './milestone.ts'

/** A goal of a charter, and how far it has come: as it is counted, or as parties report it. */
export type Goal = NonNullable<Charter['goals']>[number] & {
  readonly case: CharterId
  readonly caseTitle: string
  readonly counted?: Count
  /** The last word of each party that has one, in the order of the charter. */
  readonly reported: readonly Reported[]
}

type Reported = {
  readonly party: PartyId
  readonly is: 'pursued' | 'reached' | 'given-up'
  readonly on: string
  readonly says?: string
}

/**
 * The goals of the coalitions whose root charters these are, in the order of their days. A charter that amends another has its own: those
 * of the one before it are told of no more.
 */
export function goals(cases: readonly CaseRecord[]): readonly Goal[] {
  const amended = new Set(cases.flatMap(({ charter: { amends } }) => amends?.case ?? []))
  const counts = new Map(
    milestones(cases).flatMap(({ counts: some }) =>
      some.map((count) => [count.id, count] as const),
    ),
  )
  return cases
    .filter(({ charter }) => charter.goals && !charter.parent && !amended.has(charter.id))
    .flatMap((one): Goal[] => {
      const judged = { ...one, state: evaluate(one.charter, one.cut) }
      return one.charter.goals!.map((goal) => {
        const counted = goal.count === undefined ? undefined : counts.get(goal.count)
        return {
          ...goal,
          case: one.charter.id,
          caseTitle: one.charter.title,
          ...(counted ? { counted } : {}),
          reported: reportedOf(judged, goal.id),
        }
      })
    })
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** What parties report by an `objective` under the name of the goal; of each its last word. */
const reportedOf = ({ charter, cut }: JudgedCase, id: string): readonly Reported[] =>
  charter.parties.flatMap(({ id: party }) => {
    const said = (cut[party]?.acts ?? []).flatMap(({ act, void: why, disavowed }) =>
      act?.kind === 'objective' && act.goal === id && act.reported && !why && !disavowed
        ? [act.reported]
        : [],
    )
    const last = said.at(-1)
    return last ? [{ party, ...last }] : []
  })
