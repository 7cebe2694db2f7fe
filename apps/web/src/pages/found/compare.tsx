import { useState, type FormEvent } from 'react'
import { useIntl } from 'react-intl'
import type { FoundingView } from '../../../../node/src/api.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Field } from '../voice/field.tsx'
import { step, useStep } from './queries.ts'

/**
 * What somebody read out over another line is put in here, and compared literally: a tick would say
 * only that somebody meant to compare.
 */
export function Compare({
  path,
  label,
  onDone,
}: {
  path: string
  label: string
  onDone?: (view: FoundingView) => void
}) {
  const intl = useIntl()
  const [said, setSaid] = useState('')
  const comparing = useStep(onDone)
  const words =
    said.trim() === ''
      ? 0
      : said
          .trim()
          .split(/[^A-Za-z0-9:]+/)
          .filter(Boolean).length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!comparing.isPending) comparing.mutate(step('POST', path, { id: said }))
  }
  return (
    <form className="compare" onSubmit={submit}>
      <Field
        label={label}
        hint={intl.formatMessage({ id: 'found.compare.hint' })}
        error={comparing.error ? sayRefusal(intl, comparing.error) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            className="input mono"
            required
            rows={4}
            maxLength={2000}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={said}
            onChange={({ target }) => {
              comparing.reset()
              setSaid(target.value)
            }}
          />
        )}
      </Field>
      <p className="row">
        <button type="submit" className="btn primary" aria-disabled={comparing.isPending}>
          {intl.formatMessage({ id: 'found.compare.do' })}
        </button>
        {said.includes(':') || words === 0 ? null : (
          <span className="small quiet">
            {intl.formatMessage({ id: 'found.compare.words' }, { count: words })}
          </span>
        )}
      </p>
    </form>
  )
}
