import { useIntl } from 'react-intl'
import type { Voice } from '@entente/accord'

/** The shape under the letter: round does not stop the text, angular stops it, dotted has not spoken. */
function Shape({ voice }: { voice: Voice }) {
  switch (voice) {
    case 'complies':
      return <circle cx="11" cy="11" r="10" fill="var(--m-fill)" />
    case 'complies-with-statement':
      return <path d="M11 1a10 10 0 0 0 0 20h10V11A10 10 0 0 0 11 1z" fill="var(--m-fill)" />
    case 'complies-with-reservation':
      return (
        <>
          <path d="M8.84 1.24A10 10 0 1 0 20.76 13.16Z" fill="var(--m-fill)" />
          <path d="M10.8 1A10 10 0 0 1 21 11.2Z" fill="var(--m-fill)" />
        </>
      )
    case 'abstains':
      return (
        <circle
          cx="11"
          cy="11"
          r="9"
          fill="var(--m-sheet)"
          stroke="var(--m-line)"
          strokeWidth="2"
        />
      )
    case 'abstains-constructively':
      return (
        <path
          d="M7.4 2.8a9 9 0 0 0 0 16.4M14.6 2.8a9 9 0 0 1 0 16.4"
          fill="none"
          stroke="var(--m-line)"
          strokeWidth="2"
        />
      )
    case 'awaits-instructions':
      return (
        <path
          d="M11 1.2 20.8 11 11 20.8 1.2 11z"
          fill="var(--m-fill)"
          stroke="var(--m-line)"
          strokeWidth="1.6"
        />
      )
    case 'objects':
      return <rect x="1.5" y="1.5" width="19" height="19" fill="var(--m-fill)" />
    case 'withdrawn':
      return (
        <>
          <rect
            x="2.2"
            y="2.2"
            width="17.6"
            height="17.6"
            fill="var(--m-sheet)"
            stroke="var(--m-line)"
            strokeWidth="1.6"
          />
          <path d="M.6 21.4 21.4.6" stroke="var(--m-line)" strokeWidth="1.6" />
        </>
      )
    case 'silent':
      return (
        <circle
          cx="11"
          cy="11"
          r="9"
          fill="none"
          stroke="var(--m-line)"
          strokeWidth="1.6"
          strokeDasharray="2.2 2.5"
        />
      )
  }
}

/** One voice as a shape with a letter; its word is its name. */
export function VoiceMark({ voice, little = false }: { voice: Voice; little?: boolean }) {
  const intl = useIntl()
  const word = intl.formatMessage({ id: `voice.${voice}` })
  return (
    <svg
      className={`voice-mark v-${voice}${little ? ' little' : ''}`}
      viewBox="0 0 22 22"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page has no tag
      role="img"
      aria-label={word}
    >
      <title>{word}</title>
      <Shape voice={voice} />
      {voice === 'silent' ? (
        <g fill="var(--m-ink)">
          <circle cx="7" cy="11" r="1.3" />
          <circle cx="11" cy="11" r="1.3" />
          <circle cx="15" cy="11" r="1.3" />
        </g>
      ) : (
        <text
          className={`vm-letter ${voice === 'withdrawn' ? 'outlined' : ''}`}
          x={voice === 'complies-with-reservation' ? 9.8 : 11}
          y={voice === 'complies-with-reservation' ? 15.6 : 15}
        >
          {intl.formatMessage({ id: `voice.letter.${voice}` })}
        </text>
      )}
    </svg>
  )
}

type Pair = { readonly union: Voice; readonly national: Voice; readonly effective: Voice }

/** A nation's two voices, Union first; the bar lies under the weaker one, which counts. */
export function VoicePair({ union, national, effective }: Pair) {
  const intl = useIntl()
  const differ = union !== national
  return (
    <span className="voices">
      <span className={differ && effective === union ? 'weaker' : undefined}>
        <span className="hidden">{intl.formatMessage({ id: 'axis.union' })}: </span>
        <VoiceMark voice={union} />
      </span>
      <span className={differ && effective === national ? 'weaker' : undefined}>
        <span className="hidden">{intl.formatMessage({ id: 'axis.national' })}: </span>
        <VoiceMark voice={national} />
      </span>
    </span>
  )
}
