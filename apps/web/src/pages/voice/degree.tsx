import { useIntl } from 'react-intl'
import { findScale } from '@entente/lexicon'
import { usePreferences } from '../../frame/preferences.tsx'
import type { MessageId } from '../../i18n/index.ts'
import { Field } from './field.tsx'

/** A degree of a scale of the lexicon, chosen by its value and its words. */
export function Degree({
  label,
  scale: { scale, version },
  value,
  onChange,
}: {
  label: MessageId
  scale: { readonly scale: string; readonly version: string }
  value: string
  onChange: (value: string) => void
}) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const found = findScale(scale, version)
  return (
    <Field
      label={intl.formatMessage({ id: label })}
      hint={found?.title[locale] ?? ''}
      error={undefined}
    >
      {(control) => (
        <select
          {...control}
          className="input"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          {found?.degrees.map((degree) => (
            <option key={degree.value} value={degree.value}>
              {degree.value}: {degree.label[locale]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
