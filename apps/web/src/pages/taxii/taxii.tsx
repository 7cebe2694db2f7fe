import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { Remotes, Serving } from '../../../../node/src/api.ts'
import { getJson } from '../../api/client.ts'
import { Scroll } from '../../frame/scroll.tsx'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { Moment } from '../../marks/moment.tsx'
import { Way } from './way.tsx'
import './taxii.css'

const COLUMNS = ['collection', 'audience', 'takes', 'entries', 'added', 'clients'] as const

const servingQuery = queryOptions({
  queryKey: ['taxii', 'collections'],
  queryFn: () => getJson<Serving>('/api/v1/taxii/collections'),
})
/** Asked again while something runs: the page shows how far it is. */
const remotesQuery = queryOptions({
  queryKey: ['taxii', 'remotes'],
  queryFn: () => getJson<Remotes>('/api/v1/taxii/remotes'),
  refetchInterval: ({ state }) =>
    state.data?.remotes.some((one) => one.exchanges.some(({ running }) => running)) ? 1_000 : false,
})

/** What this node serves to whom, and how far it is with the servers of others. */
export function TaxiiPage() {
  useTitle('taxii.title')
  const intl = useIntl()
  const serving = useQuery(servingQuery)
  const remotes = useQuery(remotesQuery)
  return (
    <div className="plain taxii">
      <h1>{intl.formatMessage({ id: 'taxii.title' })}</h1>
      <p>
        {intl.formatMessage({ id: 'taxii.what' })}{' '}
        <Link to="/objects" search={{}}>
          {intl.formatMessage({ id: 'bench.title' })}
        </Link>
      </p>
      <section aria-labelledby="serves">
        <h2 id="serves">{intl.formatMessage({ id: 'taxii.serves' })}</h2>
        {!serving.data ? (
          <Waiting error={serving.error} />
        ) : serving.data.collections.length === 0 ? (
          <p>{intl.formatMessage({ id: 'taxii.serves.none' })}</p>
        ) : (
          <Scroll label={intl.formatMessage({ id: 'taxii.serves.table' })}>
            <table className="table">
              <thead>
                <tr>
                  {COLUMNS.map((id) => (
                    <th key={id} scope="col">
                      {intl.formatMessage({ id: `taxii.column.${id}` })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {serving.data.collections.map((one) => (
                  <Served key={one.id} one={one} />
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </section>
      <section aria-labelledby="remotes">
        <h2 id="remotes">{intl.formatMessage({ id: 'taxii.remotes' })}</h2>
        {!remotes.data ? (
          <Waiting error={remotes.error} />
        ) : remotes.data.remotes.length === 0 ? (
          <p>{intl.formatMessage({ id: 'taxii.remotes.none' })}</p>
        ) : (
          remotes.data.remotes.map(({ id, party, root, collection, exchanges }) => (
            <section key={id} aria-labelledby={`remote-${id}`}>
              <h3 id={`remote-${id}`}>
                {id} <span className="plate">{party}</span>
              </h3>
              <p className="small">
                <code>{root}</code> <code>{collection}</code>
              </p>
              {exchanges.map((exchange) => (
                <Way key={exchange.direction} remote={id} exchange={exchange} />
              ))}
            </section>
          ))
        )}
      </section>
    </div>
  )
}

function Served({ one }: { one: Serving['collections'][number] }) {
  const intl = useIntl()
  const { title, alias, audience, takes, entries, addedAt, anyoneReadAt, clients } = one
  const isPublic = audience === 'public'
  return (
    <tr>
      <th scope="row">
        {title} {alias === undefined ? null : <code>{alias}</code>}
      </th>
      <td>
        {isPublic ? (
          <>
            {intl.formatMessage({ id: 'taxii.public' })}{' '}
            {anyoneReadAt === undefined ? null : <Moment at={anyoneReadAt} />}
          </>
        ) : (
          <code>{audience}</code>
        )}
      </td>
      <td>{intl.formatMessage({ id: `taxii.takes.${takes}` })}</td>
      <td>{intl.formatNumber(entries)}</td>
      <td>{addedAt === undefined ? '–' : <Moment at={addedAt} />}</td>
      <td>
        {clients.length === 0 ? (
          intl.formatMessage({ id: 'taxii.nobody' })
        ) : (
          <ul className="links">
            {clients.map(({ id, name, party, reads, writes, until, readAt }) => (
              <li key={id}>
                {name} <span className="plate">{party}</span>{' '}
                {intl.formatList(
                  [
                    ...(reads ? [intl.formatMessage({ id: 'taxii.reads' })] : []),
                    ...(writes ? [intl.formatMessage({ id: 'taxii.writes' })] : []),
                  ],
                  { type: 'unit' },
                )}
                {until === undefined ? null : (
                  <>
                    {' '}
                    {intl.formatMessage({ id: 'taxii.until' })} <Moment at={until} />
                  </>
                )}
                <span className="small quiet">
                  {' '}
                  {readAt === undefined ? (
                    intl.formatMessage({ id: 'taxii.read.never' })
                  ) : (
                    <>
                      {intl.formatMessage({ id: 'taxii.read' })} <Moment at={readAt} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}
