import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { IncidentsView, ReportDraftView } from '../../../../node/src/api.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { Waiting } from '../../frame/states.tsx'
import { Moment } from '../../marks/moment.tsx'
import { SourceLine } from '../../marks/source-line.tsx'
import { Clocks } from './clocks.tsx'
import { incidentsQuery, reportDraftQuery } from './queries.ts'
import { QUESTIONS, type Question } from './questions.ts'
import { Asked, Touched, What, When } from './question-parts.tsx'
import { Recipients } from './recipients.tsx'
import { regimeIn, stageIn, walked, type Regime, type Stage } from './regime-words.ts'
import { SignReport } from './sign-report.tsx'
import { useSaid, type Saved } from './use-said.ts'
import './incidents.css'
import { nameWindow } from '../../frame/use-title.ts'

const route = getRouteApi('/incidents/drafts/$id')

/** A report while it is written: one question a page, the clocks beside it. */
export function ReportPage() {
  const intl = useIntl()
  const { id } = route.useParams()
  const draft = useQuery(reportDraftQuery(id))
  const view = useQuery(incidentsQuery)
  useEffect(() => {
    const page = intl.formatMessage({ id: 'report.title' })
    nameWindow(intl, page)
  }, [intl])
  if (!draft.data || !view.data) return <Waiting error={draft.error ?? view.error} />
  const regime = regimeIn(view.data.regimes, draft.data.regime)
  const stage = stageIn(regime, draft.data.stage)
  if (!regime || !stage) return <Waiting error={new Error(draft.data.regime)} />
  const of = { draft: draft.data, view: view.data, regime, stage }
  return (
    <div className="report-page comfortable">
      <Clocks
        clocks={draft.data.clocks}
        regime={regime}
        awareAt={draft.data.said.awareAt}
        stage={stage.id}
      />
      {draft.data.state === 'drafted' ? <Wizard {...of} /> : <Ordered {...of} />}
    </div>
  )
}

export type Of = {
  readonly draft: ReportDraftView
  readonly view: IncidentsView
  readonly regime: Regime
  readonly stage: Stage
}

function Wizard(of: Of) {
  const intl = useIntl()
  const { draft, regime, stage } = of
  const { question: wanted } = route.useSearch()
  const navigate = route.useNavigate()
  const { said, saved, change, send } = useSaid(draft)
  const questions = QUESTIONS.filter((one) => one !== 'asked' || stage.fields.length > 0)
  const question = questions.find((one) => one === wanted) ?? questions[0]!
  const at = questions.indexOf(question)
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useRef(true)
  useEffect(() => {
    // Who went on stands at the new question, with the keyboard and for the ear.
    if (!first.current) heading.current?.focus()
    first.current = false
  }, [question])
  const go = (to: Question | undefined) => {
    if (to) void navigate({ search: { question: to } })
  }
  const parts = { ...of, said, change }
  return (
    <form
      className="body questions"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
        go(questions[at + 1])
      }}
    >
      <Stages of={of} />
      <p className="where">
        <Where of={of} number={at + 1} count={questions.length} />
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {intl.formatMessage({ id: `report.question.${question}` })}
      </h1>
      <SavedNote saved={saved} />
      <Refused draft={draft} />
      {question === 'when' ? <When {...parts} /> : null}
      {question === 'what' ? <What {...parts} /> : null}
      {question === 'touched' ? <Touched {...parts} /> : null}
      {question === 'asked' ? <Asked {...parts} /> : null}
      {question === 'sign' ? <SignReport {...of} send={send} /> : null}
      {regime.liability ? <Liability regime={regime} /> : null}
      <div className="go">
        {at > 0 ? (
          <button type="button" className="btn big" onClick={() => go(questions[at - 1])}>
            {intl.formatMessage({ id: 'report.back' })}
          </button>
        ) : null}
        {question === 'sign' ? null : (
          <button type="submit" className="btn big primary">
            {intl.formatMessage({ id: 'report.go-on' })}
          </button>
        )}
      </div>
      <Recipients {...of} />
    </form>
  )
}

function Where({ of, number, count }: { of: Of; number: number; count: number }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  return intl.formatMessage(
    { id: 'report.where' },
    { incident: of.draft.incident, stage: of.stage.label[locale], number, count },
  )
}

/** The stages that every incident walks, and which of them this is. */
function Stages({ of: { regime, stage, draft } }: { of: Of }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const filed = new Set(
    draft.clocks.filter(({ submittedAt }) => submittedAt !== undefined).map((clock) => clock.stage),
  )
  const shown = walked(regime).some(({ id }) => id === stage.id)
    ? walked(regime)
    : [...walked(regime), stage]
  return (
    <ol className="stages" aria-label={intl.formatMessage({ id: 'report.stages' })}>
      {shown.map(({ id, label }) => (
        <li key={id} aria-current={id === stage.id ? 'step' : undefined}>
          {label[locale]}
          {filed.has(id) ? (
            <span className="small"> ✓ {intl.formatMessage({ id: 'clocks.met' })}</span>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

/** Where the words are, always said; loud only where the node does not have them. */
function SavedNote({ saved }: { saved: Saved }) {
  const intl = useIntl()
  switch (saved.where) {
    case 'node':
      return (
        <output className="saved small quiet">
          {intl.formatMessage({ id: 'report.saved' })} <Moment at={saved.at} only="time" /> UTC.
        </output>
      )
    case 'writing':
      return (
        <output className="saved small quiet">{intl.formatMessage({ id: 'report.saving' })}</output>
      )
    case 'browser':
      return (
        <output className="saved note hold">
          <b>{intl.formatMessage({ id: 'report.kept' })}</b>{' '}
          {intl.formatMessage({ id: 'report.kept.at' })} <Moment at={saved.at} only="time" /> UTC.{' '}
          {intl.formatMessage({ id: 'report.kept.nothing-lost' })}
        </output>
      )
    case 'refused':
      return (
        <p className="saved note against" role="alert">
          {sayRefusal(intl, saved.error)}
        </p>
      )
  }
}

/** It was ordered, and came back from the line. */
function Refused({ draft }: { draft: ReportDraftView }) {
  const intl = useIntl()
  if (!draft.refused) return null
  return (
    <p className="note against" role="alert">
      {intl.formatMessage({ id: 'report.refused' })} <span lang="en">{draft.refused.message}</span>
    </p>
  )
}

function Liability({ regime }: { regime: Regime }) {
  const { locale } = usePreferences()
  if (!regime.liability) return null
  return (
    <p className="note ink">
      {regime.liability.text[locale]}{' '}
      <span className="small">
        <SourceLine of={regime.liability.source} />
      </span>
    </p>
  )
}

/** It is signed, or will be as soon as the line takes it; nobody has to stay. */
function Ordered(of: Of) {
  const intl = useIntl()
  const { draft, view } = of
  const line = view.lines.find(({ id }) => id === draft.line)
  const name = line?.authority.name ?? ''
  return (
    <div className="body">
      <Stages of={of} />
      <h1>
        {intl.formatMessage(
          { id: `report.ordered.${draft.state === 'drafted' ? 'waiting' : draft.state}` },
          { name },
        )}
      </h1>
      {draft.state === 'waiting' ? (
        <output className="note hold">
          {intl.formatMessage(
            { id: line?.answers ? 'report.ordered.going' : 'report.ordered.silent' },
            { name },
          )}
        </output>
      ) : null}
      {draft.ordered ? (
        <p className="small quiet">
          {intl.formatMessage({ id: 'report.act' })} <code className="id">{draft.ordered.act}</code>
        </p>
      ) : null}
      <p>
        {draft.state === 'filed' ? (
          <Link
            className="btn primary"
            to="/incidents/$line/$incident"
            params={{ line: draft.line, incident: draft.incident }}
            search={{ regime: draft.regime }}
          >
            {intl.formatMessage({ id: 'report.ordered.see' })}
          </Link>
        ) : (
          <Link className="btn" to="/incidents">
            {intl.formatMessage({ id: 'incidents.title' })}
          </Link>
        )}
      </p>
    </div>
  )
}
