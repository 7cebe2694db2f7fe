import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { MeasureView, SanctionsView } from '../../../../node/src/api.ts'
import { measuresQuery, sanctionsPath, sanctionsQuery } from '../../api/measures.ts'
import { ActDialog } from '../../frame/dialog.tsx'
import { Downloads } from '../../frame/downloads.tsx'
import { usePreferences } from '../../frame/preferences.tsx'
import { Waiting } from '../../frame/states.tsx'
import '../../style/voice.css'
import { useCase } from '../case/case-context.ts'
import { AssessDialog } from '../measure/assess-dialog.tsx'
import '../measure/measure.css'
import { CriteriaFields } from './criteria-fields.tsx'
import { CriteriaTable } from './criteria-table.tsx'
import './sanctions.css'

/** The sanctions test of a measure: what each criterion comes to, and for a nation that assesses, the form. */
export function SanctionsDialog() {
  const intl = useIntl()
  const navigate = useNavigate()
  const { id } = useParams({ from: '/cases/$id/law' })
  const search = useSearch({ from: '/cases/$id/law' })
  const { view, us, verbs } = useCase()
  const measures = view.state.measures ?? []
  const step = (measures.find((one) => one.step === search.step) ?? measures.at(-1))?.step ?? ''
  const { data, error } = useQuery(sanctionsQuery(id, { step, digest: view.digest }))
  const ledger = useQuery(measuresQuery(id, view.digest))
  const measure = ledger.data?.measures.find((one) => one.step === step)
  const close = () => void navigate({ to: '/cases/$id/law', params: { id }, search })
  const title = intl.formatMessage({ id: 'law.sanctions' })
  const foot = <SanctionsDownloads step={step} />
  const assesses = verbs.includes('assess') && measure?.nations.some(({ party }) => party === us)
  if (data && measure && assesses)
    return <SanctionsForm test={data} measure={measure} {...{ title, close, foot }} />
  return (
    <ActDialog
      title={title}
      subtitle={intl.formatMessage({ id: 'law.sanctions.note' })}
      onClose={close}
      footer={foot}
    >
      <div className="sanctions">
        {data ? <Told test={data} /> : <Waiting error={error ?? ledger.error} />}
      </div>
    </ActDialog>
  )
}

type FormProps = {
  readonly test: SanctionsView
  readonly measure: MeasureView
  readonly title: string
  readonly close: () => void
  readonly foot: ReactNode
}

/** The same questions with fields: what is answered is signed as this nation's assessment. */
function SanctionsForm({ test, measure, title, close, foot }: FormProps) {
  const intl = useIntl()
  return (
    <AssessDialog
      key={measure.version}
      measure={measure}
      form={{
        title,
        onClose: close,
        foot,
        fields: (facts, change) => (
          <div className="sanctions">
            <p className="small">{intl.formatMessage({ id: 'law.sanctions.note' })}</p>
            <Told test={test} />
            <CriteriaFields test={test} facts={facts} change={change} />
          </div>
        ),
      }}
    />
  )
}

function Told({ test }: { test: SanctionsView }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const nameOf = (code: string) =>
    test.nations.find((one) => one.code === code)?.name[locale] ?? code
  return (
    <>
      <CriteriaTable test={test} />
      <section aria-labelledby="sanctions-reasons">
        <h3 id="sanctions-reasons">{intl.formatMessage({ id: 'law.sanctions.reasons' })}</h3>
        <p className="small quiet">{intl.formatMessage({ id: 'law.sanctions.reasons.note' })}</p>
        {test.reasons.map(({ nations, [locale]: lines }) => (
          <details key={nations.join(' ')}>
            <summary>{nations.map(nameOf).join(', ')}</summary>
            <ul className="lines">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        ))}
      </section>
    </>
  )
}

function SanctionsDownloads({ step }: { step: string }) {
  const { view } = useCase()
  const { locale: lang } = usePreferences()
  return (
    <Downloads
      name={`sanctions-${step}-${lang}`}
      path={(format) => sanctionsPath(view.id, step, { format, lang })}
    />
  )
}
