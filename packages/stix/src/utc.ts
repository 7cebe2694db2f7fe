/** Instants as seconds since 1970 and with any offset, as STIX writes them (RFC 3339 in UTC), without a clock. */

const DAY = 86_400
const pad = (number: number, width = 2) => String(number).padStart(width, '0')

/** `2026-11-27T08:00:00.000Z`. Years that count from March have their leap day at the end. */
export function instantOf(seconds: number): string {
  const days = Math.floor(seconds / DAY)
  const rest = seconds - days * DAY
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const time = [rest / 3_600, (rest % 3_600) / 60, rest % 60].map((one) => pad(Math.floor(one)))
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${time.join(':')}.000Z`
}

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?$/

/** Seconds since 1970 of an instant, read as UTC where it names no offset; undefined where it is none. */
export function secondsOf(text: unknown): number | undefined {
  const found = typeof text === 'string' ? INSTANT.exec(text) : null
  if (!found) return undefined
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60)
    return undefined
  const from = month <= 2 ? year - 1 : year
  const era = Math.floor(from / 400)
  const yearOfEra = from - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const days =
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  return days * DAY + hour * 3_600 + minute * 60 + Math.min(second, 59) - offsetIn(found[8])
}

function offsetIn(offset: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset ?? '') ?? []
  if (hours === undefined) return 0
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3_600 + Number(minutes) * 60)
}

/** An instant with any offset as STIX writes it, to the millisecond; undefined where it is none. */
export function instantIn(text: string | null | undefined): string | undefined {
  const seconds = secondsOf(text ?? undefined)
  if (seconds === undefined) return undefined
  const [, fraction = ''] = /\.(\d{1,9})/.exec(text ?? '') ?? []
  return instantOf(seconds).replace('.000Z', `.${fraction.padEnd(3, '0').slice(0, 3)}Z`)
}
