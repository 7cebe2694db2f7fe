// STIX 2.1 section 2.16: RFC 3339 with a Z, and no dot without digits. A fraction of any length is allowed
// there; a hundred digits are taken here, for versions are indexed.
const FORM = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,100}))?Z$/

/**
 * A text that sorts as the instant does, at full precision: versions are instants, whatever
 * number of digits they were written with. Undefined for what is no timestamp of STIX.
 */
export function instantKey(text: string): string | undefined {
  const parts = FORM.exec(text)
  if (!parts) return undefined
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined
  // RFC 3339 section 5.6 has a 60th second for leap seconds.
  if (hour > 23 || minute > 59 || second > 60) return undefined
  const fraction = parts[7]?.replace(/0+$/, '') ?? ''
  return fraction === '' ? text.slice(0, 19) : `${text.slice(0, 19)}.${fraction}`
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
