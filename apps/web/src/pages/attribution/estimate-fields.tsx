import { useIntl } from 'react-intl'
import type { ScaleValue } from '@entente/lexicon'
import { usePreferences } from '../../frame/preferences.tsx'
import { Field } from '../voice/field.tsx'
import { scalesFor, type Estimate } from './attribution-fields.ts'
import '../version/version.css'

const keyOf = ({ id, version }: { readonly id: string; readonly version: string }) =>
  `${id} ${version}`

/** A value and the scale by which it is meant: another scale has other words, so its value is chosen anew. */
export function EstimateFields({
  estimate,
  said,
  wrong,
  onChange,
}: {
  estimate: Estimate
  said: ScaleValue
  wrong: boolean
  onChange: (said: ScaleValue) => void
}) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const scales = scalesFor(estimate)
  const key = keyOf({ id: said.scale, version: said.version })
  const scale = scales.find((one) => keyOf(one) === key)
  const name = intl.formatMessage({ id: `attributions.${estimate}` })
  return (
    <fieldset className="opts">
      <legend className="label">{name}</legend>
      <p className="small quiet">{intl.formatMessage({ id: `attribute.${estimate}.hint` })}</p>
      <div className="beside">
        <Field label={intl.formatMessage({ id: 'attribute.scale' }, { name })} error={undefined}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={key}
              onChange={({ target }) => {
                const next = scales.find((one) => keyOf(one) === target.value)
                if (next) onChange({ scale: next.id, version: next.version, value: '' })
              }}
            >
              {scales.map((one) => (
                <option key={keyOf(one)} value={keyOf(one)}>
                  {intl.formatMessage(
                    { id: 'attributions.scale' },
                    { scale: one.title[locale], version: one.version },
                  )}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={intl.formatMessage({ id: 'attribute.value' }, { name })}
          error={wrong ? intl.formatMessage({ id: 'attribute.error.value' }) : undefined}
        >
          {(control) => (
            <select
              {...control}
              className="input"
              value={said.value}
              onChange={({ target }) => onChange({ ...said, value: target.value })}
            >
              <option value="">{intl.formatMessage({ id: 'measure.choose' })}</option>
              {scale?.degrees.map(({ value, label, percent }) => (
                <option key={value} value={value}>
                  {percent
                    ? intl.formatMessage(
                        { id: 'attribute.percent' },
                        { word: label[locale], from: percent.from, to: percent.to },
                      )
                    : label[locale]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </fieldset>
  )
}
