import { useIntl } from 'react-intl'

/** An instant in UTC, with its zone said. */
export function Moment({ at, only }: { at: string | number; only?: 'time' }) {
  const intl = useIntl()
  const date = new Date(typeof at === 'number' ? at * 1000 : at)
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const written =
    only === 'time'
      ? intl.formatTime(date, clock)
      : `${intl.formatDate(date, { day: 'numeric', month: 'short', year: 'numeric' })}, ${intl.formatTime(date, clock)} UTC`
  return <time dateTime={date.toISOString()}>{written}</time>
}
