import { LawError } from './error.ts'
import { day, list, record, shown, text } from './parse.ts'
import { blankView, ISSUES, type Issue, type Reading, type View } from './view.ts'

/** Reads a view that a nation entered itself. What it does not say is unknown, never guessed. */
export function parseView(json: unknown): View {
  const view = record(json, 'a view')
  const holder = record(view['holder'], 'the holder of the view')
  const kind = holder['kind'] ?? 'state'
  if (kind !== 'state' && kind !== 'organisation')
    throw refuse('a holder that is a state or an organisation', kind)
  const blank = blankView(
    { code: text(holder['code'], 'a code'), name: text(holder['name'], 'a name'), kind },
    day(view['asOf'], 'the day of the view'),
  )
  const readings = Object.entries(record(view['readings'], 'readings by issue')).map(
    ([issue, each]) => {
      if (!isIssue(issue)) throw refuse('an issue that views speak on', issue)
      return [issue, parseReading(issue, record(each, `the reading of ${issue}`))] as const
    },
  )
  return {
    ...blank,
    ...(view['exercise'] === true ? { exercise: true } : {}),
    documents: list(view['documents'] ?? [], 'documents').map((each) => {
      const document = record(each, 'a document')
      return {
        title: text(document['title'], 'a title'),
        date: text(document['date'], 'a date'),
        url: text(document['url'], 'where the document is, or none'),
      }
    }),
    readings: { ...blank.readings, ...Object.fromEntries(readings) },
  }
}

const isIssue = (issue: string): issue is Issue => Object.hasOwn(ISSUES, issue)

function parseReading(issue: Issue, reading: Readonly<Record<string, unknown>>): Reading {
  const { value } = reading
  if (value === 'unknown') return { value, source: 'none' }
  const values: readonly unknown[] = ISSUES[issue]
  if (!values.includes(value)) throw refuse(`one of ${values.join(', ')} for ${issue}`, value)
  return {
    value: value as Exclude<Reading['value'], 'unknown'>,
    says: text(reading['says'], `what is said on ${issue}`),
    source: text(reading['source'], `the source of ${issue}`),
    ...(reading['pinpoint'] === undefined
      ? {}
      : { pinpoint: text(reading['pinpoint'], `the pinpoint of ${issue}`) }),
    ...(reading['on'] === undefined ? {} : { on: day(reading['on'], `the day of ${issue}`) }),
    basis: 'entered',
    reliability: 'none',
  }
}

const refuse = (what: string, got: unknown): LawError =>
  new LawError('view.malformed', `expected ${what}, got ${shown(got)}`)
