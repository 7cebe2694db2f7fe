import { LawError } from './error.ts'

// Whoever wrote the file may have written anything: each value is looked at before it is used.

export const malformed = (what: string, got: unknown): LawError =>
  new LawError('measure.malformed', `expected ${what}, got ${shown(got)}`)

/** The beginning of what came: whoever wrote it may have written much. */
export const shown = (got: unknown): string => (JSON.stringify(got) ?? 'nothing').slice(0, 200)

/** Longer than any reading of the law that was ever published in one sentence. */
export const MOST_CHARACTERS = 8000
const MOST_ENTRIES = 1000

/** A day of the calendar as `YYYY-MM-DD`: one that its month does not have would be moved into the next, and is none. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string') return false
  const [, year = 0, month = 0, date = 0] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)?.map(Number) ?? []
  return date >= 1 && date <= daysIn(year, month)
}

/** Of a month of the Gregorian calendar; none where there is no such month. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month < 1 || month > 12 ? 0 : [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function day(value: unknown, what: string): string {
  if (!isDay(value)) throw malformed(`${what} as YYYY-MM-DD`, value)
  return value
}

export function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw malformed(what, value)
  if (value.length > MOST_CHARACTERS)
    throw malformed(`${what} of at most ${MOST_CHARACTERS} characters`, value)
  return value
}

export function list(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length > MOST_ENTRIES)
    throw malformed(`${what} as a list of at most ${MOST_ENTRIES}`, value)
  return value
}

export function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed(what, value)
  return value as Readonly<Record<string, unknown>>
}
