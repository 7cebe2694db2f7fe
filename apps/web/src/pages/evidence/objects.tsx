import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useId, useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { ObjectSummary } from '../../../../node/src/api.ts'
import { Waiting } from '../../frame/states.tsx'
import { objectsQuery } from './queries.ts'
import { Moment } from '../../marks/moment.tsx'
import './evidence.css'

const route = getRouteApi('/objects')

/** The STIX objects that this node holds: search, and what a search finds. */
export function ObjectsPage() {
  const intl = useIntl()
  const { q = '' } = route.useSearch()
  const found = useInfiniteQuery(objectsQuery(q))
  const objects = found.data?.pages.flatMap((page) => page.objects)
  return (
    <div className="evidence">
      <h1>{intl.formatMessage({ id: 'evidence.title' })}</h1>
      <p className="quiet lead">{intl.formatMessage({ id: 'evidence.lead' })}</p>
      {/* The address may change under the form (Back): the key takes the new words over. */}
      <SearchForm key={q} q={q} />
      {objects === undefined ? (
        <Waiting error={found.error} />
      ) : objects.length === 0 ? (
        <Nothing q={q} />
      ) : (
        <>
          <output className="found">
            {intl.formatMessage(
              { id: found.hasNextPage ? 'evidence.found.more' : 'evidence.found' },
              { count: objects.length },
            )}
          </output>
          <ObjectTable objects={objects} />
          {found.hasNextPage ? (
            <button
              type="button"
              className="btn"
              aria-disabled={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              {intl.formatMessage({
                id: found.isFetchingNextPage ? 'load.node' : 'evidence.more',
              })}
            </button>
          ) : null}
        </>
      )}
    </div>
  )
}

function SearchForm({ q }: { q: string }) {
  const intl = useIntl()
  const navigate = route.useNavigate()
  const [words, setWords] = useState(q)
  const id = useId()
  const search = (event: FormEvent) => {
    event.preventDefault()
    const next = words.trim()
    void navigate({ search: next === '' ? {} : { q: next } })
  }
  return (
    <search>
      <form className="search" onSubmit={search}>
        <label htmlFor={id}>{intl.formatMessage({ id: 'evidence.search.label' })}</label>
        <input
          id={id}
          className="input"
          type="search"
          autoComplete="off"
          maxLength={200}
          value={words}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setWords(event.target.value)}
        />
        <button type="submit" className="btn primary">
          {intl.formatMessage({ id: 'evidence.search.do' })}
        </button>
        <span id={`${id}-hint`} className="quiet small hint">
          {intl.formatMessage({ id: 'evidence.search.hint' })}
        </span>
      </form>
    </search>
  )
}

function ObjectTable({ objects }: { objects: readonly ObjectSummary[] }) {
  const intl = useIntl()
  return (
    <table className="table objects">
      <caption className="hidden">{intl.formatMessage({ id: 'evidence.table' })}</caption>
      <thead>
        <tr>
          <th scope="col" className="wide">
            {intl.formatMessage({ id: 'evidence.column.type' })}
          </th>
          <th scope="col">{intl.formatMessage({ id: 'evidence.column.object' })}</th>
          <th scope="col" className="wide">
            {intl.formatMessage({ id: 'evidence.column.modified' })}
          </th>
          <th scope="col" className="r wide">
            {intl.formatMessage({ id: 'evidence.column.versions' })}
          </th>
          <th scope="col" className="r">
            {intl.formatMessage({ id: 'evidence.column.conflicts' })}
          </th>
        </tr>
      </thead>
      <tbody>
        {objects.map((object) => (
          <tr key={object.id}>
            <td className="wide" lang="en">
              {object.type}
            </td>
            <th scope="row">
              <Link to="/objects/$id" params={{ id: object.id }}>
                {object.name ?? object.id}
              </Link>
              {object.name === undefined ? null : (
                <code className="quiet wide id">{object.id}</code>
              )}
              <span className="quiet small narrow">
                <span lang="en">{object.type}</span>
                {object.modified === undefined ? null : (
                  <>
                    {' · '}
                    <Moment at={object.modified} />
                  </>
                )}
              </span>
            </th>
            <td className="wide">
              {object.modified === undefined ? <None /> : <Moment at={object.modified} />}
            </td>
            <td className="r wide">{intl.formatNumber(object.versions)}</td>
            <td className="r">
              {object.conflicts === 0 ? (
                <None />
              ) : (
                <b className="chip clash">{intl.formatNumber(object.conflicts)}</b>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Nothing to say is quiet, and still said to who listens. */
function None() {
  const intl = useIntl()
  return (
    <span className="quiet">
      <span aria-hidden="true">–</span>
      <span className="hidden">{intl.formatMessage({ id: 'evidence.none' })}</span>
    </span>
  )
}

const code = (chunks: React.ReactNode) => <code>{chunks}</code>

/** An empty answer teaches: how objects come in, or how the search reads. */
function Nothing({ q }: { q: string }) {
  const intl = useIntl()
  if (q !== '')
    return (
      <div className="plain" aria-live="polite">
        <h2>{intl.formatMessage({ id: 'evidence.nothing.found' }, { q })}</h2>
        <p>{intl.formatMessage({ id: 'evidence.nothing.how' })}</p>
        <p>
          <Link to="/objects" search={{}}>
            {intl.formatMessage({ id: 'evidence.nothing.all' })}
          </Link>
        </p>
      </div>
    )
  return (
    <div className="plain" aria-live="polite">
      <h2>{intl.formatMessage({ id: 'evidence.empty.title' })}</h2>
      <p>{intl.formatMessage({ id: 'evidence.empty.why' })}</p>
      <p>{intl.formatMessage({ id: 'evidence.empty.how' })}</p>
      <pre>
        <code>npm run entente -- import FILE…</code>
      </pre>
      <p>
        <FormattedMessage id="evidence.empty.formats" values={{ code }} />
      </p>
    </div>
  )
}
