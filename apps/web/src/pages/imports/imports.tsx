import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ImportSummary } from '../../../../node/src/api.ts'
import { Scroll } from '../../frame/scroll.tsx'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { Moment } from '../../marks/moment.tsx'
import { FATES, importsQuery } from './queries.ts'
import './imports.css'

const COLUMNS = ['number', 'file', 'state', 'brought', 'by', 'objects'] as const

/** What persons of this node brought: what waits, what was taken in, what was dropped or undone. */
export function ImportsPage() {
  useTitle('imports.title')
  const intl = useIntl()
  const found = useInfiniteQuery(importsQuery)
  const rows = found.data?.pages.flatMap(({ imports }) => imports)
  return (
    <div className="plain imports">
      <h1>{intl.formatMessage({ id: 'imports.title' })}</h1>
      <p>
        {intl.formatMessage({ id: 'imports.what' })}{' '}
        <Link to="/objects" search={{}}>
          {intl.formatMessage({ id: 'bench.title' })}
        </Link>
      </p>
      {!rows ? (
        <Waiting error={found.error} />
      ) : rows.length === 0 ? (
        <p>{intl.formatMessage({ id: 'imports.none' })}</p>
      ) : (
        <Scroll label={intl.formatMessage({ id: 'imports.title' })}>
          <table className="table brought">
            <thead>
              <tr>
                {COLUMNS.map((id) => (
                  <th key={id} scope="col">
                    {intl.formatMessage({ id: `imports.column.${id}` })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.number} row={row} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {found.hasNextPage ? (
        <button type="button" className="btn" onClick={() => void found.fetchNextPage()}>
          {intl.formatMessage({ id: 'evidence.more' })}
        </button>
      ) : null}
    </div>
  )
}

function Row({ row }: { row: ImportSummary }) {
  const intl = useIntl()
  const { number, name, state, brought, counts } = row
  const says = FATES.flatMap((fate) => {
    const count = counts[fate] ?? 0
    return count === 0 ? [] : [intl.formatMessage({ id: `imports.count.${fate}` }, { count })]
  })
  return (
    <tr>
      <td>{intl.formatNumber(number)}</td>
      <th scope="row">
        <Link to="/imports/$number" params={{ number: `${number}` }}>
          {name}
        </Link>
      </th>
      <td>
        <span className={state === 'pending' ? 'chip waits' : 'chip'}>
          {intl.formatMessage({ id: `imports.state.${state}` })}
        </span>
      </td>
      <td>
        <Moment at={brought.at} />
      </td>
      <td>{brought.by ?? intl.formatMessage({ id: 'imports.by.machine' })}</td>
      <td>{intl.formatList(says, { type: 'unit' })}</td>
    </tr>
  )
}
