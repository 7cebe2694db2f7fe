import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { timestampsQuery } from '../../api/queries.ts'
import { Moment } from '../../marks/moment.tsx'
import { useCase } from './case-context.ts'

/** Who outside the case attests since when its record exists, who gave no token, and how anyone checks it. */
export function Timestamped() {
  const intl = useIntl()
  const { view } = useCase()
  const { data } = useQuery(timestampsQuery(view.id))
  if (!data || (data.authorities.length === 0 && data.timestamps.length === 0)) return null
  const proved = data.timestamps.flatMap((one) => ('code' in one ? [] : [one])).at(-1)
  const over = Object.values(proved?.sizes ?? {}).reduce((sum, size) => sum + size, 0)
  const later = Object.values(view.state.cut).reduce((sum, { size }) => sum + size, 0) - over
  return (
    <span className="timestamped">
      {proved ? (
        <FormattedMessage
          id="timestamped"
          values={{
            name: <b title={proved.signedBy}>{proved.authority}</b>,
            at: <Moment at={proved.at} />,
            count: over,
            later,
          }}
        />
      ) : (
        intl.formatMessage({ id: 'timestamped.none' }, { names: intl.formatList(data.authorities) })
      )}
      {data.failures.map(({ authority, code, at }) => (
        <span key={authority} className="failed">
          <FormattedMessage
            id="timestamped.failed"
            values={{
              name: <b>{authority}</b>,
              at: <Moment at={at} />,
              code: <code>{code}</code>,
            }}
          />
        </span>
      ))}
      {proved ? (
        <span>
          <FormattedMessage
            id="timestamped.verify"
            values={{
              command: (
                <code>{`entente verify RECORD --charter ${view.id} --tsa CERTIFICATE`}</code>
              ),
            }}
          />
        </span>
      ) : null}
    </span>
  )
}
