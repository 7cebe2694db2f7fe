import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { useSay } from '../../i18n/use-say.ts'
import type { Fact } from '../law/say-fact.ts'
import { Field } from '../voice/field.tsx'
import { FactGrounds } from './fact-grounds.tsx'
import type { Stated } from './stated.ts'

/** One question of the law in plain words. Left empty it stays unknown: nothing is presumed. */
export function FactInput({
  fact,
  stated,
  error,
  beneath,
  atHome,
  onChange,
}: {
  fact: Fact
  stated: Stated | undefined
  error?: string | undefined
  /** What stands between the answer and its grounds: the provision that asks. */
  beneath?: ReactNode
  /** Whether it stays at home, where that can be chosen. */
  atHome?: { readonly is: boolean; readonly onChange: (is: boolean) => void }
  onChange: (stated: Stated) => void
}) {
  const intl = useIntl()
  const say = useSay()
  const { value: _before, ...rest } = stated ?? {}
  const change = (text: string) =>
    onChange(text === '' ? rest : { ...rest, value: readValue(fact, text) })
  return (
    <div className="fact-input">
      <Field label={say(fact.question)} error={error}>
        {(control) => (
          <ValueInput
            control={control}
            fact={fact}
            value={writeValue(stated?.value)}
            onChange={change}
          />
        )}
      </Field>
      {beneath}
      {atHome && stated?.value !== undefined ? (
        <label className="row small">
          <input
            type="checkbox"
            checked={atHome.is}
            onChange={({ target }) => atHome.onChange(target.checked)}
          />{' '}
          {intl.formatMessage({ id: 'measure.at-home' })}
        </label>
      ) : null}
      {stated?.value === undefined ? null : <FactGrounds stated={stated} onChange={onChange} />}
    </div>
  )
}

const writeValue = (value: Stated['value']): string =>
  value === undefined ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

function readValue({ type }: Fact, text: string): string | boolean | number {
  switch (type) {
    case 'yes-no':
      return text === 'yes'
    case 'count':
      return Number(text)
    case 'choice':
    case 'day':
    case 'words':
      return text
  }
}

function ValueInput({
  control,
  fact,
  value,
  onChange,
}: {
  control: object
  fact: Fact
  value: string
  onChange: (text: string) => void
}) {
  const intl = useIntl()
  const say = useSay()
  const set = ({ target }: { target: { value: string } }) => onChange(target.value)
  const unknown = <option value="">{intl.formatMessage({ id: 'measure.unknown' })}</option>
  switch (fact.type) {
    case 'choice':
      return (
        <select {...control} className="input" value={value} onChange={set}>
          {unknown}
          {Object.entries(fact.options).map(([option, words]) => (
            <option key={option} value={option}>
              {say(words)}
            </option>
          ))}
        </select>
      )
    case 'yes-no':
      return (
        <select {...control} className="input until" value={value} onChange={set}>
          {unknown}
          <option value="yes">{intl.formatMessage({ id: 'law.yes' })}</option>
          <option value="no">{intl.formatMessage({ id: 'law.no' })}</option>
        </select>
      )
    case 'day':
      return <input {...control} type="date" className="input until" value={value} onChange={set} />
    case 'count':
      return (
        <input
          {...control}
          type="number"
          min={0}
          step={1}
          className="input until"
          value={value}
          onChange={set}
        />
      )
    case 'words':
      return <textarea {...control} className="input" rows={2} value={value} onChange={set} />
  }
}
