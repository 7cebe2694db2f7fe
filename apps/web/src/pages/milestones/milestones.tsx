import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { Count, Milestone } from '@entente/accord'
import { milestonesQuery } from '../../api/measures.ts'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { useSay } from '../../i18n/use-say.ts'
import { StageTimesTold } from './stage-times.tsx'
import './milestones.css'

/** How far each of the ten conclusions has come: numbers with how they were made, and what has none. */
export function MilestonesPage() {
  useTitle('milestones.title')
  const intl = useIntl()
  const { data, error } = useQuery(milestonesQuery)
  if (!data) return <Waiting error={error} />
  return (
    <>
      <h1>{intl.formatMessage({ id: 'milestones.title' })}</h1>
      <p className="small quiet milestones-lead">
        {intl.formatMessage({ id: 'milestones.about' })}
      </p>
      <ol className="milestones">
        {data.milestones.map((milestone) => (
          <Conclusion key={milestone.conclusion} milestone={milestone} />
        ))}
      </ol>
      <StageTimesTold stages={data.stages} />
    </>
  )
}

function Conclusion({ milestone: { conclusion, title, counts } }: { milestone: Milestone }) {
  const intl = useIntl()
  const say = useSay()
  const id = `conclusion-${conclusion}`
  return (
    <li>
      <h2 id={id}>
        <span className="no">{intl.formatNumber(conclusion)}</span> {say(title)}
      </h2>
      {counts.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'milestones.none' })}</p>
      ) : (
        <table className="table counts" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col" className="r">
                {intl.formatMessage({ id: 'milestones.value' })}
              </th>
              <th scope="col">{intl.formatMessage({ id: 'milestones.what' })}</th>
              <th scope="col">{intl.formatMessage({ id: 'milestones.how' })}</th>
            </tr>
          </thead>
          <tbody>
            {counts.map((count) => (
              <CountRow key={count.id} count={count} />
            ))}
          </tbody>
        </table>
      )}
    </li>
  )
}

function CountRow({ count }: { count: Count }) {
  const intl = useIntl()
  const say = useSay()
  const isCounted = 'value' in count
  return (
    <tr className={isCounted ? undefined : 'uncounted'}>
      <td className="r value">
        {isCounted ? (
          <>
            <b>{intl.formatNumber(count.value, { maximumFractionDigits: 1 })}</b>{' '}
            <span className="unit">
              {count.of === undefined
                ? intl.formatMessage({ id: `milestones.unit.${count.unit}` })
                : intl.formatMessage({ id: 'milestones.of' }, { of: count.of })}
            </span>
          </>
        ) : (
          <span aria-hidden="true">–</span>
        )}
      </td>
      <th scope="row">{say(count.label)}</th>
      <td className="how">
        {isCounted ? say(count.how) : <span className="why">{say(count.notCounted)}</span>}
      </td>
    </tr>
  )
}
