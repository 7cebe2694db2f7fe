// STIX 2.1 section 2.16: RFC 3339 with a Z, and no dot without digits. A fraction of any length is allowed
// there; a hundred digits are taken here, for versions are indexed.
const MOST_DIGITS = 100
/** The form of a date up to its seconds: `0` stands for a digit. */
const FORM = '0000-00-00T00:00:00'

/**
 * A text that sorts as the instant does, at full precision: versions are instants, whatever
 * number of digits they were written with. Undefined for what is no timestamp of STIX.
 */
export function instantKey(text: string): string | undefined {
  if (!isInstant(text)) return undefined
  let end = text.length - 1
  if (end === FORM.length) return text.slice(0, end)
  while (text.charCodeAt(end - 1) === ZERO) end -= 1
  return text.slice(0, end === FORM.length + 1 ? FORM.length : end)
}

const ZERO = 0x30

/** Whether a text is a timestamp of STIX (section 2.16). */
export function isInstant(text: string): boolean {
  const { length } = text
  if (length < FORM.length + 1 || text.charCodeAt(length - 1) !== 0x5a) return false
  for (let at = 0; at < FORM.length; at++) {
    const code = text.charCodeAt(at)
    const form = FORM.charCodeAt(at)
    if (form === ZERO ? !isDigit(code) : code !== form) return false
  }
  return hasFraction(text, length - 1) && isDate(text)
}

const isDigit = (code: number) => code >= ZERO && code <= 0x39

function hasFraction(text: string, end: number): boolean {
  const digits = end - FORM.length - 1
  if (digits < 0) return true
  if (text.charCodeAt(FORM.length) !== 0x2e || digits === 0 || digits > MOST_DIGITS) return false
  for (let at = FORM.length + 1; at < end; at++) if (!isDigit(text.charCodeAt(at))) return false
  return true
}

function isDate(text: string): boolean {
  const month = pair(text, 5)
  const day = pair(text, 8)
  if (month < 1 || month > 12 || day < 1) return false
  // RFC 3339 section 5.6 has a 60th second for leap seconds.
  if (pair(text, 11) > 23 || pair(text, 14) > 59 || pair(text, 17) > 60) return false
  return day <= 28 || day <= daysOf(pair(text, 0) * 100 + pair(text, 2), month)
}

const pair = (text: string, at: number) =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
