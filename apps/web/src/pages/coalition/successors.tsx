import { nextOf } from '@entente/accord'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { SuccessorsView, TakenUp } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { caseQuery, meQuery } from '../../api/queries.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { CharterShown } from '../../marks/charter-told.tsx'
import { IdShown } from '../../marks/id-told.tsx'
import { choose, lookedAt, readCase } from '../case/case-file.ts'
import { sentencesOf } from '../case/next-said.ts'
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
      <Awaited put={put} />
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

/** What the version that puts it waits for, from whom and until when; and once it is adopted, that the coalition goes on under it. */
function Awaited({ put }: { put: Put }) {
  const intl = useIntl()
  const me = useQuery(meQuery)
  const view = useQuery({ ...caseQuery(put.case), refetchInterval: 2000 })
  const [now] = useState(() => Math.floor(Date.now() / 1000))
  if (!view.data || !me.data) return null
  const file = readCase(view.data, me.data)
  const { step, version } = choose(file, { version: put.version })
  if (!step || !version) return null
  const next = nextOf(file.view.charter, version, lookedAt(file, version, now))
  return (
    <>
      <p className="small">
        {sentencesOf(intl, next, { rule: version.rule, nameOf: file.nameOf }).join(' ')}
      </p>
      {put.adopted && !put.amended && file.chair && file.may('charter-amend') ? (
        <p>
          <Link
            className="btn"
            to="/cases/$id/charter-amend"
            params={{ id: put.case }}
            search={{ step: step.id, version: version.id }}
          >
            {intl.formatMessage({ id: 'charter-amend.do' })}
          </Link>
        </p>
      ) : null}
    </>
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
