import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { AlarmSeverity, AlarmView } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { alarmsQuery, meQuery } from '../../api/queries.ts'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { useSay } from '../../i18n/use-say.ts'
import { Moment } from '../../marks/moment.tsx'
import './alarms.css'

const COLUMNS = ['gravity', 'what', 'next', 'seen', 'acknowledged'] as const

/** What this node refused or noticed, the gravest that nobody has seen to first, and what to do next. */
export function AlarmsPage() {
  useTitle('alarms.title')
  const intl = useIntl()
  const me = useQuery(meQuery)
  const { data, error } = useQuery(alarmsQuery)
  if (!data || !me.data) return <Waiting error={error ?? me.error} />
  const { alarms } = data
  const may = me.data.person?.powers.administers ?? false
  return (
    <>
      <h1>{intl.formatMessage({ id: 'alarms.title' })}</h1>
      <p className="small quiet alarms-lead">
        {intl.formatMessage({ id: 'alarms.about' }, { name: me.data.node.name })}{' '}
        {may ? null : intl.formatMessage({ id: 'alarms.whose' })}
      </p>
      {alarms.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'alarms.none' })}</p>
      ) : (
        <table className="table alarms" aria-label={intl.formatMessage({ id: 'alarms.title' })}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {intl.formatMessage({ id: `alarms.${column}` })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {alarms.map((one) => (
              <Row key={one.id} alarm={one} may={may} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Row({ alarm, may }: { alarm: AlarmView; may: boolean }) {
  const intl = useIntl()
  const say = useSay()
  const { caseId, caseTitle, says, next, firstSeen, lastSeen, times, ended } = alarm
  return (
    <tr className={alarm.acknowledged || ended ? 'is-seen' : undefined}>
      <td>
        <Gravity of={alarm.severity} />
      </td>
      <th scope="row">
        {say(says)}
        {caseId && caseTitle ? (
          <a className="small in-case" href={`/cases/${encodeURIComponent(caseId)}`}>
            {caseTitle}
          </a>
        ) : null}
        <Evidence alarm={alarm} />
      </th>
      <td className="small">{say(next)}</td>
      <td className="small">
        <Moment at={lastSeen} />
        {times > 1 ? (
          <span className="quiet since">
            {intl.formatMessage({ id: 'alarms.times' }, { times })} <Moment at={firstSeen} />
          </span>
        ) : null}
        {ended ? (
          <span className="since">
            {intl.formatMessage({ id: 'alarms.ended' })} <Moment at={ended} />
          </span>
        ) : null}
      </td>
      <td className="small">
        <Acknowledged alarm={alarm} may={may} />
      </td>
    </tr>
  )
}

/** A form for each, so that it does not hang on its colour; the word says it to everybody. */
const SHAPES: Readonly<Record<AlarmSeverity, string>> = {
  critical: 'M8 1 15.5 15H.5Z',
  serious: 'M8 .5 15.5 8 8 15.5.5 8Z',
  notice: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
}

function Gravity({ of }: { of: AlarmSeverity }) {
  const intl = useIntl()
  return (
    <span className={`gravity ${of}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={SHAPES[of]} />
      </svg>
      {intl.formatMessage({ id: `alarms.gravity.${of}` })}
    </span>
  )
}

/** The refusal in the node's own words, which are English, and whatever proves it. */
function Evidence({ alarm: { code, message, evidence } }: { alarm: AlarmView }) {
  const intl = useIntl()
  return (
    <details className="small">
      <summary>{intl.formatMessage({ id: 'alarms.evidence' })}</summary>
      <p>
        <code>{code}</code> <span lang="en">{message}</span>
      </p>
      <dl>
        {Object.entries(evidence).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code className="whole">{value}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Acknowledged({ alarm, may }: { alarm: AlarmView; may: boolean }) {
  const intl = useIntl()
  const say = useSay()
  const client = useQueryClient()
  const { id, says, acknowledged } = alarm
  const seen = useMutation({
    mutationFn: () => postJson(`/api/v1/alarms/${id}/acknowledge`, {}),
    onSettled: () => client.invalidateQueries(alarmsQuery),
  })
  if (acknowledged)
    return (
      <span className="quiet">
        {intl.formatMessage({ id: 'alarms.by' }, { by: acknowledged.by })}{' '}
        <Moment at={acknowledged.at} />
      </span>
    )
  if (!may) return <span>{intl.formatMessage({ id: 'alarms.nobody' })}</span>
  return (
    <>
      <button
        type="button"
        className="btn"
        disabled={seen.isPending}
        aria-label={intl.formatMessage({ id: 'alarms.acknowledge.of' }, { what: say(says) })}
        onClick={() => seen.mutate()}
      >
        {intl.formatMessage({ id: 'alarms.acknowledge' })}
      </button>
      <output>{seen.error ? <span className="error">{seen.error.message}</span> : null}</output>
    </>
  )
}
