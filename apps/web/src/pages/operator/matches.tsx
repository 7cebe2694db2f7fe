import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { MatchesView, MatchView } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Moment } from '../../marks/moment.tsx'
import { Field } from '../voice/field.tsx'
import { matchesQuery } from '../incidents/queries.ts'

/** What is touched: the operator's own thing beside the indicator, and the value in which they meet. */
export function Matches({ view }: { view: MatchesView }) {
  const intl = useIntl()
  const { matches, indicators } = view
  const open = matches.filter(({ falsePositive }) => falsePositive === undefined)
  const marked = matches.filter(({ falsePositive }) => falsePositive !== undefined)
  return (
    <section className="matches" aria-labelledby="matches">
      <header className="row">
        <h2 id="matches">{intl.formatMessage({ id: 'matches.title' }, { count: view.assets })}</h2>
        <Link to="/incidents" className={open.length > 0 ? 'btn primary push' : 'btn push'}>
          {intl.formatMessage({ id: 'matches.report' })}
        </Link>
      </header>
      <p className="small quiet">{intl.formatMessage({ id: 'matches.tested' }, indicators)}</p>
      {view.knownGood.matches > 0 ? <KnownGood known={view.knownGood} /> : null}
      {open.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'matches.none' })}</p>
      ) : (
        <ol>
          {open.map((match) => (
            <Match key={keyOf(match)} match={match} />
          ))}
        </ol>
      )}
      {marked.length > 0 ? (
        <details>
          <summary>
            {intl.formatMessage({ id: 'matches.marked' }, { count: marked.length })}
          </summary>
          <ol>
            {marked.map((match) => (
              <Match key={keyOf(match)} match={match} />
            ))}
          </ol>
        </details>
      ) : null}
      {view.untested.length > 0 ? <Untested view={view} /> : null}
    </section>
  )
}

/** What was kept out, by which lists: nothing is passed over in silence. */
function KnownGood({ known: { matches, indicators } }: { known: MatchesView['knownGood'] }) {
  const intl = useIntl()
  return (
    <details>
      <summary>{intl.formatMessage({ id: 'matches.known-good' }, { count: matches })}</summary>
      <ul className="links small">
        {indicators.map(({ id, name, lists }) => (
          <li key={id}>
            <Link to="/objects/$id" params={{ id }}>
              {name}
            </Link>{' '}
            <span lang="en">{lists.join(', ')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const keyOf = ({ asset, indicator }: MatchView) => `${asset.id} ${indicator.id}`

function Match({ match }: { match: MatchView }) {
  const intl = useIntl()
  const { asset, indicator, certainty, why, untested } = match
  return (
    <li className="match">
      <div className="side">
        <p className="quiet small">{intl.formatMessage({ id: 'matches.yours' })}</p>
        <h3>{asset.name}</h3>
        <p className="small">
          <code>{asset.id}</code> · {[asset.kind, asset.site].filter(Boolean).join(', ')}
        </p>
        {asset.note === '' ? null : <p className="small quiet">{asset.note}</p>}
      </div>
      <div className="why">
        <span className={`chip ${certainty}`}>
          {intl.formatMessage({ id: `matches.certainty.${certainty}` })}
        </span>
        {why.map(({ column, value, relation, comparison }) => (
          <p key={`${comparison} ${value}`} className="small">
            {intl.formatMessage(
              { id: `matches.relation.${relation}` },
              { column: intl.formatMessage({ id: `assets.column.${column}` }) },
            )}
            <br />
            <code className="id">{value}</code>
          </p>
        ))}
        {untested.map(({ text, because }) => (
          <p key={text} className="small quiet">
            {intl.formatMessage({ id: 'matches.untested.part' })} <code className="id">{text}</code>{' '}
            <span lang="en">{because}</span>
          </p>
        ))}
      </div>
      <div className="side">
        <p className="quiet small">{intl.formatMessage({ id: 'matches.indicator' })}</p>
        <h3>
          <Link to="/objects/$id" params={{ id: indicator.id }}>
            {indicator.name}
          </Link>
        </h3>
        <p className="small">
          <code className="id">{indicator.pattern}</code>
        </p>
        {indicator.validUntil === undefined ? null : (
          <p className="small quiet">
            {intl.formatMessage({ id: indicator.isPast ? 'matches.past' : 'matches.until' })}{' '}
            <Moment at={indicator.validUntil} />
          </p>
        )}
      </div>
      <Mark match={match} />
    </li>
  )
}

/** A person holds that a match means nothing, and says why; it can be taken back. */
function Mark({ match }: { match: MatchView }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [because, setBecause] = useState('')
  const { asset, indicator, falsePositive } = match
  const marking = useMutation({
    mutationFn: (is: boolean) =>
      postJson<MatchesView>('/api/v1/matches', {
        asset: asset.id,
        indicator: indicator.id,
        falsePositive: is,
        ...(is ? { because } : {}),
      }),
    onSuccess: (view) => {
      queries.setQueryData(matchesQuery.queryKey, view)
      return queries.invalidateQueries({ queryKey: ['desk'] })
    },
  })
  const error = marking.error ? (
    <p className="note against" role="alert">
      {sayRefusal(intl, marking.error)}
    </p>
  ) : null
  if (falsePositive)
    return (
      <div className="mark">
        <p className="small">
          <b>{intl.formatMessage({ id: 'matches.false' })}</b> {falsePositive.because} (
          {falsePositive.by}, <Moment at={falsePositive.at} />)
        </p>
        <button type="button" className="btn little" onClick={() => marking.mutate(false)}>
          {intl.formatMessage({ id: 'matches.take-back' })}
        </button>
        {error}
      </div>
    )
  return (
    <details className="mark">
      <summary className="small">
        {intl.formatMessage({ id: 'matches.mark' })}
        <span className="hidden"> {asset.name}</span>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          marking.mutate(true)
        }}
      >
        <Field label={intl.formatMessage({ id: 'matches.because' })} error={undefined}>
          {(control) => (
            <textarea
              {...control}
              className="input"
              rows={2}
              required
              maxLength={2000}
              value={because}
              onChange={({ target }) => setBecause(target.value)}
            />
          )}
        </Field>
        <button type="submit" className="btn">
          {intl.formatMessage({ id: 'matches.mark.do' })}
        </button>
      </form>
      {error}
    </details>
  )
}

/** What could not be put to an inventory, with the reason: none is passed over in silence. */
function Untested({ view }: { view: MatchesView }) {
  const intl = useIntl()
  return (
    <details className="untested">
      <summary>
        {intl.formatMessage({ id: 'matches.untested' }, { count: view.untested.length })}
      </summary>
      <ul>
        {view.untested.map(({ id, name, parts }) => (
          <li key={id}>
            <Link to="/objects/$id" params={{ id }}>
              {name}
            </Link>
            {parts.map(({ text, because }) => (
              <p key={text} className="small quiet">
                <code className="id">{text}</code> <span lang="en">{because}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
