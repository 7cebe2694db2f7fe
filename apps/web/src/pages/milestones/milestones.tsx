import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { Count, Goal, Milestone } from '@entente/accord'
import { milestonesQuery } from '../../api/measures.ts'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { useSay } from '../../i18n/use-say.ts'
import { Day } from '../../marks/day.tsx'
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
      <Goals goals={data.goals} />
      <ol className="milestones">
        {data.milestones.map((milestone) => (
          <Conclusion key={milestone.conclusion} milestone={milestone} />
        ))}
      </ol>
      <StageTimesTold stages={data.stages} />
    </>
  )
}

/** What the coalition's charters want to have reached, by when, and how far that has come. */
function Goals({ goals }: { goals: readonly Goal[] }) {
  const intl = useIntl()
  if (goals.length === 0) return null
  return (
    <section className="goals" aria-labelledby="goals">
      <h2 id="goals">{intl.formatMessage({ id: 'milestones.goals' })}</h2>
      <table className="table counts" aria-labelledby="goals">
        <thead>
          <tr>
            <th scope="col">{intl.formatMessage({ id: 'milestones.goal.by' })}</th>
            <th scope="col">{intl.formatMessage({ id: 'milestones.goal' })}</th>
            <th scope="col">{intl.formatMessage({ id: 'milestones.goal.far' })}</th>
          </tr>
        </thead>
        <tbody>
          {goals.map((goal) => (
            <tr key={`${goal.case} ${goal.id}`}>
              <td>
                <Day on={goal.dueOn} />
              </td>
              <th scope="row">
                {goal.title}
                <span className="small quiet of-case">{goal.caseTitle}</span>
              </th>
              <td className="how">
                <HowFar goal={goal} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function HowFar({ goal: { counted, reported } }: { goal: Goal }) {
  const intl = useIntl()
  const say = useSay()
  if (!counted && reported.length === 0)
    return <span className="why">{intl.formatMessage({ id: 'milestones.goal.unsaid' })}</span>
  return (
    <>
      {counted ? (
        <p>
          {say(counted.label)}:{' '}
          {'value' in counted ? (
            <b>
              {intl.formatNumber(counted.value, { maximumFractionDigits: 1 })}
              {counted.of === undefined
                ? ''
                : ` ${intl.formatMessage({ id: 'milestones.of' }, { of: counted.of })}`}
            </b>
          ) : (
            say(counted.notCounted)
          )}
        </p>
      ) : null}
      {reported.map(({ party, is, on, says }) => (
        <p key={party}>
          {intl.formatMessage(
            { id: 'milestones.goal.reported' },
            { party, is: intl.formatMessage({ id: `objective.is.${is}` }), on },
          )}
          {says === undefined ? null : <span className="says">{says}</span>}
        </p>
      ))}
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
