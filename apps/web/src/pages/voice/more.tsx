import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Text } from '@entente/accord'
import { handedTo, seal } from '../../api/sealed.ts'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { ReadersChoice } from '../exchange/readers-choice.tsx'
import { Field } from './field.tsx'
import { Statement } from './statement.tsx'
import { awaits, needsStatement, objects, type Voices } from './voices.ts'

type Props = {
  readonly voices: Voices
  readonly text: Text
  readonly errorOf: (field: 'until' | 'expectedAt' | `amendment-${string}`) => string | undefined
  readonly onChange: (change: Partial<Voices>) => void
}

/** What may be said besides: when instructions are expected, an amendment, what it would take, an end, vital reasons. */
export function More({ voices, text, errorOf, onChange }: Props) {
  const intl = useIntl()
  const [open] = useState(
    voices.statement !== '' ||
      Object.keys(voices.amendment).length > 0 ||
      voices.wouldTake !== '' ||
      voices.until !== '',
  )
  return (
    <details className="more" open={open || objects(voices) || awaits(voices)}>
      <summary>{intl.formatMessage({ id: 'give.more' })}</summary>
      {awaits(voices) ? (
        <Field
          label={intl.formatMessage({ id: 'give.expected' })}
          hint={intl.formatMessage({ id: 'give.expected.hint' })}
          error={errorOf('expectedAt')}
        >
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              className="input until"
              value={voices.expectedAt}
              onChange={({ target }) => onChange({ expectedAt: target.value })}
            />
          )}
        </Field>
      ) : null}
      {needsStatement(voices) ? null : (
        <Statement
          voices={voices}
          error={undefined}
          onChange={(statement) => onChange({ statement })}
        />
      )}
      <Field
        label={intl.formatMessage({ id: 'give.would-take' })}
        hint={intl.formatMessage({ id: 'give.would-take.hint' })}
        error={undefined}
      >
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={2}
            value={voices.wouldTake}
            onChange={({ target }) => onChange({ wouldTake: target.value })}
          />
        )}
      </Field>
      <Field
        label={intl.formatMessage({ id: 'sealed.field' })}
        hint={intl.formatMessage({ id: 'sealed.field.hint' })}
        error={undefined}
      >
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={2}
            value={voices.reasons}
            onChange={({ target: { value } }) =>
              onChange({ reasons: value, sealed: seal('reasons', value, voices.readers) })
            }
          />
        )}
      </Field>
      {voices.reasons.trim() === '' ? null : (
        <ReadersChoice
          to={voices.readers}
          onChange={(readers) => onChange({ readers, sealed: handedTo(voices.sealed, readers) })}
        />
      )}
      <Amendment voices={voices} text={text} errorOf={errorOf} onChange={onChange} />
      {objects(voices) ? (
        <label className="row small">
          <input
            type="checkbox"
            checked={voices.vital}
            onChange={({ target }) => onChange({ vital: target.checked })}
          />
          {intl.formatMessage({ id: 'give.vital' })}
        </label>
      ) : null}
      <Field
        label={intl.formatMessage({ id: 'give.until' })}
        hint={intl.formatMessage({ id: 'give.until.hint' })}
        error={errorOf('until')}
      >
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            className="input until"
            value={voices.until}
            onChange={({ target }) => onChange({ until: target.value })}
          />
        )}
      </Field>
    </details>
  )
}

/** Clauses as this member would have them; putting a version stays the chair's act. */
function Amendment({ voices, text, errorOf, onChange }: Props) {
  const intl = useIntl()
  const { amendment } = voices
  const left = text.clauses.filter(({ id }) => amendment[id] === undefined)
  const without = (id: string) =>
    Object.fromEntries(Object.entries(amendment).filter(([clause]) => clause !== id))
  return (
    <>
      {Object.entries(amendment).map(([id, words]) => (
        <Field
          key={id}
          label={intl.formatMessage({ id: 'give.amendment' }, { clause: id })}
          error={errorOf(`amendment-${id}`)}
        >
          {(control) => (
            <>
              <textarea
                {...control}
                className="input"
                rows={4}
                lang={text.lang}
                value={words}
                onChange={({ target }) =>
                  onChange({ amendment: { ...amendment, [id]: target.value } })
                }
              />
              <LintNotes text={words} lang={text.lang} of={control.id} />
              <span>
                <button
                  type="button"
                  className="btn bare little"
                  onClick={() => onChange({ amendment: without(id) })}
                >
                  {intl.formatMessage({ id: 'give.remove' })}
                </button>
              </span>
            </>
          )}
        </Field>
      ))}
      {left.length > 0 ? (
        <Field label={intl.formatMessage({ id: 'give.amend' })} error={undefined}>
          {(control) => (
            <select
              {...control}
              className="input clause-pick"
              value=""
              onChange={({ target }) => {
                const clause = text.clauses.find(({ id }) => id === target.value)
                if (clause) onChange({ amendment: { ...amendment, [clause.id]: clause.text } })
              }}
            >
              <option value="">{intl.formatMessage({ id: 'give.amend.none' })}</option>
              {left.map(({ id }) => (
                <option key={id} value={id}>
                  {intl.formatMessage({ id: 'give.clause.one' }, { clause: id })}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
    </>
  )
}
