import { FormattedMessage, useIntl } from 'react-intl'
import type { MeasureView } from '../../../../node/src/api.ts'
import { ActRef } from '../../marks/act-ref.tsx'
import { Day } from '../../marks/day.tsx'
import { useCase } from '../case/case-context.ts'

const DAY_MS = 86_400_000

/** When the measure has to be looked at again: in days and as a date, and by which act that was set. */
export function Clock({ review }: { review: MeasureView['review'] }) {
  const intl = useIntl()
  const file = useCase()
  const { dueOn, setBy, last, isOver, today } = review
  if (dueOn === undefined)
    return <p className="note hold small">{intl.formatMessage({ id: 'measure.review.none' })}</p>
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY_MS)
  return (
    <p className={isOver ? 'note against' : 'note'}>
      <FormattedMessage
        id={isOver ? 'measure.review.over' : 'measure.review.due'}
        values={{
          in: intl.formatRelativeTime(days, 'day', { numeric: 'auto' }),
          on: <Day on={dueOn} />,
          act: setBy ? <ActRef id={setBy} /> : '–',
        }}
      />{' '}
      {last ? (
        <FormattedMessage
          id="measure.review.last"
          values={{
            name: file.nameOf(last.party),
            on: <Day on={last.on} />,
            act: <ActRef id={last.act} />,
          }}
        />
      ) : null}{' '}
      <span className="small quiet">
        <FormattedMessage id="measure.review.clock" values={{ today: <Day on={today} /> }} />
      </span>
    </p>
  )
}
