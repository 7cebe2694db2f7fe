import { useIntl } from 'react-intl'
import type { ImportFormat } from '../../../../node/src/api.ts'
import { Field } from '../voice/field.tsx'

/** What a file may be said to be; without a choice it says so itself by how it begins. */
const LISTED: Readonly<Record<ImportFormat, true>> = {
  stix: true,
  misp: true,
  csaf: true,
  kev: true,
  'eu-kev': true,
  cve: true,
  cyclonedx: true,
  csv: true,
  text: true,
}
const FORMATS = Object.keys(LISTED) as ImportFormat[]

/** Who knows what a file is says so: a table and a text do not say it themselves. */
export function FormatChoice({
  format,
  onChoose,
}: {
  format: ImportFormat | undefined
  onChoose: (format: ImportFormat | undefined) => void
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
