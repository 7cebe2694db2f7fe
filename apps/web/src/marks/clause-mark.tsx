import { useIntl } from 'react-intl'
import type { ClauseWord } from '@entente/accord'

/** As with voices: round does not stop the text, angular stops it, dotted has not spoken. */
function Shape({ says }: { says: ClauseWord }) {
  switch (says) {
    case 'accepts':
      return <circle cx="8" cy="8" r="6.5" fill="currentColor" />
    case 'excepts':
      return (
        <>
          <path d="M6.6 1.6A6.5 6.5 0 1 0 14.4 9.4Z" fill="currentColor" />
          <path d="M8.6 1.5A6.5 6.5 0 0 1 14.5 7.4Z" fill="currentColor" />
        </>
      )
    case 'reserves':
      return (
        <path
          d="M6.6 2.2A6 6 0 1 0 13.8 9.4ZM9 2.1A6 6 0 0 1 13.9 7Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
        />
      )
    case 'amends':
      return (
        <path d="M8 1.5a6.5 6.5 0 0 0 0 13zM9.5 3v10" fill="currentColor" stroke="currentColor" />
      )
    case 'objects':
      return <rect x="1.5" y="1.5" width="13" height="13" fill="currentColor" />
    case 'objects-elsewhere':
      return (
        <rect
          x="2.3"
          y="2.3"
          width="11.4"
          height="11.4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        />
      )
    case 'abstains':
      return <circle cx="8" cy="8" r="5.7" fill="none" stroke="currentColor" strokeWidth="1.6" />
    case 'abstains-constructively':
      return (
        <path
          d="M5.5 2.4a6 6 0 0 0 0 11.2M10.5 2.4a6 6 0 0 1 0 11.2"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        />
      )
    case 'awaits-instructions':
      return (
        <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" fill="none" stroke="currentColor" strokeWidth="1.6" />
      )
    case 'withdrawn':
      return (
        <path
          d="M2.3 2.3h11.4v11.4H2.3zM.8 15.2 15.2.8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        />
      )
    case 'silent':
      return (
        <circle
          cx="8"
          cy="8"
          r="5.7"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="2 2"
        />
      )
  }
}

/** What a nation says of one clause, as a shape whose word is its name. */
export function ClauseMark({ says }: { says: ClauseWord }) {
  const intl = useIntl()
  const word = intl.formatMessage({ id: `clause.${says}` })
  return (
    <svg
      className={`glyph c-${says}`}
      viewBox="0 0 16 16"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page has no tag
      role="img"
      aria-label={word}
    >
      <title>{word}</title>
      <Shape says={says} />
    </svg>
  )
}
