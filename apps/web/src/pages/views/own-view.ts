import { ISSUES, type Issue, type View } from '@entente/law'
import type { MessageId } from '../../i18n/index.ts'

/** One reading as a person fills it in; without a value nothing is said on the issue. */
export type FilledReading = {
  readonly value: string
  readonly says: string
  readonly source: string
  readonly pinpoint: string
  readonly on: string
}

export type FilledView = {
  readonly asOf: string
  readonly exercise: boolean
  readonly documents: View['documents']
  readonly readings: Readonly<Record<Issue, FilledReading>>
}

const NOTHING: FilledReading = { value: 'unknown', says: '', source: '', pinpoint: '', on: '' }
const isIssue = (issue: string): issue is Issue => Object.hasOwn(ISSUES, issue)
export const ALL_ISSUES: readonly Issue[] = Object.keys(ISSUES).filter(isIssue)

/** A view as it is kept, to be changed; an empty one where none is. */
export function filledView(view: View | undefined, today: string): FilledView {
  const readings = Object.fromEntries(
    ALL_ISSUES.map((issue) => {
      const reading = view?.readings[issue]
      if (!reading || reading.value === 'unknown' || reading.basis !== 'entered')
        return [issue, NOTHING]
      const { value, says, source, pinpoint = '', on = '' } = reading
      return [issue, { value, says, source, pinpoint, on }]
    }),
  ) as FilledView['readings']
  return {
    asOf: view?.asOf ?? today,
    exercise: view?.exercise === true,
    documents: view?.documents ?? [],
    readings,
  }
}

/** The view as the node takes it: an issue on which nothing is said is left out. */
export const viewOf = (
  { asOf, exercise, documents, readings }: FilledView,
  holder: View['holder'],
): Readonly<Record<string, unknown>> => ({
  holder,
  ...(exercise ? { exercise: true } : {}),
  asOf,
  documents,
  readings: Object.fromEntries(
    ALL_ISSUES.flatMap((issue) => {
      const { value, says, source, pinpoint, on } = readings[issue]
      if (value === 'unknown') return []
      return [
        [
          issue,
          {
            value,
            says: says.trim(),
            source: source.trim(),
            ...(pinpoint.trim() === '' ? {} : { pinpoint: pinpoint.trim() }),
            ...(on === '' ? {} : { on }),
          },
        ],
      ]
    }),
  ),
})

/** What is missing, by the field in which it stands: no reading without its words and its source. */
export function wrongInView({
  asOf,
  documents,
  readings,
}: FilledView): ReadonlyMap<string, MessageId> {
  const found: (readonly [string, MessageId] | false)[] = [
    asOf === '' && ['asOf', 'measure.error.day'],
    ...ALL_ISSUES.flatMap((issue) => {
      const { value, says, source } = readings[issue]
      return [
        value !== 'unknown' &&
          says.trim() === '' &&
          ([`${issue}.says`, 'measure.error.prose'] as const),
        value !== 'unknown' &&
          source.trim() === '' &&
          ([`${issue}.source`, 'views.error.source'] as const),
      ]
    }),
    ...documents.flatMap(({ title, date, url }, at) => [
      title.trim() === '' && ([`document.${at}.title`, 'measure.error.line'] as const),
      date.trim() === '' && ([`document.${at}.date`, 'measure.error.day'] as const),
      url.trim() === '' && ([`document.${at}.url`, 'views.error.url'] as const),
    ]),
  ]
  return new Map(found.filter((one) => one !== false))
}
