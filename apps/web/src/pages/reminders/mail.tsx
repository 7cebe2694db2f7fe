import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useIntl } from 'react-intl'
import type { MailChoice, RemindersView } from '../../../../node/src/api.ts'
import { putJson, sendJson } from '../../api/client.ts'
import { remindersQuery } from '../../api/queries.ts'
import { Field } from '../voice/field.tsx'

const DEFAULT_DAYS = 7

/** Whether this person is mailed what is due, where, how long before and in which language. */
export function Mail({ mail }: { mail: RemindersView['mail'] }) {
  const intl = useIntl()
  const { canSend, choice, undeliveredSince } = mail
  return (
    <section className="mail" aria-labelledby="mail">
      <h2 id="mail">{intl.formatMessage({ id: 'reminders.mail' })}</h2>
      <p className="small">
        {intl.formatMessage({ id: canSend ? 'reminders.mail.about' : 'reminders.mail.none' })}
      </p>
      {choice ? (
        <p>
          {intl.formatMessage(
            { id: 'reminders.mail.chosen' },
            { address: choice.address, days: choice.days },
          )}
        </p>
      ) : null}
      {undeliveredSince === undefined ? null : (
        <p className="error">
          {intl.formatMessage(
            { id: 'reminders.mail.undelivered' },
            {
              since: intl.formatDate(undeliveredSince, { dateStyle: 'medium', timeStyle: 'short' }),
            },
          )}
        </p>
      )}
      {canSend ? <Choosing choice={choice} /> : null}
    </section>
  )
}

function Choosing({ choice }: { choice: MailChoice | undefined }) {
  const intl = useIntl()
  const client = useQueryClient()
  const [address, setAddress] = useState(choice?.address ?? '')
  const [days, setDays] = useState(String(choice?.days ?? DEFAULT_DAYS))
  const onSettled = () => client.invalidateQueries(remindersQuery)
  const lang = intl.locale.startsWith('es') ? 'es' : 'en'
  const choose = useMutation({
    mutationFn: () =>
      putJson('/api/v1/reminders/mail', { address, lang, days: Number(days) } satisfies MailChoice),
    onSettled,
  })
  const stop = useMutation({
    mutationFn: () => sendJson('DELETE', '/api/v1/reminders/mail'),
    onSuccess: () => setAddress(''),
    onSettled,
  })
  const failed = choose.error ?? stop.error
  const submit = (event: FormEvent) => {
    event.preventDefault()
    choose.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Field label={intl.formatMessage({ id: 'reminders.mail.address' })} error={undefined}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        )}
      </Field>
      <Field label={intl.formatMessage({ id: 'reminders.mail.days' })} error={undefined}>
        {(control) => (
          <input
            {...control}
            className="input days"
            type="number"
            required
            min={1}
            max={60}
            value={days}
            onChange={({ target }) => setDays(target.value)}
          />
        )}
      </Field>
      <p className="buttons">
        <button type="submit" className="btn" disabled={choose.isPending}>
          {intl.formatMessage({ id: 'reminders.mail.choose' })}
        </button>
        {choice ? (
          <button
            type="button"
            className="btn"
            disabled={stop.isPending}
            onClick={() => stop.mutate()}
          >
            {intl.formatMessage({ id: 'reminders.mail.stop' })}
          </button>
        ) : null}
      </p>
      <output>{failed ? <span className="error">{failed.message}</span> : null}</output>
    </form>
  )
}
