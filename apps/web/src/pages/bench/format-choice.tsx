import { useIntl } from 'react-intl'
import { Field } from '../voice/field.tsx'

/** What a file may be said to be; without a choice it says so itself by how it begins. */
const FORMATS = [
  'stix',
  'misp',
  'csaf',
  'kev',
  'eu-kev',
  'cve',
  'cyclonedx',
  'csv',
  'text',
] as const
export type Format = (typeof FORMATS)[number]

/** Who knows what a file is says so: a table and a text do not say it themselves. */
export function FormatChoice({
  format,
  onChoose,
}: {
  format: Format | undefined
  onChoose: (format: Format | undefined) => void
}) {
  const intl = useIntl()
  return (
    <Field
      label={intl.formatMessage({ id: 'imports.format' })}
      hint={intl.formatMessage({ id: 'imports.format.hint' })}
      error={undefined}
    >
      {(control) => (
        <select
          {...control}
          className="input"
          value={format ?? ''}
          onChange={({ target }) => onChoose(FORMATS.find((one) => one === target.value))}
        >
          <option value="">{intl.formatMessage({ id: 'imports.format.own' })}</option>
          {FORMATS.map((one) => (
            <option key={one} value={one}>
              {intl.formatMessage({ id: `imports.format.${one}` })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
