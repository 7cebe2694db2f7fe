import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { ExchangeView, Remotes } from '../../../../node/src/api.ts'
import { postJson, putJson } from '../../api/client.ts'
import { meQuery } from '../../api/queries.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Scroll } from '../../frame/scroll.tsx'
import { Moment } from '../../marks/moment.tsx'
import { Field } from '../voice/field.tsx'

type Props = { readonly remote: string; readonly exchange: ExchangeView }

/** One direction of an exchange: how far it is, what the last run came to, and running it or beginning it anew. */
export function Way({ remote, exchange }: Props) {
  const intl = useIntl()
  const me = useQuery(meQuery)
  const queries = useQueryClient()
  const { direction, running } = exchange
  const at = `/api/v1/taxii/remotes/${encodeURIComponent(remote)}/${direction}`
  const kept = (remotes: Remotes) => queries.setQueryData(['taxii', 'remotes'], remotes)
  const run = useMutation({ mutationFn: () => postJson<Remotes>(at, {}), onSuccess: kept })
  const reset = useMutation({
    mutationFn: (after: string) =>
      putJson<Remotes>(`${at}/cursor`, after === '' ? {} : { after: `${after}T00:00:00Z` }),
    onSuccess: kept,
  })
  const error = run.error ?? reset.error
  return (
    <section aria-label={`${remote}: ${intl.formatMessage({ id: `taxii.way.${direction}` })}`}>
      <h4>{intl.formatMessage({ id: `taxii.way.${direction}` })}</h4>
      <p>
        {intl.formatMessage({ id: 'taxii.cursor' })} <Cursor cursor={exchange.cursor} />.{' '}
        {running ? <b>{intl.formatMessage({ id: 'taxii.running' })}</b> : null}
      </p>
      <LastRun exchange={exchange} />
      {error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, error)}
        </p>
      ) : null}
      {me.data?.person?.powers.handles ? (
        <>
          <p>
            <button
              type="button"
              className="btn"
              aria-disabled={running || run.isPending}
              onClick={() => {
                if (!running) run.mutate()
              }}
            >
              {intl.formatMessage({ id: `taxii.run.${direction}` })}
              <span className="hidden"> {remote}</span>
            </button>
          </p>
          <Anew name={remote} isPending={reset.isPending} onReset={reset.mutate} />
        </>
      ) : null}
    </section>
  )
}

function Cursor({ cursor: { after, next, last } }: { cursor: ExchangeView['cursor'] }) {
  const intl = useIntl()
  if (next !== undefined) {
    const at = last ?? after
    return (
      <>
        {at === undefined
          ? intl.formatMessage({ id: 'taxii.cursor.begin' })
          : intl.formatMessage({ id: 'taxii.cursor.page' }, { at })}
      </>
    )
  }
  return after === undefined ? (
    <>{intl.formatMessage({ id: 'taxii.cursor.start' })}</>
  ) : (
    <code>{after}</code>
  )
}

function LastRun({ exchange: { direction, report } }: Pick<Props, 'exchange'>) {
  const intl = useIntl()
  if (!report)
    return (
      <p>
        {intl.formatMessage({ id: 'taxii.last' })}: {intl.formatMessage({ id: 'taxii.last.none' })}
      </p>
    )
  const { at, objects, versions, held, conflicts, failed, failures, recalled, refusal } = report
  return (
    <>
      <p>
        {intl.formatMessage({ id: 'taxii.last' })}: <Moment at={at} />.{' '}
        {direction === 'pull'
          ? intl.formatMessage(
              { id: 'taxii.count.pull' },
              { objects, fresh: report.new, versions, held, conflicts, failed },
            )
          : intl.formatMessage({ id: 'taxii.count.push' }, { objects, fresh: report.new, failed })}
        .
      </p>
      {recalled ? <p>{intl.formatMessage({ id: 'taxii.recalled' }, { count: recalled })}</p> : null}
      {refusal ? (
        <p className="note against">
          {intl.formatMessage({ id: 'taxii.ended' })} <code>{refusal.code}</code>{' '}
          <span lang="en">{refusal.message}</span>
        </p>
      ) : null}
      {failures.length > 0 ? <Failures failed={failed} failures={failures} /> : null}
    </>
  )
}

type Report = NonNullable<ExchangeView['report']>

/** What was refused, each with the reason that was given. */
function Failures({ failed, failures }: Pick<Report, 'failed' | 'failures'>) {
  const intl = useIntl()
  const title = intl.formatMessage({ id: 'taxii.refused' }, { count: failed })
  return (
    <details>
      <summary>{title}</summary>
      <Scroll label={title}>
        <table className="table">
          <thead>
            <tr>
              {(['object', 'version', 'reason'] as const).map((id) => (
                <th key={id} scope="col">
                  {intl.formatMessage({ id: `taxii.column.${id}` })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {failures.map(({ id, version, message }) => (
              <tr key={`${id} ${version}`}>
                <td>
                  <Link to="/objects/$id" params={{ id }}>
                    {id}
                  </Link>
                </td>
                <td>{version ?? '–'}</td>
                <td lang="en">{message ?? intl.formatMessage({ id: 'taxii.reason.none' })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  )
}

/** Begins anew: everything, or from a day on. */
function Anew({
  name,
  isPending,
  onReset,
}: {
  name: string
  isPending: boolean
  onReset: (after: string) => void
}) {
  const intl = useIntl()
  const [after, setAfter] = useState('')
  return (
    <details>
      <summary>
        {intl.formatMessage({ id: 'taxii.reset' })}
        <span className="hidden"> {name}</span>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onReset(after)
        }}
      >
        <p className="small quiet">{intl.formatMessage({ id: 'taxii.reset.what' })}</p>
        <Field label={intl.formatMessage({ id: 'taxii.reset.after' })} error={undefined}>
          {(control) => (
            <input
              {...control}
              type="date"
              className="input until"
              value={after}
              onChange={({ target }) => setAfter(target.value)}
            />
          )}
        </Field>
        <button type="submit" className="btn" disabled={isPending}>
          {intl.formatMessage({ id: 'taxii.reset' })}
        </button>
      </form>
    </details>
  )
}
