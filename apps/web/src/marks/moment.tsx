import { useIntl, type IntlShape } from 'react-intl'

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** An instant in UTC, with its zone said. */
export function Moment({ at, only }: { at: string | number; only?: 'time' }) {
  const intl = useIntl()
  const date = dateOf(at)
  const written = only === 'time' ? intl.formatTime(date, CLOCK) : momentSaid(intl, at)
  return <time dateTime={date.toISOString()}>{written}</time>
}

/** The same as words alone. */
export function momentSaid(intl: IntlShape, at: string | number): string {
  const day = intl.formatDate(dateOf(at), { day: 'numeric', month: 'short', year: 'numeric' })
  return `${day}, ${intl.formatTime(dateOf(at), CLOCK)} UTC`
}

const dateOf = (at: string | number) => new Date(typeof at === 'number' ? at * 1000 : at)
