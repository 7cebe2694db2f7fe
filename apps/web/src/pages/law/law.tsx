import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams, useSearch } from '@tanstack/react-router'
import { FormattedMessage, useIntl } from 'react-intl'
import type { AssessmentView } from '../../../../node/src/api.ts'
import { assessmentQuery } from '../../api/measures.ts'
import { Waiting } from '../../frame/states.tsx'
import { Day } from '../../marks/day.tsx'
import { useCase } from '../case/case-context.ts'
import { CasePlace } from '../case/case-place.tsx'
import { Advisers } from './advisers.tsx'
import { AsOf } from './as-of.tsx'
import { Argument } from './argument.tsx'
import { Clauses } from './clauses.tsx'
import { Disputes } from './disputes.tsx'
import { Explain } from './explain.tsx'
import { FormChoice, Forms } from './forms.tsx'
import './law.css'
import { Matrix } from './matrix.tsx'
import { Questions } from './questions.tsx'
import { WeighingOf } from './weighing.tsx'

/** What the law answers on a measure: rule by nation, disputes on top, never an average. */
export function LawPage() {
  const { id } = useParams({ from: '/cases/$id/law' })
  return (
    <CasePlace id={id} at="law">
      <Law />
    </CasePlace>
  )
}

function Law() {
  const intl = useIntl()
  const { view } = useCase()
  const search = useSearch({ from: '/cases/$id/law' })
  const measures = view.state.measures ?? []
  const measure = measures.find(({ step }) => step === search.step) ?? measures.at(-1)
  if (!measure)
    return (
      <div className="plain law-none">
        <p>{intl.formatMessage({ id: 'law.none' })}</p>
        <Link className="btn" to="/cases/$id/measures" params={{ id: view.id }}>
          {intl.formatMessage({ id: 'law.to-measures' })}
        </Link>
      </div>
    )
  return (
    <>
      {measures.length > 1 ? (
        <nav className="segment law-steps" aria-label={intl.formatMessage({ id: 'law.steps' })}>
          {measures.map(({ step }) => (
            <Link
              key={step}
              to="/cases/$id/law"
              params={{ id: view.id }}
              search={{ step }}
              aria-current={step === measure.step ? 'true' : undefined}
            >
              {step}
            </Link>
          ))}
        </nav>
      ) : null}
      <Measure key={measure.step} step={measure.step} />
    </>
  )
}

function Measure({ step }: { step: string }) {
  const { view } = useCase()
  const { form, asOf } = useSearch({ from: '/cases/$id/law' })
  const asked = { step, form, asOf, digest: view.digest }
  const { data, error } = useQuery(assessmentQuery(view.id, asked))
  if (!data) return <Waiting error={error} />
  return (
    <>
      <Assessed view={data} />
      <Outlet />
    </>
  )
}

function Assessed({ view }: { view: AssessmentView }) {
  const intl = useIntl()
  const file = useCase()
  const { rule, nation, asOf } = useSearch({ from: '/cases/$id/law' })
  const root = view.rows[0]?.norm ?? ''
  const chosen = {
    rule: view.rows.some(({ norm }) => norm === rule) ? rule! : root,
    nation:
      view.nations.find(({ code }) => code === nation)?.code ??
      view.nations.find(({ code }) => code === file.us)?.code ??
      view.nations[0]?.code ??
      '',
  }
  return (
    <div className="law-page">
      <div className="measure-head">
        <h2 lang={file.textOf(view.version)?.lang}>{view.title}</h2>
        <Link
          className="btn push"
          to="/cases/$id/law/sanctions"
          params={{ id: file.view.id }}
          search={{ step: view.step }}
        >
          {intl.formatMessage({ id: 'law.sanctions' })}
        </Link>
        <Link
          className="btn"
          to="/cases/$id/law/memorandum"
          params={{ id: file.view.id }}
          search={{ step: view.step, ...(asOf && { asOf }) }}
        >
          {intl.formatMessage({ id: 'law.memorandum' })}
        </Link>
      </div>
      <p className="small quiet">
        <FormattedMessage
          id="law.about"
          values={{
            number: view.number,
            responsible: view.responsible.name,
            asOf: <Day on={view.asOf} />,
          }}
        />{' '}
        {intl.formatMessage({ id: 'law.not-a-ruling' })}
      </p>
      <Clauses view={view} />
      <Disputes view={view} />
      <FormChoice view={view} />
      <AsOf view={view} />
      <div className="bench">
        <Matrix view={view} chosen={chosen} />
        <Explain view={view} {...chosen} />
      </div>
      <div className="below">
        <Questions view={view} />
        <Advisers view={view} />
      </div>
      <Argument view={view} nation={chosen.nation} />
      <WeighingOf view={view} />
      <Forms view={view} />
      <p className="derived law-base">
        <FormattedMessage
          id="law.base"
          values={{
            base: <code>{view.lawBase}</code>,
            on: <Day on={view.edition.on} />,
            hash: <code className="whole">{view.factsHash}</code>,
          }}
        />
      </p>
    </div>
  )
}
