import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { ObjectRecalls } from '../../../../node/src/api.ts'
import { sayRefusal } from '../../api/refusal.ts'
import type { MessageId } from '../../i18n/index.ts'
import { Field } from '../voice/field.tsx'

/** A reason in words and the deed that it is for: what it does is said first, and without words nothing is done. */
export function Because({
  what,
  label,
  act,
  onAct,
  children,
}: {
  what: MessageId
  label: MessageId
  act: MessageId
  onAct: (words: string) => Promise<ObjectRecalls>
  children?: ReactNode
}) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = tried && words.trim() === ''
  const doing = useMutation({
    mutationFn: () => onAct(words.trim()),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (words.trim() !== '') doing.mutate()
      }}
    >
      <p className="small quiet">{intl.formatMessage({ id: what })}</p>
      {children}
      <Field
        label={intl.formatMessage({ id: label })}
        error={isMissing ? intl.formatMessage({ id: 'recalls.missing' }) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={2}
            maxLength={1000}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </Field>
      {doing.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, doing.error)}
        </p>
      ) : null}
      <button type="submit" className="btn" disabled={doing.isPending}>
        {intl.formatMessage({ id: act })}
      </button>
    </form>
  )
}
