import { useIntl } from 'react-intl'
import type { StepState } from './steps.ts'

/** A filled square is done, a dotted one is missing, a struck one was lost, a dash is not due. */
function Shape({ state }: { state: StepState }) {
  switch (state) {
    case 'done':
      return <rect x="2" y="2" width="12" height="12" fill="currentColor" />
    case 'missing':
      return (
        <rect
          x="2.8"
          y="2.8"
          width="10.4"
          height="10.4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeDasharray="2.2 2"
        />
      )
    case 'lost':
      return (
        <path
          d="M2.8 2.8h10.4v10.4H2.8zM1 15 15 1"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        />
      )
    case 'none':
      return <path d="M4.5 8h7" stroke="currentColor" strokeWidth="1.6" />
  }
}

/** How one step stands, as a shape whose word is its name. */
export function StepMark({ state }: { state: StepState }) {
  const intl = useIntl()
  const word = intl.formatMessage({ id: `measure.state.${state}` })
  return (
    <svg
      className={`glyph st-${state}`}
      viewBox="0 0 16 16"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page has no tag
      role="img"
      aria-label={word}
    >
      <title>{word}</title>
      <Shape state={state} />
    </svg>
  )
}
