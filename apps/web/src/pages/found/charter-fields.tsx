import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { Field } from '../voice/field.tsx'
import type { Rules } from './rules.tsx'
import { TimeField } from './time-field.tsx'

const TLP = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const
const TIMES = ['grace', 'notice', 'cure'] as const

/** What a charter's form has of some fields, and how it changes them. */
type Part<Fields extends keyof Rules> = {
  readonly form: Pick<Rules, Fields>
  readonly change: (part: Partial<Pick<Rules, Fields>>) => void
}

type HeadProps = Part<'title' | 'chair' | 'tlp'> & {
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  readonly chairHint?: string
}

/** What a coalition is called, who chairs it, and how its cases are marked. */
export function HeadFields({ form, change, parties, chairHint }: HeadProps) {
  const intl = useIntl()
  return (
    <>
      <Field label={intl.formatMessage({ id: 'found.coalition.title' })} error={undefined}>
        {(control) => (
          <input
            {...control}
            className="input"
            required
            maxLength={300}
            autoComplete="off"
            value={form.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </Field>
      <div className="side-by-side-fields">
        <Field
          label={intl.formatMessage({ id: 'found.chair' })}
          {...(chairHint === undefined ? {} : { hint: chairHint })}
          error={undefined}
        >
          {(control) => (
            <select
              {...control}
              className="input"
              value={form.chair}
              onChange={({ target }) => change({ chair: target.value })}
            >
              {parties.map(({ id, name }) => (
                <option key={id} value={id}>
                  {id} {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={intl.formatMessage({ id: 'found.tlp' })}
          hint={intl.formatMessage({ id: 'found.tlp.hint' })}
          error={undefined}
        >
          {(control) => (
            <select
              {...control}
              className="input"
              value={form.tlp}
              onChange={({ target }) =>
                change({ tlp: TLP.find((one) => one === target.value) ?? form.tlp })
              }
            >
              {TLP.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </>
  )
}

type MajorityProps = Part<'minimum' | 'blocking'> & { readonly children?: ReactNode }

/** How many agree and how many stop, where a step is decided by a qualified majority. */
export function MajorityFields({ form, change, children }: MajorityProps) {
  const intl = useIntl()
  return (
    <fieldset>
      <legend>{intl.formatMessage({ id: 'rule.qualified-majority' })}</legend>
      <div className="side-by-side-fields">
        {(['minimum', 'blocking'] as const).map((number) => (
          <Field
            key={number}
            label={intl.formatMessage({ id: `found.majority.${number}` })}
            error={undefined}
          >
            {(control) => (
              <input
                {...control}
                className="input mono short"
                required
                inputMode="numeric"
                pattern="[1-9][0-9]{0,2}"
                autoComplete="off"
                value={form[number]}
                onChange={({ target }) => change({ [number]: target.value.trim() })}
              />
            )}
          </Field>
        ))}
      </div>
      {children}
    </fieldset>
  )
}

type TimeProps = Part<'grace' | 'notice' | 'cure'> & { readonly children?: ReactNode }

/** When a silence is closed, by when it must have been received, and how long a way back stays open. */
export function TimeFields({ form, change, children }: TimeProps) {
  const intl = useIntl()
  return (
    <fieldset>
      <legend>{intl.formatMessage({ id: 'found.times' })}</legend>
      {TIMES.map((time) => (
        <TimeField
          key={time}
          time={form[time]}
          label={intl.formatMessage({ id: `found.time.${time}` })}
          hint={intl.formatMessage({ id: `found.time.${time}.hint` })}
          onChange={(next) => change({ [time]: next })}
        />
      ))}
      {children}
    </fieldset>
  )
}
