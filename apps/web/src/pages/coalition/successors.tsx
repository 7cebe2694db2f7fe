import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { SuccessorsView, TakenUp } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { CharterShown } from '../../marks/charter-told.tsx'
import { IdShown } from '../../marks/id-told.tsx'
import { Field } from '../voice/field.tsx'
import { Refusal } from '../voice/signing.tsx'
import { Differences } from './differences.tsx'
import { successorsQuery } from './queries.ts'

type Put = SuccessorsView['successors'][number]

/** Charters that were put in the place of one that this nation is under: what each changes, and what became of it. */
export function Successors() {
  const intl = useIntl()
  const { data } = useQuery(successorsQuery)
  if (!data || data.successors.length === 0) return null
  return (
    <section aria-labelledby="successors">
      <h2 id="successors">{intl.formatMessage({ id: 'successor.title' })}</h2>
      <p className="small quiet">{intl.formatMessage({ id: 'successor.what' })}</p>
      {data.successors.toReversed().map((put) => (
        <OnePut key={put.version} put={put} />
      ))}
    </section>
  )
}

const NOTE = { held: 'for', put: 'ink', adopted: 'hold', out: 'against' } as const

function stateOf({ adopted, held, successor }: Put): keyof typeof NOTE {
  if (held) return 'held'
  if (!adopted) return 'put'
  return successor?.parties.some(({ us, becomes }) => us && becomes === 'out') ? 'out' : 'adopted'
}

function OnePut({ put }: { put: Put }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const { successor } = put
  const state = stateOf(put)
  return (
    <article className="successor">
      <h3>{successor?.told[locale].title ?? <code>{put.id.slice(7, 15)}</code>}</h3>
      <p className={`note ${NOTE[state]}`}>{intl.formatMessage({ id: `successor.${state}` })}</p>
      {successor ? null : <p>{intl.formatMessage({ id: 'successor.unread' })}</p>}
      {successor?.refused ? (
        <p className="note against">
          {intl.formatMessage({ id: 'successor.refused' }, { why: successor.refused.message })}
        </p>
      ) : null}
      <p>
        <Link to="/cases/$id" params={{ id: put.case }} search={{ step: 'charter' }}>
          {intl.formatMessage({ id: 'successor.text' })}
        </Link>
      </p>
      {successor ? <Differences of={successor} /> : null}
      {successor && state === 'adopted' ? <TakeUp /> : null}
      {successor ? (
        <details>
          <summary>{intl.formatMessage({ id: 'successor.whole' })}</summary>
          <div className="body">
            <CharterShown of={successor.told} />
            <IdShown of={successor} what={intl.formatMessage({ id: 'found.charter.of' })} />
          </div>
        </details>
      ) : null}
    </article>
  )
}

/** The id as it was read out over another line, and not pasted from here. */
function TakeUp() {
  const intl = useIntl()
  const queries = useQueryClient()
  const [id, setId] = useState('')
  const taking = useMutation({
    mutationFn: () => postJson<TakenUp>('/api/v1/coalition/take-up', { id }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        taking.mutate()
      }}
    >
      <Field
        label={intl.formatMessage({ id: 'successor.id' })}
        hint={intl.formatMessage({ id: 'successor.id.hint' })}
        error={undefined}
      >
        {(control) => (
          <textarea
            {...control}
            className="input mono"
            rows={3}
            value={id}
            onChange={({ target }) => setId(target.value)}
          />
        )}
      </Field>
      <Refusal error={taking.error} />
      <button type="submit" className="btn primary" disabled={taking.isPending || id === ''}>
        {intl.formatMessage({ id: 'successor.take-up' })}
      </button>
    </form>
  )
}
