import { kindOf } from './act.ts'
import type { Logged } from './cut.ts'
import type { ActId, CharterId, PartyId } from './id.ts'
import { middle } from './middle.ts'
import type { JudgedCase } from './milestone-case.ts'

/** What a case may reach, in the order in which it is shown; none is a precondition of the next. */
export const CASE_STAGES = [
  'opened',
  'described',
  'proposed',
  'adopted',
  'attributed',
  'assessed',
  'called',
  'started',
  'terminated',
  'published',
] as const
export type CaseStage = (typeof CASE_STAGES)[number]

/** An act with which a case may have reached a stage, and the strand in which it stands. */
export type StageAct = {
  readonly stage: CaseStage
  /** The case that reached it; a publication stands in another one. */
  readonly case: CharterId
  readonly within: CharterId
  readonly party: PartyId
  readonly index: number
  readonly id: ActId
}

/**
 * The acts by which these cases reached their stages: of each strand the first of each stage, for
 * strands have no common order. A case in which nothing was put and nobody named reaches none.
 */
export function stageActs(cases: readonly JudgedCase[]): readonly StageAct[] {
  const published = cases.flatMap(publications)
  return cases.flatMap((one) => {
    const own = reached(one)
    if (own.length === 0) return []
    const later = published.filter((act) => act.case === one.charter.id)
    return [...opening(one), ...own, ...later]
  })
}

const strandsOf = ({ charter, cut }: JudgedCase): readonly (readonly Logged[])[] =>
  charter.parties.map(({ id }) => cut[id]?.acts.filter((one) => !one.void) ?? [])

const placed = (one: JudgedCase, stage: CaseStage, { party, index, id }: Logged): StageAct => {
  const within = one.charter.id
  return { stage, case: within, within, party, index, id }
}

/** The first act of each strand: whichever the witnesses saw first opened the case. */
const opening = (one: JudgedCase): readonly StageAct[] =>
  strandsOf(one).flatMap(([first]) => (first ? [placed(one, 'opened', first)] : []))

function reached(one: JudgedCase): readonly StageAct[] {
  const adopted = new Set<ActId>(
    one.state.steps
      .filter(({ kind }) => kind === 'position')
      .flatMap(({ versions }) => versions.flatMap((version) => version.adopted)),
  )
  return strandsOf(one).flatMap((acts) => {
    const first = new Map<CaseStage, Logged>()
    for (const logged of acts) {
      const stage = adopted.has(logged.id)
        ? 'adopted'
        : logged.act && kindOf(logged.act).reaches?.(logged.act)
      if (stage !== undefined && !first.has(stage)) first.set(stage, logged)
    }
    return [...first].map(([stage, logged]) => placed(one, stage, logged))
  })
}

/** Acts of a public case that make a text of another case public. */
const publications = (one: JudgedCase): readonly StageAct[] =>
  strandsOf(one).flatMap((acts) =>
    acts.flatMap((logged) => {
      const of = logged.act && kindOf(logged.act).publishes?.(logged.act).of
      return of ? [{ ...placed(one, 'published', logged), case: of.case }] : []
    }),
  )

/** A stage that a case reached. Seconds; every instant is one by which a quorum of witnesses had seen it. */
type StageReached = {
  readonly stage: CaseStage
  readonly at: number
  /** Since the case was opened. */
  readonly after: number
  /** Until the stage that was reached next; absent for the last one. */
  readonly spent?: number
}

export type CaseTimes = {
  readonly case: CharterId
  readonly title: string
  readonly exercise: boolean
  /** In the order of their instants. */
  readonly stages: readonly StageReached[]
}

/** Over cases, for one stage. Seconds since a case was opened. */
export type StageMedian = {
  readonly stage: CaseStage
  readonly median: number
  /** Of how many cases: those that reached it. */
  readonly of: number
  /** The middle of the times that the cases stayed in it before the next, where one left it. */
  readonly spent?: { readonly median: number; readonly of: number }
}

export type StageTimes = {
  readonly cases: readonly CaseTimes[]
  /** In the order of the path; a stage that no case reached is absent. */
  readonly medians: readonly StageMedian[]
}

/**
 * How long cases took from stage to stage. `seenBy` gives the second by which a quorum had cosigned a
 * tree with an act in it: what authors claim is not asked. An act for which it knows none reaches nothing.
 */
export function stageTimes(
  cases: readonly JudgedCase[],
  acts: readonly StageAct[],
  seenBy: (act: ActId) => number | undefined,
): StageTimes {
  const timed = cases.flatMap(({ charter: { id, title, exercise } }) => {
    const stages = timesOf(
      acts.filter((act) => act.case === id),
      seenBy,
    )
    return stages.length === 0 ? [] : [{ case: id, title, exercise, stages }]
  })
  return { cases: timed, medians: CASE_STAGES.flatMap((stage) => medianOf(stage, timed)) }
}

function timesOf(
  acts: readonly StageAct[],
  seenBy: (act: ActId) => number | undefined,
): readonly StageReached[] {
  const first = new Map<CaseStage, number>()
  for (const { stage, id } of acts) {
    const at = seenBy(id)
    if (at !== undefined && at < (first.get(stage) ?? Infinity)) first.set(stage, at)
  }
  const opened = first.get('opened')
  if (opened === undefined) return []
  const inOrder = [...first].toSorted(
    ([a, at], [b, bt]) => at - bt || CASE_STAGES.indexOf(a) - CASE_STAGES.indexOf(b),
  )
  return inOrder.map(([stage, at], place) => {
    const next = inOrder[place + 1]?.[1]
    return { stage, at, after: at - opened, ...(next === undefined ? {} : { spent: next - at }) }
  })
}

function medianOf(stage: CaseStage, cases: readonly CaseTimes[]): readonly StageMedian[] {
  const reachedIn = cases.flatMap(({ stages }) => stages.filter((one) => one.stage === stage))
  if (reachedIn.length === 0) return []
  const spent = reachedIn.flatMap((one) => one.spent ?? [])
  return [
    {
      stage,
      median: middle(reachedIn.map(({ after }) => after)),
      of: reachedIn.length,
      ...(spent.length === 0 ? {} : { spent: { median: middle(spent), of: spent.length } }),
    },
  ]
}

/** Below this many cases a median says little, and whoever shows it says so. Ours. */
export const FEW_CASES = 5

/**
 * The field's own figure beside which ours is shown: the median from an incident to its public
 * attribution, over 124 political attributions. Source: EuRepoC v1.1, as quoted; not computed here.
 * It starts with the incident, ours with the first act that witnesses saw.
 */
export const FIELD_MEDIAN = { days: 153, attributions: 124, source: 'EuRepoC v1.1' } as const
