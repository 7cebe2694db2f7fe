import { useIntl, type IntlShape } from 'react-intl'
import { Moment } from './moment.tsx'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long, in the two largest units that say something. */
export function sayLength(intl: IntlShape, seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds))
  const days = Math.floor(whole / DAY)
  const hours = Math.floor((whole % DAY) / HOUR)
  const minutes = Math.floor((whole % HOUR) / MINUTE)
  if (days > 0) return intl.formatMessage({ id: 'due.days' }, { days, hours })
  if (hours > 0) return intl.formatMessage({ id: 'due.hours' }, { hours, minutes })
  return intl.formatMessage({ id: 'due.minutes' }, { minutes })
}

/** A deadline twice: how long it still is, and when it is. `left` is by the clock of the node where it says it. */
export function Due({ at, left }: { at: string; left: number }) {
  const intl = useIntl()
  return (
    <span className={left < 0 ? 'deadline over' : left < 6 * HOUR ? 'deadline soon' : 'deadline'}>
      <b>
        {intl.formatMessage(
          { id: left < 0 ? 'due.over' : 'due.in' },
          { length: sayLength(intl, left) },
        )}
      </b>{' '}
      <Moment at={at} />
    </span>
  )
}
