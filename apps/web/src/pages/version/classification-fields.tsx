import { useIntl } from 'react-intl'
import { findTerm, SCALES, TERMS, type ScaleValue } from '@entente/lexicon'
import { usePreferences } from '../../frame/preferences.tsx'
import { Field } from '../voice/field.tsx'
import { SCALE_NAMES, type Filled, type ScaleName } from './version-fields.ts'
import type { ErrorOf } from './version-form.tsx'

type Props = {
  readonly filled: Filled
  readonly errorOf: ErrorOf
  readonly onChange: (part: Partial<Filled>) => void
}

/** The product's own words name its parts; only words of the field classify what happened. */
const FIELD_TERMS = TERMS.filter(({ vocabulary }) => vocabulary === 'field')

/** Terms of the common language that classify what the text is about, and values of named scales. */
export function ClassificationFields({ filled, errorOf, onChange }: Props) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const { terms, scales, kind } = filled
  const left = FIELD_TERMS.filter(({ id }) => !terms.includes(id))
  return (
    <details className="more" open={kind === 'situation' || terms.length > 0 ? true : undefined}>
      <summary>{intl.formatMessage({ id: 'version.classification' })}</summary>
      {terms.length > 0 ? (
        <ul className="chosen-terms">
          {terms.map((id) => {
            const term = findTerm(id)
            const label = term?.label[locale] ?? id
            return (
              <li key={id}>
                <b>{label}</b> <span className="small quiet">{term?.definition[locale]}</span>{' '}
                <button
                  type="button"
                  className="btn bare little"
                  onClick={() => onChange({ terms: terms.filter((one) => one !== id) })}
                >
                  {intl.formatMessage({ id: 'version.term.remove' }, { term: label })}
                </button>
              </li>
            )
          })}
        </ul>
      ) : null}
      <Field
        label={intl.formatMessage({ id: 'version.term' })}
        hint={intl.formatMessage({ id: 'version.term.hint' })}
        error={errorOf('terms')}
      >
        {(control) => (
          <select
            {...control}
            className="input until"
            value=""
            onChange={({ target }) => {
              if (target.value !== '') onChange({ terms: [...terms, target.value] })
            }}
          >
            <option value="">{intl.formatMessage({ id: 'measure.choose' })}</option>
            {left
              .toSorted((a, b) => a.label[locale].localeCompare(b.label[locale], locale))
              .map(({ id, label }) => (
                <option key={id} value={id}>
                  {label[locale]}
                </option>
              ))}
          </select>
        )}
      </Field>
      {SCALE_NAMES.map((name) => (
        <ScaledField
          key={name}
          name={name}
          value={scales[name]}
          onChange={(value) => {
            const { [name]: _before, ...others } = scales
            onChange({ scales: value ? { ...others, [name]: value } : others })
          }}
        />
      ))}
    </details>
  )
}

const keyOf = ({ scale, version, value }: ScaleValue) => JSON.stringify([scale, version, value])

/** One value of one named scale: two scales are never mixed, so each value stands under its scale. */
function ScaledField({
  name,
  value,
  onChange,
}: {
  name: ScaleName
  value: ScaleValue | undefined
  onChange: (value: ScaleValue | undefined) => void
}) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const scales = SCALES.filter(({ measures }) => measures === name)
  const all = scales.flatMap(({ id, version, degrees }) =>
    degrees.map((degree) => ({ scale: id, version, value: degree.value })),
  )
  return (
    <Field
      label={intl.formatMessage(
        { id: 'measure.optional' },
        { label: intl.formatMessage({ id: `classification.${name}` }) },
      )}
      error={undefined}
    >
      {(control) => (
        <select
          {...control}
          className="input until"
          value={value ? keyOf(value) : ''}
          onChange={({ target }) => onChange(all.find((one) => keyOf(one) === target.value))}
        >
          <option value="">{intl.formatMessage({ id: 'measure.choose' })}</option>
          {value && !all.some((one) => keyOf(one) === keyOf(value)) ? (
            <option value={keyOf(value)}>{value.value}</option>
          ) : null}
          {scales.map(({ id, version, title, degrees }) => (
            <optgroup key={`${id} ${version}`} label={title[locale]}>
              {degrees.map((degree) => (
                <option
                  key={degree.value}
                  value={keyOf({ scale: id, version, value: degree.value })}
                >
                  {degree.label[locale]}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}
