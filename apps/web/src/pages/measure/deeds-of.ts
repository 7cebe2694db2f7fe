import type { MeasureView, NationView } from '../../../../node/src/api.ts'
import type { MeasureAct } from '../case/measure-sentence.tsx'

type Kind = MeasureAct['kind']
export type Deed = Kind | 'voices' | 'declare'
type Deeds = { readonly due: readonly Deed[]; readonly possible: readonly Deed[] }

const mayDeclare = ({ gate, adopted }: MeasureView) => gate.open && adopted.length === 0

/** What awaits this nation in the measure, and what else it may do; the node decides in the end. */
export function deedsOf(measure: MeasureView, nation: NationView | undefined): Deeds {
  if (!nation) return { due: mayDeclare(measure) ? ['declare'] : [], possible: [] }
  const { stage, reasons, start } = nation
  if (stage === 'terminated') return { due: [], possible: [] }
  const has = (code: string) => reasons.some((reason) => reason.code === code)
  const isPaused = stage === 'suspended' && reasons.every(({ code }) => code === 'suspended-by-act')
  const isBegun = start !== undefined
  const due: Deed[] = [
    ...(has('act-ceased') && isBegun ? (['terminate'] as const) : []),
    ...(stage === 'suspended' && !has('suspended-by-act') ? (['suspend'] as const) : []),
    ...(measure.review.isOver && isBegun ? (['review'] as const) : []),
    ...(stage === 'may-start' || isPaused ? (['start'] as const) : []),
    ...(has('no-call') ? (['call'] as const) : []),
    ...(has('no-notice') ? (['notice'] as const) : []),
    ...(nation.assessment && !nation.assessment.isOvertaken ? [] : (['assess'] as const)),
    ...(nation.voice === 'silent' ? (['voices'] as const) : []),
    ...(mayDeclare(measure) ? (['declare'] as const) : []),
  ]
  const possible: Deed[] = isBegun
    ? ['report', 'review', 'suspend', 'terminate', 'assess', 'notice']
    : ['call', 'notice', 'assess', 'voices']
  return { due, possible: possible.filter((deed) => !due.includes(deed)) }
}
