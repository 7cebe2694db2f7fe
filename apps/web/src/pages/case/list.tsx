import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { CaseSummary } from '../../../../node/src/api.ts'
import { casesQuery, meQuery } from '../../api/queries.ts'
import { Waiting } from '../../frame/states.tsx'

/** Every case in which this node takes part; the coalition's own last. */
export function CasesPage() {
  const intl = useIntl()
  const { data, error } = useQuery(casesQuery)
  const me = useQuery(meQuery)
  if (!data) return <Waiting error={error} />
  return (
    <>
      <h1>{intl.formatMessage({ id: 'cases.title' })}</h1>
      {me.data?.person?.verbs.includes('open-case') ? (
        <p>
          <Link to="/coalition" hash="open-case">
            {intl.formatMessage({ id: 'open-case.any' })}
          </Link>
        </p>
      ) : null}
      {data.length === 0 ? (
        <p>{intl.formatMessage({ id: 'cases.none' })}</p>
      ) : (
        <table className="table cases">
          <thead>
            <tr>
              <th scope="col">{intl.formatMessage({ id: 'cases.column.case' })}</th>
              <th scope="col" className="r">
                {intl.formatMessage({ id: 'cases.column.acts' })}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Row({ one }: { one: CaseSummary }) {
  const intl = useIntl()
  return (
    <tr>
      <th scope="row">
        <Link to="/cases/$id" params={{ id: one.id }}>
          {one.title}
        </Link>{' '}
        {one.root ? (
          <span className="small quiet">{intl.formatMessage({ id: 'cases.root.note' })}</span>
        ) : null}
      </th>
      <td className="r num">{intl.formatNumber(one.acts)}</td>
    </tr>
  )
}
