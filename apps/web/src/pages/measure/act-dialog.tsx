import { useParams, useSearch } from '@tanstack/react-router'
import type { MeasureView } from '../../../../node/src/api.ts'
import { useCase } from '../case/case-context.ts'
import '../../style/voice.css'
import { FIELDS, type FilledKind } from './act-fields.ts'
import { AssessDialog } from './assess-dialog.tsx'
import { AttachPlaybook } from './attach-playbook.tsx'
import { FillDialog } from './fill-dialog.tsx'
import { useMeasures } from './measures-context.ts'

const isFilled = (act: string): act is FilledKind => Object.hasOwn(FIELDS, act)

/** The form of one act on a measure: what is filled in on the left, exactly what is signed on the right. */
export function MeasureActDialog() {
  const { act } = useParams({ from: '/cases/$id/measures/$act' })
  const { step } = useSearch({ from: '/cases/$id/measures' })
  const { us } = useCase()
  const { measures } = useMeasures()
  const measure = chosen(measures, step)
  if (act === 'assess')
    return measure?.nations.some(({ party }) => party === us) ? (
      <AssessDialog key={measure.version} measure={measure} />
    ) : null
  if (act === 'playbook')
    return measure ? <AttachPlaybook key={measure.version} measure={measure} /> : null
  if (!isFilled(act)) return null
  const isEarly = act === 'call' || act === 'notice'
  if (!measure && !isEarly) return null
  return (
    <FillDialog
      key={`${act} ${measure?.version ?? step ?? ''}`}
      kind={act}
      measure={measure}
      step={measure?.step ?? step}
    />
  )
}

/** The measure of the address; the only one, where the address names none. */
const chosen = (measures: readonly MeasureView[], step: string | undefined) =>
  measures.find((one) => one.step === step) ??
  (step === undefined && measures.length === 1 ? measures[0] : undefined)
