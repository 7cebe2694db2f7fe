import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { readQuery } from '@entente/stix'
import { meQuery } from '../../api/queries.ts'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { FacetList } from './facets.tsx'
import { Kept } from './kept.tsx'
import { Peek } from './peek.tsx'
import { facetsQuery } from './queries.ts'
import { SearchBox } from './search-box.tsx'
import { SelectionBar } from './selection.tsx'
import { ObjectTable } from './table.tsx'
import { TakeIn } from './take-in.tsx'
import './bench.css'

const route = getRouteApi('/objects')

/** The STIX objects that this node holds: facets, a table, and one of them beside it. All of it is in the address. */
export function BenchPage() {
  useTitle('bench.title')
  const intl = useIntl()
  const { q = '', sort = '', peek } = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery)
  const fault = readQuery(q)
  const isBad = 'expected' in fault
  const found = useQuery({ ...facetsQuery(q), enabled: !isBad })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const ask = (next: string) =>
    void navigate({
      search: (before) => ({ ...but(before, 'q', 'peek'), ...(next && { q: next }) }),
    })
  const look = useCallback(
    (id: string | undefined) =>
      void navigate({
        search: (before) => ({ ...but(before, 'peek'), ...(id !== undefined && { peek: id }) }),
        replace: true,
      }),
    [navigate],
  )
  const order = (next: string) =>
    void navigate({ search: (before) => ({ ...but(before, 'sort'), ...(next && { sort: next }) }) })
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    setSelected(next)
  }
  const total = found.data?.total ?? 0
  const handles = me.data?.person?.powers.handles === true
  return (
    <div className={peek === undefined ? 'bench' : 'bench peeking'}>
      <FacetList facets={isBad ? undefined : found.data} q={q} onAsk={ask} />
      <div className="list">
        <div className="bar">
          <h1>{intl.formatMessage({ id: 'bench.title' })}</h1>
          {/* The address may change under the form (Back): the key takes the new words over. */}
          <SearchBox key={q} q={q} fault={isBad ? fault : undefined} onAsk={ask} />
          <Link to="/hunt" className="btn" search={{}}>
            {intl.formatMessage({ id: 'hunt.title' })}
          </Link>
          {handles ? <TakeIn /> : null}
        </div>
        {isBad ? null : !found.data ? (
          <div className="sum">
            <Waiting error={found.error} />
          </div>
        ) : (
          <>
            <output className="sum">
              <FormattedMessage
                id={found.data.capped ? 'bench.found.capped' : 'bench.found'}
                values={{ count: total, q }}
              />{' '}
              {found.data.withheld > 0 ? (
                <span className="quiet">
                  {intl.formatMessage({ id: 'bench.withheld' }, { count: found.data.withheld })}
                </span>
              ) : null}
              <Kept kept={found.data.kept} />
            </output>
            {selected.size > 0 ? (
              <SelectionBar
                ids={[...selected]}
                mayExport={handles}
                onClear={() => setSelected(new Set())}
              />
            ) : null}
            {total === 0 ? (
              <Nothing q={q} />
            ) : (
              <ObjectTable
                key={`${q} ${sort}`}
                {...{ q, sort, total, peek, selected }}
                onSort={order}
                onPeek={look}
                onSelect={toggle}
              />
            )}
          </>
        )}
      </div>
      {peek === undefined ? null : <Peek key={peek} id={peek} onClose={() => look(undefined)} />}
    </div>
  )
}

type Search = { readonly q?: string; readonly sort?: string; readonly peek?: string }

const but = (search: Search, ...keys: readonly (keyof Search)[]): Search =>
  Object.fromEntries(Object.entries(search).filter(([key]) => !keys.includes(key as keyof Search)))

const code = (chunks: React.ReactNode) => <code>{chunks}</code>

/** An empty answer teaches: how objects come in, or how the search reads. */
function Nothing({ q }: { q: string }) {
  const intl = useIntl()
  return (
    <div className="plain" aria-live="polite">
      <h2>
        {intl.formatMessage({ id: q === '' ? 'evidence.empty.title' : 'bench.nothing' }, { q })}
      </h2>
      <p>{intl.formatMessage({ id: q === '' ? 'evidence.empty.why' : 'bench.nothing.how' })}</p>
      {q === '' ? (
        <>
          <p>{intl.formatMessage({ id: 'evidence.empty.how' })}</p>
          <pre>
            <code>npm run entente -- import FILE…</code>
          </pre>
          <p>
            <FormattedMessage id="evidence.empty.formats" values={{ code }} />
          </p>
        </>
      ) : (
        <p>
          <Link to="/objects" search={{}}>
            {intl.formatMessage({ id: 'evidence.nothing.all' })}
          </Link>
        </p>
      )}
    </div>
  )
}
