import { useIntl } from 'react-intl'

/** A day as acts and facts write it: no hour, no zone. */
export function Day({ on }: { on: string }) {
  const intl = useIntl()
  return <time dateTime={on}>{sayDay(intl.formatDate, on)}</time>
}

type Format = (day: string, options: Intl.DateTimeFormatOptions) => string

/** The day in words, whatever zone the reader is in. */
export const sayDay = (format: Format, on: string): string =>
  format(on, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
