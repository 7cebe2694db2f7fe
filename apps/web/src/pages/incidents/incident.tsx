import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useIntl } from 'react-intl'
import type { IncidentView, ReportDraftView } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { Waiting } from '../../frame/states.tsx'
import { Due } from '../../marks/due.tsx'
import { SourceLine } from '../../marks/source-line.tsx'
import { Clocks } from './clocks.tsx'
import { FiledReports } from './filed-reports.tsx'
import { OpenCase } from './open-case.tsx'
import { incidentsQuery } from './queries.ts'
import { regimeIn, stageIn, type Regime, type Stage } from './regime-words.ts'
import './incidents.css'
import { nameWindow } from '../../frame/use-title.ts'

const route = getRouteApi('/incidents/$line/$incident')

/** One incident on either end of its reporting line: clocks, what was filed, what is next. */
export function IncidentPage() {
  const intl = useIntl()
  const { line, incident } = route.useParams()
  const { regime: wanted } = route.useSearch()
  const { data, error, dataUpdatedAt } = useQuery(incidentsQuery)
  const one = data?.incidents.find(
    (found) =>
      found.line === line &&
      found.incident === incident &&
      (wanted === undefined || found.regime === wanted),
  )
  useEffect(() => {
    const page = one?.title ?? intl.formatMessage({ id: 'incidents.title' })
    nameWindow(intl, page)
  }, [intl, one?.title])
  if (!data) return <Waiting error={error} />
  if (!one)
    return (
      <div className="plain">
        <h1>{intl.formatMessage({ id: 'incident.unknown' })}</h1>
        <p>
          <Link to="/incidents">{intl.formatMessage({ id: 'incidents.title' })}</Link>
        </p>
      </div>
    )
  return <Incident one={one} regime={regimeIn(data.regimes, one.regime)} now={dataUpdatedAt} />
}

type At = {
  readonly one: IncidentView
  readonly regime: Regime | undefined
  /** When the node was asked last. */
  readonly now: number
}

function Incident({ one, regime, now }: At) {
  const intl = useIntl()
  const { locale } = usePreferences()
  return (
    <div className="incident comfortable">
      <Clocks
        clocks={one.clocks}
        regime={regime}
        awareAt={one.awareAt}
        awareAtBefore={one.awareAtBefore}
      />
      <div className="body">
        <p className="small where">
          <Link to="/incidents">{intl.formatMessage({ id: 'incidents.title' })}</Link>
          {' · '}
          {one.operator.name} · {regime?.title[locale] ?? one.regime} · <code>{one.incident}</code>
        </p>
        <h1>{one.title}</h1>
        <Feedback one={one} regime={regime} now={now} />
        <FiledReports one={one} regime={regime} />
        {one.side === 'operator' ? (
          <NextStages one={one} regime={regime} />
        ) : (
          <OpenCase one={one} />
        )}
      </div>
    </div>
  )
}

/** What the authority owes whoever reported, with its own clock. */
function Feedback({ one, regime, now }: At) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const owed = regime?.feedback
  const { feedback } = one
  if (!feedback?.dueAt || !owed) return null
  const left = Math.floor((Date.parse(feedback.dueAt) - now) / 1000)
  return (
    <p className={feedback.state === 'met' ? 'note for' : 'note hold'}>
      <b>{intl.formatMessage({ id: `incident.feedback.${one.side}` })}</b> {owed.label[locale]}.{' '}
      {feedback.submittedAt === undefined ? (
        <Due at={feedback.dueAt} left={left} />
      ) : (
        intl.formatMessage({
          id: feedback.state === 'late' ? 'incident.feedback.late' : 'incident.feedback.met',
        })
      )}{' '}
      <span className="quiet small">
        <SourceLine of={owed.source} />
      </span>
    </p>
  )
}

/** Which stage may be written next; what is under way is gone on with. */
function NextStages({ one, regime }: { one: IncidentView; regime: Regime | undefined }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const navigate = useNavigate()
  const last = one.reports.at(-1)
  const begin = useMutation({
    mutationFn: (stage: string) =>
      postJson<ReportDraftView>('/api/v1/incidents/drafts', {
        line: one.line,
        incident: one.incident,
        regime: one.regime,
        stage,
        said: carriedOver(one),
      }),
    onSuccess: (draft) => navigate({ to: '/incidents/drafts/$id', params: { id: draft.id } }),
  })
  const filed = new Set(one.reports.map(({ stage }) => stage))
  const writing = new Set(one.drafts.map(({ stage }) => stage))
  const open = (regime?.stages ?? []).filter(({ id }) => !filed.has(id) && !writing.has(id))
  const next = open.find(({ id }) =>
    one.clocks.some(
      ({ stage, state }) => stage === id && (state === 'running' || state === 'missed'),
    ),
  )
  const others = open.filter((stage) => stage !== next && last !== undefined)
  return (
    <section className="next" aria-labelledby="next">
      <h2 id="next">{intl.formatMessage({ id: 'incident.next' })}</h2>
      {one.drafts.map((draft) => (
        <p key={draft.id}>
          <Link className="btn primary" to="/incidents/drafts/$id" params={{ id: draft.id }}>
            {intl.formatMessage(
              { id: draft.state === 'waiting' ? 'incident.see' : 'incident.go-on' },
              { stage: stageIn(regime, draft.stage)?.label[locale] ?? draft.stage },
            )}
          </Link>
        </p>
      ))}
      <div className="row">
        {[...(next ? [next] : []), ...others].map((stage: Stage) => (
          <button
            key={stage.id}
            type="button"
            className={stage === next && one.drafts.length === 0 ? 'btn primary' : 'btn'}
            aria-disabled={begin.isPending}
            onClick={() => begin.mutate(stage.id)}
          >
            {intl.formatMessage({ id: 'incident.write' }, { stage: stage.label[locale] })}
          </button>
        ))}
      </div>
      {begin.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, begin.error)}
        </p>
      ) : null}
    </section>
  )
}

/** A further stage begins with what the last one said; every word of it can be changed. */
function carriedOver({ reports, awareAt }: IncidentView) {
  const last = reports.at(-1)
  if (!last) return { awareAt }
  const { title, account, suspectedMalicious, crossBorder, touched, indicators } = last
  return {
    awareAt,
    title,
    account,
    suspectedMalicious,
    crossBorder,
    indicators,
    ...(touched === undefined ? {} : { touched }),
  }
}
