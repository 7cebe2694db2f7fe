import { useIntl } from 'react-intl'
import type { RowView } from '../../../../node/src/api.ts'
import { useSay } from '../../i18n/use-say.ts'
import { Sides } from './sides.tsx'

/**
 * Every dispute about a rule, with its sides and who holds them, also where the route is settled and
 * none of them decides: `ids` are those that could decide for the nation asked.
 */
export function Contested({ row, ids }: { row: RowView; ids: readonly string[] }) {
  const intl = useIntl()
  const say = useSay()
  if (row.disputes.length === 0) return null
  return (
    <section className="contested">
      <h4>{intl.formatMessage({ id: 'law.contested' })}</h4>
      <ul className="facts">
        {row.disputes.map(({ id, about, sides }) => (
          <li key={id}>
            <details open={ids.includes(id)}>
              <summary>
                <b>{say(about)}</b>{' '}
                <span className="small quiet">
                  {intl.formatMessage({
                    id: ids.includes(id) ? 'law.contested.raised' : 'law.contested.settled',
                  })}
                </span>
              </summary>
              <Sides of={sides} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
