import { useIntl } from 'react-intl'
import type { MessageId } from '../i18n/index.ts'

/** What one rule, or all of them, answers. */
export type Answer =
  | 'satisfied'
  | 'not-satisfied'
  | 'disputed'
  | 'unknown'
  | 'not-asked'
  | 'not-assessed'

/** Tick, crossed square, split square, dotted question mark, dash: no colour is needed to tell them apart. */
function Glyph({ value }: { value: Answer }) {
  switch (value) {
    case 'satisfied':
      return (
        <path d="M2.5 8.5 6.3 12.3 13.6 4" fill="none" stroke="var(--m-line)" strokeWidth="2.4" />
      )
    case 'not-satisfied':
      return (
        <>
          <rect x="1" y="1" width="14" height="14" fill="var(--m-fill)" />
          <path d="m4.5 4.5 7 7m0-7-7 7" stroke="var(--m-on)" strokeWidth="2" />
        </>
      )
    case 'disputed':
      return (
        <>
          <path d="M1.5 2H13L3 14H1.5z" fill="var(--m-fill)" />
          <path
            d="M14.3 2.8V13.8H5z"
            fill="var(--m-sheet)"
            stroke="var(--m-line)"
            strokeWidth="1.3"
          />
        </>
      )
    case 'unknown':
      return (
        <>
          <rect
            x="1.8"
            y="1.8"
            width="12.4"
            height="12.4"
            fill="none"
            stroke="var(--m-line)"
            strokeWidth="1.5"
            strokeDasharray="2.4 2"
          />
          <text x="8" y="12" className="glyph-letter">
            ?
          </text>
        </>
      )
    case 'not-asked':
    case 'not-assessed':
      return <path d="M4.5 8h7" stroke="currentColor" strokeWidth="1.6" />
  }
}

const CLASS: Readonly<Record<Answer, string>> = {
  satisfied: 'f-satisfied',
  'not-satisfied': 'f-not-satisfied',
  disputed: 'f-disputed',
  unknown: 'f-unknown',
  'not-asked': 'f-unused',
  'not-assessed': 'f-unused',
}

/** The words of a finding on the page: what is met, never what is permitted. */
export const findingWord = (value: Answer): MessageId => `finding.${value}`

/** An answer as a mark whose word is its name; the word stands beside it where there is room. */
export function Finding({ value, small = false }: { value: Answer; small?: boolean }) {
  const intl = useIntl()
  const word = intl.formatMessage({ id: findingWord(value) })
  return (
    <span className={`finding ${CLASS[value]}`}>
      <svg
        className="glyph"
        viewBox="0 0 16 16"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page has no tag
        role="img"
        aria-label={word}
      >
        <title>{word}</title>
        <Glyph value={value} />
      </svg>
      {small ? null : (
        <span className="word" aria-hidden="true">
          {word}
        </span>
      )}
    </span>
  )
}
