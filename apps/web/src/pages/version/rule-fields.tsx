import { useIntl } from 'react-intl'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { asksOf, type Filled } from './version-fields.ts'
import type { ErrorOf } from './version-form.tsx'

type Props = {
  readonly filled: Filled
  readonly errorOf: ErrorOf
  readonly onChange: (part: Partial<Filled>) => void
}

/** What the rule of the step asks beside the words: until when, and whom the text names. */
export function RuleFields({ filled, errorOf, onChange }: Props) {
  const intl = useIntl()
  const file = useCase()
  const asks = asksOf(file, filled.kind)
  return (
    <>
      {asks.names ? <Participants filled={filled} errorOf={errorOf} onChange={onChange} /> : null}
      <Field
        label={intl.formatMessage({ id: asks.expiry ? 'version.expiry.needed' : 'version.expiry' })}
        hint={intl.formatMessage({ id: 'version.expiry.hint' })}
        error={errorOf('expiry')}
      >
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            className="input until"
            value={filled.expiry}
            onChange={({ target }) => onChange({ expiry: target.value })}
          />
        )}
      </Field>
    </>
  )
}

function Participants({ filled, errorOf, onChange }: Props) {
  const intl = useIntl()
  const file = useCase()
  const { names } = filled
  const error = errorOf('names')
  return (
    <>
      <fieldset aria-describedby={error ? 'version-names-error' : undefined}>
        <legend className="label">{intl.formatMessage({ id: 'version.names' })}</legend>
        <div className="row">
          {file.members.map(({ id, name }) => (
            <label key={id} className="row small">
              <input
                type="checkbox"
                checked={names.includes(id)}
                aria-invalid={error ? true : undefined}
                onChange={({ target }) =>
                  onChange({
                    names: target.checked ? [...names, id] : names.filter((one) => one !== id),
                  })
                }
              />
              {name}
            </label>
          ))}
        </div>
        {error ? (
          <p className="error" id="version-names-error">
            {error}
          </p>
        ) : null}
      </fieldset>
      <Field
        label={intl.formatMessage({ id: 'version.minimum' })}
        hint={intl.formatMessage({ id: 'version.minimum.hint' })}
        error={errorOf('minimum')}
      >
        {(control) => (
          <input
            {...control}
            type="number"
            min={1}
            step={1}
            className="input until"
            value={filled.minimum}
            onChange={({ target }) => onChange({ minimum: target.value })}
          />
        )}
      </Field>
    </>
  )
}
