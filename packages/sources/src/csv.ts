import { got, SourceError } from './error.ts'

/** One record, and the line of the file on which it begins, counted from 1. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] }

export type CsvLimits = {
  readonly records: number
  /** Characters of one field. */
  readonly field: number
  readonly fields: number
}

const SEPARATORS = [',', ';', '\t'] as const

/**
 * Reads RFC 4180: fields in quotes may hold separators, line ends and doubled quotes. Spreadsheets of
 * many countries write semicolons, so the first record says which separator it is, or a line `sep=;`
 * before it. A line without anything is passed over.
 */
export const readCsv = (text: string, limits: CsvLimits): readonly CsvRecord[] => [
  ...recordsIn(text, limits),
]

/** The first record of a table; the rest of the text may be broken off. */
export const headerOf = (text: string, limits: CsvLimits): CsvRecord | undefined =>
  recordsIn(text, limits).next().value

function* recordsIn(text: string, limits: CsvLimits): Generator<CsvRecord, undefined> {
  const [before = '', said] = /^\uFEFF?[\r\n]*(?:sep=([^"\r\n])(?:\r\n?|\n))?/i.exec(text) ?? []
  const state: Reading = {
    text,
    at: before.length,
    line: before.split(/\r\n?|\n/).length,
    separator: said ?? separatorOf(text.slice(before.length, before.length + limits.field)),
    limits,
  }
  let count = 0
  while (state.at < text.length) {
    const { line } = state
    const fields = recordOf(state)
    if (fields.length === 1 && fields[0] === '') continue
    if (count >= limits.records)
      throw new SourceError(
        'csv.too-large',
        `expected at most ${limits.records} lines, got more at line ${line}`,
      )
    count += 1
    yield { line, fields }
  }
}

type Reading = {
  readonly text: string
  readonly separator: string
  readonly limits: CsvLimits
  at: number
  line: number
}

/** The one that stands most often in the first record, outside of quotes. */
function separatorOf(text: string): string {
  const [first = ''] = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1)
  const count = (separator: string) => first.split(separator).length
  return SEPARATORS.reduce((best, other) => (count(other) > count(best) ? other : best))
}

function recordOf(state: Reading): readonly string[] {
  const fields: string[] = []
  for (;;) {
    if (fields.length >= state.limits.fields)
      throw new SourceError(
        'csv.too-large',
        `expected at most ${state.limits.fields} fields, got more at line ${state.line}`,
      )
    fields.push(
      state.text[state.at] === '"' ? quoted(state, fields.length) : plain(state, fields.length),
    )
    const { text, at, separator } = state
    if (text[at] === separator) state.at += 1
    else {
      endOfLine(state)
      return fields
    }
  }
}

function plain(state: Reading, field: number): string {
  const { text, at, separator } = state
  let end = at
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
    end += 1
  const found = text.slice(at, end)
  if (found.includes('"'))
    throw malformed(state, field, 'a field with a quote to be in quotes', got(found))
  state.at = end
  return bounded(state, field, found)
}

function quoted(state: Reading, field: number): string {
  const { text, separator, line } = state
  let found = ''
  let from = state.at + 1
  for (;;) {
    const end = text.indexOf('"', from)
    if (end < 0)
      throw malformed({ ...state, line }, field, 'a closing quote', 'the end of the file')
    found += text.slice(from, end)
    bounded(state, field, found)
    from = end + 1
    if (text[from] !== '"') break
    found += '"'
    from += 1
  }
  state.line += found.split('\n').length - 1
  state.at = from
  const next = text[from]
  if (next !== undefined && next !== separator && next !== '\n' && next !== '\r')
    throw malformed(state, field, 'the end of the field after its closing quote', got(next))
  return found
}

/** CR LF, LF, or the CR of old spreadsheets. */
function endOfLine(state: Reading): void {
  if (state.text[state.at] === '\r') state.at += 1
  if (state.text[state.at] === '\n') state.at += 1
  state.line += 1
}

function bounded(state: Reading, field: number, found: string): string {
  if (found.length <= state.limits.field) return found
  throw new SourceError(
    'csv.too-large',
    `expected at most ${state.limits.field} characters in a field, got more at line ${state.line}, field ${field + 1}`,
  )
}

const malformed = (
  { line }: { readonly line: number },
  field: number,
  expected: string,
  was: string,
) =>
  new SourceError(
    'csv.malformed',
    `expected ${expected}, got ${was} at line ${line}, field ${field + 1}`,
  )
