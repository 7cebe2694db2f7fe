/**
 * Dates as documents have them: a day, a month or a year, which counts from its end, or a span, which counts
 * from the end of its last year. Anything else (`none`, `2021 ff.`) names no end.
 */
const lastOf = (date: string): string | undefined =>
  /^(?:\d{4}-)?(\d{4}|\d{4}-\d\d|\d{4}-\d\d-\d\d)$/.exec(date)?.[1]

/** Whether a date names a day by which it is over. */
export const isDated = (date: string): boolean => lastOf(date) !== undefined

/** Whether what has this date was there on this day, `YYYY-MM-DD`; what names no end was there on none. */
export function isBy(date: string, day: string): boolean {
  const last = lastOf(date)
  if (last === undefined) return false
  return last.length === day.length ? last <= day : last < day.slice(0, last.length)
}

/** The later of two dates, by the day from which each counts; what names no end is later than any. */
export const laterOf = (a: string, b: string): string => (endOf(a) < endOf(b) ? b : a)

const endOf = (date: string): string => {
  const last = lastOf(date)
  return last === undefined ? '~' : `${last}-99-99`.slice(0, 10)
}
