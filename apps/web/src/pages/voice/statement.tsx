import { useIntl } from 'react-intl'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { Field } from './field.tsx'
import { needsStatement, type Voices } from './voices.ts'

/** What the nation states with its voices; two of the seven voices cannot do without. */
export function Statement({
  voices,
  error,
  onChange,
}: {
  voices: Voices
  error: string | undefined
  onChange: (statement: string) => void
}) {
  const intl = useIntl()
  const needed = needsStatement(voices)
  return (
    <Field
      label={intl.formatMessage({ id: needed ? 'give.statement.required' : 'give.statement' })}
      error={error}
    >
      {(control) => (
        <>
          <textarea
            {...control}
            className="input"
            rows={needed ? 3 : 2}
            required={needed}
            value={voices.statement}
            onChange={({ target }) => onChange(target.value)}
          />
          <LintNotes text={voices.statement} of={control.id} />
        </>
      )}
    </Field>
  )
}
