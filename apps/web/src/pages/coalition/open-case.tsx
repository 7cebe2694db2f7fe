import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useIntl } from 'react-intl'
import type { CoalitionView, Opened } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { PartyChoice, partiesWithout } from '../case/party-choice.tsx'
import { Field } from '../voice/field.tsx'

/** Opens a case under the coalition's charter; who is left out does not learn of it. */
export function OpenCase({ coalition }: { coalition: CoalitionView }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [title, setTitle] = useState('')
  // Whoever left is not named unless somebody wants it.
  const gone = coalition.parties.flatMap(({ id, said }) => (said?.what === 'left' ? [id] : []))
  const [chosen, setWithout] = useState<readonly string[]>()
  const without = chosen ?? gone
  const opening = useMutation({
    mutationFn: () =>
      postJson<Opened>('/api/v1/cases', { title, ...partiesWithout(coalition.parties, without) }),
    onSuccess: () => {
      setTitle('')
      return queries.invalidateQueries({ queryKey: ['cases'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!opening.isPending) opening.mutate()
  }
  const { data: opened } = opening
  return (
    <section className="open-case" aria-labelledby="open-case">
      <h2 id="open-case">{intl.formatMessage({ id: 'open-case.any' })}</h2>
      <form onSubmit={submit}>
        <p className="small quiet">{intl.formatMessage({ id: 'open-case.any.what' })}</p>
        <Field label={intl.formatMessage({ id: 'open-case.name' })} error={undefined}>
          {(control) => (
            <input
              {...control}
              className="input"
              required
              maxLength={300}
              autoComplete="off"
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </Field>
        <PartyChoice
          parties={coalition.parties}
          us={coalition.parties.find(({ us }) => us)?.id}
          without={without}
          onChange={setWithout}
        />
        {without.length > 0 ? (
          <p className="note ink">
            {intl.formatMessage({ id: 'open-case.left-out' }, { count: without.length })}
          </p>
        ) : null}
        <button type="submit" className="btn primary" aria-disabled={opening.isPending}>
          {intl.formatMessage({ id: opening.isPending ? 'open-case.doing' : 'open-case.do' })}
        </button>
      </form>
      {opening.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, opening.error)}
        </p>
      ) : null}
      {opened ? (
        <output className="note for">
          {intl.formatMessage(
            { id: 'open-case.any.opened' },
            { title: opened.title, parties: opened.parties.join(', ') },
          )}{' '}
          <Link to="/cases/$id" params={{ id: opened.id }}>
            {intl.formatMessage({ id: 'open-case.see' })}
          </Link>
        </output>
      ) : null}
    </section>
  )
}
