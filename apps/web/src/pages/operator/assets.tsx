import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { AssetsTaken, AssetView } from '../../../../node/src/api.ts'
import { postFile } from '../../api/client.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { FileDrop } from '../../frame/file-drop.tsx'
import { Scroll } from '../../frame/scroll.tsx'
import { Waiting } from '../../frame/states.tsx'
import { Moment } from '../../marks/moment.tsx'
import { matchesQuery } from '../incidents/queries.ts'
import { Matches } from './matches.tsx'
import { assetsQuery } from './queries.ts'
import './operator.css'

/** What an operator has, and what of it the shared indicators touch: all of it stays at this node. */
export function AssetsPage() {
  const intl = useIntl()
  const found = useInfiniteQuery(assetsQuery)
  const matches = useQuery(matchesQuery)
  const first = found.data?.pages[0]
  const assets = found.data?.pages.flatMap((page) => page.assets) ?? []
  if (!first) return <Waiting error={found.error} />
  return (
    <div className="operator comfortable">
      <h1>{intl.formatMessage({ id: 'assets.title' })}</h1>
      <p className="quiet lead">{intl.formatMessage({ id: 'assets.lead' })}</p>
      {matches.data ? <Matches view={matches.data} /> : <Waiting error={matches.error} />}
      <section className="inventory" aria-labelledby="inventory">
        <h2 id="inventory">
          {intl.formatMessage({ id: 'assets.inventory' }, { count: first.count })}
        </h2>
        {first.file ? (
          <p className="small quiet">
            <FormattedMessage
              id="assets.file"
              values={{
                file: <b key="file">{first.file.name}</b>,
                at: <Moment key="at" at={first.file.addedAt} />,
              }}
            />{' '}
            <code className="id">{first.file.sha256}</code>
          </p>
        ) : null}
        <Take hasSome={first.count > 0} />
        {assets.length > 0 ? (
          <AssetTable assets={assets} touched={touchedBy(matches.data)} />
        ) : null}
        {found.hasNextPage ? (
          <button
            type="button"
            className="btn"
            aria-disabled={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {intl.formatMessage({ id: 'evidence.more' })}
          </button>
        ) : null}
      </section>
    </div>
  )
}

const touchedBy = (
  view:
    | {
        readonly matches: readonly { readonly asset: AssetView; readonly falsePositive?: unknown }[]
      }
    | undefined,
): ReadonlySet<string> =>
  new Set(
    view?.matches.flatMap(({ asset, falsePositive }) =>
      falsePositive === undefined ? [asset.id] : [],
    ),
  )

function AssetTable({
  assets,
  touched,
}: {
  assets: readonly AssetView[]
  touched: ReadonlySet<string>
}) {
  const intl = useIntl()
  return (
    <Scroll label={intl.formatMessage({ id: 'assets.table' })}>
      <table className="table assets">
        <thead>
          <tr>
            {(['name', 'kind', 'address', 'domain', 'cpe', 'hash', 'site'] as const).map(
              (column) => (
                <th key={column} scope="col">
                  {intl.formatMessage({ id: `assets.column.${column}` })}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {assets.map((asset) => (
            <tr key={asset.id}>
              <th scope="row">
                {asset.name} <code className="quiet">{asset.id}</code>
                {touched.has(asset.id) ? (
                  <span className="chip touched">
                    {intl.formatMessage({ id: 'assets.touched' })}
                  </span>
                ) : null}
              </th>
              <td>{asset.kind}</td>
              <Values of={asset.address} />
              <Values of={asset.domain} />
              <Values of={asset.cpe} />
              <Values of={asset.hash} />
              <td>{asset.site}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Values = ({ of }: { of: readonly string[] }) => (
  <td>
    {of.map((value) => (
      <code key={value} title={value}>
        {value.length > 26 ? `${value.slice(0, 24)}…` : value}
      </code>
    ))}
  </td>
)

/** A CSV file in the place of the inventory: read whole, or refused with its line and column. */
function Take({ hasSome }: { hasSome: boolean }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const taking = useMutation({
    mutationFn: (file: File) =>
      postFile<AssetsTaken>(
        `/api/v1/assets?name=${encodeURIComponent(file.name.slice(0, 200))}`,
        file,
        'text/csv',
      ),
    onSuccess: () =>
      Promise.all(
        ['assets', 'matches', 'desk'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      ),
  })
  return (
    <div className="take">
      <FileDrop
        name={intl.formatMessage({ id: hasSome ? 'assets.take.anew' : 'assets.take' })}
        choose={intl.formatMessage({ id: 'verify.file.choose' })}
        said={intl.formatMessage({ id: 'assets.take.hint' })}
        accept=".csv,text/csv"
        onFile={(file) => {
          setName(file.name)
          taking.mutate(file)
        }}
      />
      {taking.data ? (
        <output className="note for">
          {intl.formatMessage(
            { id: 'assets.taken' },
            { name, assets: taking.data.assets, matches: taking.data.matches },
          )}{' '}
          {taking.data.notKept.length > 0
            ? intl.formatMessage(
                { id: 'assets.not-kept' },
                {
                  columns: intl.formatList(taking.data.notKept),
                  count: taking.data.notKept.length,
                },
              )
            : null}
        </output>
      ) : null}
      {taking.error ? (
        <p className="note against" role="alert">
          {intl.formatMessage({ id: 'assets.refused' }, { name })} {sayRefusal(intl, taking.error)}
        </p>
      ) : null}
    </div>
  )
}
