import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { TouchedView } from '../../../../node/src/api.ts'
import { touchedQuery } from './queries.ts'

/** What an object names by CPE, and which assets of this node’s own inventory it touches. */
export function Touched({ id }: { id: string }) {
  const intl = useIntl()
  const touched = useQuery(touchedQuery(id))
  const { data } = touched
  const { cpes = [], count = 0, suppressed = 0 } = data ?? {}
  if (!data || cpes.length + count + suppressed === 0) return null
  return (
    <section className="touched" aria-labelledby="touched">
      <h2 id="touched">{intl.formatMessage({ id: 'evidence.touched' })}</h2>
      {data.cpes.length > 0 ? (
        <ul className="links">
          {data.cpes.map(({ name, vendor, product, version }) => (
            <li key={name}>
              <span lang="en">
                {[vendor, product, version]
                  .filter((one) => one !== '*' && one !== '-')
                  .map((one) => one.replaceAll('\\', '').replaceAll('_', ' '))
                  .join(' · ')}
              </span>{' '}
              <code className="quiet">{name}</code>
            </li>
          ))}
        </ul>
      ) : null}
      {suppressed > 0 ? (
        <p className="quiet">
          {intl.formatMessage({ id: 'evidence.touched.suppressed' }, { count: suppressed })}
        </p>
      ) : null}
      <Assets touched={data} />
    </section>
  )
}

function Assets({ touched }: { touched: TouchedView }) {
  const intl = useIntl()
  const { matches, count, hasInventory, isCut } = touched
  if (!hasInventory)
    return <p className="quiet">{intl.formatMessage({ id: 'evidence.touched.no-inventory' })}</p>
  if (count === 0)
    return <p className="quiet">{intl.formatMessage({ id: 'evidence.touched.none' })}</p>
  return (
    <>
      <p>
        <b>{intl.formatMessage({ id: 'evidence.touched.count' }, { count })}</b>{' '}
        {intl.formatMessage({ id: 'evidence.touched.stays' })}
      </p>
      <ul className="links">
        {matches.map(({ asset, certainty, why }) => (
          <li key={asset.id}>
            {asset.name} <code>{asset.id}</code>{' '}
            <span className={`chip ${certainty}`}>
              {intl.formatMessage({ id: `matches.certainty.${certainty}` })}
            </span>
            {why.map(({ column, value, relation }) => (
              <p key={`${relation} ${value}`} className="small">
                {intl.formatMessage(
                  { id: `matches.relation.${relation}` },
                  { column: intl.formatMessage({ id: `assets.column.${column}` }) },
                )}{' '}
                <code className="id">{value}</code>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {isCut || count > matches.length ? (
        <p className="quiet small">
          {intl.formatMessage({ id: 'evidence.touched.first' }, { count: matches.length })}
        </p>
      ) : null}
    </>
  )
}
