import { useIntl } from 'react-intl'
import type { Text } from '@entente/accord'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { Field } from './field.tsx'
import { AXES, CHOOSE, type ReservationDraft, type Voices } from './voices.ts'

type Props = {
  readonly voices: Voices
  readonly text: Text
  readonly version: number
  readonly name: string
  readonly errorOf: (index: number) => string | undefined
  readonly onChange: (reservations: readonly ReservationDraft[]) => void
}

/** What the nation excepts, clause by clause, on the axis whose voice reserves. */
export function Reservations({ voices, text, version, name, errorOf, onChange }: Props) {
  const intl = useIntl()
  const { reservations } = voices
  const set = (index: number, change: Partial<ReservationDraft>) =>
    onChange(reservations.map((one, at) => (at === index ? { ...one, ...change } : one)))
  return AXES.filter((axis) => voices[axis] === 'complies-with-reservation').map((axis) => (
    <fieldset key={axis} className="reserve">
      <legend className="label">
        {intl.formatMessage({ id: `give.reserves.${axis}` }, { name })}
      </legend>
      {reservations.map((one, index) =>
        one.axis === axis ? (
          <Reservation
            key={`${axis} ${index}`}
            one={one}
            text={text}
            version={version}
            error={errorOf(index)}
            onChange={(change) => set(index, change)}
            onRemove={
              reservations.filter((other) => other.axis === axis).length > 1
                ? () => onChange(reservations.filter((_, at) => at !== index))
                : undefined
            }
          />
        ) : null,
      )}
      <button
        type="button"
        className="btn bare little"
        onClick={() => onChange([...reservations, { axis, clause: CHOOSE, text: '' }])}
      >
        {intl.formatMessage({ id: 'give.add-clause' })}
      </button>
    </fieldset>
  ))
}

function Reservation({
  one,
  text,
  version,
  error,
  onChange,
  onRemove,
}: {
  one: ReservationDraft
  text: Text
  version: number
  error: string | undefined
  onChange: (change: Partial<ReservationDraft>) => void
  onRemove: (() => void) | undefined
}) {
  const intl = useIntl()
  const quoted = text.clauses.find(({ id }) => id === one.clause)
  return (
    <div className="reservation">
      <Field
        label={intl.formatMessage({ id: 'give.clause' })}
        error={
          error && one.clause === CHOOSE ? intl.formatMessage({ id: 'error.clause' }) : undefined
        }
      >
        {(control) => (
          <span className="row">
            <select
              {...control}
              className="input clause-pick"
              value={one.clause}
              onChange={({ target }) => onChange({ clause: target.value })}
            >
              <option value={CHOOSE}>{intl.formatMessage({ id: 'give.clause.choose' })}</option>
              {text.clauses.map(({ id }) => (
                <option key={id} value={id}>
                  {intl.formatMessage({ id: 'give.clause.one' }, { clause: id })}
                </option>
              ))}
              <option value="">{intl.formatMessage({ id: 'give.clause.none' })}</option>
            </select>
            {onRemove ? (
              <button type="button" className="btn bare little" onClick={onRemove}>
                {intl.formatMessage({ id: 'give.remove' })}
              </button>
            ) : null}
          </span>
        )}
      </Field>
      {quoted ? (
        <blockquote className="treaty" lang={text.lang}>
          {quoted.text}{' '}
          <span className="source">
            {intl.formatMessage({ id: 'give.clause.of' }, { clause: quoted.id, number: version })}
          </span>
        </blockquote>
      ) : null}
      <Field
        label={intl.formatMessage({ id: 'give.reservation' })}
        error={
          error && one.text === '' ? intl.formatMessage({ id: 'error.reservation' }) : undefined
        }
      >
        {(control) => (
          <>
            <textarea
              {...control}
              className="input"
              rows={3}
              value={one.text}
              onChange={({ target }) => onChange({ text: target.value })}
            />
            <LintNotes text={one.text} of={control.id} />
          </>
        )}
      </Field>
    </div>
  )
}
