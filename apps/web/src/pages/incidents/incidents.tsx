import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useId, useState, type FormEvent } from 'react'
import { useIntl } from 'react-intl'
import type {
  IncidentsView,
  IncidentView,
  LineView,
  ReportDraftView,
} from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { Waiting } from '../../frame/states.tsx'
import { Due } from '../../marks/due.tsx'
import { incidentsQuery } from './queries.ts'
import { regimeIn, stageIn, type Regime } from './regime-words.ts'
import './incidents.css'

/** Reports on a reporting line: an operator's own, or those that an authority receives. */
export function IncidentsPage() {
  const intl = useIntl()
  const { data, error } = useQuery(incidentsQuery)
  if (!data) return <Waiting error={error} />
  const { lines, incidents, drafts } = data
  const own = lines.some(({ side }) => side === 'operator')
  return (
    <div className="incidents comfortable">
      <h1>{intl.formatMessage({ id: 'incidents.title' })}</h1>
      {lines.length === 0 ? (
        <NoLine />
      ) : (
        <>
          <Lines lines={lines} />
          {incidents.length + drafts.length === 0 ? (
            <p className="quiet">{intl.formatMessage({ id: 'incidents.none' })}</p>
          ) : (
            <ol className="incident-list">
              {drafts.map((draft) => (
                <DraftLine key={draft.id} draft={draft} regimes={data.regimes} />
              ))}
              {incidents.map((one) => (
                <IncidentLine
                  key={`${one.line} ${one.incident} ${one.regime}`}
                  one={one}
                  regimes={data.regimes}
                />
              ))}
            </ol>
          )}
          {own ? <Begin view={data} /> : null}
        </>
      )}
    </div>
  )
}

function NoLine() {
  const intl = useIntl()
  return (
    <div className="plain">
      <p>{intl.formatMessage({ id: 'incidents.no-line' })}</p>
      <p>{intl.formatMessage({ id: 'incidents.no-line.how' })}</p>
      <pre>
        <code>npm run entente -- incident line --help</code>
      </pre>
    </div>
  )
}

function Lines({ lines }: { lines: readonly LineView[] }) {
  const intl = useIntl()
  return (
    <ul className="lines">
      {lines.map(({ id, side, operator, authority, answers }) => (
        <li key={id} className={answers ? 'note for' : 'note hold'}>
          {intl.formatMessage(
            { id: `incidents.line.${side}` },
            { operator: operator.name, authority: authority.name },
          )}{' '}
          <b>
            {intl.formatMessage({
              id: answers ? 'incidents.line.answers' : 'incidents.line.silent',
            })}
          </b>
        </li>
      ))}
    </ul>
  )
}

function DraftLine({ draft, regimes }: { draft: ReportDraftView; regimes: readonly Regime[] }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const stage = stageIn(regimeIn(regimes, draft.regime), draft.stage)
  const clock = draft.clocks.find((one) => one.stage === draft.stage)
  const title = draft.said.title ?? ''
  return (
    <li>
      <div className="what">
        <Link to="/incidents/drafts/$id" params={{ id: draft.id }}>
          {title === '' ? intl.formatMessage({ id: 'incidents.untitled' }) : title}
        </Link>
        <p>
          {stage?.label[locale] ?? draft.stage} · <code>{draft.incident}</code>
        </p>
      </div>
      <span className="chip">
        {intl.formatMessage({
          id: draft.state === 'waiting' ? 'incidents.state.waiting' : 'incidents.state.draft',
        })}
      </span>
      <div className="when">
        {clock?.dueAt !== undefined && clock.secondsLeft !== undefined ? (
          <Due at={clock.dueAt} left={clock.secondsLeft} />
        ) : (
          <span className="quiet">{intl.formatMessage({ id: 'clocks.none.short' })}</span>
        )}
      </div>
    </li>
  )
}

function IncidentLine({ one, regimes }: { one: IncidentView; regimes: readonly Regime[] }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const regime = regimeIn(regimes, one.regime)
  const next = one.clocks.find(({ state }) => state === 'running' || state === 'missed')
  const unread = one.reports.filter(({ receipt }) => receipt === undefined).length
  return (
    <li>
      <div className="what">
        <Link
          to="/incidents/$line/$incident"
          params={{ line: one.line, incident: one.incident }}
          search={{ regime: one.regime }}
        >
          {one.title}
        </Link>
        <p>
          {regime?.title[locale] ?? one.regime} · {one.operator.name} · <code>{one.incident}</code>
        </p>
      </div>
      <span className={unread > 0 ? 'chip filter' : 'chip'}>
        {intl.formatMessage({ id: 'incidents.state.unread' }, { unread })}
      </span>
      <div className="when">
        {next?.dueAt !== undefined && next.secondsLeft !== undefined ? (
          <>
            <span className="quiet small">{stageIn(regime, next.stage)?.label[locale]}</span>{' '}
            <Due at={next.dueAt} left={next.secondsLeft} />
          </>
        ) : (
          <span className="quiet">{intl.formatMessage({ id: 'incidents.state.no-clock' })}</span>
        )}
      </div>
    </li>
  )
}

/** A new incident: by which law it is reported, then the first question. */
function Begin({ view }: { view: IncidentsView }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const navigate = useNavigate()
  const id = useId()
  const lines = view.lines.filter(({ side }) => side === 'operator')
  const [regime, setRegime] = useState(view.regimes[0]?.id ?? 'nis2')
  const [line, setLine] = useState(lines[0]?.id)
  const chosen = regimeIn(view.regimes, regime)
  const begin = useMutation({
    mutationFn: () =>
      postJson<ReportDraftView>('/api/v1/incidents/drafts', {
        ...(line === undefined ? {} : { line }),
        regime,
        stage: chosen?.stages[0]?.id ?? '',
      }),
    onSuccess: (draft) => navigate({ to: '/incidents/drafts/$id', params: { id: draft.id } }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin.mutate()
  }
  return (
    <form className="begin" onSubmit={submit}>
      <h2>{intl.formatMessage({ id: 'incidents.begin.title' })}</h2>
      <label htmlFor={`${id}-regime`}>{intl.formatMessage({ id: 'incidents.begin.regime' })}</label>
      <select
        id={`${id}-regime`}
        className="input"
        value={regime}
        onChange={({ target }) => setRegime(target.value)}
      >
        {view.regimes.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title[locale]}
          </option>
        ))}
      </select>
      {chosen ? <p className="small quiet">{chosen.trigger[locale]}</p> : null}
      {lines.length > 1 ? (
        <>
          <label htmlFor={`${id}-line`}>{intl.formatMessage({ id: 'incidents.begin.line' })}</label>
          <select
            id={`${id}-line`}
            className="input"
            value={line}
            onChange={({ target }) => setLine(lines.find((one) => one.id === target.value)?.id)}
          >
            {lines.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </>
      ) : null}
      <button type="submit" className="btn primary big">
        {intl.formatMessage({ id: 'incidents.begin.do' })}
      </button>
      {begin.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, begin.error)}
        </p>
      ) : null}
    </form>
  )
}
