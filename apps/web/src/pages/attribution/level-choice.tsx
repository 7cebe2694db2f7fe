import { useId } from 'react'
import { useIntl } from 'react-intl'
import { findTerm } from '@entente/lexicon'
import { usePreferences } from '../../frame/preferences.tsx'
import { LEVELS, type Level } from './attribution-fields.ts'

/** At which of three levels; what each says, and does not say, in the words of the common language. */
export function LevelChoice({
  level,
  error,
  onChange,
}: {
  level: Level | undefined
  error: string | undefined
  onChange: (level: Level) => void
}) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const id = useId()
  return (
    <fieldset
      role="radiogroup"
      className="opts"
      tabIndex={-1}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? id : undefined}
    >
      <legend className="label">{intl.formatMessage({ id: 'attribute.level' })}</legend>
      {LEVELS.map((one) => {
        const term = findTerm(`${one}-attribution`)
        return (
          <label className="opt" key={one}>
            <input
              type="radio"
              name="level"
              value={one}
              checked={level === one}
              onChange={() => onChange(one)}
            />
            <span>
              {term?.label[locale] ?? one}
              <small>{term?.definition[locale]}</small>
            </span>
          </label>
        )
      })}
      {error ? (
        <p className="error" id={id}>
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
