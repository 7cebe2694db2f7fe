import type { InLanguages, Language } from '@entente/lexicon'
import { cited, type Text, told } from './text.ts'
import { type Holder, type Issue, ISSUES, type OnRecord, type Reading, type View } from './view.ts'

/** What is on record beside one value of one view. */
export type Beside = {
  readonly holder: Holder
  readonly issue: Issue
  /** The value that was kept. */
  readonly kept: Reading['value']
} & OnRecord

const isIssue = (issue: string): issue is Issue => Object.hasOwn(ISSUES, issue)

/** Every conflict and every refinement that is on record, view by view and issue by issue. */
export const onRecordIn = (views: readonly View[]): readonly Beside[] =>
  views.flatMap(({ holder, readings }) =>
    Object.keys(readings)
      .filter(isIssue)
      .flatMap((issue) => {
        const { value: kept, onRecord } = readings[issue]
        return onRecord ? [{ holder, issue, kept, ...onRecord }] : []
      }),
  )

export const ON_RECORD_WORDS: Readonly<Record<OnRecord['is'], InLanguages>> = {
  conflict: { en: 'Conflict on record', es: 'Conflicto que consta' },
  refinement: { en: 'Refinement on record', es: 'Matiz que consta' },
}

/** What is on record beside a reading, with its source, as one line; undefined where nothing is. */
export const onRecordLine = (
  { onRecord }: Pick<Reading, 'onRecord'>,
  lang: Language,
): Text | undefined =>
  onRecord &&
  told`${ON_RECORD_WORDS[onRecord.is][lang]}: ${onRecord.says[lang]} (${cited(onRecord.source, lang)})`
