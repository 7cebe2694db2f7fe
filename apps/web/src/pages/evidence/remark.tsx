import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { TLP } from '@entente/release'
import type { ImportView, ObjectView } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { meQuery } from '../../api/queries.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Field } from '../voice/field.tsx'

/** Another label for an object of one's own: a new version that waits, for a second person where it goes further. */
export function Remark({ object: { id, versions } }: { object: ObjectView }) {
  const intl = useIntl()
  const me = useQuery(meQuery)
  const newest = versions.at(-1)
  const mayBe = newest !== undefined && !newest.from && newest.modified !== undefined
  if (!mayBe || !me.data?.person?.powers.handles) return null
  return (
    <details className="remark">
      <summary>{intl.formatMessage({ id: 'evidence.remark' })}</summary>
      <Form id={id} />
    </details>
  )
}

function Form({ id }: { id: string }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const [to, setTo] = useState<string>(TLP[0])
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const asking = useMutation({
    mutationFn: () =>
      postJson<ImportView>(`/api/v1/objects/${encodeURIComponent(id)}/remarkings`, { to, reason }),
    onSuccess: ({ number }) =>
      navigate({ to: '/imports/$number', params: { number: String(number) } }),
  })
  const isMissing = tried && reason.trim() === ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (reason.trim() !== '') asking.mutate()
      }}
    >
      <p className="small quiet">{intl.formatMessage({ id: 'evidence.remark.what' })}</p>
      <Field label={intl.formatMessage({ id: 'evidence.remark.to' })} error={undefined}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={to}
            onChange={({ target }) => setTo(target.value)}
          >
            {TLP.map((label) => (
              <option key={label} value={label}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={intl.formatMessage({ id: 'evidence.remark.reason' })}
        error={isMissing ? intl.formatMessage({ id: 'evidence.remark.missing' }) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      {asking.error ? <p className="note against">{sayRefusal(intl, asking.error)}</p> : null}
      <button type="submit" className="btn" disabled={asking.isPending}>
        {intl.formatMessage({ id: 'evidence.remark.do' })}
      </button>
    </form>
  )
}
