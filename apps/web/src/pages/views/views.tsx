import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import { holderName, VIEWS, type Issue, type View } from '@entente/law'
import { ownViewQuery } from '../../api/measures.ts'
import { meQuery } from '../../api/queries.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { Scroll } from '../../frame/scroll.tsx'
import { Waiting } from '../../frame/states.tsx'
import { useTitle } from '../../frame/use-title.ts'
import { Plate } from '../../marks/plate.tsx'
import { ALL_ISSUES } from './own-view.ts'
import { ReadingDetail } from './reading-detail.tsx'
import '../../style/case.css'
import '../../style/voice.css'
import './views.css'

const route = getRouteApi('/law/views')

/** How every nation that published it reads the law: nation by issue, one reading explained beside. */
export function ViewsPage() {
  useTitle('views.title')
  const intl = useIntl()
  const search = route.useSearch()
  const me = useQuery(meQuery)
  const own = useQuery(ownViewQuery)
  const { locale } = usePreferences()
  const [wanted, setWanted] = useState('')
  if (!me.data || !own.data) return <Waiting error={me.error ?? own.error} />
  const us = me.data.node.party
  const kept = own.data.view ? [own.data.view] : []
  const all = [...kept, ...VIEWS]
  const nameOf = ({ holder }: View) => holderName(holder, locale)
  // One's own stands first.
  const order = (a: View, b: View) => Number(kept.includes(b)) - Number(kept.includes(a))
  const shown = all
    .filter((view) => isFound(view, wanted))
    .toSorted((a, b) => order(a, b) || nameOf(a).localeCompare(nameOf(b), locale))
  const issue = ALL_ISSUES.find((one) => one === search.issue) ?? 'sovereignty'
  const chosen = all.find(({ holder }) => holder.code === search.nation)
  return (
    <div className="views">
      <div className="views-head">
        <h1>{intl.formatMessage({ id: 'views.title' })}</h1>
        <p className="lead">
          {intl.formatMessage({ id: 'views.lead' }, { count: VIEWS.length })}{' '}
          <Link to="/law/view">{intl.formatMessage({ id: 'views.own.edit' })}</Link>
        </p>
        <Search wanted={wanted} onChange={setWanted} count={shown.length} />
      </div>
      <div className="views-bench">
        <Scroll label={intl.formatMessage({ id: 'views.table' })}>
          <table className="table views-table">
            <caption className="hidden">{intl.formatMessage({ id: 'views.table' })}</caption>
            <thead>
              <tr>
                <th className="stick" scope="col">
                  {intl.formatMessage({ id: 'views.nation' })}
                </th>
                {ALL_ISSUES.map((one) => (
                  <th key={one} scope="col" className={one === issue ? 'now' : undefined}>
                    {intl.formatMessage({ id: `issue.${one}` })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((view) => (
                <Row key={view.holder.code} view={view} us={us} at={{ issue, chosen }} />
              ))}
            </tbody>
          </table>
        </Scroll>
        {chosen ? (
          <ReadingDetail view={chosen} issue={issue} />
        ) : (
          <p className="quiet reading-detail">{intl.formatMessage({ id: 'views.choose' })}</p>
        )}
      </div>
    </div>
  )
}

/** A nation is found by its name in either language, and by its code. */
const isFound = ({ holder }: View, wanted: string): boolean =>
  `${holder.code} ${holderName(holder, 'en')} ${holderName(holder, 'es')}`
    .toLocaleLowerCase()
    .includes(wanted.trim().toLocaleLowerCase())

function Search({
  wanted,
  onChange,
  count,
}: {
  wanted: string
  onChange: (wanted: string) => void
  count: number
}) {
  const intl = useIntl()
  const id = useId()
  return (
    <search className="row">
      <label htmlFor={id} className="label">
        {intl.formatMessage({ id: 'views.find' })}
      </label>
      <input
        id={id}
        type="search"
        className="input until"
        value={wanted}
        onChange={({ target }) => onChange(target.value)}
      />
      <output className="small quiet">
        {intl.formatMessage({ id: 'views.found' }, { count })}
      </output>
    </search>
  )
}

function Row({
  view,
  us,
  at,
}: {
  view: View
  us: string
  at: { readonly issue: Issue; readonly chosen: View | undefined }
}) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const { code } = view.holder
  const name = holderName(view.holder, locale)
  return (
    <tr>
      <th className="stick" scope="row">
        <span className="nat">
          <Plate party={code} name={name} us={code === us} /> <span>{name}</span>
        </span>
      </th>
      {ALL_ISSUES.map((issue) => {
        const { value } = view.readings[issue]
        const isChosen = at.chosen === view && at.issue === issue
        return (
          <td key={issue} className={`r-${value}${isChosen ? ' chosen' : ''}`}>
            <Link
              to="/law/views"
              search={{ nation: code, issue }}
              resetScroll={false}
              aria-current={isChosen ? 'true' : undefined}
            >
              {value === 'unknown' ? (
                <>
                  <span aria-hidden="true">·</span>
                  <span className="hidden">{intl.formatMessage({ id: 'reading.unknown' })}</span>
                </>
              ) : (
                intl.formatMessage({ id: `reading.${value}` })
              )}
            </Link>
          </td>
        )
      })}
    </tr>
  )
}
