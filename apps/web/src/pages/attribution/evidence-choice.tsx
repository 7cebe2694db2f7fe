import { useId } from 'react'
import { useIntl } from 'react-intl'
import type { ActId } from '@entente/accord'
import type { MessageId } from '../../i18n/index.ts'
import { useScaled } from '../../marks/scaled.tsx'
import { useCase } from '../case/case-context.ts'
import { shortAct } from '../case/case-file.ts'
import { evidenceOf } from './attribution-fields.ts'
import '../exchange/exchange.css'

/** On which evidence of the case the word rests; what was taken back is shown and not offered. */
export function EvidenceChoice({
  named,
  hint,
  error,
  onChange,
}: {
  named: readonly ActId[]
  /** What to say of it where there is evidence to choose from. */
  hint?: MessageId
  error: string | undefined
  onChange: (named: readonly ActId[]) => void
}) {
  const intl = useIntl()
  const file = useCase()
  const { title } = useScaled()
  const id = useId()
  const put = evidenceOf(file)
  const says = put.length > 0 ? hint : 'attribute.evidence.none'
  return (
    <fieldset
      className="opts"
      aria-describedby={[says && id, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
    >
      <legend className="label">{intl.formatMessage({ id: 'attributions.evidence' })}</legend>
      {says ? (
        <p className="small quiet" id={id}>
          {intl.formatMessage({ id: says })}
        </p>
      ) : null}
      {put.map((one) => {
        const by = `${file.nameOf(one.party)}, ${shortAct(one)}, ${one.act.grade.value}, ${title(one.act.grade)}`
        return one.taken ? (
          <p key={one.id} className="small">
            <span className="taken-back">{one.act.title}</span>{' '}
            <span className="chip">{intl.formatMessage({ id: 'evidence-acts.withdrawn' })}</span>{' '}
            <span className="quiet">{by}</span>
          </p>
        ) : (
          <label className="opt" key={one.id}>
            <input
              type="checkbox"
              checked={named.includes(one.id)}
              onChange={({ target }) =>
                onChange(
                  target.checked ? [...named, one.id] : named.filter((other) => other !== one.id),
                )
              }
            />
            <span>
              {one.act.title}
              <small>{by}</small>
            </span>
          </label>
        )
      })}
      {error ? (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
