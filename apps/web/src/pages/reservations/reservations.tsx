import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ReservationsView } from '../../../../node/src/api.ts'
import { meQuery, reservationsQuery } from '../../api/queries.ts'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { StandingBadge } from '../../marks/standing.tsx'
import './reservations.css'

type Row = ReservationsView['reservations'][number]

/** A nation's register of its own reservations, across its cases. */
export function ReservationsPage() {
  useTitle('reservations.title')
  const intl = useIntl()
  const me = useQuery(meQuery)
  const { data, error } = useQuery(reservationsQuery)
  if (!data || !me.data) return <Waiting error={error ?? me.error} />
  const { name } = me.data.node
  return (
    <>
      <h1>{intl.formatMessage({ id: 'reservations.title' })}</h1>
      <p className="small quiet reservations-lead">
        {intl.formatMessage(
          { id: data.reservations.length === 0 ? 'reservations.none' : 'reservations.about' },
          { name },
        )}
      </p>
      {data.reservations.length === 0 ? null : (
        <table
          className="table reservations"
          aria-label={intl.formatMessage({ id: 'reservations.title' })}
        >
          <thead>
            <tr>
              {(['what', 'on', 'state'] as const).map((column) => (
                <th key={column} scope="col">
                  {intl.formatMessage({ id: `reservations.${column}` })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.reservations.map((one) => (
              <ReservationRow
                key={`${one.act} ${one.axis} ${one.clause ?? ''} ${one.text}`}
                row={one}
                name={name}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function ReservationRow({ row, name }: { row: Row; name: string }) {
  const intl = useIntl()
  const { clause, text, title, number, isCurrent, standing, caseTitle, state, effect } = row
  const axis = intl.formatMessage({ id: `axis.${row.axis}` })
  return (
    <tr className={state === 'holds' ? undefined : 'past'}>
      <th scope="row">
        {clause === undefined
          ? intl.formatMessage({ id: 'reservations.statement' }, { axis })
          : intl.formatMessage({ id: 'reservations.clause' }, { clause, axis })}
        <span className="said">{text}</span>
      </th>
      <td>
        <Link to="/cases/$id" params={{ id: row.case }} search={{ step: row.step }}>
          {intl.formatMessage({ id: 'reservations.version' }, { title, number })}
        </Link>
        <span className="small quiet line">{caseTitle}</span>
        <span className="line">
          <StandingBadge standing={standing} />
        </span>
        {isCurrent ? null : (
          <span className="small quiet line">
            {intl.formatMessage({ id: 'reservations.earlier' })}
          </span>
        )}
      </td>
      <td>
        <b>{intl.formatMessage({ id: `reservations.state.${state}` })}</b>
        {state === 'holds' ? (
          <span className="small line">
            {intl.formatMessage({ id: `reservations.effect.${effect}` }, { name })}
          </span>
        ) : null}
      </td>
    </tr>
  )
}
