import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { divergenceQuery } from '../../api/measures.ts'
import { Waiting } from '../../frame/states.tsx'
import { useCase } from '../case/case-context.ts'
import { CasePlace } from '../case/case-place.tsx'
import './divergence.css'
import { Objectives } from '../exchange/objectives.tsx'
import { LawDiffers } from './law-differs.tsx'
import { QuestionsDiffer } from './questions-differ.tsx'
import { TextDiffers } from './text-differs.tsx'

/** Where the nations differ, by clause, by rule and by open question, and the smallest change that would unite them. */
export function DivergencePage() {
  const { id } = useParams({ from: '/cases/$id/divergence' })
  return (
    <CasePlace id={id} at="divergence">
      <Divergence />
    </CasePlace>
  )
}

function Divergence() {
  const intl = useIntl()
  const { view } = useCase()
  const { as } = useSearch({ from: '/cases/$id/divergence' })
  const { data, error } = useQuery(divergenceQuery(view.id, view.digest))
  if (!data) return <Waiting error={error} />
  const to = { to: '/cases/$id/divergence', params: { id: view.id }, resetScroll: false } as const
  return (
    <div className="divergence">
      <div className="row">
        <p className="small quiet lead">{intl.formatMessage({ id: 'divergence.about' })}</p>
        <nav className="segment push" aria-label={intl.formatMessage({ id: 'divergence.as' })}>
          <Link {...to} search={{}} aria-current={as === 'table' ? undefined : 'true'}>
            {intl.formatMessage({ id: 'divergence.as.map' })}
          </Link>
          <Link {...to} search={{ as: 'table' }} aria-current={as === 'table' ? 'true' : undefined}>
            {intl.formatMessage({ id: 'divergence.as.table' })}
          </Link>
        </nav>
      </div>
      {data.texts.length + data.laws.length + data.questions.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'divergence.none' })}</p>
      ) : null}
      {data.texts.map((text) => (
        <TextDiffers key={text.version} text={text} inWords={as === 'table'} />
      ))}
      <QuestionsDiffer questions={data.questions} />
      <Objectives />
      {data.laws.map((law) => (
        <LawDiffers key={law.version} law={law} inWords={as === 'table'} />
      ))}
    </div>
  )
}
