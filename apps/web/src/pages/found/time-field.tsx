import { useIntl } from 'react-intl'
import { Field } from '../voice/field.tsx'
import type { Rules } from './rules.tsx'

const UNITS = ['second', 'minute', 'hour', 'day'] as const

/** A time as people say it: so many of a unit. */
export function TimeField({
  time,
  label,
  hint,
  onChange,
}: {
  time: Rules['grace']
  label: string
  hint: string
  onChange: (time: Rules['grace']) => void
}) {
  const intl = useIntl()
  return (
    <Field label={label} hint={hint} error={undefined}>
      {(control) => (
        <span className="row">
          <input
            {...control}
            className="input mono short"
            required
            inputMode="numeric"
            pattern="[0-9]{1,6}"
            autoComplete="off"
            value={time.count}
            onChange={({ target }) => onChange({ ...time, count: target.value.trim() })}
          />
          <select
            className="input unit"
            aria-label={intl.formatMessage({ id: 'found.time.unit' }, { label })}
            value={time.unit}
            onChange={({ target }) =>
              onChange({ ...time, unit: UNITS.find((one) => one === target.value) ?? time.unit })
            }
          >
            {UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {intl.formatMessage({ id: `found.time.${unit}` })}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  )
}
