import type { AssessmentView, TraceView } from '../../../../node/src/api.ts'

export type Asked = Extract<TraceView, { asked: true }>

/** The place of one rule in what a nation was asked; undefined where it was not reached. */
export function findTrace(trace: TraceView, norm: string): TraceView | undefined {
  if (trace.norm === norm) return trace
  if (!trace.asked) return undefined
  for (const part of trace.parts) {
    const found = findTrace(part, norm)
    if (found) return found
  }
  return undefined
}

/** What is on record behind a fact: its value, who asserts it, on what evidence, graded how. */
export type Recorded = {
  readonly value: unknown
  readonly assertedBy: string
  readonly evidence: readonly string[]
  readonly grade?: string
}

/** One value on record: whose it is, undefined where it is common to all, and whether it counts for the nation asked. */
export type OneRecord = Recorded & {
  readonly nation: string | undefined
  readonly counts: boolean
}

type Facts = Readonly<Record<string, Recorded | undefined>>

/**
 * Every value on record of one fact, the one that counts for this nation first: its own word stands
 * before what is common to all, and other nations’ words stand beside.
 */
export function recordsOf(
  view: Pick<AssessmentView, 'facts' | 'nations'>,
  nation: string,
  fact: string,
): readonly OneRecord[] {
  const common: Facts = view.facts
  const all = [
    ...view.nations.map(({ code, facts }) => ({ nation: code, facts: facts as Facts })),
    { nation: undefined, facts: common },
  ].flatMap(({ nation: of, facts }) => {
    const record = facts[fact]
    return record ? [{ ...record, nation: of }] : []
  })
  const counting =
    all.find((one) => one.nation === nation) ?? all.find((one) => one.nation === undefined)
  return all
    .map((one) => ({ ...one, counts: one === counting }))
    .toSorted((a, b) => Number(b.counts) - Number(a.counts))
}

/** What was said of one fact before it was said otherwise. */
export const beforeOf = ({ before }: Pick<AssessmentView, 'before'>, fact: string) =>
  before.filter((one) => one.fact === fact)
