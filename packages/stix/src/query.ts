import { isId } from './identifier.ts'

/** The labels that `tlp:` takes; `none` finds what carries no label of TLP. */
export const QUERY_TLP = ['red', 'amber+strict', 'amber', 'green', 'clear', 'none'] as const
/** The words of PAP that `pap:` takes; `none` finds what says none. */
export const QUERY_PAP = ['red', 'amber', 'green', 'clear', 'none'] as const
/** What `is:` takes. `deprecated` is not STIX: some producers write it beside `revoked`. */
export const QUERY_IS = ['revoked', 'deprecated', 'conflict'] as const
export const QUERY_KEYS = ['type', 'tlp', 'pap', 'by', 'from', 'seen', 'modified', 'is'] as const

export type QueryKey = (typeof QUERY_KEYS)[number]
export type QueryTlp = (typeof QUERY_TLP)[number]
export type QueryPap = (typeof QUERY_PAP)[number]
export type QueryIs = (typeof QUERY_IS)[number]

/** A point in time: so many hours ago, or the start of a day; and whether later or earlier is meant. */
export type When = { readonly side: 'later' | 'earlier' } & (
  | { readonly hoursAgo: number }
  /** `2026-11-01` */
  | { readonly day: string }
)

/** Where something stands in the text, in UTF-16 units: from the first, up to but not including the last. */
type Span = { readonly from: number; readonly to: number }

/** One condition: `not` where a hyphen stands before it. */
export type Term = Span & { readonly not: boolean } & (
    | { readonly key: 'type' | 'by' | 'from'; readonly value: string }
    | { readonly key: 'tlp'; readonly value: QueryTlp }
    | { readonly key: 'pap'; readonly value: QueryPap }
    | { readonly key: 'is'; readonly value: QueryIs }
    | { readonly key: 'seen' | 'modified'; readonly value: When }
  )

/**
 * What is asked of the objects held: conditions of one key are alternatives, those of several keys and
 * all words hold together. An id among the words asks for that object.
 */
export type Query = {
  readonly terms: readonly Term[]
  /** Words as written; what stood in quotes is one, and is looked for in that order. */
  readonly words: readonly string[]
  readonly ids: readonly string[]
}

/** What is wrong with a query, and where. */
export type QueryFault = Span & {
  readonly expected: QueryKey | 'key' | 'quote' | 'shorter' | 'fewer'
  readonly got: string
}

export const QUERY_LIMITS = { characters: 1_000, parts: 50 } as const

const WHEN = /^([<>]?)(?:(\d{1,4})([hdw])|(\d{4}-\d{2}-\d{2}))$/
const HOURS = { h: 1, d: 24, w: 168 } as const

/** One part of the text, between spaces; what stands in quotes belongs together. */
type Part = Span & {
  readonly not: boolean
  readonly key?: string
  readonly value: string
  readonly open: boolean
}

// A hyphen, a name of letters and a colon begin a condition. `https://` and `fe::1` begin a word.
const PART = /(?:(-?)([a-z]{2,20}):(?![:/]))?(?:"([^"]*)("|$)|([^\s"][^\s]*)|(?=\s|$))/giy

/** Reads a query as it is typed, or says what is wrong with it. The same for a page, an address and a command line. */
export function readQuery(text: string): Query | QueryFault {
  const { characters, parts: most } = QUERY_LIMITS
  if (text.length > characters)
    return { expected: 'shorter', got: String(text.length), from: characters, to: text.length }
  const parts = split(text)
  const [first] = parts.slice(most)
  if (first) return { expected: 'fewer', got: String(parts.length), from: first.from, to: first.to }
  const terms: Term[] = []
  const words: string[] = []
  const ids: string[] = []
  for (const part of parts) {
    if (part.key === undefined) (isId(part.value) ? ids : words).push(part.value)
    else {
      const read = readTerm(part, part.key.toLowerCase())
      if ('expected' in read) return read
      terms.push(read)
    }
  }
  return { terms, words, ids }
}

function split(text: string): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  for (;;) {
    at += /^\s*/.exec(text.slice(at))![0].length
    if (at >= text.length) return parts
    PART.lastIndex = at
    const [whole = '', minus = '', key, quoted, close, bare] = PART.exec(text) ?? []
    // A quote that only opens, before no condition, is a sign among the words.
    const isSign = key === undefined && quoted !== undefined && close === ''
    const length = isSign ? /^\S+/.exec(text.slice(at))![0].length : whole.length || 1
    const span = { from: at, to: at + length }
    const value = isSign ? text.slice(at, at + length) : (quoted ?? bare ?? '')
    parts.push({
      ...span,
      not: minus === '-',
      ...(key === undefined ? {} : { key }),
      value,
      open: quoted !== undefined && close === '',
    })
    at += length
  }
}

function readTerm(part: Part, key: string): Term | QueryFault {
  const { from, to, not, value } = part
  const fault = (expected: QueryFault['expected'], got = value): QueryFault => ({
    expected,
    got,
    from,
    to,
  })
  const known = QUERY_KEYS.find((one) => one === key)
  if (known === undefined) return fault('key', key)
  if (part.open) return fault('quote')
  const span = { from, to, not }
  const word = value.toLowerCase()
  switch (known) {
    case 'type':
      return /^[a-z0-9-]{1,250}$/.test(word) ? { ...span, key: known, value: word } : fault(known)
    case 'by':
    case 'from':
      return value.trim() === '' ? fault(known) : { ...span, key: known, value: value.trim() }
    case 'tlp': {
      const label = QUERY_TLP.find((one) => one === word.replace(/^tlp:/, ''))
      return label ? { ...span, key: known, value: label } : fault(known)
    }
    case 'pap': {
      const level = QUERY_PAP.find((one) => one === word.replace(/^pap:/, ''))
      return level ? { ...span, key: known, value: level } : fault(known)
    }
    case 'is': {
      const state = QUERY_IS.find((one) => one === word)
      return state ? { ...span, key: known, value: state } : fault(known)
    }
    case 'seen':
    case 'modified': {
      const when = readWhen(word)
      return when ? { ...span, key: known, value: when } : fault(known)
    }
  }
}

/** `>7d`: later than seven days ago; `<2026-11-01`: before that day. Without a sign, later. */
function readWhen(text: string): When | undefined {
  const [, sign = '', number, unit, day] = WHEN.exec(text) ?? []
  const side = sign === '<' ? 'earlier' : 'later'
  if (number !== undefined)
    return { side, hoursAgo: Number(number) * HOURS[unit as 'h' | 'd' | 'w'] }
  return day !== undefined && isDay(day) ? { side, day } : undefined
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const most = month === 2 && !isLeap ? 28 : (DAYS[month - 1] ?? 0)
  return day >= 1 && day <= most
}

/** A condition as it is typed: in quotes where it has a space. */
export const writeTerm = (key: QueryKey, value: string): string =>
  /\s/.test(value) ? `${key}:"${value}"` : `${key}:${value}`
