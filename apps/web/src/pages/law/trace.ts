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

/** A nation's own word stands before what is common to all. */
export function recordOf(view: AssessmentView, nation: string, fact: string): Recorded | undefined {
  const own: Readonly<Record<string, Recorded | undefined>> =
    view.nations.find(({ code }) => code === nation)?.facts ?? {}
  const common: Readonly<Record<string, Recorded | undefined>> = view.facts
  return own[fact] ?? common[fact]
}
