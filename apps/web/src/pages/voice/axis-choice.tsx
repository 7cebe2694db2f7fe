import { useIntl } from 'react-intl'
import { SPOKEN, type SpokenVoice } from '@entente/accord'
import { VoiceMark } from '../../marks/voice-mark.tsx'
import type { Axis } from './voices.ts'

/** Strongest first, as a person would look for them. */
const CHOICES = SPOKEN.toReversed()

/** One of the two voices: seven answers to one question. */
export function AxisChoice({
  axis,
  name,
  chosen,
  error,
  onChoose,
}: {
  axis: Axis
  name: string
  chosen: SpokenVoice | undefined
  error: string | undefined
  onChoose: (voice: SpokenVoice) => void
}) {
  const intl = useIntl()
  return (
    <fieldset aria-describedby={error ? `error-${axis}` : undefined}>
      <legend>
        <b>{intl.formatMessage({ id: `give.${axis}` })}</b>
        {intl.formatMessage({ id: `give.${axis}.question` }, { name })}
      </legend>
      {CHOICES.map((voice, index) => (
        <label className="pick" key={voice}>
          <input
            type="radio"
            name={axis}
            value={voice}
            checked={chosen === voice}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to answer this
            autoFocus={axis === 'union' && (chosen === voice || (!chosen && index === 0))}
            onChange={() => onChoose(voice)}
          />
          <span className="mark" aria-hidden="true">
            <VoiceMark voice={voice} />
          </span>
          <span className="word">{intl.formatMessage({ id: `voice.${voice}` })}</span>
        </label>
      ))}
      {error ? (
        <p className="error" id={`error-${axis}`}>
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
