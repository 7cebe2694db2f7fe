import { useQuery, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ImportView } from '../../../../node/src/api.ts'
import { Tlp } from '../../marks/tlp.tsx'
import { Decide } from './decide.tsx'
import { Faults } from './faults.tsx'
import { FATES, importQuery, importRowsQuery } from './queries.ts'
import { Undone } from './undone.tsx'
import './imports.css'

/** How many ids and objects are named at once. */
const SHOWN = 20

/** What would become, or became, of one file, and what can be done with it. */
export function ImportSummary({ view: first, inPage }: { view: ImportView; inPage: boolean }) {
  const intl = useIntl()
  const found = useQuery({ ...importQuery(first.number), initialData: first })
  const view = found.data
  const { lifted = 0, notKept = [], dangling, undoing } = view
  const Title = inPage ? 'h2' : 'h3'
  return (
    <section className={`note import s-${view.state}`} aria-label={view.name}>
      <Title>
        {intl.formatMessage(
          { id: `imports.said.${view.state}` },
          { name: view.name, count: view.objects },
        )}
      </Title>
      <Counts view={view} />
      <Markings view={view} />
      <Lost view={view} />
      {lifted > 0 ? (
        <p>{intl.formatMessage({ id: 'bench.import.lifted' }, { count: lifted })}</p>
      ) : null}
      {notKept.length > 0 ? (
        <p>{intl.formatMessage({ id: 'bench.import.not-kept' }, { names: notKept.join(', ') })}</p>
      ) : null}
      {inPage || view.state !== 'pending' ? null : <SetAside view={view} />}
      {dangling && dangling.count > 0 ? (
        <details>
          <summary>
            {intl.formatMessage({ id: 'bench.import.dangling' }, { count: dangling.count })}
          </summary>
          <ul className="links">
            {dangling.ids.slice(0, SHOWN).map((id) => (
              <li key={id}>
                <code>{id}</code>
              </li>
            ))}
          </ul>
          <Rest count={dangling.count} />
        </details>
      ) : null}
      {undoing ? <Undone report={undoing} /> : null}
      <Decide view={view} />
      {inPage ? null : (
        <p>
          <Link to="/imports/$number" params={{ number: `${view.number}` }}>
            {intl.formatMessage({ id: 'imports.look' })}
          </Link>
        </p>
      )}
    </section>
  )
}

/** How many objects come to what. */
function Counts({ view: { counts } }: { view: ImportView }) {
  const intl = useIntl()
  return (
    <ul className="fates">
      {FATES.flatMap((fate) => {
        const count = counts[fate] ?? 0
        return count === 0
          ? []
          : [<li key={fate}>{intl.formatMessage({ id: `imports.count.${fate}` }, { count })}</li>]
      })}
    </ul>
  )
}

/** What marks the objects; what nobody marked is not clear. */
function Markings({ view: { markings = [] } }: { view: ImportView }) {
  const intl = useIntl()
  if (markings.length === 0) return null
  return (
    <p className="row">
      {intl.formatMessage({ id: 'imports.marked' })}
      {markings.map(({ label, count }) => (
        <span key={label}>
          {label === 'none' || label === 'other' ? (
            intl.formatMessage({ id: `imports.marked.${label}` })
          ) : (
            <Tlp tlp={label} />
          )}{' '}
          {intl.formatNumber(count)}
        </span>
      ))}
    </p>
  )
}

/** What a conversion loses or only carries, field by field. */
function Lost({ view: { converted } }: { view: ImportView }) {
  const intl = useIntl()
  if (!converted) return null
  const fields = converted.fields.filter(({ fate }) => fate !== 'mapped')
  const lost = fields.filter(({ fate }) => fate === 'lost')
  return (
    <details>
      <summary>
        {intl.formatMessage(
          { id: 'imports.converted' },
          { format: converted.format.toUpperCase(), lost: lost.length },
        )}
      </summary>
      <table className="table">
        <thead>
          <tr>
            {(['field', 'fate', 'times'] as const).map((id) => (
              <th key={id} scope="col">
                {intl.formatMessage({ id: `imports.column.${id}` })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, fate, count }) => (
            <tr key={`${field} ${fate}`}>
              <td>
                <code>{field}</code>
              </td>
              <td>
                {intl.formatMessage({
                  id: fate === 'lost' ? 'imports.field.lost' : 'imports.field.carried',
                })}
              </td>
              <td>{intl.formatNumber(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** The first objects that do not conform, each with what is wrong with it. */
function SetAside({ view: { number, counts } }: { view: ImportView }) {
  const intl = useIntl()
  const count = counts['set-aside'] ?? 0
  const rows = useInfiniteQuery({ ...importRowsQuery(number, 'set-aside'), enabled: count > 0 })
  if (count === 0) return null
  const first = rows.data?.pages[0]?.objects.slice(0, SHOWN) ?? []
  return (
    <details open>
      <summary>{intl.formatMessage({ id: 'bench.import.set-aside' }, { count })}</summary>
      <p className="small">{intl.formatMessage({ id: 'bench.import.set-aside.why' })}</p>
      <ul className="links faulty">
        {first.map(({ n, id, faults = [] }) => (
          <li key={n}>
            <code>{id ?? intl.formatMessage({ id: 'bench.import.no-id' })}</code>
            <Faults faults={faults} />
          </li>
        ))}
      </ul>
      <Rest count={count} />
    </details>
  )
}

function Rest({ count }: { count: number }) {
  const intl = useIntl()
  return count > SHOWN ? (
    <p className="quiet small">
      {intl.formatMessage({ id: 'bench.import.more' }, { count: count - SHOWN })}
    </p>
  ) : null
}
