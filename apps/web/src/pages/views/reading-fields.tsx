import { useIntl } from 'react-intl'
import { ISSUES, type Issue } from '@entente/law'
import { Field } from '../voice/field.tsx'
import type { FilledReading } from './own-view.ts'

/** One issue: what this nation holds, in which words, said where and when. */
export function ReadingFields({
  issue,
  filled,
  errorOf,
  onChange,
}: {
  issue: Issue
  filled: FilledReading
  errorOf: (field: string) => string | undefined
  onChange: (filled: FilledReading) => void
}) {
  const intl = useIntl()
  const set = (part: Partial<FilledReading>) => onChange({ ...filled, ...part })
  const name = intl.formatMessage({ id: `issue.${issue}` })
  return (
    <fieldset className="reading-fields">
      <legend>{name}</legend>
      <Field label={intl.formatMessage({ id: 'views.value' }, { issue: name })} error={undefined}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={filled.value}
            onChange={({ target }) => set({ value: target.value })}
          >
            {ISSUES[issue].map((value) => (
              <option key={value} value={value}>
                {intl.formatMessage({
                  id: value === 'unknown' ? 'views.value.none' : `reading.${value}`,
                })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {filled.value === 'unknown' ? null : (
        <>
          <Field label={intl.formatMessage({ id: 'views.says' })} error={errorOf(`${issue}.says`)}>
            {(control) => (
              <textarea
                {...control}
                className="input"
                rows={2}
                maxLength={8000}
                value={filled.says}
                onChange={({ target }) => set({ says: target.value })}
              />
            )}
          </Field>
          <Field
            label={intl.formatMessage({ id: 'views.source' })}
            error={errorOf(`${issue}.source`)}
          >
            {(control) => (
              <input
                {...control}
                className="input"
                maxLength={2000}
                value={filled.source}
                onChange={({ target }) => set({ source: target.value })}
              />
            )}
          </Field>
          <div className="beside">
            <Field label={intl.formatMessage({ id: 'views.pinpoint' })} error={undefined}>
              {(control) => (
                <input
                  {...control}
                  className="input"
                  maxLength={300}
                  value={filled.pinpoint}
                  onChange={({ target }) => set({ pinpoint: target.value })}
                />
              )}
            </Field>
            <Field label={intl.formatMessage({ id: 'views.on.field' })} error={undefined}>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  className="input"
                  value={filled.on}
                  onChange={({ target }) => set({ on: target.value })}
                />
              )}
            </Field>
          </div>
        </>
      )}
    </fieldset>
  )
}
