import { instantKey } from '@entente/stix'

/**
 * When something was added to a collection: whole microseconds since 1970-01-01T00:00:00Z, as TAXII
 * writes them (section 2). A number, so that each can be one more than the last.
 */
export type Micros = number

const DAY = 86_400_000_000

/** Days since 1970-01-01 of a date of the Gregorian calendar. */
function daysTo(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
  )
}

function dateOf(days: number): readonly [year: number, month: number, day: number] {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  )
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100))
  const part = Math.floor((5 * ofYear + 2) / 153)
  const month = part < 10 ? part + 3 : part - 9
  const year = years + era * 400 + (month <= 2 ? 1 : 0)
  return [year, month, ofYear - Math.floor((153 * part + 2) / 5) + 1]
}

/**
 * Reads an RFC 3339 text with a Z and a fraction of any length, or none. What is finer than a
 * microsecond is cut off: whatever was added later than the instant is later than what is left of it.
 */
export function readTimestamp(text: string): Micros | undefined {
  if (instantKey(text) === undefined) return undefined
  const [year, month, day, hour, minute, second] = text.match(/\d+/g)!.map(Number)
  const fraction = Number((/\.(\d+)/.exec(text)?.[1] ?? '').slice(0, 6).padEnd(6, '0'))
  const seconds = (hour! * 60 + minute!) * 60 + second!
  const micros = daysTo(year!, month!, day!) * DAY + seconds * 1_000_000 + fraction
  return Math.min(Math.max(micros, 0), Number.MAX_SAFE_INTEGER)
}

const two = (number: number) => String(number).padStart(2, '0')

/** `YYYY-MM-DDTHH:MM:SS.ssssssZ`: always six digits, always UTC. */
export function writeTimestamp(micros: Micros): string {
  const days = Math.floor(micros / DAY)
  const [year, month, day] = dateOf(days)
  const rest = micros - days * DAY
  const seconds = Math.floor(rest / 1_000_000)
  const fraction = String(rest - seconds * 1_000_000).padStart(6, '0')
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return `${date}T${time}.${fraction}Z`
}
